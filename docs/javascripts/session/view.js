/* What the screen shows at a moment, as plain values. Pure: (session, steps, state, first side) → words and numbers. */
import { amountWords, latestSet } from "./record.js";
import { beat } from "./tempo.js";
import { elapsed, left, remaining } from "./timeline.js";
import { cue } from "./timetable.js";
import { advice, amount, capital, clock, heading, place, sideOf, sideWords, title, turnOf, upcoming } from "./words.js";

const READY = 5, AHEAD = 6; // seconds before the end of a rest and of a set
const BEFORE_WORK = ["ready", "rest", "switch"];

export function view(session, steps, state, first) {
  const step = steps[state.index], move = session.moves[step.move], gone = elapsed(state), told = isTold(step);
  const seconds = left(steps, state) / 1000, soon = step.kind === "rest" && seconds <= READY, lead = state.lead > 0;
  return {
    kind: step.kind, soon, lead, paused: state.paused, untimed: step.seconds === null && !lead,
    place: told ? session.name : place(step) || session.name,
    left: `${Math.max(1, Math.round(remaining(steps, state) / 60))} min left`,
    share: 1 - remaining(steps, state) / Math.max(1, remaining(steps, { ...state, index: 0, time: 0, since: 0, added: 0 })),
    heading: soon || lead ? "Get ready" : heading(step, first),
    side: told ? "" : sideWords(sideOf(step, first) || (step.kind === "work" ? turnOf(move, gone, first) : "")),
    name: told ? "" : title(move),
    text: told ? step.text : "",
    amount: ["ready", "rest"].includes(step.kind) ? capital(amount(move, upcoming(steps, state.index))) + spare(move) : "",
    ...(lead ? { digits: clock(state.lead / 1000), unit: "" } : digits(step, move, gone, seconds)),
    detail: ["ready", "rest"].includes(step.kind) ? advice(move) : "",
    cue: step.kind === "work" && !lead && seconds > AHEAD ? cue(move, gone / 1000) : "", // then what comes next
    next: next(session, steps, state),
    set: setRow(session, steps, state),
  };
}

const isTold = (step) => step.kind === "warm-up" || step.kind === "finish";

/* How near to the limit a set goes, where that is told. */
const spare = ({ left: reserve, repetitions }) => (reserve && repetitions ? `, with ${reserve} to spare` : "");

function digits(step, move, gone, seconds) {
  if (step.kind === "work") return counting(step, move, gone, seconds);
  return { digits: isTold(step) && step.seconds === null ? "" : clock(seconds) };
}

/* Big digits and what they count: repetitions where there is a tempo, else seconds. */
function counting(step, move, gone, seconds) {
  if (step.seconds === null) return { digits: String(move.repetitions), unit: "repetitions", phase: "At your own pace" };
  const now = beat(move, gone);
  if (!now) return { digits: clock(seconds), unit: "seconds" };
  const phase = now.fast ? `${capital(now.action)} fast` : capital(now.action);
  const bars = move.phases.map(({ seconds: whole }, index) => ({
    whole, full: index < now.index ? 1 : index > now.index ? 0 : Math.min(1, (now.second + 1) / whole),
  }));
  if (move.hold) return { digits: clock(now.left), unit: "seconds", phase, bars };
  return { digits: String(now.repetition), unit: `of ${now.of}`, phase: now.fast ? phase : `${phase} ${Math.ceil(now.left)}`, bars };
}

function next(session, steps, state) {
  const step = steps[state.index];
  if (BEFORE_WORK.includes(step.kind)) return "";
  const coming = upcoming(steps, state.index);
  if (!coming) return "Last one";
  if (coming.side === "second" && coming.kind !== "work") return "Next: the other side";
  if (coming.kind !== "work") return coming.kind === step.kind ? `Next: ${coming.text}` : "Next: to finish";
  const same = step.kind === "work" && coming.move === step.move;
  if (same && coming.side === "second") return "Next: the other side";
  return `Next: ${title(session.moves[coming.move])}`;
}

/* The set that has just been done, to be corrected and rated while the next one is not on. */
function setRow(session, steps, state) {
  const { kind, side } = steps[state.index];
  if (kind === "work" || kind === "warm-up" || (kind === "switch" && side === "second")) return null;
  const set = latestSet(session, steps, state);
  if (!set) return null;
  const { done, move } = set;
  const counted = done ? amountWords(session.moves[move], done) : "0";
  return { set: set.set, label: `${title(session.moves[move])}: ${counted} done`, left: done?.left ?? null, asksLeft: Boolean(done) };
}
