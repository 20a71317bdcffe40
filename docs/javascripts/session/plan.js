/* One's own list as a timeline, with the arithmetic of hooks/guide/session/timeline.py and the catalogue's numbers. Pure. */
import { usual } from "../lists/address.js";

/* Work and rests of all blocks, with time to get ready wherever work would follow at once.
   A block: {name, rounds, between, after, moves: [numbers]}; `catalogue` says how long getting ready takes. */
export function timeline(moves, blocks, catalogue) {
  const steps = blocks.flatMap((block) => Array.from({ length: block.rounds }, (_, index) => round(moves, block, index + 1)).flat());
  return withChanges(steps.slice(0, -1), moves, catalogue);
}

function round(moves, block, number) {
  const last = block.moves[block.moves.length - 1];
  return block.moves.flatMap((index) => {
    const move = moves[index], sides = move.sides === "each" && move.each_side ? ["first", "second"] : [""];
    const work = sides.map((side) => ({
      kind: "work", seconds: move.seconds, move: index, side, round: number, rounds: block.rounds, block: block.name,
    }));
    return [...work, { kind: "rest", seconds: index === last ? block.after : block.between }];
  });
}

function withChanges(steps, moves, { ready_seconds, change_seconds }) {
  let rest = { kind: "ready", seconds: ready_seconds };
  return steps.flatMap((step) => {
    if (step.kind === "rest") {
      rest = step.seconds ? step : { kind: "ready", seconds: change_seconds };
      return [];
    }
    const { kind, seconds } = rest ?? { kind: "switch", seconds: moves[step.move].change_seconds };
    rest = null;
    return [{ ...step, kind, seconds }, step];
  });
}

/* An exercise of the catalogue with the sets, repetitions or seconds that somebody wants. */
function moveOf(exercise, { amount, unit, each }, doses) {
  const lap = exercise.phases.reduce((sum, phase) => sum + phase.seconds, 0), [first, ...others] = exercise.phases;
  const clocked = unit === "s", alone = each && (exercise.sides === "each" || clocked), turns = each && !alone ? 2 : 1;
  return {
    exercise: exercise.id, figure: exercise.id, name: exercise.name, version: "", how: "", note: "", cues: exercise.cues,
    dose: doseWords(doses, { amount, clocked, each, steps: exercise.counts_steps }),
    sides: alone ? "each" : exercise.sides, each_side: each, hold: exercise.hold,
    left: exercise.left, load: exercise.load, change_seconds: exercise.change_seconds, working: exercise.working,
    seconds: (clocked ? amount + (exercise.hold ? lap : 0) : amount * lap) * turns,
    repetitions: exercise.hold ? 1 : clocked ? 0 : amount * turns,
    phases: exercise.hold ? [first, { action: "hold", seconds: amount, frame: first.frame }, ...others] : exercise.phases,
  };
}

/* 8 each side, 30 s, 1 step: as `item_dose` in words.py says it. */
export function doseWords(doses, { amount, clocked, each, steps }) {
  const one = amount === 1 && !each, counts = steps ? (one ? "step" : "steps") : one ? "one" : "repetitions";
  return doses[`${clocked ? "seconds" : counts}${each ? "_each_side" : ""}`].replace("{}", amount);
}

/* Landings of a list; where the clock ends a jump, one a second. */
export const landingsOf = (known, list) => list.reduce((sum, each) => sum + each.sets * perSet(known, each), 0);

/* Low hops on both feet, which are no landings; where the clock ends them, as many as their tempo has time for. */
export const hopsOf = (known, list) => list.reduce((sum, { id, sets, amount, unit }) => {
  const { hops, phases } = known.get(id), lap = unit ? phases.reduce((all, phase) => all + phase.seconds, 0) : 1;
  return sum + sets * Math.ceil(hops * amount / lap);
}, 0);

export const leavesTheFloor = (known, list) => landingsOf(known, list) + hopsOf(known, list) > 0;

const perSet = (known, { id, amount, each }) => known.get(id).landings * amount * (each ? 2 : 1);

/* The list without the jumps that would go beyond so many landings: fewer in a set, then fewer sets, then none. */
export function withinLandings(known, list, most) {
  let left = most;
  return list.flatMap((each) => {
    const once = perSet(known, { ...each, amount: 1 });
    if (!once) return [each];
    const amount = Math.min(each.amount, Math.floor(left / once));
    const sets = amount ? Math.min(each.sets, Math.floor(left / (once * amount))) : 0;
    left -= sets * once * amount;
    return sets ? [{ ...each, sets, amount }] : [];
  });
}

/* A whole session from a list of {id, sets, amount, unit, each} and seconds of rest. */
export function plan(catalogue, { list, rest }, name) {
  const known = new Map(catalogue.exercises.map((each) => [each.id, each]));
  const moves = list.map((each) => moveOf(known.get(each.id), each, catalogue.doses));
  const after = (each) => (perSet(known, each) ? Math.max(rest, catalogue.rest_after_jumps) : rest);
  const blocks = list.map((each, index) => ({ name: "", rounds: each.sets, between: 0, after: after(each), moves: [index] }));
  const gate = collect(known, list, "gate"), jumps = leavesTheFloor(known, list), leave_out = jumps ? catalogue.leave_out : [];
  const steps = [
    ...(jumps ? catalogue.warm_up_before_jumps : catalogue.warm_up), ...timeline(moves, blocks, catalogue), ...catalogue.finish,
  ];
  return {
    id: "own", name, moves, steps, gate, leave_out, minutes: minutesOf(steps), needs: needs(known, list, catalogue.nothing),
    leave_out_when: jumps ? "" : catalogue.leave_out_when,
  };
}

/* One set of an exercise, by itself: without a warm-up and without a finish. */
export function oneSet(catalogue, id) {
  const known = new Map(catalogue.exercises.map((each) => [each.id, each])), exercise = known.get(id);
  const list = [{ ...usual(exercise), sets: 1 }], moves = [moveOf(exercise, list[0], catalogue.doses)];
  const steps = timeline(moves, [{ name: "", rounds: 1, between: 0, after: 0, moves: [0] }], catalogue);
  return {
    id: "set", name: exercise.name, moves, steps, gate: exercise.gate, leave_out: leavesTheFloor(known, list) ? catalogue.leave_out : [],
    minutes: Math.max(1, minutesOf(steps)), needs: needs(known, list, catalogue.nothing), leave_out_when: "",
  };
}

/* To the nearest minute, everything between the first step and the last included. */
export const minutesOf = (steps) => Math.floor(steps.reduce((sum, step) => sum + (step.seconds ?? step.planned ?? 0), 0) / 60 + 0.5);

export const collect = (known, list, field) => [...new Set(list.flatMap((each) => known.get(each.id)[field]))];

function needs(known, list, nothing) {
  const things = collect(known, list, "equipment");
  return things.length ? `${things.slice(0, -1).join(", ")}${things.length > 1 ? " and " : ""}${things.at(-1)}` : nothing;
}
