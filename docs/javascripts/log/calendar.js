/* The log by day, by week and by exercise. Pure: entries → plain values, each in one pass. Days are the reader's own. */
import { least } from "./entry.js";

export const dayOf = (iso) => nameOf(new Date(iso));

const nameOf = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

/* Entries by the day on which they began. */
export function byDay(entries) {
  const days = new Map();
  for (const entry of entries) gather(days, dayOf(entry.began), () => []).push(entry);
  return days;
}

function gather(map, key, first) {
  if (!map.has(key)) map.set(key, first());
  return map.get(key);
}

/* Weeks from Monday on; a day is {day, number, entries}, or null where it belongs to another month. */
export function month(days, year, index) {
  const before = (new Date(year, index, 1).getDay() + 6) % 7, count = new Date(year, index + 1, 0).getDate();
  const shown = Array.from({ length: count }, (_, at) => {
    const day = nameOf(new Date(year, index, at + 1, 12));
    return { day, number: at + 1, entries: days.get(day) ?? [] };
  });
  const cells = [...Array(before).fill(null), ...shown];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/* Weeks with a session, the latest first: {monday, sessions, sets, minutes, plans: [{name, done, low, high}]}.
   `routines` says of a routine's id {name, times_a_week}; a routine that is done now and then has no plan. */
export function weeks(entries, routines = {}) {
  const found = new Map(), known = new Map(Object.entries(routines));
  for (const entry of entries) {
    const monday = mondayOf(entry.began), routine = known.get(entry.session);
    const week = gather(found, monday, () => ({ monday, sessions: 0, sets: 0, minutes: 0, plans: new Map() }));
    week.sessions += 1;
    week.minutes += entry.minutes;
    for (const each of entry.done) week.sets += each.sets.length;
    if (routine?.times_a_week.low) gather(week.plans, routine.name, () => ({ name: routine.name, done: 0, ...routine.times_a_week })).done += 1;
  }
  return [...found.values()].sort((a, b) => (a.monday < b.monday ? 1 : -1)).map((week) => ({ ...week, plans: [...week.plans.values()] }));
}

function mondayOf(iso) {
  const day = new Date(iso);
  return nameOf(new Date(day.getFullYear(), day.getMonth(), day.getDate() - (day.getDay() + 6) % 7, 12));
}

/* Each exercise once: how many sessions and sets, and every time that it was done; all in the order of the entries, so the
   latest first. What was logged under an earlier id counts for the exercise as it is called now; its name is the latest one
   that is not only a version's. */
export function perExercise(entries, renamed = {}) {
  const found = new Map(), ids = new Map(Object.entries(renamed));
  for (const entry of entries) for (const each of entry.done) {
    const id = ids.get(each.exercise) ?? each.exercise;
    const known = gather(found, id, () => ({ exercise: id, name: "", sessions: new Set(), sets: 0, times: [] }));
    if (each.name !== each.version) known.name ||= each.name;
    known.sessions.add(entry.id);
    known.sets += each.sets.length;
    known.times.push({ began: entry.began, each });
  }
  return [...found.values()].map(({ name, sessions, times, ...known }) => ({
    ...known, name: name || times[0].each.name, sessions: sessions.size, times,
  }));
}

/* The course of an exercise, the earliest first, apart for each of its versions and for what is counted:
   {name, unit, points: [{began, least, load, each}]}; a session in which the log does not know every set has no point. */
export function courses(times) {
  const found = new Map();
  for (const { began, each } of times) {
    const amounts = each.sets.map(least), isKnown = amounts.length > 0 && !amounts.includes(null), loads = each.sets.map(({ load }) => load).filter((load) => load !== null);
    const course = gather(found, `${each.name}\n${each.unit}`, () => ({ name: each.name, unit: each.unit, points: [] }));
    if (isKnown) course.points.push({ began, least: Math.min(...amounts), load: loads.length ? Math.max(...loads) : null, each });
  }
  return [...found.values()].map((course) => ({ ...course, points: course.points.reverse() }));
}
