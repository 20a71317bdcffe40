/* The log as a month and per exercise. Pure: entries → plain values. Days are the reader's own. */
export const dayOf = (iso) => {
  const day = new Date(iso);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
};

/* Weeks from Monday on; a day is {day, number, entries}, or null where it belongs to another month. */
export function month(entries, year, index) {
  const before = (new Date(year, index, 1).getDay() + 6) % 7, count = new Date(year, index + 1, 0).getDate();
  const days = Array.from({ length: count }, (_, at) => {
    const day = dayOf(new Date(year, index, at + 1, 12));
    return { day, number: at + 1, entries: entries.filter((each) => dayOf(each.began) === day) };
  });
  const cells = [...Array(before).fill(null), ...days];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/* Each exercise once: how many sessions and sets, when last and with what dose; the latest first.
   What was logged under an earlier id counts for the exercise as it is called now. */
export function perExercise(entries, renamed = {}) {
  const found = new Map(), ids = new Map(Object.entries(renamed));
  for (const entry of entries) for (const each of entry.done) {
    const id = ids.get(each.exercise) ?? each.exercise;
    const known = found.get(id) ?? { exercise: id, name: each.name, sessions: 0, sets: 0, last: "", dose: "" };
    const later = entry.began > known.last;
    found.set(id, {
      ...known, sessions: known.sessions + 1, sets: known.sets + each.sets + each.short,
      ...(later ? { last: entry.began, dose: each.dose, name: each.name } : {}),
    });
  }
  return [...found.values()].sort((a, b) => b.last.localeCompare(a.last));
}
