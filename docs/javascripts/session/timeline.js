/* Where a session is, by the clock. Pure: every function takes the time (milliseconds) and returns a new state.

   A state says which step is on (`index`), when that step began (`since`), when the session was paused (or null), how many
   seconds were added to the step, and how each finished work step went (`marks`). It survives JSON. */

export const begin = (now) => ({ index: 0, since: now, began: now, paused: null, added: 0, marks: [] });

export const isOver = (steps, state) => state.index >= steps.length;

/* Milliseconds of the step that is on; infinite where the reader says when it is done. */
export function span(steps, state) {
  const { seconds } = steps[state.index];
  return seconds === null ? Infinity : (seconds + state.added) * 1000;
}

export const elapsed = (state, now) => Math.max(0, (state.paused ?? now) - state.since);

export const left = (steps, state, now) => Math.max(0, span(steps, state) - elapsed(state, now));

/* What the clock has finished meanwhile, however long nobody looked. */
export function settle(steps, state, now) {
  let settled = state;
  while (settled.paused === null && !isOver(steps, settled) && now - settled.since >= span(steps, settled))
    settled = onward(steps, settled, settled.since + span(steps, settled), false);
  return settled;
}

export const pause = (state, now) => (state.paused === null ? { ...state, paused: now } : state);

export const resume = (state, now) =>
  state.paused === null ? state : { ...state, since: state.since + now - state.paused, paused: null };

/* To the next step: the reader is done with this one, or (cut) leaves the rest of it out. */
export function next(steps, state, now, { cut = false } = {}) {
  const at = state.paused ?? now;
  const moved = onward(steps, state, at, cut);
  return state.paused === null ? moved : { ...moved, paused: at };
}

/* To the beginning of this step, or from within its first three seconds to the step before. */
export function back(steps, state, now) {
  const at = state.paused ?? now, index = elapsed(state, now) >= 3000 ? state.index : Math.max(0, state.index - 1);
  return { ...state, index, since: at, added: 0, marks: state.marks.filter((mark) => mark.index < index) };
}

export const add = (state, seconds) => ({ ...state, added: state.added + seconds });

/* Planned seconds still to come, the present step included; what waits for the reader counts as it is planned. */
export function remaining(steps, state, now) {
  const later = steps.slice(state.index + 1).reduce((sum, step) => sum + (step.seconds ?? step.planned ?? 0), 0);
  if (isOver(steps, state)) return 0;
  const whole = steps[state.index].seconds === null ? (steps[state.index].planned ?? 0) * 1000 : span(steps, state);
  return later + Math.max(0, whole - elapsed(state, now)) / 1000;
}

/* The same steps for somebody who taps when a set is done: repetitions then take as long as they take. */
export const paceSteps = (steps, moves, paced) => steps.map((step) => {
  const free = !paced && step.kind === "work" && moves[step.move].repetitions && !moves[step.move].hold;
  return free ? { ...step, seconds: null, planned: step.seconds } : step;
});

function onward(steps, state, at, cut) {
  const work = steps[state.index].kind === "work";
  const marks = work ? [...state.marks, { index: state.index, ms: at - state.since, cut }] : state.marks;
  return { ...state, index: state.index + 1, since: at, added: 0, marks };
}
