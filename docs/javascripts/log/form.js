/* The form in which a session of the log is changed, or written by hand. Gives an entry; knows no store. */
import { choice, numberOf, numbers } from "../session/answers.js";
import { button, make } from "../session/dom.js";
import { root } from "../session/kept.js";
import { MOST, NOTHING_SAID } from "./entry.js";
import { exerciseFields, newExercise } from "./form-sets.js";
import { fault, field, valueOf } from "./field.js";
import { date } from "./wording.js";

const PAIN = [["", "Not answered"], ["0", "0, nothing hurt"], ...numbers(1, 10)];
const OWN = "own";

/* Opens the form in a place, for an entry, or for a new one where there is none; `keepIt(entry)` stores it and fails where it cannot.
   Gives the id of what was saved, or null. */
export function form(place, entry, routines, keepIt) {
  const byHand = !entry, first = entry ?? empty(), exercises = make("div", { class: "own-form__exercises" });
  const [thatDay, thatTime] = local(first.began), day = field("Day", { type: "date", value: thatDay }), hour = field("Time", { type: "time", value: thatTime });
  const minutes = field("Minutes", { inputmode: "numeric", value: byHand ? "" : first.minutes });
  const session = byHand ? choice("Which session", [[OWN, "My own"], ...names(routines)]) : null;
  const during = pain("Highest pain during it", first.answers.during), morning = pain("Pain next morning", first.answers.morning);
  const note = make("textarea", { rows: "3", maxlength: String(MOST.note) });
  note.value = first.note;
  const wrong = make("p", { class: "own-form__wrong", role: "alert" }), add = adder(), title = byHand ? "Add a session" : `${first.name}, ${date(first.began)}`;
  const left = make("div", { class: "own-form__leave", hidden: true }, make("p", {}, "Your changes are not saved."),
    button("Throw them away", () => close(null), { class: "md-button" }), button("Go on writing", stay, { class: "md-button" }));
  const body = make("form", { novalidate: true, class: "own-form", onsubmit: send },
    make("h2", { id: "own-form-title", tabindex: "-1" }, title),
    make("div", { class: "own-form__row" }, day.element, hour.element, minutes.element, session?.label),
    exercises, add,
    make("div", { class: "own-form__row" }, during.label, morning.label),
    make("label", {}, make("span", {}, "Note"), note), wrong,
    make("div", { class: "own-form__end" }, left, make("div", { class: "own-ways" },
      make("button", { class: "md-button md-button--primary" }, "Save"), button("Cancel", leave, { class: "md-button" }))));
  const dialog = make("dialog", { class: "own-dialog", "aria-labelledby": "own-form-title", oncancel: (event) => { event.preventDefault(); leave(); } }, body);
  let parts = [], answer = () => {};
  first.done.forEach((each) => put(exerciseFields(each, takeOut)));
  place.append(dialog);
  dialog.showModal();
  (byHand ? day.input : body.querySelector("h2")).focus();
  const before = written();
  return new Promise((done) => { answer = done; });

  function put(part) {
    parts.push(part);
    exercises.append(part.element);
  }

  function takeOut(part) {
    parts = parts.filter((each) => each !== part);
    part.element.remove();
    add.querySelector("select").focus();
  }

  function adder() {
    const list = choice("Add an exercise", [["", "Choose one"]]), said = make("p", { class: "own-field__wrong", role: "alert" });
    let known = null;
    const load = async () => {
      if (known) return;
      said.textContent = "";
      try {
        const got = await fetch(new URL("my-session/catalogue.json", root));
        known ??= new Map((await got.json()).exercises.map((each) => [each.id, each]));
        if (list.field.options.length === 1) list.field.append(...[...known.values()].map((each) => make("option", { value: each.id }, each.name)));
      } catch {
        said.textContent = "The list of exercises could not be loaded. Try again with a network.";
      }
    };
    const take = async () => {
      await load();
      const exercise = known?.get(list.field.value);
      if (!exercise) return list.field.focus();
      list.field.value = "";
      put(exerciseFields(newExercise(exercise), takeOut));
      parts.at(-1).focus();
    };
    list.field.addEventListener("focus", load);
    list.field.addEventListener("pointerdown", load);
    load();
    return make("div", { class: "own-form__add" }, list.label, button("Add", take, { class: "md-button" }), said);
  }

  async function send(event) {
    event.preventDefault();
    const found = gathered();
    if (!found) return body.querySelector("[aria-invalid=true]")?.focus();
    try {
      await keepIt(found);
    } catch {
      wrong.textContent = "This browser does not let the page keep a log. Nothing was saved.";
      return;
    }
    close(found.id);
  }

  /* The entry as it is written, or null where something in it cannot be; the fields say what. */
  function gathered() {
    const done = parts.map((part) => part.read()), when = time(), long = valueOf(minutes, { most: MOST.minutes, empty: "How long was it, in minutes?" });
    const none = byHand && !parts.length;
    wrong.textContent = none ? "Add an exercise, at least one." : "";
    if (none || when === null || long === undefined || done.includes(null)) return null;
    const routine = routines[session?.field.value];
    return {
      ...first, began: when, minutes: long, note: note.value.trim(), done,
      answers: { ...first.answers, during: numberOf(during.field), morning: numberOf(morning.field) },
      ...(byHand && { id: `${new Date().toISOString()} by hand`, session: session.field.value, name: routine?.name ?? "My session" }),
    };
  }

  /* As it was, to the second, unless another time was chosen. */
  function time() {
    const chosen = new Date(`${day.input.value}T${hour.input.value}`), unchanged = !byHand && day.input.value === thatDay && hour.input.value === thatTime;
    const message = !day.input.value ? "Choose the day." : !unchanged && chosen > new Date() ? "This is still to come. Choose when it was." : "";
    fault(day, message);
    fault(hour, hour.input.value ? "" : "Choose the time.");
    return message || !hour.input.value || Number.isNaN(chosen.getTime()) ? null : unchanged ? first.began : chosen.toISOString();
  }

  function written() {
    return JSON.stringify([...body.querySelectorAll("input, select, textarea")].map((each) => each.value));
  }

  function leave() {
    if (written() === before) return close(null);
    left.hidden = false;
    left.querySelector("button:last-child").focus();
  }

  function stay() {
    left.hidden = true;
    body.querySelector("h2").focus();
  }

  function close(id) {
    dialog.close();
    dialog.remove();
    answer(id);
  }
}

const empty = () => ({ id: "", began: new Date().toISOString(), minutes: 0, session: OWN, stage: "", name: "", note: "", answers: NOTHING_SAID, done: [] });

/* A routine also stands under its earlier ids; here once. */
const names = (routines) => [...new Map(Object.entries(routines).reverse().map(([id, { name }]) => [name, id]))].reverse().map(([name, id]) => [id, name]);

function pain(text, value) {
  const made = choice(text, PAIN);
  made.field.value = value ?? "";
  return made;
}

/* As fields for a day and a time have it. */
function local(iso) {
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).split("T");
}
