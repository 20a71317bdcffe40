/* The full screen of a session: its elements, and painting a view on them. Decides nothing. */
import { button, make, write } from "./dom.js";
import { SWITCHES } from "./kept.js";

export function screen() {
  const text = (name, tag = "p", more = {}) => make(tag, { class: `session__${name}`, ...more });
  const parts = {
    place: text("place"), left: text("left"), figure: text("figure", "div", { "aria-hidden": "true" }),
    heading: text("heading"), name: text("name", "h2", { id: "session-name", tabindex: "-1" }), text: text("text"),
    below: text("below"), digits: text("digits", "p", { role: "timer" }), unit: text("unit"), phase: text("phase"),
    bars: text("bars", "div", { "aria-hidden": "true" }), detail: text("detail"), cue: text("cue"), next: text("next"),
    track: make("i"), spoken: make("p", { class: "session__spoken", "aria-live": "polite" }),
  };
  const controls = {
    stop: button("Stop", null, { class: "session__stop" }), back: button("Back", null),
    main: button("Pause", null, { class: "session__main" }), skip: button("Skip", null),
    more: button("+15 s", null, { class: "session__more", "aria-label": "15 seconds more" }),
  };
  const panel = make("div", { class: "session__panel", hidden: true });
  const run = make("div", { class: "session__run" },
    make("header", { class: "session__head" }, make("div", {}, parts.place, parts.left), controls.stop),
    make("div", { class: "session__track", "aria-hidden": "true" }, parts.track),
    make("div", { class: "session__stage" }, parts.figure,
      make("div", { class: "session__words" }, parts.heading, parts.name, parts.text, parts.below,
        make("div", { class: "session__count" }, parts.digits, parts.unit), parts.phase, parts.bars, parts.detail, parts.cue, parts.next)),
    make("footer", { class: "session__controls" }, controls.back, controls.main, controls.more, controls.skip));
  const dialog = make("dialog", { class: "session", "aria-labelledby": "session-name" }, run, panel, parts.spoken);
  return { dialog, run, panel, parts, controls };
}

export function paint({ dialog, parts, controls }, seen) {
  Object.assign(dialog.dataset, { kind: seen.soon ? "ready" : seen.kind, paused: seen.paused ? "yes" : "no" });
  for (const name of ["place", "left", "heading", "name", "text", "below", "digits", "unit", "phase", "detail", "cue", "next"])
    write(parts[name], seen[name] ?? "");
  parts.digits.classList.toggle("long", (seen.digits ?? "").length > 2);
  parts.track.style.inlineSize = `${Math.round(seen.share * 1000) / 10}%`;
  bars(parts.bars, seen.bars ?? []);
  const done = seen.untimed && !seen.paused;
  write(controls.main, seen.paused ? "Go on" : done ? "Done" : "Pause");
  controls.main.dataset.does = seen.paused ? "resume" : done ? "done" : "pause";
  controls.more.hidden = seen.untimed || seen.kind === "work";
}

/* A panel in front of the session: before it, on a question, at its end. The first of the buttons is the obvious one;
   where there is something to read first (`read`) the focus is on the title. */
export function ask({ run, panel }, { title, lines = [], more = [], buttons, read = false }) {
  const rows = buttons.map(([label, act], index) => button(label, act, { class: index ? "session__other" : "session__main" }));
  panel.replaceChildren(make("div", { class: "session__sheet" },
    make("h2", { tabindex: "-1" }, title), ...lines.map((line) => make("p", {}, line)), ...more,
    make("div", { class: "session__choices" }, ...rows)));
  panel.hidden = false;
  run.inert = true;
  run.hidden = panel.dataset.whole === "yes";
  (read ? panel.querySelector("h2") : rows[0]).focus();
}

export function closePanel({ run, panel, controls }) {
  panel.hidden = true;
  panel.replaceChildren();
  run.inert = run.hidden = false;
  controls.main.focus();
}

export function switchBoxes(values, changed) {
  const rows = Object.entries(SWITCHES).map(([key, label]) => {
    const box = make("input", { type: "checkbox", role: "switch", checked: values[key], "data-switch": key });
    box.addEventListener("change", () => changed(key, box.checked));
    return make("label", {}, box, make("span", {}, label));
  });
  return make("fieldset", { class: "session__switches" }, make("legend", {}, "Remembered on this device. Without Tempo you tap when a set is done."), ...rows);
}

function bars(place, wanted) {
  place.hidden = !wanted.length;
  while (place.children.length < wanted.length) place.append(make("span", {}, make("i")));
  while (place.children.length > wanted.length) place.lastChild.remove();
  wanted.forEach(({ whole, full }, index) => {
    place.children[index].style.flexGrow = whole;
    place.children[index].firstChild.style.inlineSize = `${full * 100}%`;
  });
}
