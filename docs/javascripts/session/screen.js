/* The full screen of a session: its elements, and painting a view on them. Decides nothing. */
import { button, make, write } from "./dom.js";
import { SWITCHES } from "./kept.js";

const WRITTEN = ["place", "left", "heading", "side", "name", "text", "amount", "digits", "unit", "phase", "detail", "cue", "next"];
const LEFT = ["0", "1", "2", "3", "4", "5+"];
const COUNTING = [["cues", "Cues"], ["repetitions", "Repetitions"], ["phases", "Parts of the movement"]];
const FIRST = [["left", "Left"], ["right", "Right"]];
const KINDS = [["easier", "Easier"], ["harder", "Harder"], ["without", "Without this kit"]];

export function screen() {
  const text = (name, tag = "p", more = {}) => make(tag, { class: `session__${name}`, ...more });
  const set = { label: button("", null, { class: "session__again" }), chips: leftButtons() };
  const over = chipRow("Left over:", set.chips);
  const parts = {
    place: text("place"), left: text("left"), figure: text("figure", "div", { "aria-hidden": "true" }),
    heading: text("heading"), side: text("side"), name: text("name", "h2", { id: "session-name", tabindex: "-1" }), text: text("text"),
    amount: text("amount"), digits: text("digits", "p", { role: "timer" }), unit: text("unit"), phase: text("phase"),
    bars: text("bars", "div", { "aria-hidden": "true" }), detail: text("detail"), cue: text("cue"), next: text("next"),
    track: make("i"), spoken: make("p", { class: "session__spoken", "aria-live": "polite" }),
    set: make("div", { class: "session__set", hidden: true }, set.label, ...over),
  };
  const controls = {
    stop: button("×", null, { class: "session__stop", "aria-label": "Stop" }), back: button("Back", null),
    main: button("Pause", null, { class: "session__main" }), skip: button("Skip", null),
    more: button("More", null, { class: "session__more" }),
    longer: button("+15 s", null, { class: "session__longer", "aria-label": "15 seconds more" }),
  };
  const panel = make("div", { class: "session__panel", hidden: true });
  const words = make("div", { class: "session__words" }, parts.heading, parts.name, parts.text, parts.amount,
    make("div", { class: "session__count" }, parts.digits,
      make("div", { class: "session__beside" }, parts.side, parts.unit, parts.phase, controls.longer)),
    parts.bars, parts.detail, parts.cue, parts.next);
  words.addEventListener("scroll", () => reach(words));
  const run = make("div", { class: "session__run" },
    make("div", { class: "session__head" }, make("div", {}, parts.left, parts.place), controls.stop),
    make("div", { class: "session__track", "aria-hidden": "true" }, parts.track),
    parts.figure, words, parts.set,
    make("div", { class: "session__controls" }, controls.back, controls.main, controls.skip, controls.more));
  const dialog = make("dialog", { class: "session", "aria-labelledby": "session-name" }, run, panel, parts.spoken);
  return { dialog, run, panel, parts, controls, set, words, asked: null };
}

export function paint({ dialog, parts, controls, set, words }, seen) {
  Object.assign(dialog.dataset, {
    kind: seen.soon ? "ready" : seen.kind, lead: seen.lead ? "yes" : "no", paused: seen.paused ? "yes" : "no",
  });
  const before = parts.name.textContent + parts.text.textContent;
  for (const name of WRITTEN) write(parts[name], seen[name] ?? "");
  parts.digits.classList.toggle("long", (seen.digits ?? "").length > 2);
  parts.track.style.inlineSize = `${Math.round(seen.share * 1000) / 10}%`;
  bars(parts.bars, seen.bars ?? []);
  const done = seen.untimed && !seen.paused;
  write(controls.main, seen.paused ? "Go on" : done ? "Done" : "Pause");
  controls.main.dataset.does = seen.paused ? "resume" : done ? "done" : "pause";
  controls.longer.hidden = seen.kind !== "rest";
  paintSet(parts.set, set, seen.set ?? null);
  if (before !== parts.name.textContent + parts.text.textContent) words.scrollTop = 0;
  reach(words);
}

/* Words that do not fit can be scrolled, with the keyboard alone too, and show that there are more. */
function reach(words) {
  const rest = words.scrollHeight - words.clientHeight, inside = rest > 1 && getComputedStyle(words).overflowY === "auto";
  words.classList.toggle("more", inside && words.scrollTop < rest - 1);
  if (inside) words.tabIndex = 0;
  else words.removeAttribute("tabindex");
}

function paintSet(row, { label, chips }, told) {
  row.hidden = !told;
  if (!told) return;
  write(label, told.label);
  for (const part of [...row.children].slice(1)) part.hidden = !told.asksLeft;
  press(chips, told.left);
}

/* Buttons for the repetitions that would still have gone, five meaning five or more. */
const leftButtons = () => LEFT.map((label, number) => button(label, null, {
  class: "session__chip", "data-left": number, "aria-pressed": "false", "aria-label": number === 5 ? "5 or more" : label,
}));

let rows = 0;

/* What is asked, and its answers as a row of buttons. */
function chipRow(label, chips) {
  const id = `session-chips-${rows += 1}`;
  return [make("span", { id }, label), make("div", { class: "session__chips", role: "group", "aria-labelledby": id }, ...chips)];
}

const press = (chips, left) => chips.forEach((chip, number) => chip.setAttribute("aria-pressed", String(number === left)));

/* A panel in front of the session: before it, on a question, at its end. The first of the buttons is the obvious one;
   where there is something to read first (`read`), or more than fits, the focus is on the title. What was asked stays in `shown.asked`. */
