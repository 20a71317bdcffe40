/* What a session can become: other versions of a move, and what is left of it where something hurts. Pure.
   `ways` is session-versions.json, a place an entry of hurts.json; both are made in hooks/guide/session/. */
import { doseWords, minutesOf } from "./plan.js";

export { minutesOf };

const KINDS = ["easier", "harder", "without"], BEFORE = ["ready", "rest", "switch"], TOLD = ["warm-up", "finish"];

// Versions in two taps

/* What may be done instead of a move: [{kind, name, how, needs, move}], of each kind the nearest first. Where something
   hurts, nothing that is left out there, and what is changed there with its change. */
export function offersFor(ways, move, session) {
  const here = wayOf(ways.ways, move);
  if (!here) return [];
  return KINDS.flatMap((kind) => (here[kind] ?? []).map((offer) => told(ways, here, kind, offer, move, session)).filter(Boolean));
}

/* The entry of a move; of a version that is another exercise, the entry of that exercise. */
function wayOf(ways, { exercise, version }) {
  const of = (way) => (ways[way.of] ?? way).move.exercise === exercise;
  return ways.find((way) => of(way) && way.move.version === version) ?? ways.find((way) => of(way) && way.of === undefined);
}

function told({ ways, gates, doses }, here, kind, offer, move, session) {
  const [number, words] = [offer].flat(), way = ways[number], plain = { ...ways[way.of]?.move, ...way.move };
  const pain = session.pain ?? { out: [], change: {} };
  if (pain.out.includes(plain.exercise) || (way.gate && !mayJump(way, here, gates[way.gate], session))) return null;
  const amount = amountFor(way, kind, plain, move);
  if (amount < 1) return null;
  const left = plain.left && (move.left || plain.left);
  return {
    kind, name: plain.version || plain.name, how: words || plain.how || way.about || "", needs: way.needs ?? "",
    move: { ...scaled(plain, amount, doses, way.steps), left, note: (pain.change[plain.exercise] ?? []).join(" ") },
  };
}

/* Nobody comes to a jump who does not jump here, nor to landings from low hops, nor past a gate that was not asked. */
const mayJump = (way, here, points, session) =>
  Boolean(here.gate) && (!way.lands || Boolean(here.lands)) && points.every((point) => (session.gate ?? []).includes(point));

/* What was asked, where the same is counted and it is no harder; of short versions no more than they are meant for, and
   never more landings than there were. */
function amountFor(way, kind, plain, move) {
  const asked = unit(plain) === unit(move) && kind !== "harder" ? Math.min(amountOf(move), way.most) : amountOf(plain);
  return way.gate ? Math.min(asked, Math.floor(inASet(move) / sidesOf(plain))) : asked;
}

const unit = (move) => (move.hold ? "hold" : move.repetitions ? "repetitions" : "clock");

/* Repetitions or seconds, of each side where there are sides. A hold stands between its way in and its way out. */
export const amountOf = (move) => ({
  hold: () => move.phases[1].seconds, repetitions: () => move.repetitions / turns(move), clock: () => move.seconds,
})[unit(move)]();

const turns = (move) => (move.each_side && move.sides !== "each" ? 2 : 1);
const sidesOf = (move) => (move.each_side ? 2 : 1);
const inASet = (move) => amountOf(move) * sidesOf(move);
const isSided = (move) => move.sides === "each" && move.each_side;

/* The move with another amount, as `move` in timeline.py would make it. */
function scaled(move, amount, doses, steps = false) {
  const phases = move.hold ? move.phases.with(1, { ...move.phases[1], seconds: amount }) : move.phases;
  const lap = phases.reduce((sum, phase) => sum + phase.seconds, 0), repetitions = move.hold ? 1 : amount * turns(move);
  return {
    ...move, phases, repetitions, seconds: lap * repetitions,
    dose: doseWords(doses, { amount, clocked: move.hold, each: move.each_side, steps }),
  };
}

/* The session goes on with an offer: the set that is on begins anew with it, and every later set of the move is one of it.
   What lies before `index` is as it was; `index` in the answer is the step that comes now. `steps` are those of the session,
   with their planned seconds. */
export function exchanged(steps, index, moves, { move: to }, ready_seconds) {
  const at = steps[index], number = moves.length, rest = steps.slice(index + 1), isOn = at.kind === "work" || BEFORE.includes(at.kind);
  const from = at.move ?? 0, end = isOn ? rest.findIndex((step) => step.move !== from || !["work", "switch"].includes(step.kind)) : 0;
  const later = (end < 0 ? [] : rest.slice(end)).flatMap((step) => laterStep(step, from, to, number));
  const now = isOn ? presentSet(at, to, number, ready_seconds) : [at];
  return {
    steps: [...steps.slice(0, index), ...now, ...later], moves: [...moves, to], index: at.kind === "work" ? index + 1 : index,
  };
}

