/* On every page: looks whether there is something to follow, to log or to choose, and only then asks for the rest. */
const place = (selector) => document.querySelector(selector);

async function start() {
  document.querySelectorAll(".own-scriptless").forEach((each) => { each.hidden = true; });
  const stage = place(".guide-stage"), own = place("#own-session"), log = place("#own-log");
  if (stage) (await import("./routine.js")).routine();
  if (own) await (await import("./own.js")).own(own);
  if (log) (await import("../log/log.js")).log(log);
  if (place(".guide-card--exercise")) (await import("./cards.js")).cards();
}

start();
