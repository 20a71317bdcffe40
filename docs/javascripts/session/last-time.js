/* What the rules say after the last session: the question about the next morning, and the next step in each exercise.
   Stands before the next session and in the log. */
import { choice, numberOf, numbers } from "./answers.js";
import { make } from "./dom.js";
import { root } from "./kept.js";
import { afterPause, nextStep, painRuleFor } from "./rules.js";
import { least } from "../log/entry.js";
import { all, put } from "../log/store.js";

const LATEST = 40; // sessions of an exercise that decide
const DAY = 864e5, NOTHING_SAID = { during: null, morning: null, signs: [] };

let asked = null;

/* The rules, asked for once; nothing where they cannot be had. */
export const loadRules = () => {
  asked ??= fetch(new URL("rules.json", root)).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  return asked;
};

/* For the beginning of a session: what is to be told of the last one, or nothing. */
export async function lastTime(id, now) {
  try {
    const [rules, entries] = await Promise.all([loadRules(), all()]), last = entries.find((entry) => entry.session === id);
    return rules && last ? told(rules, last, entries, now, `Last time, ${date(last.began)}`) : null;
  } catch {
    return null; // a browser that keeps no log has no last time
  }
}

/* The same of one entry, for the log; `entries` are all, the latest first. */
export function told(rules, entry, entries, now, heading) {
  const place = make("div", { class: "session__last", tabindex: "-1" });
  show(entry);
  return place.childElementCount ? place : null;

  function show(known) {
    const others = entries.map((each) => (each.id === known.id ? known : each)), answers = known.answers ?? NOTHING_SAID;
    const lines = advice(rules, known, others, now), unknown = hasSaid(known) && answers.morning === null;
    if (!lines.length && !unknown) return;
    place.replaceChildren(make("p", {}, make("strong", {}, heading)));
    if (unknown && isSameDay(known.began, now)) place.append(make("p", {}, "How the morning after is, decides as well. Your log asks for it tomorrow."));
    else if (unknown) place.append(morning((number) => answer({ ...known, answers: { ...answers, morning: number } })));
    if (lines.length) place.append(make("ul", {}, ...lines.map(([name, text]) => make("li", {}, make("strong", {}, `${name}:`), ` ${text}`))));
  }

  async function answer(known) {
    await put([known]).catch(() => {}); // what the rules say holds even where it cannot be kept
    show(known);
    place.focus();
  }
}

/* Lines of [what it is about, what to do]. Pain comes before everything else; an exercise of which nothing was said has none. */
export function advice(rules, entry, entries, now) {
  const pause = afterPause(rules, daysBetween(entry.began, now) - 1), sessions = [...entries].filter(hasSaid).reverse();
  const before = sessions.slice(0, sessions.findIndex((each) => each.id === entry.id) + 1);
  const lines = pause === rules.pauses[0] ? [] : [[pause.name, pause.next]];
  if (!before.length) return lines;
  const pain = painRuleFor(rules, before.map(answersOf));
  if (!rules.goes_on.includes(pain.action)) return [[pain.name, pain.next], ...lines];
  if (answersOf(entry).morning === null && isSameDay(entry.began, now)) return lines;
  const week = { week_of_strength: weeks(entries, now), week: "usual", kilometres_rise: false, day: dayOf(now) };
  return [...lines, ...entry.done.filter(isTold).map((each) => [each.name, step(rules, each, before, week)])];
}

function step(rules, done, sessions, week) {
  const history = sessions.flatMap((entry) => entry.done.filter((each) => isTold(each) && each.exercise === done.exercise && each.name === done.name)
    .map((each) => loggedOf(rules, entry, each))).slice(-LATEST);
  const over = leftOf(done), left = over === null ? "" : `, ${over === 5 ? "5 or more" : over} left over`;
  return `${Math.min(...done.sets.map(least))} ${done.unit}${left}. ${nextStep(rules, history, week).next}`;
}

/* Of an exercise of which something was said, and whose sets are all known. */
const isTold = (each) => each.asked > 0 && each.sets.length > 0 && each.sets.every((set) => least(set) !== null)
  && each.sets.some((set) => set.left !== null || set.clean !== null);
const leftOf = (each) => each.sets.findLast((set) => set.left !== null)?.left ?? null;

const loggedOf = (rules, entry, each) => ({
  answers: answersOf(entry), sets: each.sets.map(least), asked: each.asked, least: Math.min(each.asked, rules.least[each.exercise] ?? 0),
  is_hold: each.hold, unclean_sets: each.sets.filter((set) => set.clean === false).length, left: leftOf(each), asked_left: each.asked_left ?? rules.left, stronger: null, loads_differ_by_percent: 0,
});

const hasSaid = (entry) => Boolean(entry.answers && (entry.answers.during !== null || entry.answers.signs.length)) || entry.done.some(isTold);

const answersOf = (entry) => ({ ...NOTHING_SAID, ...entry.answers, day: dayOf(Date.parse(entry.began)) });

function dayOf(time) {
  const day = new Date(time);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY);
}

const isSameDay = (began, now) => dayOf(Date.parse(began)) === dayOf(now);
const daysBetween = (began, now) => Math.max(1, dayOf(now) - dayOf(Date.parse(began)));

/* In which week of strength work this is: weeks with a session, the present one included. */
const weeks = (entries, now) => new Set([now, ...entries.map((entry) => Date.parse(entry.began))].map((time) => Math.floor((dayOf(time) + 3) / 7))).size;

function morning(answered) {
  const question = choice("How was the morning after? Pain from 0 to 10", [["", "Not answered"], ["0", "0, nothing hurt"], ...numbers(1, 10)]);
  question.field.addEventListener("change", () => { if (numberOf(question.field) !== null) answered(numberOf(question.field)); });
  return make("p", { class: "session__morning" }, question.label);
}

const date = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
