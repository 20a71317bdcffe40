/* A routine's page: which stage is shown, and its Start button. */
import { data } from "./dom.js";
import { keep, recall } from "./kept.js";
import { offer } from "./start.js";
import { placeOf, unfinished } from "./unfinished.js";

export function routine() {
  const { id, name, stages } = data("session-data"), sections = [...document.querySelectorAll(".guide-stage")];
  const begins = [...document.querySelectorAll(".guide-begin")];
  if (sections.length > 1) choose(id, sections, begins);
  const all = stages.map((stage, index) => ({
    session: { id, routine: name, ...stage },
    pictures: [...sections[index].querySelectorAll(".guide-items__figure")].map((place) => place.querySelectorAll("svg")),
  }));
  all.forEach(({ session, pictures }, index) => {
    offer(begins[index].querySelector(".session-start"), () => session, { pictures, stages: all, stage: session.stage });
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
  show(around(addressed()) ?? named(begun()) ?? named(recall(key)) ?? sections[0]);
}

/* The place in the page that its address names, if there is one. */
function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/* The stage of this routine that was begun last and not finished. */
const begun = () => unfinished().find(({ page }) => page === placeOf().page)?.stage;
