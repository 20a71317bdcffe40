/* On every page: looks whether there is something to follow, to log or to choose, and only then asks for the rest. */
const place = (selector) => document.querySelector(selector);

async function start() {
  document.querySelectorAll(".own-scriptless").forEach((each) => { each.hidden = true; });
  const stage = place(".guide-stage"), set = place(".session-start[data-exercise]"), own = place("#own-session"), log = place("#own-log");
  if (stage) (await import("./routine.js")).routine();
  if (set) (await import("./one.js")).one(set, isKept("places"));
  if (own) await (await import("../lists/own.js")).own(own);
  if (log) (await import("../log/log.js")).log(log);
  const begun = place("[data-unfinished]");
  if (begun) (await import("./offers.js")).offers(begun);
  if (place(".guide-card--exercise")) (await import("../lists/cards.js")).cards();
}

/* Where a session was saved whose next morning nobody has told of yet. */
async function nextMorning() {
  if (!document.hidden && isKept("morning")) (await import("../log/morning.js")).morning();
}

function isKept(key) {
  try {
    return localStorage.getItem(`${new URL("../../", import.meta.url).pathname}session.${key}`) !== null;
  } catch {
    return false; // what is forbidden was never kept
  }
}

start();
nextMorning();
document.addEventListener("visibilitychange", nextMorning);
