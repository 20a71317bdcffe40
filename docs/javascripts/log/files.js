/* Saving the log as a file, taking one in, and the reminder to save one. Knows nothing of what else the page shows. */
import { button, make } from "../session/dom.js";
import { keep, recall } from "../session/kept.js";
import { plural } from "../session/plural.js";

const forms = () => import("./csv.js"); // only where somebody asks for a file
const LARGEST = 5_000_000; // bytes of a file to import
const ENOUGH = 10, DAY_MS = 864e5, DAYS = 30;

const decimalComma = () => new Intl.NumberFormat(navigator.language).format(1.5).includes(",");

export async function saveCsv(entries) {
  const { toCsv } = await forms();
  save("leg-strength-log.csv", "text/csv", `\ufeff${toCsv(entries, { decimalComma: decimalComma() })}`);
}

export async function saveJson(entries) {
  const { toJson } = await forms();
  save("leg-strength-log.json", "application/json", toJson(entries));
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  isSaved();
}

/* From now on the reader has a file with all that there is. */
export const isSaved = () => keep("copy", { ...recall("copy"), saved: Date.now() });

export async function read(file) {
  if (file.size > LARGEST) return { entries: [], problems: ["The file is too large."] };
  return (await forms()).fromFile(await file.text());
}

/* How many sessions came since a file was saved or the reminder sent away; 0 while it is too early to say so. */
function unsaved(entries, now, { saved = 0, away = 0 } = recall("copy") ?? {}) {
  const since = Math.max(saved, away), ago = (entry) => now - Date.parse(entry.began);
  const fresh = entries.filter((entry) => Date.parse(entry.began) > since), first = fresh.at(-1);
  const waited = since ? now - since : first && ago(first);
  return fresh.length >= ENOUGH || (fresh.length && waited >= DAYS * DAY_MS) ? fresh.length : 0;
}

/* Shows the reminder in its place, or nothing; `after` is called when it has gone. */
export function remind(place, entries, after) {
  const count = unsaved(entries, Date.now());
  place.hidden = !count;
  if (!count) return place.replaceChildren();
  const gone = (said) => { place.hidden = true; place.replaceChildren(); after(said); };
  place.replaceChildren(
    make("p", {}, make("strong", {}, `${plural(count, "session")} since your last saved copy.`), " They are only in this browser, and clearing its data would clear them."),
    make("p", { class: "own-ways" },
      button("Save a copy", () => saveJson(entries).then(() => gone("The copy was saved as a JSON file."), () => after("The copy could not be saved. Open this page again with a network.")), { class: "md-button md-button--primary" }),
      button("Not now", () => { keep("copy", { ...recall("copy"), away: Date.now() }); gone("You will be reminded later."); }, { class: "md-button" })));
}
