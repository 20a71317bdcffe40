/* One's own list as part of an address, and back: `?do=squat.3x10_wall-sit.2x30s_lunge.2x8e&rest=60`. Pure.
   What cannot be understood is left out and told; what is out of bounds is brought within them and told. */

import { ITEM } from "./items.js";

export function addressOf({ list, rest }) {
  const items = list.map(({ id, sets, amount, unit, each }) => `${id}.${sets}x${amount}${unit}${each ? "e" : ""}`);
  return items.length ? `?do=${items.join("_")}&rest=${rest}` : "";
}

/* {list, rest, problems}. The catalogue has the exercises that there are, the new ids of those that were, and the bounds. */
export function read(search, { exercises, renamed, most, rest }) {
  const given = new URLSearchParams(search), problems = [], known = new Map(exercises.map((each) => [each.id, each]));
  for (const [old, id] of Object.entries(renamed)) if (known.has(id)) known.set(old, known.get(id));
  const texts = (given.get("do") ?? "").split("_").filter(Boolean);
  const list = texts.map((text) => item(text, known, most, problems)).filter(Boolean);
  if (list.length > most.exercises) problems.push(`Only the first ${most.exercises} exercises were taken.`);
  return { list: list.slice(0, most.exercises), rest: restOf(given.get("rest"), rest, most.rest, problems), problems };
}

/* An exercise with its usual dose. */
export const usual = ({ id, sets, amount, hold, sides }) =>
  ({ id, sets, amount, unit: hold ? "s" : "", each: sides !== "both" });

function item(text, known, most, problems) {
  const found = ITEM.exec(text), exercise = found && known.get(found[1]);
  if (!exercise) {
    problems.push(`“${text.slice(0, 60)}” ${found ? "is no exercise here; it may have been renamed." : "could not be understood."}`);
    return null;
  }
  const plain = usual(exercise);
  if (!found[2]) return plain;
  const unit = exercise.hold ? "s" : found[4], tell = (what) => problems.push(`${exercise.name}: ${what}`);
  if (exercise.hold && !found[4]) tell("it is held, so the number was taken as seconds.");
  if (found[5] && exercise.sides === "both") tell("it works both sides at once, so “each side” was left out.");
  if (!found[5] && exercise.sides === "each") tell("it is done on each side, which was added.");
  return {
    id: exercise.id, unit,
    sets: within(Number(found[2]), 1, most.sets, "sets", tell),
    amount: within(Number(found[3]), 1, unit ? most.seconds : most.repetitions, unit ? "seconds" : "repetitions", tell),
    each: exercise.sides === "each" || (exercise.sides !== "both" && Boolean(found[5])),
  };
}

function restOf(text, usual, most, problems) {
  if (text === null) return usual;
  if (/^\d{1,6}$/.test(text)) return within(Number(text), 0, most, "seconds of rest", (what) => problems.push(`Rest: ${what}`));
  problems.push(`The rest “${text.slice(0, 20)}” could not be understood; it is ${usual} seconds.`);
  return usual;
}

function within(value, least, most, what, tell) {
  const kept = Math.min(most, Math.max(least, value));
  if (kept !== value) tell(`${value} ${what} became ${kept}.`);
  return kept;
}
