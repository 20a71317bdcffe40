/* How was the morning after? Asked on whatever page of the guide is opened next, at its foot, from the day after a
   session until 36 hours after it began. Answered once; put off until the next day by "Not now". */
import { button, make } from "../session/dom.js";
import { keep, recall } from "../session/kept.js";
import { all, put } from "./store.js";
import { dayOf, painAfter } from "./advice.js";
import { loadRules, row } from "./next-time.js";
import { painButtons } from "./pain-buttons.js";

const KEY = "morning", LONGEST_MS = 36 * 3600 * 1000;

/* For the end of a session that was saved: its next morning will be asked for. */
export const askNextMorning = ({ id, began, name }) => keep(KEY, { id, began, name });

/* Shows the question where it is due. A log that cannot be read, or never answers, leaves the page as it is. */
export async function morning(now = Date.now()) {
  const kept = recall(KEY);
  if (!isDue(kept, now) || isBusy()) return;
  const entry = await found(kept.id).catch(() => undefined);
  if (entry === undefined || isBusy()) return;
  if (entry === null || (entry.answers?.morning ?? null) !== null) keep(KEY, null); // deleted, or answered in the log
  else show(kept);
}

function isDue(kept, now) {
  const began = Date.parse(kept?.began);
  if (Number.isNaN(began) || now - began > LONGEST_MS) {
    keep(KEY, null);
    return false;
  }
  return dayOf(began) < dayOf(now) && !(dayOf(now) <= kept.later);
}

/* While a session or a question fills the screen, and where it is asked already; the log asks by itself. */
const isBusy = () => document.querySelector("dialog[open], .own-morning, #own-log") !== null;

const found = async (id) => (await all()).find((entry) => entry.id === id) ?? null;

function show(kept) {
  const place = make("section", { class: "own-morning", "aria-label": "The morning after" });
  ask();
  document.querySelector("main").append(place);

  function ask() {
    place.replaceChildren(painButtons(`How was the morning after ${kept.name}? Pain from 0 to 10`, answer),
      button("Not now", () => { keep(KEY, { ...kept, later: dayOf(Date.now()) }); place.remove(); }, { class: "session-link" }));
  }

  async function answer(number) {
    keep(KEY, null);
    const told = make("div", { role: "status" }), said = make("div", { tabindex: "-1" }, make("p", {}, `You said ${number} out of 10.`), told);
    place.replaceChildren(said, button("Change it", () => { ask(); place.querySelector("button").focus({ preventScroll: true }); }, { class: "session-link" }),
      button("Close", () => place.remove(), { class: "session-link" }));
    said.focus({ preventScroll: true });
    const rules = loadRules(), entries = await all().catch(() => []), entry = entries.find((each) => each.id === kept.id);
    const known = entry && { ...entry, answers: { during: null, signs: [], ...entry.answers, morning: number } };
    const isKept = known && await put([known]).then(() => true, () => false);
    if (!isKept) said.append(make("p", {}, "This browser could not keep it in your log."));
    if (known && await rules) told.append(make("ul", {}, row(lineOf(await rules, painAfter(await rules, known, entries.filter((each) => each.answers))))));
  }
}

const lineOf = (rules, rule) => ({ about: "", did: "", why: "", next: rule.next, rule: rule.name, sources: rule.sources.map((name) => rules.sources[name]) });
