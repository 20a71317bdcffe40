/* What the rules say after a session: of each exercise what was done, what to do next, why, and on whose word. Pure.
   `rules` is rules.json; entries are those of the log, in any order. */
import { afterPause, inTraining, judged, painRuleFor } from "./rules.js";
import { didLine, painLine, reason } from "./reasons.js";

const DAY = 864e5;
const ENOUGH = 20; // sessions of an exercise: no rule looks further back
const A_WEEK = 2; // sessions that make a week count towards an easier one, as the rule's words have it

/* Lines of {about, did, next, why, rule, sources}. Pain comes before everything else, then pauses and weeks; an exercise
   of which nothing was asked has none. */
export function advice(rules, entry, entries, now) {
  const known = inOrder(entries), paused = pause(rules, entry, now);
  const pain = stopped(rules, entry, known);
  if (pain) return [pain, ...paused];
  if (entry.answers.morning === null && isSameDay(entry.began, now)) return paused;
  const week = weekOf(rules, known, now), asked = entry.done.filter(isAsked);
  const once = asked.filter((each, index) => asked.findIndex((other) => isSame(rules, each, other)) === index);
  return [...paused, ...easier(rules, entry, known, now), ...atMost(rules, once.map((each) => ofExercise(rules, each, known, week)))];
}

/* Days as whole numbers, those of the reader's own calendar. */
export function dayOf(time) {
  const day = new Date(time);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY);
}

export const isSameDay = (began, now) => dayOf(Date.parse(began)) === dayOf(now);

/* What an entry says of pain, as the rules ask for it. */
const answersOf = (entry) => ({ ...entry.answers, day: dayOf(Date.parse(entry.began)) });

const saysPain = ({ answers }) => answers.during !== null || answers.morning !== null || answers.signs.length > 0;

/* The rule of pain after an entry, with everything that was said before it. */
export function painAfter(rules, entry, entries) {
  const before = inOrder(entries).filter((each) => each.id !== entry.id && each.began <= entry.began && saysPain(each));
  return painRuleFor(rules, [...before, entry].slice(-2 * ENOUGH).map(answersOf));
}

/* What was done of an exercise in one session, as the rules ask for it: of two sides the one that did less; as many left
   over as in the hardest set; a set that was cut short, nobody knows where, as one repetition too few. */
export function doneOf(rules, entry, each) {
  const { asked, hold, sets } = each, id = idOf(rules, each.exercise), left = leftOf(each), said = sets.filter((set) => set.clean !== null || set.left !== null);
  return {
    answers: answersOf(entry), asked, least: Math.min(asked, under(rules.least, id, 0)), is_hold: hold,
    sets: sets.map((set) => Math.min(...set.amounts.map((amount) => amount ?? asked - 1))),
    unclean_sets: said.some((set) => set.clean !== null || !hold) ? said.filter((set) => set.clean === false).length : null,
    left, asked_left: each.asked_left ?? rules.left, left_out: Math.max(0, each.planned - sets.length),
    sides_differ_by: Math.max(0, ...sets.map(({ amounts: [one, other = one] }) => (one === null || other === null ? 0 : Math.abs(one - other)))),
    loads_differ_by_percent: 0,
  };
}

const leftOf = ({ hold, sets }) => {
  const told = sets.map((set) => set.left).filter((left) => left !== null);
  return hold || !told.length ? null : Math.min(...told);
};

// What is looked at

/* A log of before there were amounts says nothing that a rule could judge. */
const isAsked = (each) => each.asked > 0 && Array.isArray(each.sets) && each.sets.length > 0;
const under = (table, id, otherwise) => (Object.hasOwn(table, id) ? table[id] : otherwise);
const idOf = (rules, id) => under(rules.renamed, id, id);
const landingsOfOne = (rules, { exercise }) => under(rules.jumps, idOf(rules, exercise), 0);
const isSame = (rules, one, other) => idOf(rules, one.exercise) === idOf(rules, other.exercise) && one.version === other.version;
const inOrder = (entries) => [...entries].sort((a, b) => a.began.localeCompare(b.began));

