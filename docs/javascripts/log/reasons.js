/* What was done and why a rule applies, in short sentences from the log. Pure; decides nothing. */

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const word = (number) => NUMBERS[number] ?? String(number);
const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const list = (texts) => (texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`);
const unitOf = (done) => (done.is_hold ? "second" : "repetition");
const orMore = (left) => (left >= 5 ? "5 or more" : String(left));

/* 3 sets of 12 repetitions with 8 kg, 2 left over. Of two sides that differ both are told. */
export function didLine({ hold, unit, planned, sets }) {
  const known = sets.filter(({ amounts }) => amounts.every((amount) => amount !== null));
  const told = hold ? [] : sets.map((set) => set.left).filter((left) => left !== null), unclean = sets.filter((set) => set.clean === false).length;
  return `${[
    known.length && `${amountsOf(known, unit)}${loads(sets)}`,
    known.length < sets.length && `${plural(sets.length - known.length, "set")} cut short`,
    told.length && `${orMore(Math.min(...told))} left over`,
    unclean && `${plural(unclean, "set")} not clean`,
    planned > sets.length && `${plural(planned - sets.length, "set")} left out`,
  ].filter(Boolean).join(", ")}.`;
}

function amountsOf(sets, unit) {
  const sides = [0, 1].map((side) => sets.map(({ amounts }) => amounts[side] ?? amounts[0]));
  if (sides[0].some((amount, index) => amount !== sides[1][index])) return `${list(sides[0])} ${unit} on the first side and ${list(sides[1])} on the other`;
  const [amounts] = sides, isSame = new Set(amounts).size === 1, what = isSame && amounts[0] === 1 ? unit.slice(0, -1) : unit;
  const count = isSame && sets.length > 1 ? `${sets.length} sets of ${amounts[0]}` : list(amounts);
  return `${count} ${what}${sets.some((set) => set.amounts.length === 2) ? " on each side" : ""}`;
}

function loads(sets) {
  const told = [...new Set(sets.map((set) => set.load).filter((load) => load !== null))].sort((a, b) => a - b);
  if (!told.length) return "";
  return ` with ${told.length > 1 ? `${told[0]} to ${told.at(-1)}` : told[0]} kg`;
}

/* What was said of pain. */
export function painLine({ during, morning, signs }) {
  const known = [during !== null && `${during} out of 10 at its worst`, morning !== null && `${morning} the next morning`].filter(Boolean);
  if (signs.length) known.push(signs.length > 1 ? `${signs.length} of the signs` : "one of the signs");
  return known.length ? `Pain: ${list(known)}.` : "";
}

/* Why a step rule applies: `found` is {rule, when, measured} as rules.js judged it. */
export function reason({ when, measured }, { done, week, jumps }) {
  if (!measured) return ""; // pain decided, and says so itself
  if (!when) return held(done, jumps);
  const name = Object.keys(REASONS).find((each) => each in when);
  return name ? REASONS[name]({ measured, done, week, when }) : "";
}

/* By what the line of the rule asks about, the first that stands in it. */
const REASONS = {
  sessions_running: ({ done, when }) => `${word(when.sessions_running)} sessions running with at least ${least(done, when)} in every set${done.is_hold ? "" : ", and enough left over"}.`,
  below_range: ({ done }) => `One set ended at ${Math.min(...done.sets)}, and the range begins at ${done.least}.`,
  repeated: ({ when }) => `It was too much in ${word(when.repeated.times).toLowerCase()} sessions running.`,
  short_by: ({ done, measured }) => `One set ended ${measured.short_by} short of ${done.asked}.`,
  unclean_sets: ({ done }) => `${word(done.unclean_sets)} sets were not clean.`,
  left: () => "Nothing was left over.",
  week_of_strength: ({ week }) => `This is week ${week.week_of_strength} of your strength work.`,
  week: ({ week }) => (week.week === "easier" ? "This is an easier week." : "This is the week of a race."),
  days_since_less: ({ measured }) => `Pain asked for less ${ago(measured.days_since_less)}.`,
  sides_differ_by: ({ done }) => `One side stayed ${plural(done.sides_differ_by, unitOf(done))} behind the other.`,
  sessions_without_step: ({ measured }) => `${word(measured.sessions_without_step)} sessions running without a step up.`,
  over_asked: ({ done }) => `Every set reached ${done.asked}, with ${orMore(done.left)} left over instead of ${done.asked_left}.`,
  seconds_over_asked: ({ done }) => `Every set was clean and lasted ${done.asked} seconds.`,
  pain: () => "How the next morning was has not been told.",
};

const least = (done, when) => `${done.asked + (when.over_asked ?? when.seconds_over_asked).low} ${unitOf(done)}s`;
const ago = (days) => (days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`);

/* Why nothing changes where no rule with a line of its own fits. */
function held(done, jumps) {
  if (done.left_out) return `${plural(done.left_out, "set")} ${done.left_out === 1 ? "was" : "were"} left out.`;
  const short = done.asked - Math.min(...done.sets);
  if (short > 0) return `One set ended ${plural(short, unitOf(done))} short.`;
  if (jumps) return "Jumps gain a set when every set ended by its number, two sessions running.";
  if (done.unclean_sets === null) return "Whether every set was clean has not been told.";
  if (done.unclean_sets) return "One set was not clean.";
  if (done.left === null && !done.is_hold) return "How many were left over has not been told.";
  if (!done.is_hold && done.left < done.asked_left) return `Only ${done.left} left over, where ${done.asked_left} are asked.`;
  return -short >= (done.is_hold ? 10 : 2) ? "One session alone does not decide a step up." : "No more was left over than asked.";
}
