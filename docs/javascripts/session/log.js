/* The page of the log: calendar, exercises, sessions; export, import, delete. Everything stays in this browser. */
import { month, perExercise } from "./calendar.js";
import { fromFile, toCsv, toJson } from "./csv.js";
import { button, data, make } from "./dom.js";
import { root } from "./kept.js";
import { loadRules, told } from "../log/next-time.js";
import { all, clear, put, remove } from "./store.js";
import { plural, summaryLine } from "./words.js";

const LARGEST = 5_000_000; // bytes of a file to import

export async function log(place) {
  const part = (name) => place.querySelector(`[data-log=${name}]`), said = (text) => { part("said").textContent = text; };
  const today = new Date();
  let entries = [], rules = null, shown = [today.getFullYear(), today.getMonth()];
  part("earlier").addEventListener("click", () => turn(-1));
  part("later").addEventListener("click", () => turn(1));
  part("csv").addEventListener("click", () => save("leg-strength-log.csv", "text/csv", `\ufeff${toCsv(entries)}`));
  part("json").addEventListener("click", () => save("leg-strength-log.json", "application/json", toJson(entries)));
  part("file").addEventListener("change", (event) => take(event.target));
  part("clear").addEventListener("click", () => part("sure").showModal());
  part("sure").addEventListener("close", forget);
  await look();
  place.classList.add("ready");

  async function look() {
    try {
      [entries, rules] = await Promise.all([all(), loadRules()]);
    } catch {
      said("This browser does not let the page keep a log.");
    }
    show();
  }

  function show() {
    part("empty").hidden = Boolean(entries.length);
    part("whole").hidden = !entries.length;
    calendar();
    part("exercises").replaceChildren(...perExercise(entries, data("own-renamed")).map(({ exercise, name, sessions, sets, last, dose }) => make("tr", {},
      make("th", { scope: "row" }, make("a", { href: new URL(`exercises/${exercise}/`, root) }, name)),
      make("td", {}, String(sessions)), make("td", {}, String(sets)), make("td", {}, `${dose}, ${date(last)}`))));
    part("sessions").replaceChildren(...entries.map(session));
  }

  function calendar() {
    const [year, index] = shown;
    part("month").textContent = new Date(year, index, 1).toLocaleDateString("en-GB", { month: "long", year: "numeric" });
    part("days").replaceChildren(...month(entries, year, index).map((week) => make("tr", {}, ...week.map(day))));
  }

  function turn(by) {
    const first = new Date(shown[0], shown[1] + by, 1);
    shown = [first.getFullYear(), first.getMonth()];
    calendar();
  }

  function session(entry) {
    return make("li", {},
      make("h3", {}, `${entry.name}, ${date(entry.began)}`), make("p", {}, plural(entry.minutes, "minute")),
      make("ul", {}, ...entry.done.map((each) => make("li", {}, `${each.name}: ${summaryLine(each)}`))),
      entry.note && make("p", { class: "own-note" }, entry.note),
      painLine(entry.answers), next(entry),
      button("Delete", async () => { await remove(entry.id); await look(); said("The session was deleted."); part("said").focus(); },
        { class: "session-link", "aria-label": `Delete ${entry.name}, ${date(entry.began)}` }));
  }

  /* Only of the last session of its kind: what earlier ones asked for has been done, or has passed. */
  function next(entry) {
    const last = entries.find((each) => each.session === entry.session);
    return rules && last === entry ? told(rules, entry, entries, Date.now(), "Next time") : null;
  }

  async function take(input) {
    const [file] = input.files;
    if (!file) return;
    const { entries: found, problems } = file.size > LARGEST ? { entries: [], problems: ["The file is too large."] } : fromFile(await file.text());
    input.value = "";
    if (found.length) await put(found);
    await look();
    said([found.length || !problems.length ? `${plural(found.length, "session")} imported.` : "Nothing was imported.", ...problems.slice(0, 10)].join(" "));
  }

  async function forget() {
    if (part("sure").returnValue !== "yes") return;
    part("sure").returnValue = "";
    await clear();
    await look();
    said("The log is empty now.");
  }
}

function day(found) {
  if (!found) return make("td");
  if (!found.entries.length) return make("td", {}, String(found.number));
  const names = found.entries.map((each) => each.name).join(", ");
  return make("td", { class: "on", title: names }, make("b", {}, String(found.number)), make("span", { class: "own-unseen" }, `: ${names}`));
}

function painLine(answers) {
  const known = Object.entries({ "during it": answers?.during, "next morning": answers?.morning }).filter(([, number]) => Number.isInteger(number));
  return known.length > 0 && make("p", {}, `Pain from 0 to 10: ${known.map(([when, number]) => `${number} ${when}`).join(", ")}`);
}

const date = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
