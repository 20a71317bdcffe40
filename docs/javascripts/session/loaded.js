/* Files of the guide that a session asks for when it needs them, each once; nothing where they cannot be had. */
import { root } from "./kept.js";

const asked = new Map();

function load(name) {
  if (!asked.has(name)) asked.set(name, fetch(new URL(name, root), { signal: AbortSignal.timeout(8000) })
    .then((answer) => (answer.ok ? answer.json() : null)).catch(() => { asked.delete(name); return null; }));
  return asked.get(name);
}

/* What every move can be exchanged for. */
export const loadVersions = () => load("session-versions.json");

/* What to change and to leave out while something hurts, place by place. */
export const loadHurts = () => load("hurts.json");
