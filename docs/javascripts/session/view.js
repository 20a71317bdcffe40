/* What the screen shows at a moment, as plain values. Pure: (session, steps, state, time) → words and numbers. */
import { elapsed, left, remaining, span } from "./timeline.js";
import { beat } from "./tempo.js";
import { amount, capital, clock, heading, place, title, upcoming } from "./words.js";

const READY = 5, CUE_SECONDS = 8;

export function view(session, steps, state, now) {
  const step = steps[state.index], move = session.moves[step.move], gone = elapsed(state, now);
  const seconds = left(steps, state, now) / 1000, told = step.kind === "warm-up" || step.kind === "finish";
  const soon = step.kind === "rest" && seconds <= READY;
  return {
    kind: step.kind, soon, paused: state.paused !== null, untimed: step.seconds === null,
    place: told ? session.name : place(step) || session.name,
    left: `${Math.max(1, Math.round(remaining(steps, state, now) / 60))} min left`,
    share: 1 - remaining(steps, state, now) / Math.max(1, remaining(steps, { index: 0, since: 0, paused: 0, added: 0 }, 0)),
    heading: soon ? "Get ready" : heading(step),
    name: told ? "" : title(move),
    text: told ? step.text : "",
    below: ["ready", "rest"].includes(step.kind) ? capital(amount(move, upcoming(steps, state.index))) + spare(move) : "",
    ...(step.kind === "work" ? counting(step, move, gone, seconds) : { digits: told && step.seconds === null ? "" : clock(seconds) }),
    detail: ["ready", "rest"].includes(step.kind) ? [move.how, move.load && `Weight: ${move.load}`, move.note].filter(Boolean).join(" ") : "",
    cue: step.kind === "work" ? cue(move, gone) : "",
    next: next(session, steps, state),
    spent: step.seconds === null ? 0 : Math.min(1, gone / span(steps, state)),
  };
}

/* How near to the limit a set goes, where that is told. */
const spare = ({ left, repetitions }) => (left && repetitions ? `, with ${left} to spare` : "");

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

export function cue(move, gone) {
  const all = move.note ? [move.note, ...move.cues] : move.cues;
  return all[Math.floor(gone / (CUE_SECONDS * 1000)) % all.length];
}

function next(session, steps, state) {
  const step = steps[state.index];
  if (["ready", "rest", "switch"].includes(step.kind)) return "";
  const coming = upcoming(steps, state.index);
  if (!coming) return "Last one";
  if (coming.side === "second" && coming.kind !== "work") return "Next: the other side";
  if (coming.kind !== "work") return coming.kind === step.kind ? `Next: ${coming.text}` : "Next: to finish";
  const same = step.kind === "work" && coming.move === step.move;
  if (same && coming.side === "second") return "Next: the other side";
  return `Next: ${title(session.moves[coming.move])}`;
}
