/* What the rules say after the last session: the question about the next morning, and the next step in each exercise.
   Stands before the next session and in the log; what is said is advice.js's business. */
import { make } from "../session/dom.js";
import { root } from "../session/kept.js";
import { all, put } from "./store.js";
import { advice, isSameDay } from "./advice.js";
import { painButtons } from "./pain-buttons.js";

const NOTHING_SAID = { during: null, morning: null, signs: [] };

let asked = null;

/* The rules, asked for once; nothing where they cannot be had, and then the next to ask tries again. */
export const loadRules = () => {
  asked ??= fetch(new URL("rules.json", root)).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null)
    .then((rules) => { if (!rules) asked = null; return rules; });
  return asked;
};

/* For the beginning of a session: what is to be told of the last one, or nothing. */
export async function lastTime(id, now) {
  try {
    const [rules, entries] = await Promise.all([loadRules(), all()]), last = entries.find((entry) => entry.session === id);
    return rules && last ? told(rules, last, entries, now, `Last time, ${date(last.began)}`) : null;
  } catch {
    return null; // a browser that keeps no log has no last time
  }
}

/* The same of one entry, for the log; `entries` are all, the latest first. */
export function told(rules, entry, entries, now, heading) {
  const place = make("div", { class: "session__last", tabindex: "-1" });
  show(entry);
  return place.childElementCount ? place : null;

  function show(shown) {
    const others = entries.map((each) => withAnswers(each.id === shown.id ? shown : each)), known = withAnswers(shown);
    const lines = advice(rules, known, others, now), unknown = hasSaid(known) && known.answers.morning === null;
    if (!lines.length && !unknown) return;
    place.replaceChildren(make("p", {}, make("strong", {}, heading)));
    if (unknown && isSameDay(known.began, now)) place.append(make("p", {}, "How the morning after is, decides as well. Your log asks for it tomorrow."));
    else if (unknown) place.append(painButtons("How was the morning after? Pain from 0 to 10", (morning) => answer({ ...known, answers: { ...known.answers, morning } })));
    if (lines.length) place.append(make("ul", {}, ...lines.map(row)));
  }

  async function answer(known) {
    show(known); // what the rules say holds even where it cannot be kept, or not at once
    place.focus();
    await put([known]).catch(() => {});
  }
}

/* One line of advice: what it is about, what was done, what to do, why, and on whose word. */
export function row({ about, did, next, why, rule, sources }) {
  return make("li", {}, make("strong", {}, `${about || rule}:`), ` ${[did, next].filter(Boolean).join(" ")}`,
    make("small", { class: "session__why" }, `${[why, about ? `Rule: ${rule}.` : ""].filter(Boolean).join(" ")} `, ...named(sources)));
}

function named(sources) {
  const links = sources.flatMap(({ name, address }, index) => [index ? ", " : "", make("a", { href: new URL(address, root) }, name)]);
  return links.length ? [sources.length > 1 ? "Sources: " : "Source: ", ...links, "."] : [];
}

const withAnswers = (entry) => (entry.answers ? entry : { ...entry, answers: NOTHING_SAID });

const hasSaid = ({ answers, done }) => answers.during !== null || answers.signs.length > 0 || done.some((each) => each.asked);

const date = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
