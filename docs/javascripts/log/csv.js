/* The log as a file: CSV with one row a set, or JSON; and back, with everything checked. Reads what earlier pages wrote. Pure. */
import { clean, fault } from "./entry.js";

export const FORMAT = "leg-strength-log", VERSION = 2;

const ENTRY = ["id", "began", "minutes", "session", "stage", "name", "note", "during", "morning", "signs"];
const DONE = ["exercise", "version", "title", "dose", "asked", "unit", "hold", "asked_left", "planned"];
const SET = ["set", "done", "other_side", "load", "left", "clean"];
const HEAD = [...ENTRY, ...DONE, ...SET];
/* Of logs with one row an exercise: before anything was asked about the sets, and after. */
const PLAIN = ["id", "began", "minutes", "session", "name", "note", "exercise", "title", "dose", "sets", "short", "left_out"];
const ANSWERED = [...PLAIN, "during", "morning", "signs", "asked", "hold", "asked_left", "fewest", "left_over", "unclean"];
const UNKNOWN = "?", NO_LOG = "This is not a log that this page wrote.";

export const toJson = (entries) => `${JSON.stringify({ format: FORMAT, version: VERSION, sessions: entries }, null, 2)}\n`;

/* With `decimalComma` as table programmes expect it where decimals have a comma: semicolons between the columns. */
export function toCsv(entries, { decimalComma = false } = {}) {
  const separator = decimalComma ? ";" : ",", decimal = (load) => String(load ?? "").replace(".", decimalComma ? "," : ".");
  const rows = entries.flatMap((entry) => rowsOf(entry, decimal));
  return [HEAD, ...rows].map((row) => row.map((value) => cell(value, separator)).join(separator)).join("\r\n") + "\r\n";
}

function rowsOf(entry, decimal) {
  const { during, morning, signs } = entry.answers, first = [...ENTRY.slice(0, 7).map((name) => entry[name]), during ?? "", morning ?? "", signs.join(" ")];
  if (!entry.done.length) return [[...first, ...Array(DONE.length + SET.length).fill("")]];
  return entry.done.flatMap((each) => {
    const middle = [
      each.exercise, each.version, each.name, each.dose, each.asked, each.unit, yes(each.hold), each.asked_left ?? "", each.planned,
    ];
    if (!each.sets.length) return [[...first, ...middle, ...Array(SET.length).fill("")]];
    return each.sets.map(({ amounts: [one, ...other], load, left, clean: wasClean }, index) => [
      ...first, ...middle, index + 1, one ?? UNKNOWN, other.length ? other[0] ?? UNKNOWN : "", decimal(load), left ?? "", wasClean === null ? "" : yes(wasClean),
    ]);
  });
}

const yes = (value) => (value ? "yes" : "no");

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

const refused = (why) => ({ values: [], problems: [why] });

function fromJson(text) {
  try {
    const { format, version, sessions } = JSON.parse(text);
    if (format === FORMAT && version > VERSION) return refused("A newer version of this guide wrote this log. Open this page again with a network, then import it.");
    if (format === FORMAT && Array.isArray(sessions)) return { values: sessions, problems: [] };
  } catch { /* told below */ }
  return refused(NO_LOG);
}

function fromCsv(text) {
  const separator = text.slice(0, text.search(/[\r\n]|$/)).includes(";") ? ";" : ",";
  const [head, ...rows] = cells(text, separator), has = (names) => names.every((name) => head.includes(name));
  const take = has(HEAD) ? takeSet : has(PLAIN) ? takeExercise : null;
  if (!take) return refused(NO_LOG);
  const bare = take === takeSet ? bareCell : bareOldCell, sessions = new Map();
  for (const row of rows) {
    if (row.every((value) => !value)) continue;
    take(sessions, Object.fromEntries(head.map((name, index) => [name, bare(row[index] ?? "")])));
  }
  return { values: [...sessions.values()].map((known) => known.entry), problems: [] };
}

const number = (text) => (text === "" ? null : Number(text.replace(",", ".")));
const isYes = (text) => /^(yes|true|1)$/i.test(text);

function sessionOf(sessions, row, more) {
  if (!sessions.has(row.id)) sessions.set(row.id, { entry: {
    id: row.id, began: row.began, minutes: Number(row.minutes), session: row.session, name: row.name, note: row.note, ...more(), done: [],
  }, open: new Map() });
  return sessions.get(row.id);
}

const answersIn = ({ during, morning, signs }) => ({ during: number(during), morning: number(morning), signs: signs ? signs.split(" ") : [] });

/* A set belongs to the exercise of the row before it where its number goes on from there, also when other rows of the
   same exercise stand elsewhere; the first set, and an exercise without a set, begin an exercise. */
function takeSet(sessions, row) {
  const { entry, open } = sessionOf(sessions, row, () => ({ stage: row.stage, answers: answersIn(row) }));
  if (!row.exercise) return;
  const which = DONE.map((name) => row[name]).join("\n");
  if (row.set === "" || row.set === "1" || !open.has(which)) {
    const each = {
      exercise: row.exercise, version: row.version, name: row.title, dose: row.dose, asked: number(row.asked || "0"), unit: row.unit,
      hold: isYes(row.hold), asked_left: number(row.asked_left), planned: number(row.planned || "0"), sets: [],
    };
    entry.done.push(each);
    open.set(which, each);
  }
  if (row.set === "") return void open.delete(which);
  const amounts = [row.done, ...(row.other_side === "" ? [] : [row.other_side])].map((text) => (text === UNKNOWN ? null : number(text)));
  open.get(which).sets.push({ amounts, load: number(row.load), left: number(row.left), clean: row.clean === "" ? null : isYes(row.clean) });
}

function takeExercise(sessions, row) {
  const answered = row.during || row.morning || row.signs;
  const { entry } = sessionOf(sessions, row, () => (answered ? { answers: answersIn(row) } : {}));
  if (!row.exercise) return;
  const [sets, short, none] = [row.sets, row.short, row.left_out].map(Number), { exercise, title: name, dose } = row;
  const said = row.asked ? {
    asked: Number(row.asked), hold: isYes(row.hold), asked_left: number(row.asked_left),
    fewest: number(row.fewest), left_over: number(row.left_over), unclean: number(row.unclean),
  } : {};
  entry.done.push({ exercise, name, dose, sets, short, left_out: none, ...said });
}

/* What a table programme would take for a formula gets an apostrophe in front: at the beginning of a cell, and after what
   such a programme may take for the end of one. */
const guarded = (text) => text.replace(/(^|[;,\t])(?='*[=+\-@\t\r\n])/g, "$1'");
const bareCell = (text) => text.replace(/(^|[;,\t])'(?='*[=+\-@\t\r\n])/g, "$1");
const bareOldCell = (text) => text.replace(/^'(?='*[=+\-@\t\r])/, "");

function cell(value, separator) {
  const safe = guarded(String(value));
  return safe.includes(separator) || /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cells(text, separator) {
  const rows = [[]], pattern = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"(?=[${separator}\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`, "y");
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (!found[3] || pattern.lastIndex >= text.length) break;
    if (found[3] !== separator) rows.push([]);
  }
  return rows;
}
