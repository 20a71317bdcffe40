/* What a session says: steps and moves as the words on the screen, in the ear and for a screen reader. Pure.
   `first` is the side that the reader begins with: left or right. */

import { plural } from "./plural.js";

export const clock = (seconds) => {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

export { plural };

export const capital = (text) => text && text[0].toUpperCase() + text.slice(1);

export const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

export const title = (move) => move.version || move.name;

export const other = (side) => (side === "left" ? "right" : "left");

/* The side of a step by name, or nothing where it has none. */
export const sideOf = (step, first) => ({ first, second: other(first) })[step.side] ?? "";

export const sideWords = (side) => (side ? `${capital(side)} side` : "");

/* The side that is on in a move whose sides take turns, after so many milliseconds. */
export function turnOf(move, elapsed, first) {
  if (move.sides !== "alternating") return "";
  const lap = move.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  return Math.floor(elapsed / 1000 / lap) % 2 ? other(first) : first;
}

/* The line above the name. */
export function heading(step, first) {
  if (step.kind === "warm-up" || step.kind === "finish") return told(step, first);
  return { ready: "Get ready", rest: "Rest, then", switch: "Switch sides" }[step.kind] ?? "";
}

const told = (step, first) => [
  step.kind === "finish" ? "To finish" : "Warm-up", sideWords(sideOf(step, first)).toLowerCase(), step.rounds > 1 && `${step.round} of ${step.rounds}`,
].filter(Boolean).join(", ");

export function place(step) {
  if (!step.rounds) return "";
  return step.rounds > 1 ? `Round ${step.round} of ${step.rounds}` : step.block ?? "";
}

/* How much of a move a step asks for. */
export function amount(move, step) {
  if (move.hold || !move.repetitions) return plural(move.hold ? hold(move) : step.planned ?? step.seconds, "second");
  return `${plural(move.repetitions, "repetition")}${move.each_side && move.sides === "alternating" ? ", sides take turns" : ""}`;
}

const hold = (move) => move.phases.find((phase) => phase.action === "hold").seconds;

/* How long something was, in the two largest units: 2 hours 5 minutes. */
export function duration(ms) {
  const seconds = Math.round(ms / 1000), minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
  if (!minutes) return plural(seconds, "second");
  if (!hours) return plural(minutes, "minute");
  return [plural(hours, "hour"), minutes % 60 && plural(minutes % 60, "minute")].filter(Boolean).join(" ");
}

/* What else there is to know of a move before it begins: what the coach wrote, how it is done, the weight. */
export const advice = (move) => [move.note, move.how, move.load && `Weight: ${move.load}`].filter(Boolean).map(sentence).join(" ");

/* What is said at the beginning of a step. */
export function announcement(steps, index, moves, first) {
  const step = steps[index], move = moves[step.move], ahead = upcoming(steps, index), side = sentenceOf(sideWords(sideOf(step, first)));
  const coming = () => [sentence(`${title(move)}, ${amount(move, ahead)}`), side].filter(Boolean).join(" ");
  switch (step.kind) {
    case "warm-up":
    case "finish": return step.side === "second" ? side : `${sentence(told(step, first))} ${sentence(step.text)}`;
    case "ready": return [`Get ready. ${coming()}`, advice(move)].filter(Boolean).join(" ");
    case "rest": return [`Rest, ${plural(step.seconds, "second")}. Next: ${coming()}`, advice(move)].filter(Boolean).join(" ");
    case "switch": return `Switch sides. ${side}`.trim();
    default: return "";
  }
}

const sentenceOf = (text) => (text ? sentence(text) : "");

/* The first thing that comes after this step and is to be done. */
export function upcoming(steps, index) {
  const found = steps.slice(index + 1).find((step) => ["work", "warm-up", "finish"].includes(step.kind));
  return found ?? null;
}
