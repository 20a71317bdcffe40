/* One session in the log: what must be true of it, and what entries of the first format become. Pure.
   {id, began, minutes, session, stage, name, note, answers: {during, morning, signs}, done: [{exercise, version, name, dose,
   asked, unit, hold, asked_left, planned, sets: [{amounts, load, left, clean}]}]}; an amount is null where an old log does
   not know it, and there are two where one side was done after the other. */
const UNITS = ["repetitions", "seconds"];
export const NOTHING_SAID = { during: null, morning: null, signs: [] };
export const MOST = { minutes: 1440, exercises: 60, sets: 100, amount: 9999, load: 999, left: 5, pain: 10, note: 1000 };

const LONGEST = { id: 200, session: 80, stage: 80, name: 120, note: MOST.note, version: 120, title: 120, dose: 80 };
const FIELDS = ["id", "began", "minutes", "session", "stage", "name", "note"];

/* What is wrong with a value that should be an entry, in either format; empty where nothing is. */
export function fault(value) {
  if (!isObject(value)) return "it is not an entry";
  for (const name of ["id", "session", "name", "note"]) if (!isText(value[name], LONGEST[name])) return `${name} is missing or too long`;
  if (!value.id) return "id is empty";
  if (value.stage !== undefined && !isText(value.stage, LONGEST.stage)) return "its stage cannot be read";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value.began) || Number.isNaN(Date.parse(value.began))) return "its date cannot be read";
  if (!isCount(value.minutes, MOST.minutes)) return "its minutes cannot be right";
  if (!Array.isArray(value.done) || value.done.length > MOST.exercises) return "what was done is missing";
  if (value.answers !== undefined && !isAnswered(value.answers)) return "its answers about pain cannot be read";
  return value.done.some((each) => !isDone(each)) ? "one of its exercises cannot be read" : "";
}

const isObject = (value) => typeof value === "object" && value !== null;
const isText = (value, longest) => typeof value === "string" && value.length <= longest;
const isCount = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
const orNull = (value, check) => value === null || check(value);
const isPain = (value) => orNull(value, (number) => isCount(number, MOST.pain));
const isAnswered = (value) => isObject(value) && isPain(value.during) && isPain(value.morning)
  && Array.isArray(value.signs) && value.signs.length <= 10 && value.signs.every((sign) => /^[a-z-]{1,20}$/.test(sign));

const isDone = (each) => isObject(each) && /^[a-z0-9-]{1,80}$/.test(each.exercise)
  && isText(each.name, LONGEST.title) && isText(each.dose, LONGEST.dose) && (Array.isArray(each.sets) ? isInSets(each) : isCounted(each));
const isInSets = (each) => isText(each.version, LONGEST.version) && isCount(each.asked, MOST.amount) && UNITS.includes(each.unit)
  && typeof each.hold === "boolean" && isLeft(each.asked_left) && isCount(each.planned, MOST.sets)
  && each.sets.length <= MOST.sets && each.sets.every(isSet);
const isSet = (set) => isObject(set) && Array.isArray(set.amounts) && [1, 2].includes(set.amounts.length)
  && set.amounts.every((amount) => orNull(amount, (number) => isCount(number, MOST.amount)))
  && orNull(set.load, (load) => Number.isFinite(load) && load >= 0 && load <= MOST.load)
  && orNull(set.left, (left) => isCount(left, MOST.left)) && orNull(set.clean, (clean) => typeof clean === "boolean");
const isLeft = (value) => orNull(value, (left) => isCount(left, 20));

// The first format: how many sets were done in full, cut short and left out, and what was said of all of them together

const isCounted = (each) => [each.sets, each.short, each.left_out].every((count) => isCount(count, MOST.sets))
  && (each.asked === undefined || (isCount(each.asked, MOST.amount) && typeof each.hold === "boolean" && isLeft(each.asked_left ?? null)
    && isCount(each.fewest, MOST.amount) && isLeft(each.left_over) && orNull(each.unclean, (count) => isCount(count, MOST.sets))));

/* An entry of either format as one of the second. Never throws: what browsers hold may not be lost. */
export const upgraded = (entry) => ({
  ...entry, stage: entry.stage ?? "", note: entry.note ?? "", answers: entry.answers ?? NOTHING_SAID,
  done: (entry.done ?? []).map((each) => (Array.isArray(each.sets) ? each : inSets(each))),
});

function inSets(each) {
  const [full, short, none] = [each.sets, each.short, each.left_out].map((count) => Math.min(MOST.sets, Math.max(0, Math.round(count) || 0)));
  const said = each.asked !== undefined, sets = [...amounts(each, full, short)].map((amount) => ({ amounts: [amount], load: null, left: null, clean: null }));
  const unclean = each.unclean ?? null;
  sets.forEach((set, index) => { if (unclean !== null) set.clean = index < sets.length - unclean; });
  if (sets.length) sets.at(-1).left = Number.isInteger(each.left_over) ? Math.min(MOST.left, each.left_over) : null;
  return {
    exercise: each.exercise, version: "", name: each.name, dose: each.dose, asked: said ? each.asked : 0,
    unit: (said ? each.hold : /\d s\b|second|min/.test(each.dose)) ? "seconds" : "repetitions", hold: Boolean(each.hold),
    asked_left: each.asked_left ?? null, planned: Math.min(MOST.sets, full + short + none), sets: sets.slice(0, MOST.sets),
  };
}

/* The fewest that were told are of the sets that were cut short; where none was, of the last one. Whoever did more than was
   asked in the weakest set did so in all. Where nothing was said, a whole set is as much as its dose says. */
function amounts(each, full, short) {
  const fewest = each.fewest ?? null, whole = each.asked ?? wholeNumber(each.dose), less = fewest !== null && fewest < whole;
  const first = Array(full).fill(fewest !== null && !less ? fewest : whole);
  if (less && !short && full) first[full - 1] = fewest;
  return [...first, ...Array(short).fill(less ? fewest : null)];
}

const wholeNumber = (dose) => {
  const found = /^\d{1,4}(?= )/.exec(dose ?? "");
  return found && Number(found[0]);
};

/* The entry with nothing but what belongs to it, in the second format. */
export function clean(value) {
  const entry = upgraded(value);
  return {
    ...pick(entry, FIELDS), began: new Date(entry.began).toISOString(),
    answers: { ...pick(entry.answers, ["during", "morning"]), signs: [...entry.answers.signs] },
    done: entry.done.map((each) => ({
      ...pick(each, ["exercise", "version", "name", "dose", "asked", "unit", "hold", "asked_left", "planned"]),
      sets: each.sets.map((set) => ({ amounts: [...set.amounts], ...pick(set, ["load", "left", "clean"]) })),
    })),
  };
}

const pick = (value, names) => Object.fromEntries(names.map((name) => [name, value[name]]));

/* The smaller side of a set, or null where it is not known. */
export const least = (set) => (set.amounts.includes(null) ? null : Math.min(...set.amounts));
