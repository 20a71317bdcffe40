/* A routine's page: its Start button, and the offer to resume after a reload. */
import { button, data, make } from "./dom.js";
import { keep, recall } from "./kept.js";

const LONGEST_MS = 12 * 3600 * 1000;

export function routine(place) {
  offer(place, () => data("session-data"), [...document.querySelectorAll(".guide-items__figure")].map((place) => place.querySelectorAll("svg")));
}

/* `session` gives what to follow at the moment of the press. */
export function offer(place, session, pictures = []) {
  const start = place.querySelector("[data-start]"), resume = make("p", { class: "session-resume", hidden: true });
  place.append(resume);
  place.classList.add("ready");
  let open = false;
  const go = async (from) => {
    if (open) return;
    open = true;
    const { follow } = await import("./run.js").catch(() => ({ follow: null }));
    if (follow) await follow(session(), { pictures, from: from?.() });
    else open = false;
  };
  start.addEventListener("click", () => go(null));
  addEventListener("session-closed", () => { open = false; look(); start.focus(); });
  look();

  function look() {
    const left = unfinished();
    resume.hidden = !left;
    if (!left) return;
    resume.replaceChildren(make("span", {}, "You were in the middle of this."),
      button("Resume", () => go(() => carryOn(left)), { class: "md-button" }),
      button("Forget it", () => { keep("unfinished", null); look(); }, { class: "session-link" }));
  }
}

function unfinished() {
  const left = recall("unfinished");
  const here = left?.page === location.pathname + location.search;
  return here && left.state && Date.now() - left.at < LONGEST_MS ? left : null;
}

/* The state as if no time had passed since it was kept. */
function carryOn({ state, at }) {
  const away = Date.now() - at;
  return state.paused === null ? { ...state, since: state.since + away } : state;
}
