/* The page of the log: its parts, and what happens when one of them is used. Everything stays in this browser. */
import { button, data, isSure, make } from "../session/dom.js";
import { root } from "../session/kept.js";
import { loadRules, told } from "./next-time.js";
import { plural } from "../session/plural.js";
import { byDay, courses, month, perExercise, weeks } from "./calendar.js";
import { isSaved, read, remind, saveCsv, saveJson } from "./files.js";
import { all, clear, put, remove } from "./store.js";
import { date, painLine, setsLine, shortDate } from "./wording.js";

const SESSIONS = 20, WEEKS = 8; // that are shown at once
const UNLOADED = "A part of this page could not be loaded. Open it again with a network.";
const REFUSED = "This browser does not let the page keep a log.";

export async function log(place) {
  const part = (name) => place.querySelector(`[data-log=${name}]`), said = (text) => { part("said").textContent = text; };
  const routines = data("own-routines"), today = new Date();
  let entries = [], days = new Map(), shown = [today.getFullYear(), today.getMonth()];
  part("earlier").addEventListener("click", () => turn(-1));
  part("later").addEventListener("click", () => turn(1));
  part("csv").addEventListener("click", () => saved(saveCsv));
  part("json").addEventListener("click", () => saved(saveJson));
  part("file").addEventListener("change", (event) => take(event.target));
  part("add").addEventListener("click", () => write(null));
  part("clear").addEventListener("click", forget);
  await look();
  place.classList.add("ready");

  /* False where the browser gives no answer; the page says so, and shows what it knew. */
  async function look() {
    try {
      entries = await all();
    } catch {
      said(REFUSED);
      show();
      return false;
    }
    show();
    return true;
  }

  function show() {
    days = byDay(entries);
    part("empty").hidden = Boolean(entries.length);
    part("whole").hidden = !entries.length;
    calendar();
    reminder();
    part("exercises").replaceChildren(...perExercise(entries, data("own-renamed")).map(exerciseRow));
    const latest = new Map();
    for (const entry of entries) if (!latest.has(entry.session)) latest.set(entry.session, entry);
    inParts(part("sessions"), part("more-sessions"), SESSIONS, entries, (entry) => session(entry, latest.get(entry.session) === entry));
    inParts(part("weeks"), part("more-weeks"), WEEKS, weeks(entries, routines), weekRow);
  }

  function reminder() {
    remind(part("copy"), entries, (text) => { said(text); part("said").focus(); });
  }

  async function saved(way) {
    await way(entries).then(reminder, () => said(UNLOADED));
  }

  function calendar() {
    const [year, index] = shown;
    part("month").textContent = new Date(year, index, 1).toLocaleDateString("en-GB", { month: "long", year: "numeric" });
    part("days").replaceChildren(...month(days, year, index).map((week) => make("tr", {}, ...week.map(day))));
  }

  function turn(by) {
    const first = new Date(shown[0], shown[1] + by, 1);
    shown = [first.getFullYear(), first.getMonth()];
    calendar();
  }

  function session(entry, isLatest) {
    const name = `${entry.name}, ${date(entry.began)}`, next = isLatest && make("div");
    /* Only of the last session of its kind: what earlier ones asked for has been done, or has passed. */
    if (next) loadRules().then((rules) => next.append((rules && told(rules, entry, entries, Date.now(), "Next time")) ?? ""));
    return make("li", { "data-id": entry.id },
      make("h3", { tabindex: "-1" }, name), make("p", { class: "own-quiet" }, plural(entry.minutes, "minute")),
      make("ul", {}, ...entry.done.map((each) => make("li", {}, make("strong", {}, each.name), `: ${setsLine(each)}`))),
      entry.note && make("p", { class: "own-note" }, entry.note), painLine(entry.answers) && make("p", {}, painLine(entry.answers)), next,
      make("p", { class: "own-entry" },
        button("Edit", () => write(entry), { class: "session-link", "aria-label": `Edit ${name}` }),
        button("Delete", () => drop(entry, name), { class: "session-link", "aria-label": `Delete ${name}` })));
  }

  async function write(entry) {
    const { form } = await import("./form.js").catch(() => ({}));
    if (!form) return said(UNLOADED);
    if (place.querySelector(".own-dialog")) return; // pressed twice
    const id = await form(place, entry, routines, (written) => put([written]));
    if (id !== null && await look()) said(entry ? "Your changes were saved." : "The session was added.");
    const item = [...part("sessions").children].find((each) => each.dataset.id === (id ?? entry?.id));
    (item?.querySelector(".own-entry button") ?? part(id === null ? "add" : "said")).focus();
  }

  async function drop(entry, name) {
    if (!await sure(`Delete ${name}?`, "Delete it")) return;
    await change(() => remove(entry.id), "The session was deleted.");
  }

  async function forget() {
    if (await sure("Delete the whole log?", "Delete everything")) await change(clear, "The log is empty now.");
  }

  async function change(work, text) {
    try {
      await work();
    } catch {
      said(`${REFUSED} Nothing was changed.`);
      return part("said").focus();
    }
    if (await look()) said(text);
    part("said").focus();
  }

  function sure(question, yes) {
    return isSure(part, question, yes);
  }

  async function take(input) {
    const [file] = input.files;
    if (!file) return;
    const { entries: found, problems } = await read(file).catch(() => ({ entries: [], problems: ["The file cannot be read here."] }));
    input.value = "";
    const others = problems.slice(0, 10), before = entries.length;
    try {
      if (found.length) await put(found);
    } catch {
      return said(`${REFUSED} Nothing was imported.`);
    }
    if (found.length && !before) isSaved();
    if (found.length && !await look()) return;
    said([found.length || !problems.length ? `${plural(found.length, "session")} imported.` : "Nothing was imported.", ...others].join(" "));
  }
}