export function ask(shown, options) {
  const { run, panel } = shown, { title, lines = [], more = [], buttons, read = false } = options;
  const rows = buttons.map(([label, act], index) => button(label, act, { class: index ? "session__other" : "session__main" }));
  panel.replaceChildren(make("div", { class: "session__sheet" },
    make("h2", { tabindex: "-1" }, title), ...lines.map((line) => make("p", {}, line)), ...more,
    make("div", { class: "session__choices" }, ...rows)));
  shown.asked = options;
  panel.hidden = false;
  panel.scrollTop = 0;
  run.inert = true;
  run.hidden = panel.dataset.whole === "yes";
  (read || panel.scrollHeight > panel.clientHeight ? panel.querySelector("h2") : rows[0]).focus();
}

export function closePanel(shown) {
  const { run, panel, controls } = shown;
  shown.asked = null;
  panel.hidden = true;
  panel.replaceChildren();
  run.inert = run.hidden = false;
  controls.main.focus();
}

/* What is heard and felt, and which side comes first; `changed(key, value)` is told of every change. */
export function settings(values, changed) {
  const boxes = Object.entries(SWITCHES).map(([key, label]) => {
    const box = make("input", { type: "checkbox", role: "switch", checked: values[key], "data-switch": key });
    box.addEventListener("change", () => changed(key, box.checked));
    if (key === "voice") box.setAttribute("aria-describedby", "session-voice");
    return make("label", {}, box, make("span", {}, label));
  });
  const chosen = (key, label, options) => {
    const shown = options.map(([value, text]) => make("option", { value, selected: values[key] === value }, text));
    const field = make("select", { "data-switch": key }, ...shown);
    field.addEventListener("change", () => changed(key, field.value));
    return make("label", { class: "session__choice" }, make("span", {}, label), field);
  };
  return make("fieldset", { class: "session__settings" },
    make("legend", {}, "Remembered on this device. Without Tempo you tap when a set is done."),
    make("div", { class: "session__switches" }, ...boxes),
    make("p", { id: "session-voice" }, "Voice: this page speaks. Switch it off if a screen reader speaks."),
    chosen("counting", "During a set the voice says", COUNTING), chosen("first", "Begin with", FIRST));
}

/* Other ways to do what is on, each one tap; `choose` is given the offer. */
export function exchange(offers, choose) {
  const groups = KINDS.map(([kind, title]) => [title, offers.filter((offer) => offer.kind === kind)]).filter(([, own]) => own.length);
  return make("div", { class: "session__offers" }, ...groups.map(([title, own]) => make("section", {}, make("h3", {}, title),
    ...own.map((offer) => make("button", { type: "button", "data-kind": offer.kind, onclick: () => choose(offer) },
      make("strong", {}, offer.name), ...small(offer.how), ...small(offer.needs && `You need: ${offer.needs}`))))));
}

const small = (text) => (text ? [make("small", {}, text)] : []);

/* One set as it was done, to be put right. What is `undefined` is not asked; `read()` has null for what is not said. */
export function setForm({ title, amounts, unit, load, clean, left }) {
  const counts = amounts.map(({ label, value }) => stepper(label || capital(unit), unit, value));
  const weight = load === undefined ? null : make("input", { type: "text", inputmode: "decimal", autocomplete: "off", value: load ?? "" });
  const yes = ["Yes", "No"].map((label) => button(label, null, { class: "session__chip" }));
  const tidy = clean === undefined ? null : choices(yes, [true, false].indexOf(clean));
  const over = left === undefined ? null : choices(leftButtons(), left ?? -1);
  const element = make("fieldset", { class: "session__form" }, title && make("legend", {}, title), ...counts.map((count) => count.element),
    weight && make("label", { class: "session__choice" }, make("span", {}, "Load, in kg"), weight),
    ...(tidy ? chipRow("Clean?", tidy.chips) : []), ...(over ? chipRow("Left over:", over.chips) : []));
  const read = () => ({
    amounts: counts.map((count) => count.read()), load: weight ? decimal(weight.value) : null,
    clean: tidy && tidy.chosen() >= 0 ? tidy.chosen() === 0 : null, left: over && over.chosen() >= 0 ? over.chosen() : null,
  });
  return { element, read };
}

function stepper(label, unit, value) {
  const field = make("input", { type: "number", inputmode: "numeric", min: "0", max: "999", "aria-label": `${label}, ${unit}`, value: value ?? "" });
  const read = () => (field.value === "" || !Number.isFinite(Number(field.value)) ? null : within(Number(field.value)));
  const by = (change) => { field.value = String(within((read() ?? 0) + change)); };
  const element = make("div", { class: "session__step" }, make("span", {}, label),
    button("−", () => by(-1), { "aria-label": `${label}: one less` }), field, button("+", () => by(1), { "aria-label": `${label}: one more` }));
  return { element, read };
}

const within = (number) => Math.min(999, Math.max(0, Math.round(number)));

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/* Kilograms as people write them, or nothing. */
function decimal(text) {
  const number = Number(text.trim().replace(",", "."));
  return text.trim() && Number.isFinite(number) && number >= 0 ? number : null;
}

/* Buttons of which one at most is chosen; a second press takes it back. */
function choices(chips, first) {
  let chosen = first;
  const choose = (number) => { press(chips, chosen = number); };
  chips.forEach((chip, number) => chip.addEventListener("click", () => choose(chosen === number ? -1 : number)));
  choose(first);
  return { chips, chosen: () => chosen };
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
