/* Where a session is, by its own clock. Pure: every function returns a new state.

   A state says which step is on (`index`), how many milliseconds of the session have passed (`time`: those in which it ran,
   whatever the wall's clock did meanwhile), at what time of the session the step began (`since`), whether it is paused, how
   long a countdown still runs before it goes on (`lead`, in which nothing counts), how many seconds were added to the step,
   how each finished work step went (`marks`) and what was said of a set (`said`, by `setOf`). It survives JSON. */

const COUNTDOWNS = ["ready", "rest", "switch"];

export const begin = (began) => ({ began, index: 0, time: 0, since: 0, paused: false, lead: 0, added: 0, marks: [], said: {} });

export const isOver = (steps, state) => state.index >= steps.length;

/* Milliseconds of the step that is on; infinite where the reader says when it is done. */
export function span(steps, state) {
  const { seconds } = steps[state.index];
  return seconds === null ? Infinity : (seconds + state.added) * 1000;
}

export const elapsed = (state) => state.time - state.since;

export const left = (steps, state) => Math.max(0, span(steps, state) - elapsed(state));

/* What so many milliseconds more finish: first the countdown, then step after step. */
export function advance(steps, state, ms) {
  if (state.paused || isOver(steps, state)) return state;
  const counted = Math.max(0, ms - state.lead);
  let moved = { ...state, lead: Math.max(0, state.lead - ms), time: state.time + counted };
  while (!isOver(steps, moved) && elapsed(moved) >= span(steps, moved)) moved = onward(steps, moved, moved.since + span(steps, moved), false);
  return moved;
}

export const pause = (state) => ({ ...state, paused: true });

export const resume = (state) => ({ ...state, paused: false });

/* Going on after an interruption: at least so many milliseconds to get ready, and a set that was cut begins anew. */
export function goOn(steps, state, ready) {
  const { kind } = steps[state.index], waits = COUNTDOWNS.includes(kind) ? left(steps, state) : 0;
  return { ...state, paused: false, lead: Math.max(0, ready - waits), ...(kind === "work" ? { since: state.time, added: 0 } : {}) };
}

/* To the next step: the reader is done with this one, or (cut) leaves the rest of it out. */
export const next = (steps, state, { cut = false, amount = null } = {}) => ({ ...onward(steps, state, state.time, cut, amount), lead: 0 });

/* To the beginning of this step, or from within its first three seconds to the step before. */
export function back(state) {
  const index = elapsed(state) >= 3000 ? state.index : Math.max(0, state.index - 1);
  return { ...state, index, since: state.time, lead: 0, added: 0, marks: state.marks.filter((mark) => mark.index < index) };
}

export const add = (state, seconds) => ({ ...state, added: state.added + seconds });

/* Planned seconds still to come, the present step included; what waits for the reader counts as it is planned. */
export function remaining(steps, state) {
  if (isOver(steps, state)) return 0;
  const later = steps.slice(state.index + 1).reduce((sum, step) => sum + (step.seconds ?? step.planned ?? 0), 0);
  const whole = steps[state.index].seconds === null ? (steps[state.index].planned ?? 0) * 1000 : span(steps, state);
  return later + Math.max(0, whole - elapsed(state)) / 1000;
}

/* The same steps for somebody who taps when a set is done: repetitions then take as long as they take. */
export const paceSteps = (steps, moves, paced) => steps.map((step) => {
  if (step.kind !== "work" || !moves[step.move].repetitions || moves[step.move].hold) return step;
  const seconds = step.planned ?? step.seconds;
  return paced ? { ...step, seconds, planned: undefined } : { ...step, seconds: null, planned: seconds };
});

/* Which set a step of work belongs to: both of its sides have the same. */
export const setOf = ({ move, block, round }) => `${move} ${block ?? ""} ${round}`;

/* The state with what was said of a set: {amounts, load, left, clean}, each only where it was said. */
export const saying = (state, set, words) => ({ ...state, said: { ...state.said, [set]: { ...state.said[set], ...words } } });

function onward(steps, state, at, cut, amount = null) {
  const work = steps[state.index].kind === "work";
  const marks = work ? [...state.marks, { index: state.index, ms: at - state.since, cut, ...(amount !== null && { amount }) }] : state.marks;
  return { ...state, index: state.index + 1, since: at, added: 0, marks, said: work ? saidAnew(state.said, setOf(steps[state.index])) : state.said };
}

/* Of a set that is done once more, what was said of it before holds no longer, but for its weight. */
const saidAnew = (said, set) => (said[set] ? { ...said, [set]: { load: said[set].load ?? null } } : said);
