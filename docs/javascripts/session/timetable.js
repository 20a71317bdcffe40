/* When a step sounds, and what is said in the course of it. Pure: a step → what is heard at which of its seconds.

   Signals: [seconds from the beginning of the step, kind]; they are given to the device for the whole step at once, so that
   they come at their time even where the page's own clock is slow. */
import { beat } from "./tempo.js";
import { announcement, capital, turnOf } from "./words.js";

const COUNTED = 3, CUE_SECONDS = 8, FIRST_CUE = 2, LONG = 20;
const WORDS = ["", "One", "Two", "Three"];
const OPENING = { work: "start", rest: "rest", switch: "rest" };

/* `seconds` is how long the step takes; null where the reader ends it. */
export function signals(step, move, seconds) {
  const opening = [[0, OPENING[step.kind] ?? "count"]];
  if (seconds === null) return opening;
  const paced = step.kind === "work" && Boolean(move.repetitions);
  return [...opening, ...(paced ? tempoOf(move, seconds) : []), ...(paced && !move.hold ? [] : countdown(seconds))];
}

const countdown = (seconds) => [3, 2, 1].filter((left) => left < seconds).map((left) => [seconds - left, "count"]);

/* A tick each second, another sound where a part of the movement begins, and one of its own for the way back. */
function tempoOf(move, seconds) {
  return Array.from({ length: Math.max(0, Math.ceil(seconds) - 1) }, (_, index) => index + 1).flatMap((second) => {
    const now = beat(move, second * 1000 + 1);
    if (move.hold && now.action === "hold" && now.second) return [];
    return [[second, now.second ? "tick" : now.index === move.phases.length - 1 ? "back" : "phase"]];
  });
}

/* What is said at a second of a step: {words, urgent}; urgent words cut off what is still being said, others are left out
   then. `counting` says what the voice gives in a set: cues, repetitions or phases. */
export function spoken(steps, index, moves, second, seconds, { first, counting }) {
  const step = steps[index], move = moves[step.move], left = seconds === null ? Infinity : seconds - second;
  if (second === 0 && step.kind !== "work") return { words: announcement(steps, index, moves, first), urgent: true };
  if (step.kind === "work") return said(step, move, second, left, { first, counting });
  return ["ready", "rest", "switch"].includes(step.kind) && left <= COUNTED && left > 0 ? { words: WORDS[Math.ceil(left)] } : {};
}

function said(step, move, second, left, { first, counting }) {
  const milestone = step.seconds === null ? "" : milestoneOf(move, second, left);
  if (milestone) return { words: milestone, urgent: true };
  if (counting === "cues" || step.seconds === null || (move.hold && counting === "repetitions")) return { words: cueAt(move, second) };
  const now = beat(move, second * 1000 + 1), side = turnOf(move, second * 1000 + 1, first);
  if (!now || now.second) return {};
  const begins = now.index === 0;
  if (counting === "repetitions") return begins ? { words: [side && capital(side), now.repetition].filter(Boolean).join(" ") } : {};
  return { words: [begins && side && `${capital(side)}.`, capital(now.action)].filter(Boolean).join(" ") };
}

/* Halfway, the last one, and the last seconds of what is held. */
function milestoneOf(move, second, left) {
  const now = beat(move, second * 1000 + 1);
  if (now && !move.hold) {
    if (now.second || now.index) return "";
    if (now.repetition === now.of && now.of > 1) return "Last one.";
    return now.of >= 6 && now.repetition === Math.floor(now.of / 2) + 1 ? "Halfway." : "";
  }
  const out = now ? move.phases.slice(-1)[0].seconds : 0, whole = second + left, stay = left - out;
  if (now && now.action !== "hold") return "";
  if (stay === 10 && whole >= LONG) return "Ten seconds.";
  if (stay <= COUNTED && stay > 0) return WORDS[Math.ceil(stay)];
  return whole >= 2 * LONG && second === Math.floor(whole / 2) ? "Halfway." : "";
}

/* The cue that is shown, for some seconds each. */
export const cue = (move, second) => move.cues[Math.floor(second / CUE_SECONDS) % move.cues.length];

const cueAt = (move, second) => (second === FIRST_CUE || (second > FIRST_CUE && second % CUE_SECONDS === 0) ? cue(move, second) : "");