/* Every session in which the same exercise was done in the same version, whatever session it was: the earliest first. */
const historyOf = (rules, each, known) => known.flatMap((entry) => entry.done.filter((other) => isAsked(other) && isSame(rules, each, other)).slice(-1)
  .map((done) => ({ entry, done }))).slice(-ENOUGH);

// Pain, and pauses

/* What pain says where it lets nothing go on: after the latest session of which it is known, else after this one. */
function stopped(rules, entry, known) {
  const latest = known.findLast(saysPain);
  for (const each of latest && latest.began > entry.began ? [latest, entry] : [entry]) {
    const rule = painAfter(rules, each, known);
    if (!rules.goes_on.includes(rule.action)) return line(rules, rule, { about: each === entry ? "" : each.name, did: painLine(each.answers) });
  }
  return null;
}

function pause(rules, entry, now) {
  const days = Math.max(1, dayOf(now) - dayOf(Date.parse(entry.began))) - 1, rule = afterPause(rules, days);
  return rule === rules.pauses[0] ? [] : [line(rules, rule, { why: `${days} days without this session.` })];
}

// Weeks, from Monday to Sunday

const weekNumber = (time) => Math.floor((dayOf(time) + 3) / 7);

/* In which week of strength work this is: weeks with a session, the present one included. A warm-up is none. */
const isSession = (rules) => (entry) => !rules.warm_ups.includes(entry.session);
const weeksWith = (entries, now) => new Set([now, ...entries.map((entry) => Date.parse(entry.began))].map(weekNumber)).size;

function weekOf(rules, known, now) {
  const isEasier = inEasierWeek(rules, known, now);
  return { week_of_strength: weeksWith(known.filter(isSession(rules)), now), week: isEasier ? "easier" : "usual", kilometres_rise: false, day: dayOf(now) };
}

/* How many weeks running had enough sessions, up to one week; those before an easier one do not count again, and single
   sets are no session. */
function weeksRunning(rules, known, week) {
  const counts = new Map(), most = easierAfter(rules);
  for (const entry of known.filter((each) => isSession(rules)(each) && each.session !== "set")) {
    const its = weekNumber(Date.parse(entry.began));
    counts.set(its, (counts.get(its) ?? 0) + 1);
  }
  let running = 0;
  while ((counts.get(week - running) ?? 0) >= A_WEEK) running += 1;
  return running % (most + 1);
}

const easierAfter = (rules) => rules.training.find((rule) => rule.action === "easier-week").when[0].weeks_since_easier.low;
const inEasierWeek = (rules, known, now) => weeksRunning(rules, known, weekNumber(now) - 1) === easierAfter(rules);

/* That the next week is an easier one, or that this one is; not told of sessions that lie further back. */
function easier(rules, entry, known, now) {
  if (weekNumber(now) - weekNumber(Date.parse(entry.began)) > 1) return [];
  if (inEasierWeek(rules, known, now)) return inTraining(rules, { week: "easier" }).map((rule) => line(rules, rule, { why: `The ${easierAfter(rules)} weeks before had two or more sessions each.` }));
  return inTraining(rules, { weeks_since_easier: weeksRunning(rules, known, weekNumber(now)) }).map((rule) => line(rules, rule));
}

// Exercises

function ofExercise(rules, each, known, week) {
  const history = historyOf(rules, each, known), done = history.map(({ entry, done: one }) => doneOf(rules, entry, one)), last = history.at(-1);
  const found = lostRaises(rules, history) ?? addedSet(rules, history, done, week, known) ?? judged(rules, done, week);
  const jumps = landingsOfOne(rules, each) > 0, why = found.why ?? reason(found, { done: done.at(-1), week, jumps });
  return line(rules, found.rule, { about: each.name, did: didLine(last.done), why });
}

