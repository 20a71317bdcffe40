/* What is asked in the course of a session, each with the session standing still: whether to stop, what a sleeping device
   missed, how a set really went, and what to do instead. `course` is the session that runs (see run.js). */
import { exchanged, offersFor } from "./adapt.js";
import { amounts, latestSet, takesTurns, unitOf } from "./record.js";
import { loadVersions } from "./loaded.js";
import { exchange, setForm, settings } from "./screen.js";
import * as time from "./timeline.js";
import { duration, other, sideOf, sideWords, title } from "./words.js";

const LEAST_MS = 3000; // of a set that somebody really began
const READY_SECONDS = 10;

export function stopping(course) {
  const goOn = course.interrupt(), form = runningSet(course);
  course.ask({
    title: "Stop here?",
    lines: form ? ["You are in the middle of a set. How much of it have you done?"] : [],
    more: [form?.element],
    buttons: [
      ["Go on", goOn],
      ["Stop and see what was done", () => {
        if (form) cutSet(course, form.read());
        course.end();
      }],
      ["Leave, and resume later", course.leave],
    ],
    onBack: goOn,
  });
}

/* The set that is on ends with what somebody says of it. */
function cutSet(course, { amounts: told, ...said }) {
  const set = time.setOf(course.steps[course.state.index]), turns = told.length > 1; // one step of work has two where sides take turns
  const state = time.next(course.steps, course.state, { cut: true, amount: turns ? null : told[0] });
  course.state = time.saying(state, set, { ...said, ...(turns && { amounts: alike(told) }) });
}

/* Of sides that take turns and did as much, the log has one number. */
const alike = (told) => (told.every((amount) => amount === told[0]) ? [told[0]] : told);

/* How much of the set that is on has been done, to be corrected; nothing where none has begun. */
function runningSet({ session, steps, state, values }) {
  const step = steps[state.index], ms = time.elapsed(state);
  if (step.kind !== "work" || state.lead || ms < LEAST_MS) return null;
  const move = session.moves[step.move], known = step.seconds === null ? [0] : amounts(move, { ms, cut: true });
  return setForm({
    title: "", unit: unitOf(move), load: lastLoad(state, step.move), left: null, clean: null,
    amounts: labelled(known, move, [step.side], values.first),
  });
}

/* Amounts with what they are of: a side by its name, where it is of one. */
function labelled(known, move, sides, first) {
  const turns = known.length > 1 ? [first, other(first)].map(sideWords) : ["Each side"];
  const labels = sides[0] ? sides.map((side) => sideWords(sideOf({ side }, first))) : takesTurns(move) ? turns : ["Done"];
  return known.map((value, index) => ({ label: labels[index], value }));
}

/* Nobody knows what was done while the device slept: time stands where it was last seen. */
export function away(course, gap) {
  const work = course.steps[course.state.index].kind === "work";
  course.ask({
    title: "Are you still there?",
    lines: [`The page was asleep for ${duration(gap)}. Nothing was counted meanwhile.`],
    buttons: [
      [work ? "Begin this set again" : "Go on", () => course.again()],
      ...(work ? [["I have done this set", () => course.again((state) => time.next(course.steps, state))]] : []),
      ["Stop and see what was done", course.end],
    ],
  });
}

/* The set that was done last, to be put right. */
export function correct(course) {
  const found = latestSet(course.session, course.steps, course.state);
  if (found) correctSet(course, found, course.interrupt());
}

/* `close` goes back to where it was asked. */
export function correctSet(course, { set, move: number, sides, done }, close) {
  const { session, values, state } = course, move = session.moves[number], known = done ?? { amounts: sides.map(() => 0) };
  const form = setForm({
    title: "", unit: unitOf(move), load: known.load ?? lastLoad(state, number), left: known.left ?? null, clean: known.clean ?? null,
    amounts: labelled(known.amounts, move, sides, values.first),
  });
  const told = () => {
    const read = form.read();
    return sides.length > 1 ? read : { ...read, amounts: alike(read.amounts) };
  };
  course.ask({
    title: title(move),
    more: [form.element],
    buttons: [["Keep", () => { course.state = time.saying(course.state, set, told()); close(); }], ["Cancel", close]],
    onBack: close,
  });
}

/* The weight of an earlier set of the same move, so that it need not be given again. */
const lastLoad = ({ said }, number) => Object.entries(said).filter(([set]) => set.startsWith(`${number} `)).map(([, { load }]) => load).findLast((load) => load) ?? null;

/* Everything that is seldom needed, behind one button. */
export async function choices(course) {
  const goOn = course.interrupt(), step = course.steps[course.state.index];
  const ways = ["work", "rest", "ready", "switch"].includes(step.kind) ? await loadVersions() : null;
  const offers = ways ? offersFor(ways, course.session.moves[step.move], course.session) : [];
  course.ask({
    title: ways ? title(course.session.moves[step.move]) : "More",
    more: [offers.length > 0 && exchange(offers, (offer) => { swap(course, offer); goOn(); course.redraw(); }), settings(course.values, course.flip)],
    buttons: [["Close", goOn]],
    onBack: goOn,
  });
}

/* Another version takes the place of this move, now and in every round that is left. */
function swap(course, offer) {
  const { session, steps, state } = course, working = steps[state.index].kind === "work";
  const planned = time.paceSteps(steps, session.moves, true);
  const changed = exchanged(planned, state.index, session.moves, offer, READY_SECONDS);
  course.session = { ...session, moves: changed.moves };
  course.steps = time.paceSteps(changed.steps, changed.moves, course.values.pace);
  if (working) course.state = time.next(course.steps, state, { cut: true });
}
