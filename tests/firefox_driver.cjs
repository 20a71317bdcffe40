// Loaded into Playwright's driver before anything else. Playwright tells Firefox which colour scheme to show, by a command
// that its long-term release does not know yet, and gives up at the answer. In its place goes one that changes nothing.
const Module = require("module");

const { _compile: compile } = Module.prototype;
Module.prototype._compile = function (text, file, ...others) {
  const known = text.replaceAll('"emulation.setMediaFeaturesOverride"', '"session.status"');
  return compile.call(this, known, file, ...others);
};