const line = (rules, rule, { about = "", did = "", why = "" } = {}) => ({
  about, did, why, next: rule.next, id: rule.id, rule: rule.name, action: rule.action, sources: rule.sources.map((name) => rules.sources[name]),
});

/* In one session at most so many exercises step up, and jumps gain a set only where none does: the others keep their numbers. */
function atMost(rules, lines) {
  const rule = rules.training.find((each) => each.action === "no-more-changes"), same = rules.steps.at(-1);
  const those = (action) => lines.filter((each) => each.action === action), steps = those("step-up");
  const may = steps.length ? steps.slice(0, rule.then.exercises) : those("add-set").slice(0, 1);
  return lines.map((each) => (may.includes(each) || !["step-up", "add-set"].includes(each.action) ? each
    : { ...line(rules, rule, { about: each.about, did: each.did, why: rule.next }), next: same.next }));
}

/* Jumps gain a set where every set ended by its number in so many sessions running, and the landings stay within their limit. */
function addedSet(rules, history, done, week, known) {
  const { entry, done: last } = history.at(-1), each = landingsOfOne(rules, last);
  const [rule] = each ? inTraining(rules, { ...byCount(rules, history, done), pain: painAfter(rules, entry, known).id }).filter((one) => one.action === "add-set") : [];
  if (!rule || judged(rules, done, week).rule.action !== "same-again" || judged(rules, done, week).when) return null;
  const jumped = known.filter((one) => landingsOf(rules, one)), isNew = weeksWith(jumped, Date.parse(entry.began)) <= rules.weeks_new_to_jumps;
  const more = landingsOf(rules, entry) + last.asked * each;
  if (more > (isNew ? rules.most_landings_while_new : rules.most_landings)) return { rule: rules.steps.at(-1), why: "One more set would be too many landings for one session." };
  return { rule, why: "Two sessions running every set ended by its number." };
}

function byCount(rules, history, done) {
  const ended = ({ done: each }, index) => !done[index].left_out && done[index].sets.every((amount) => amount >= each.asked)
    && each.sets.every((set) => set.clean !== false) && painRuleFor(rules, [done[index].answers]).action === "carry-on";
  const running = history.length - 1 - history.findLastIndex((one, index) => !ended(one, index));
  return { sessions_running: running, jumps_ended_by_count: running > 0 };
}

const landingsOf = (rules, entry) => entry.done.filter(isAsked).reduce((sum, each) => sum + landingsIn(each, landingsOfOne(rules, each)), 0);

/* `each` for a number that holds for both sides; where both have one, they count by themselves. */
const landingsIn = ({ sets, asked }, each) => sets.map(({ amounts }) => amounts.map((amount) => amount ?? asked))
  .reduce((sum, amounts) => sum + (each && amounts.length === 2 ? amounts[0] + amounts[1] : amounts[0] * each), 0);

/* One side that suddenly does fewer heel raises than within two weeks before, and the other does not. */
function lostRaises(rules, history) {
  const last = history.at(-1);
  if (!rules.heel_raises.includes(idOf(rules, last.done.exercise))) return null;
  const most = ({ done }, side) => Math.max(...done.sets.map(({ amounts }) => amounts[side] ?? NaN)), since = Date.parse(last.entry.began) - 14 * DAY;
  const before = history.slice(0, -1).filter(({ entry, done }) => Date.parse(entry.began) >= since && done.asked === last.done.asked);
  const lost = [0, 1].map((side) => Math.max(...before.map((each) => most(each, side))) - most(last, side));
  if (!before.length || lost.some(Number.isNaN)) return null;
  const [rule] = inTraining(rules, { heel_raises_lost: Math.max(...lost) }).filter((each) => each.action === "see-someone");
  const fewest = rule?.when.find((when) => when.heel_raises_lost)?.heel_raises_lost.low;
  return rule && Math.min(...lost) < fewest ? { rule, why: `One side did ${Math.max(...lost)} fewer than within two weeks before.` } : null;
}