/* The first of many, and with each press on the button so many more. */
function inParts(place, more, step, values, made) {
  let count = 0;
  const add = (some, moves) => {
    const items = values.slice(count, count + some).map(made);
    count += items.length;
    place.append(...items);
    more.hidden = count >= values.length;
    if (moves) (items[0].querySelector("[tabindex]") ?? items[0]).focus(); // what was pressed may be gone
  };
  more.onclick = () => add(step, true);
  const before = place.children.length; // that many stay, where something among them was changed
  place.replaceChildren();
  add(Math.max(step, before), false);
}

function exerciseRow({ exercise, name, sessions, sets, times }) {
  const { began, each } = times[0];
  const row = make("tr", {},
    make("th", { scope: "row" }, make("a", { href: new URL(`exercises/${exercise}/`, root) }, name)),
    counted(sessions, "session"), counted(sets, "set"), make("td", {}, `${setsLine(each)}, ${date(began)}`),
    make("td", {}, button("", open, { class: "own-open", "aria-expanded": "false", "aria-label": `Course of ${name}` })));
  let inside = null;
  return row;

  async function open({ currentTarget: press }) {
    const { courseOf } = await import("./chart.js").catch(() => ({}));
    if (!courseOf) return;
    inside ??= make("tr", { class: "own-inside" }, make("td", { colspan: "5" }, ...courses(times).map(courseOf)));
    const shown = press.getAttribute("aria-expanded") !== "true";
    press.setAttribute("aria-expanded", String(shown));
    if (shown) row.after(inside);
    else inside.remove();
  }
}

/* The column says of what; where there are no columns, the style sheet writes the unit. */
const counted = (number, unit) => make("td", { "data-unit": plural(number, unit).replace(/^\d+/, "") }, String(number));

function weekRow({ monday, sessions, sets, minutes, plans }) {
  const plan = plans.map(({ name, done, low, high }) => `${name}: ${done} of ${low === high ? low : `${low}–${high}`}`);
  return make("tr", { tabindex: "-1" }, make("th", { scope: "row" }, shortDate(`${monday}T12:00`)),
    counted(sessions, "session"), counted(sets, "set"), counted(minutes, "minute"), make("td", {}, plan.join(", ")));
}

function day(found) {
  if (!found) return make("td");
  if (!found.entries.length) return make("td", {}, String(found.number));
  const names = found.entries.map((each) => each.name).join(", ");
  return make("td", { class: "on", title: names }, make("b", {}, String(found.number)), make("span", { class: "own-unseen" }, `: ${names}`));
}
