/* The fields of one exercise in the form of a session: its sets as they were done. */
import { choice, numberOf, numbers } from "../session/answers.js";
import { button, make } from "../session/dom.js";
import { MOST } from "./entry.js";
import { fault, field, valueOf } from "./field.js";

const NOT_SAID = ["", "Not said"];
const LEFT = [NOT_SAID, ...numbers(0, 4), ["5", "5 or more"]];
const CLEAN = [NOT_SAID, ["yes", "Yes"], ["no", "No"]];

/* An exercise of the catalogue as a log has it before a set is written. */
export const newExercise = (exercise) => ({
  exercise: exercise.id, version: "", name: exercise.name, dose: "", asked: 0, unit: exercise.hold ? "seconds" : "repetitions", hold: exercise.hold,
  asked_left: null, planned: 0, sets: [{ amounts: exercise.sides === "each" ? ["", ""] : [""], load: null, left: null, clean: null }],
});

/* {element, read, focus}: `read` gives what was done, or null where a field says what is wrong. */
export function exerciseFields(each, takeOut) {
  const sides = Math.max(1, ...each.sets.map((set) => set.amounts.length)), list = make("div", { class: "own-form__sets" });
  const more = button("Add a set", () => { add(last()); rows.at(-1).focus(); }, { class: "session-link", "aria-label": `Add a set of ${each.name}` });
  const part = { read, focus: () => (rows[0] ? rows[0].focus() : more.focus()) };
  let rows = [];
  part.element = make("fieldset", { class: "own-form__exercise" }, make("legend", {}, each.name), list,
    make("p", { class: "own-form__more" }, more, button("Remove the exercise", () => takeOut(part), { class: "session-link", "aria-label": `Remove ${each.name}` })));
  each.sets.forEach(add);
  return part;

  function add(set) {
    if (rows.length >= MOST.sets) return;
    const row = setFields(set, each, sides, () => {
      rows = rows.filter((other) => other !== row);
      row.element.remove();
      rows.forEach((other, index) => other.number(index + 1));
      more.focus();
    });
    rows.push(row);
    row.number(rows.length);
    list.append(row.element);
  }

  /* What is written in the last set, as the beginning of the next. */
  function last() {
    return rows.at(-1)?.written() ?? { amounts: Array(sides).fill(""), load: null, left: null, clean: null };
  }

  function read() {
    const sets = rows.map((row) => row.read());
    if (sets.includes(null)) return null;
    return { ...each, planned: Math.max(each.planned, sets.length), sets };
  }
}

function setFields(set, { name, unit }, sides, takeOut) {
  const legend = make("legend", {}), told = unit === "seconds" ? "Seconds" : "Repetitions";
  const amounts = Array.from({ length: sides }, (_, index) => field(sides === 1 ? told : index ? "Other side" : "First side", { inputmode: "numeric", value: set.amounts[index] }));
  const mayBeUnknown = amounts.map((_, index) => set.amounts[index] === null);
  const load = field("Load in kg", { inputmode: "decimal", value: set.load }), left = select("Left in reserve", LEFT, set.left), clean = select("All clean", CLEAN, set.clean === null ? "" : set.clean ? "yes" : "no");
  const gone = button("Remove", takeOut, { class: "session-link" });
  const element = make("fieldset", { class: "own-form__set" }, legend, ...amounts.map((each) => each.element), load.element, left.label, clean.label, gone);
  return {
    element, focus: () => amounts[0].input.focus(),
    number(index) {
      legend.textContent = sides === 1 ? `Set ${index}` : `Set ${index}, ${unit}`;
      gone.setAttribute("aria-label", `Remove set ${index} of ${name}`);
    },
    written: () => ({ amounts: amounts.map((each) => each.input.value), load: load.input.value, left: left.field.value, clean: { yes: true, no: false }[clean.field.value] ?? null }),
    read() {
      const done = amounts.map((each, index) => valueOf(each, { most: MOST.amount, empty: mayBeUnknown[index] ? "" : "How many were done?" }));
      const weight = valueOf(load, { most: MOST.load, decimals: true });
      if (done.includes(undefined) || weight === undefined) return null;
      if (done.every((amount) => amount === 0)) {
        fault(amounts[0], "Remove a set in which nothing was done.");
        return null;
      }
      return { amounts: done, load: weight, left: numberOf(left.field), clean: { yes: true, no: false }[clean.field.value] ?? null };
    },
  };
}

function select(text, options, value) {
  const made = choice(text, options);
  made.field.value = value ?? "";
  return made;
}
