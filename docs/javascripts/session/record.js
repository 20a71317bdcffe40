/* What was done, to the repetition: from the marks of a timeline and what was said besides to sets and an entry of the log.
   Pure. */
import { setOf } from "./timeline.js";
import { title } from "./words.js";

/* What one set of a move asks for on one side: repetitions, or seconds of a hold or of what the clock ends. */
export function asked(move) {
  if (move.hold) return move.phases.find((phase) => phase.action === "hold").seconds;
  if (!move.repetitions) return move.seconds;
  return move.repetitions / (takesTurns(move) ? 2 : 1);
}

export const unitOf = (move) => (move.hold || !move.repetitions ? "seconds" : "repetitions");

export const takesTurns = (move) => move.each_side && move.sides !== "each";

/* Repetitions or seconds of one step of work that went on for so long: one number, or two where sides took turns and one
   of them did more. */
export function amounts(move, { ms, cut, amount }) {
  if (amount !== undefined) return [amount];
  if (!cut) return [asked(move)];
  if (unitOf(move) === "seconds") return [Math.min(asked(move), Math.max(0, Math.floor(ms / 1000 - (move.hold ? move.phases[0].seconds : 0))))];
  const lap = move.phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const count = Math.min(move.repetitions, Math.floor(ms / 1000 / lap));
  if (!takesTurns(move)) return [count];
  return count % 2 ? [(count + 1) / 2, (count - 1) / 2] : [count / 2];
}

/* Every set of the session in order: {set, move, sides, done}; `done` is {amounts, load, left, clean}, or null where nothing
   was done. Amounts are of one side after the other where a step each has been planned. */
export function setsOf(session, steps, state) {
  const sets = new Map();
  steps.forEach((step, index) => {
    if (step.kind !== "work") return;
    const set = setOf(step), known = sets.get(set) ?? { set, move: step.move, sides: [], counted: [] };
    const mark = state.marks.find((each) => each.index === index), move = session.moves[step.move];
    sets.set(set, {
      ...known, sides: [...known.sides, step.side ?? ""], counted: [...known.counted, ...(mark ? countOf(move, step, mark) : [0])],
    });
  });
  return [...sets.values()].map(({ counted, ...set }) => ({ ...set, done: doneOf(counted, state.said[set.set]) }));
}

/* A set without a tempo that was left out tells nothing of how much of it was done. */
const countOf = (move, step, mark) => (step.seconds === null && mark.cut && mark.amount === undefined ? [0] : amounts(move, mark));

function doneOf(counted, said = {}) {
  const done = { amounts: said.amounts ?? counted, load: said.load ?? null, left: said.left ?? null, clean: said.clean ?? null };
  return done.amounts.some((amount) => amount > 0) ? done : null;
}

/* 8, 8 and 7; of sides that take turns, and did as much, 8 each side. */
export const amountWords = (move, { amounts: each }) =>
  `${each.map((amount) => amount ?? "?").join(" and ")}${takesTurns(move) && each.length === 1 ? " each side" : ""}`;

/* The set that was worked on last, if there was one before this step. */
export function latestSet(session, steps, state) {
  const mark = state.marks.at(-1);
  return mark ? setsOf(session, steps, state).find(({ set }) => set === setOf(steps[mark.index])) : null;
}

/* One line for each move of which something was planned: {move, planned, sets}. */
function perMove(session, steps, state) {
  const sets = setsOf(session, steps, state);
  return session.moves.map((move, number) => {
    const own = sets.filter((set) => set.move === number);
    return { move, number, planned: own.length, sets: own.map(({ done }) => done).filter(Boolean) };
  }).filter(({ planned }) => planned);
}

/* How much of a session was done, for the log. `answers` and `note` are what was said at its end. */
export function entryOf(session, steps, state, { answers, note }) {
  const began = new Date(state.began).toISOString();
  return {
    id: `${began} ${session.id}`, began, minutes: minutesOf(state), session: session.id, stage: session.stage ?? "",
    name: session.name, note, answers,
    done: perMove(session, steps, state).filter(({ sets }) => sets.length).map(({ move, planned, sets }) => ({
      exercise: move.exercise, version: move.version, name: title(move), dose: move.dose, asked: asked(move), unit: unitOf(move),
      hold: move.hold, asked_left: parseInt(move.left, 10) || null, planned, sets,
    })),
  };
}

/* Minutes in which the session ran. */
export const minutesOf = ({ time }) => Math.max(1, Math.round(time / 60000));