/* Of somebody whose second side was on, only that is done anew, where there are sides. */
function presentSet(at, to, number, ready_seconds) {
  const second = at.side === "second" && isSided(to), work = worksOf(at, to, number).slice(second ? 1 : 0).slice(second ? -1 : 0);
  const before = { move: number, side: work[0].side, round: at.round, rounds: at.rounds, block: at.block };
  if (at.kind === "work") return [at, { kind: "ready", seconds: ready_seconds, ...before }, ...work];
  return [{ ...at, ...before, kind: at.kind === "switch" && !second ? "ready" : at.kind }, ...work];
}

function laterStep(step, from, to, number) {
  if (step.move !== from || TOLD.includes(step.kind)) return [step];
  if (step.kind === "work") return step.side === "second" ? [] : worksOf(step, to, number);
  return step.kind === "switch" ? [] : [{ ...step, move: number, side: isSided(to) ? "first" : "" }];
}

function worksOf({ round, rounds, block }, move, number) {
  const step = (kind, side, seconds) => ({ kind, seconds, move: number, side, round, rounds, block });
  if (!isSided(move)) return [step("work", "", move.seconds)];
  return [
    step("work", "first", move.seconds), step("switch", "second", move.change_seconds), step("work", "second", move.seconds),
  ];
}

// What hurts

/* The session without what is left out at a place that hurts, and with what is changed there put before the notes:
   {session, told: [{name, action: "out" | "change", reasons}]}. Moves keep their numbers; those without steps are out.
   Where no work is left there are no steps. No jump is ever left: all of them are out wherever something hurts. What the
   place says stays in `session.pain` for offers; of two places that hurt, the second is given the session of the first. */
export function withoutPain(session, place) {
  const moves = session.moves.map((move) => changed(move, place.change[move.exercise]));
  const steps = withoutMoves(session, place), around = session.steps.filter((step) => TOLD.includes(step.kind) && !place.everything);
  const told = [...session.moves, ...around].map((each) => toldOf(each, place)).filter(Boolean);
  const warm = "minutes_when_warm" in session
    ? { minutes_when_warm: minutesOf(session.leave_out_when ? steps.filter((step) => step.kind !== "warm-up") : steps) } : {};
  return {
    session: { ...session, moves, steps, minutes: minutesOf(steps), ...warm, gate: [], leave_out: [], pain: together(session.pain, place) },
    told: told.filter((each, index) => told.findIndex((other) => other.name === each.name) === index),
  };
}

function together(pain = { out: [], change: {} }, { out, change }) {
  const both = Object.entries(change).map(([id, lines]) => [id, [...(pain.change[id] ?? []), ...lines]]);
  return { out: [...new Set([...pain.out, ...Object.keys(out)])], change: { ...pain.change, ...Object.fromEntries(both) } };
}

const changed = (move, changes) => (changes ? { ...move, note: [...changes, move.note].filter(Boolean).join(" ") } : move);

/* Of a move, or of a step of the warm-up or the finish. */
function toldOf(each, { out, change, unless, jumps }) {
  const name = each.version || each.name || each.text, reason = out[each.exercise] ?? (each.hops ? jumps : null);
  if (reason) return { name, action: "out", reasons: [reason] };
  const reasons = [...(change[each.exercise] ?? []), unless[each.exercise]].filter(Boolean);
  return reasons.length ? { name, action: "change", reasons } : null;
}

function withoutMoves({ moves, steps }, { out, change, everything }) {
  const isOut = (step) => (TOLD.includes(step.kind) ? step.hops || step.exercise in out : moves[step.move].exercise in out);
  const ready = steps.find((step) => step.kind === "ready");
  let begun = false, rest = null;
  const left = steps.flatMap((step) => {
    if (isOut(step)) {
      if (step.kind === "ready" || step.kind === "rest") rest = longer(rest, step);
      return [];
    }
    if (TOLD.includes(step.kind)) return [{ ...step, text: [step.text, ...(change[step.exercise] ?? [])].join(" ") }];
    if (step.kind === "work" || step.kind === "switch") return [step];
    const before = begun ? longer(rest, step) : { ...step, kind: "ready", seconds: ready.seconds };
    begun = true;
    rest = null;
    return [before];
  });
  return begun && !everything ? left : [];
}

/* Before a step, the rest that is the longest of those that came together when something between them was left out. */
const longer = (rest, step) => (rest && rest.seconds > step.seconds ? { ...step, kind: rest.kind, seconds: rest.seconds } : step);
