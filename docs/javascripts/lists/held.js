/* The reader's lists on this device: the one that is ticked, and those that were given a name. Each is kept as its address. */
import { keep, recall } from "../session/kept.js";

export const MOST_LISTS = 50, LONGEST_NAME = 60;
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu; // also what turns the writing around
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

let unkept = null; // the ticked list for as long as the page is open, where the browser keeps nothing

/* "" where it was emptied, null where nothing is known of one. */
export function mine() {
  const kept = unkept ?? recall("list");
  return typeof kept === "string" ? kept : null;
}

/* Whether it could be kept. */
export function keepMine(address) {
  const kept = keep("list", address) && recall("list") === address; // some can be written to and not read
  unkept = kept ? null : address;
  return kept;
}

/* [{name, address}], by name. */
export function named() {
  const kept = recall("lists");
  const lists = (Array.isArray(kept) ? kept : []).filter((each) => typeof each?.name === "string" && typeof each.address === "string");
  return lists.map(({ name, address }) => ({ name: tidy(name), address })).filter(({ name }) => !wrong(name)).slice(0, MOST_LISTS);
}

/* Whether they could be kept. */
export const keepNamed = (lists) =>
  keep("lists", [...lists].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))) && named().length === lists.length;

export const tidy = (text) => text.normalize("NFC").replace(UNSEEN, " ").replace(/\s+/g, " ").trim();

/* What is wrong with a name, as a sentence; "" if nothing is. */
export function wrong(name) {
  if (!VISIBLE.test(name)) return "Give the list a name.";
  return name.length > LONGEST_NAME ? `A name has at most ${LONGEST_NAME} letters.` : "";
}

const folded = (name) => name.normalize("NFKC").toLowerCase();

export const isCalled = (name) => (list) => folded(list.name) === folded(name);

export function canKeep() {
  const kept = keep("try", 1) && recall("try") === 1;
  keep("try", null);
  return kept;
}
