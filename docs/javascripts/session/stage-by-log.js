/* In which week of a routine somebody is, and so in which stage, by what the log has of it. Pure.
   Weeks begin on Monday and count if something was logged in them. The rules for missed sessions are those of rules.json;
   what they asked for after an earlier pause was done then, so the weeks are gone through from the first. */
import { afterPause } from "../log/rules.js";

const DAY = 864e5;

/* `stages` are those of a routine's page, `routine` is {id, name}: {week, stage, why}, or null where there is nothing to say. */
export function stageByLog(stages, entries, routine, now, rules = null) {
  const days = [...new Set(entries.filter((entry) => entry.session === routine.id).map((entry) => dayOf(Date.parse(entry.began))))]
    .filter((day) => day <= dayOf(now)).sort((one, other) => one - other);
  if (!days.length || stages.some((stage) => !stage.weeks)) return null;
  let known = { week: 1, plain: true };
  for (let at = 1; at < days.length; at += 1) known = onward(known, days[at - 1], days[at], stages, rules);
  const last = days.at(-1), next = onward(known, last, dayOf(now), stages, rules);
  return { week: next.week, stage: stageOf(stages, next.week).stage, why: why(known, next, routine.name, dayOf(now) - last) };
}

/* The week of a day, after the week of the session before it. */
function onward({ week, plain }, before, day, stages, rules) {
  const action = rules && afterPause(rules, Math.max(1, day - before) - 1)?.action, stage = stages.indexOf(stageOf(stages, week));
  if (weekOf(day) === weekOf(before)) return { week, plain, action: "same-week" };
  if (action === "repeat-week") return { week, plain: false, action };
  if (action === "back-one-stage") return { week: stages[Math.max(0, stage - 1)].weeks[0], plain: false, action };
  if (action === "restart") return { week: stages[0].weeks[0], plain: false, action };
  return { week: week + 1, plain, action: "next-week" };
}

const stageOf = (stages, week) => stages.findLast((stage) => stage.weeks[0] <= week) ?? stages[0];

function why(known, { week, action }, name, days) {
  const pause = `Your last session of ${name} was ${days} days ago, so`;
  if (action === "repeat-week") return `${pause} you repeat week ${week}.`;
  if (action === "back-one-stage") return `${pause} you go back one stage, to week ${week}.`;
  if (action === "restart") return `${pause} you start again with week ${week}.`;
  if (!known.plain) return action === "same-week" ? `By your log and its pauses, you are in week ${week} of ${name}.`
    : `By your log and its pauses, week ${known.week} of ${name} is done, so this is week ${week}.`;
  const weeks = `${known.week} week${known.week === 1 ? "" : "s"} of ${name}`;
  return action === "same-week" ? `Your log has ${weeks}, this one included, so this is week ${week}.`
    : `Your log has ${weeks}, so this is week ${week}.`;
}

/* Days are the reader's own. */
function dayOf(time) {
  const day = new Date(time);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / DAY);
}

/* The first of January 1970 was a Thursday. */
const weekOf = (day) => Math.floor((day + 3) / 7);
