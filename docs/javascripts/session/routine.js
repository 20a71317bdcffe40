/* A routine's page: which stage is shown, its Start button, and the offer to resume after a reload. */
import { button, data, make } from "./dom.js";
import { keep, recall } from "./kept.js";

const LONGEST_MS = 12 * 3600 * 1000;

export function routine() {
  const { id, stages } = data("session-data"), sections = [...document.querySelectorAll(".guide-stage")];
  const begins = [...document.querySelectorAll(".guide-begin")];
  if (sections.length > 1) choose(id, sections, begins);
  stages.forEach((stage, index) => {
    const pictures = [...sections[index].querySelectorAll(".guide-items__figure")].map((place) => place.querySelectorAll("svg"));
    offer(begins[index].querySelector(".session-start"), () => ({ id, ...stage }), { pictures, stage: stage.stage });
  });
}

/* Shows one stage at a time: the one that the address names, else the one that was interrupted or chosen last. */
function choose(id, sections, begins) {
  const links = [...document.querySelectorAll(".guide-stages a")], key = `stage.${id}`;
  const show = (shown) => {
    for (const part of [...sections, ...begins]) part.hidden = part.dataset.stage !== shown.dataset.stage;
    links.forEach((link, index) => link.setAttribute("aria-current", String(sections[index] === shown)));
  };
  const named = (stage) => sections.find((section) => section.dataset.stage === stage);
  const around = (target) => target && sections.find((section) => section.contains(target));
  links.forEach((link, index) => link.addEventListener("click", (event) => {
    event.preventDefault();
    history.replaceState(null, "", link.getAttribute("href"));
    keep(key, sections[index].dataset.stage);
    show(sections[index]);
  }));
  addEventListener("hashchange", () => {
    const target = addressed(), section = around(target);
    if (!section) return;
    show(section);
    target.scrollIntoView();
  });
  show(around(addressed()) ?? named(unfinished()?.stage) ?? named(recall(key)) ?? sections[0]);
}

/* The place in the page that its address names, if there is one. */
function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/* `session` gives what to follow at the moment of the press: anew, or what is left as it was begun.
   Returns what looks again whether there is something to resume. */
export function offer(place, session, { pictures = [], stage = "" } = {}) {
  const start = place.querySelector("[data-start]"), resume = make("p", { class: "session-resume", hidden: true });
  place.append(resume);
  place.classList.add("ready");
  let open = false;
  const go = async (left) => {
    if (open) return;
    open = true;
    const { follow } = await import("./run.js").catch(() => ({ follow: null }));
    if (follow) await follow(session(left), { pictures, from: left && carryOn(left) });
    else open = false;
  };
  start.addEventListener("click", () => go(null));
  addEventListener("session-closed", () => {
    const mine = open;
    open = false;
    look();
    if (mine) start.focus();
  });
  look();
  return look;

  function look() {
    const left = unfinished(), here = left && (left.stage ?? "") === stage;
    resume.hidden = !here;
    if (!here) return;
    resume.replaceChildren(make("span", {}, "You were in the middle of this."),
      button("Resume", () => go(left), { class: "md-button" }),
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
