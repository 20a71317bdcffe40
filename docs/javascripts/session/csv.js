/* The log as a file: CSV with one row an exercise, or JSON; and back, with everything checked. Pure. */
export const FORMAT = "leg-strength-log";

const ENTRY = ["id", "began", "minutes", "session", "name", "note"];
const DONE = ["exercise", "title", "dose", "sets", "short", "left_out"];
/* What may have been answered besides. Logs that were saved before there were such questions have no columns for it. */
const ANSWERS = ["during", "morning", "signs"];
const SAID = ["asked", "hold", "asked_left", "fewest", "left_over", "unclean"];
const HEADS = [[...ENTRY, ...DONE], [...ENTRY, ...ANSWERS, ...DONE, ...SAID]];
const LONGEST = { id: 200, session: 80, name: 80, note: 1000, exercise: 80, title: 80, dose: 80 };

export const toJson = (entries) => `${JSON.stringify({ format: FORMAT, version: 1, sessions: entries }, null, 2)}\n`;

export function toCsv(entries) {
  const rows = entries.flatMap((entry) => (entry.done.length ? entry.done : [{}]).map((each) => [
    ...ENTRY.map((name) => entry[name]),
    ...ANSWERS.map((name) => (name === "signs" ? entry.answers?.signs.join(" ") : entry.answers?.[name]) ?? ""),
    ...[...DONE, ...SAID].map((name) => each[name === "title" ? "name" : name] ?? ""),
  ]));
  return [HEADS[1], ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/* {entries, problems} from the text of a file of either kind. */
export function fromFile(text) {
  const trimmed = text.replace(/^\ufeff/, "").trimStart();
  const { values, problems } = trimmed.startsWith("{") ? fromJson(trimmed) : fromCsv(trimmed);
  const entries = [];
  values.forEach((value, index) => {
    const wrong = fault(value);
    if (wrong) problems.push(`Session ${index + 1} was left out: ${wrong}.`);
    else entries.push(clean(value));
  });
  return { entries, problems };
}

function fromJson(text) {
  try {
    const { format, sessions } = JSON.parse(text);
    if (format === FORMAT && Array.isArray(sessions)) return { values: sessions, problems: [] };
  } catch { /* told below */ }
  return { values: [], problems: ["This is not a log that this page wrote."] };
}

function fromCsv(text) {
  const [head = [], ...rows] = cells(text);
  if (!HEADS.some((known) => head.join() === known.join())) return { values: [], problems: ["This is not a log that this page wrote."] };
  const sessions = new Map();
  for (const row of rows) {
    const value = Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""]));
    const known = sessions.get(value.id) ?? { ...pick(value, ENTRY), minutes: Number(value.minutes), ...answersIn(value), done: [] };
    const { exercise, title, dose } = value, [sets, short, none] = ["sets", "short", "left_out"].map((name) => Number(value[name]));
    sessions.set(value.id, exercise ? { ...known, done: [...known.done, { exercise, name: title, dose, sets, short, left_out: none, ...saidIn(value) }] } : known);
  }
  return { values: [...sessions.values()], problems: [] };
}

const number = (text) => (text ? Number(text) : null);

function answersIn({ during, morning, signs }) {
  if (!during && !morning && !signs) return {};
  return { answers: { during: number(during), morning: number(morning), signs: signs ? signs.split(" ") : [] } };
}

const saidIn = ({ asked, hold, asked_left: askedLeft, fewest, left_over: left, unclean }) => (asked
  ? { asked: Number(asked), hold: hold === "true", asked_left: number(askedLeft), fewest: number(fewest), left_over: number(left), unclean: number(unclean) } : {});

/* What is wrong with a value that should be an entry of the log; empty where nothing is. */
function fault(value) {
  if (typeof value !== "object" || value === null) return "it is not an entry";
  for (const name of ["id", "session", "name", "note"]) if (!isText(value[name], LONGEST[name])) return `${name} is missing or too long`;
  if (!value.id) return "id is empty";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value.began) || Number.isNaN(Date.parse(value.began))) return "its date cannot be read";
  if (!isCount(value.minutes, 1440)) return "its minutes cannot be right";
  if (!Array.isArray(value.done) || value.done.length > 60) return "what was done is missing";
  if (value.answers !== undefined && !isAnswered(value.answers)) return "its answers about pain cannot be read";
  return value.done.some((each) => !isDone(each)) ? "one of its exercises cannot be read" : "";
}

const isText = (value, longest) => typeof value === "string" && value.length <= longest;
const isCount = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
const isDone = (each) => typeof each === "object" && each !== null && /^[a-z0-9-]{1,80}$/.test(each.exercise)
  && isText(each.name, LONGEST.title) && isText(each.dose, LONGEST.dose)
  && [each.sets, each.short, each.left_out].every((count) => isCount(count, 100))
  && (each.asked === undefined || isSaid(each));
const isPain = (value) => value === null || isCount(value, 10);
const isAnswered = (value) => typeof value === "object" && value !== null && isPain(value.during) && isPain(value.morning)
  && Array.isArray(value.signs) && value.signs.length <= 10 && value.signs.every((sign) => /^[a-z-]{1,20}$/.test(sign));
const isLeft = (value) => value === null || isCount(value, 20);
const isSaid = (each) => isCount(each.asked, 3600) && typeof each.hold === "boolean" && isLeft(each.asked_left ?? null) && isCount(each.fewest, 3600)
  && isLeft(each.left_over) && isCount(each.unclean, 100);

const clean = (value) => ({
  ...pick(value, ENTRY), ...(value.answers && { answers: pick(value.answers, ANSWERS) }),
  done: value.done.map((each) => pick(each, ["exercise", "name", "dose", "sets", "short", "left_out", ...(each.asked === undefined ? [] : SAID)])),
});
const pick = (value, names) => Object.fromEntries(names.map((name) => [name, value[name]]));

/* A cell that a table programme would take for a formula gets an apostrophe in front. */
function cell(value) {
  const text = String(value), safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cells(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const value = found[1] === undefined ? found[2] : found[1].replaceAll('""', '"');
    rows.at(-1).push(value.replace(/^'(?='*[=+\-@\t\r])/, ""));
    if (!found[3] || pattern.lastIndex >= text.length) break;
    if (found[3] !== ",") rows.push([]);
  }
  return rows;
}
