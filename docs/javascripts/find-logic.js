/* What fits a reader's choices, what does not and why, and what to relax. Knows no page: values in, values out.

   choices: {muscle: [ids], kit: [ids] or ["none"], jumps: ["no"], minutes: ["20"], and any fact with one value: level: ["1"]}
   known:   {key: {value: [names]}}, everything that the page can be asked
   entry:   the facts of a card, see hooks/guide/pages/finder.py
   servers: {equipment: [other equipment that serves instead]} */

const FIRST = ["muscle", "kit"], SINGLE = ["minutes", "jumps"], OWN_RULES = [...FIRST, ...SINGLE];

/** What can be asked or is chosen, in one order; facts with one value, which all have the same rule, in their own. */
const facts = (given) => Object.keys(given).filter((key) => !OWN_RULES.includes(key));
export const keysOf = (given) => [...FIRST, ...facts(given), ...SINGLE];

const fold = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** An address's query as choices; what it asks for and nobody knows comes back as well. */
export function read(query, known) {
  const choices = {}, unknown = [];
  for (const [key, text] of new URLSearchParams(query)) {
    if (!known[key]) continue;
    const value = valueOf(text, known[key]);
    if (value === undefined) unknown.push(text);
    else if (value && !choices[key]?.includes(value)) choices[key] = SINGLE.includes(key) ? [value] : [...(choices[key] || []), value];
  }
  if (choices.kit?.length > 1) choices.kit = choices.kit.filter((each) => each !== "none");
  return { choices: Object.fromEntries(keysOf(known).filter((key) => choices[key]).map((key) => [key, choices[key]])), unknown };
}

function valueOf(text, values) {
  const wanted = fold(text);
  return Object.keys(values).find((value) => [value, ...values[value]].some((name) => fold(name) === wanted));
}

/** Choices as an address's query, in one order whatever the order of choosing; empty where nothing is chosen. */
export function write(choices) {
  const query = new URLSearchParams();
  for (const key of keysOf(choices)) for (const value of [...(choices[key] || [])].sort()) query.append(key, value);
  const text = query.toString();
  return text && `?${text}`;
}

/** Whether an entry fits, in which version, with what instead of what; or what speaks against it, the least possible. */
export function judge(entry, choices, servers = {}) {
  const reasons = [];
  const missed = (key, value) => choices[key]?.length && !choices[key].includes(String(value));
  if (choices.muscle?.length && !choices.muscle.some((each) => entry.muscle.includes(each))) {
    const along = choices.muscle.filter((each) => entry.along.includes(each));
    reasons.push({ key: "muscle", along });
  }
  for (const key of facts(choices)) if (missed(key, entry[key])) reasons.push({ key, value: entry[key] });
  if (choices.minutes?.length && entry.minutes > Number(choices.minutes[0])) reasons.push({ key: "minutes", value: entry.minutes });
  const way = bestWay(entry, choices, servers);
  return { fits: !reasons.length && !way.reasons.length, reasons: [...reasons, ...way.reasons], version: way.name, instead: way.instead };
}

function bestWay(entry, choices, servers) {
  const plain = { name: "", needs: entry.needs, jumps: entry.jumps };
  const ways = [plain, ...[...(entry.easier || [])].reverse()].map((way) => weigh(way, choices, servers));
  const open = ways.find((way) => !way.reasons.length);
  return open || ways[0];
}

function weigh(way, choices, servers) {
  const reasons = [], instead = [], owned = choices.kit || [];
  if (owned.length) {
    const missing = way.needs.filter((need) => !owned.includes(need));
    const lacking = missing.filter((need) => !serving(need, owned, servers));
    if (lacking.length) reasons.push({ key: "kit", lacking });
    else instead.push(...missing.map((need) => ({ need, by: serving(need, owned, servers) })));
  }
  if (choices.jumps?.length && way.jumps) reasons.push({ key: "jumps" });
  return { name: way.name, reasons, instead };
}

const serving = (need, owned, servers) => servers[need]?.find((each) => owned.includes(each));

/** Harder versions that the reader's own equipment opens up. */
export function extras(entry, choices) {
  const owned = (choices.kit || []).filter((each) => each !== "none");
  const opens = (way) => way.needs.length && way.needs.every((need) => owned.includes(need)) && !(choices.jumps?.length && way.jumps);
  return (entry.harder || []).filter((way) => opens(way) && way.needs.some((need) => !entry.needs.includes(need))).map((way) => way.name);
}

/** Every entry with what `judge` says of it; `nearest` and `relaxations` take these, so that nothing is judged twice. */
export const judgeAll = (entries, choices, servers = {}) => entries.map((entry) => ({ entry, ...judge(entry, choices, servers) }));

/** Of what was judged not to fit, what misses least. */
export function nearest(judged) {
  const missed = judged.filter((each) => !each.fits);
  const least = missed.reduce((fewest, each) => Math.min(fewest, each.reasons.length), Infinity);
  return missed.filter((each) => each.reasons.length === least);
}

/** Single changes that let more through, most first: {key, value?, choices, more}; for equipment, one thing more.
    A change takes nothing away that fits, and brings back only what nothing else speaks against. */
export function relaxations(judged, choices, servers = {}, things = []) {
  const missed = judged.filter((each) => !each.fits), better = [];
  for (const key of keysOf(choices).filter((each) => choices[each]?.length)) {
    const near = missed.filter(({ reasons }) => reasons.every((reason) => alike(reason.key, key)));
    for (const change of changes(key, choices, things)) {
      const helped = change.value ? near.filter(({ entry }) => uses(entry, change.value, servers)) : near;
      const more = helped.filter(({ entry }) => judge(entry, change.choices, servers).fits).length;
      if (more) better.push({ ...change, more });
    }
  }
  return better.sort((a, b) => b.more - a.more);
}

const WAYS = ["kit", "jumps"];

/** Equipment and jumps go together: another version of the exercise may answer for both. */
const alike = (reason, key) => reason === key || (WAYS.includes(reason) && WAYS.includes(key));

function changes(key, choices, things) {
  if (key !== "kit") return [{ key, choices: { ...choices, [key]: [] } }];
  return things.filter((each) => !choices.kit.includes(each)).map((value) => ({ key, value, choices: withThing(choices, value) }));
}

const uses = (entry, thing, servers) => [entry, ...(entry.easier || [])].some((way) => way.needs.some((need) => need === thing || servers[need]?.includes(thing)));

const withThing = (choices, value) => ({ ...choices, kit: [...choices.kit.filter((each) => each !== "none"), value] });
