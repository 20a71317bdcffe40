/* Which rule of data/progression.yml applies to what was logged. Does what hooks/guide/progress/ does; a test compares
   the two over many histories. `rules` is rules.json. Pure. */

/* The one rule of pain after the last of these answers, the earliest first: {day, during, morning, signs}. */
export function painRuleFor(rules, answers) {
  const last = answers.at(-1);
  const outcomes = answers.map((one) => ({ day: one.day, rule: firstOfRank(rules.pain, measuredPain(one, [])).id }));
  const repeated = repeats(rules.pain).filter((each) => hasRepeated(each, outcomes));
  return firstOfRank(rules.pain, measuredPain(last, repeated));
}

/* The one rule that says what to do next in an exercise, after all its sessions, the earliest first:
   {answers, sets, asked, least, is_hold, unclean_sets, left, asked_left, sides_differ_by, loads_differ_by_percent, left_out};
   the week is {week_of_strength, week, kilometres_rise, day}. */
export const nextStep = (rules, done, week) => judged(rules, done, week).rule;

/* The same with why: {rule, when, measured}, the line of the rule that held, if it has lines, and what was measured. */
export function judged(rules, done, week) {
  const earlier = [], ordinary = { week_of_strength: 3, week: "usual", kilometres_rise: false, day: null };
  for (let count = 1; count < done.length; count += 1) earlier.push(outcome(rules, done.slice(0, count), earlier, ordinary));
  return outcome(rules, done, earlier, week);
}

export const afterPause = (rules, days) => rules.pauses.find((rule) => fits(rule, { days_without: days }));

/* Every rule about sets and weeks that fits. */
export const inTraining = (rules, measured) => rules.training.filter((rule) => fits(rule, measured));

// Whether a rule fits

const fits = (rule, measured) => !rule.when.length || rule.when.some((when) => holds(when, measured));

/* How many sessions running a line asks for is a plain number in steps, and looked at there. */
const holds = (when, measured) => Object.entries(when).every(([name, asked]) => (name === "sessions_running" && typeof asked === "number")
  || agrees(asked, measured[name]));

function agrees(asked, value) {
  if (typeof asked !== "object") return Array.isArray(value) ? value.includes(asked) : asked === value;
  if ("times" in asked) return value.some((each) => key(each) === key(asked));
  const number = Number.isInteger(value) ? value : null;
  if (number === null || asked.unanswered) return number === null && asked.unanswered;
  return asked.low <= number && (asked.high === null || number <= asked.high);
}

const key = ({ rule, times, within_days: days }) => `${rule} ${times} ${days}`;
const repeats = (list) => list.flatMap((rule) => rule.when).map((when) => when.repeated).filter(Boolean);

// Pain

const firstOfRank = (list, measured) => list.filter((rule) => fits(rule, measured))
  .reduce((best, rule) => (best && best.rank <= rule.rank ? best : rule), null);

const measuredPain = ({ during, morning, signs }, repeated) => ({ during, morning, sign: signs, repeated });

function hasRepeated({ rule, times, within_days: days }, outcomes) {
  if (days === null) return lastAre(outcomes.map((one) => one.rule), rule, times);
  const since = outcomes.at(-1).day - days;
  return outcomes.filter((one) => one.day >= since && one.rule === rule).length >= times;
}

const lastAre = (ids, id, times) => ids.length >= times && ids.slice(-times).every((each) => each === id);

// Steps

function outcome(rules, done, earlier, week) {
  const pains = done.map((_, end) => painRuleFor(rules, done.slice(0, end + 1).map((one) => one.answers)));
  const pain = pains.at(-1);
  if (!rules.goes_on.includes(pain.action)) return { rule: pain, simple: pain.id, when: null, measured: null };
  const shared = { ...around(rules, done, pains, week), sessions_without_step: withoutStep(rules, earlier) + 1 };
  const sessions = done.map((one, index) => ({ ...ofSession(one), pain: pains[index].id, ...shared }));
  const simple = first(rules.steps, sessions, []).id, ids = [...earlier.map((one) => one.simple), simple];
  const repeated = repeats(rules.steps).filter((each) => lastAre(ids, each.rule, each.times));
  const rule = first(rules.steps, sessions, repeated), known = sessions.map((one) => ({ ...one, repeated }));
  return { rule, simple, when: rule.when.find((when) => hasHeld(when, known)) ?? null, measured: known.at(-1) };
}

function first(list, sessions, repeated) {
  const known = sessions.map((one) => ({ ...one, repeated }));
  return list.find((rule) => !rule.when.length || rule.when.some((when) => hasHeld(when, known)));
}

function hasHeld(when, sessions) {
  const count = when.sessions_running ?? 1, latest = sessions.slice(-count);
  return latest.length === count && latest.every((one) => holds(when, one));
}

function ofSession(one) {
  const fewest = one.sets.length ? Math.min(...one.sets) : 0, over = fewest - one.asked;
  const left = one.left === null ? null : one.left - one.asked_left;
  return {
    over_asked: one.is_hold || one.left_out ? null : over, seconds_over_asked: one.is_hold && !one.left_out ? over : null,
    short_by: one.is_hold ? null : Math.max(0, -over), below_range: fewest < one.least,
    clean: one.unclean_sets === null ? null : !one.unclean_sets, unclean_sets: one.unclean_sets,
    left: one.left, left_over_asked: left, left_short_by: left === null ? null : -left,
    sides_differ_by: one.sides_differ_by ?? 0,
    loads_differ_by_percent: one.loads_differ_by_percent ?? 0,
  };
}

function around(rules, done, pains, week) {
  const now = week.day ?? done.at(-1).answers.day + 1;
  const days = done.filter((_, index) => rules.less.includes(pains[index].action)).map((one) => one.answers.day);
  return {
    week_of_strength: week.week_of_strength, week: week.week, kilometres_rise: week.kilometres_rise,
    days_since_less: days.length ? now - days.at(-1) : null,
  };
}

function withoutStep(rules, outcomes) {
  const last = outcomes.findLastIndex((one) => rules.up.includes(one.rule.action));
  return outcomes.length - 1 - last;
}
