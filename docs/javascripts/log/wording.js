/* What was done, in words. Pure. */
import { least } from "./entry.js";
import { plural } from "../session/plural.js";

/* 8, 8, 7 repetitions, 12 kg, 2 left; of what an old log does not know, only how many sets. */
export function setsLine(each) {
  const { sets, planned } = each, none = planned - sets.length;
  return [
    ...(sets.length ? [amountsLine(each), cutLine(each), listed(sets.map((set) => set.load), "kg"), leftLine(sets), cleanLine(sets)] : []),
    none > 0 && `${plural(none, "set")} left out`,
  ].filter(Boolean).join(", ") || "no set";
}

function amountsLine({ sets, unit, dose }) {
  const known = sets.filter((set) => set.amounts.some((amount) => amount !== null)), unknown = sets.length - known.length;
  if (!known.length) return `${plural(sets.length, "set")}${dose && ` of up to ${dose}`}`;
  const word = known.length === 1 && known[0].amounts.every((amount) => amount === 1) ? unit.slice(0, -1) : unit;
  const sides = known.some((set) => set.amounts.length > 1) ? " each side" : "";
  return `${known.map(amountOf).join(", ")} ${word}${sides}${unknown ? `, ${plural(unknown, "set")} cut short` : ""}`;
}

const amountOf = ({ amounts: [one, other] }) => (other === undefined || other === one ? `${one}` : `${one ?? "?"}/${other ?? "?"}`);

const cutLine = ({ sets, asked }) => asked > 0 && sets.some((set) => least(set) !== null && least(set) < asked) && `${asked} asked`;

/* Of each set; where it was told of some only, of the last of them. */
function leftLine(sets) {
  const told = sets.filter(({ left }) => left !== null).map(({ left }) => (left === 5 ? "5 or more" : left));
  return listed(told.length < sets.length ? told.slice(-1) : told, "left");
}

/* One value where all sets have the same, else each in turn. */
function listed(values, unit) {
  if (values.every((value) => value === null)) return "";
  return `${new Set(values).size === 1 ? values[0] : values.map((value) => value ?? "–").join(", ")} ${unit}`;
}

function cleanLine(sets) {
  const unclean = sets.filter((set) => set.clean === false).length;
  return unclean > 0 && `${plural(unclean, "set")} not clean`;
}

export function painLine({ during, morning }) {
  const known = Object.entries({ "during it": during, "next morning": morning }).filter(([, number]) => Number.isInteger(number));
  return known.length > 0 && `Pain from 0 to 10: ${known.map(([when, number]) => `${number} ${when}`).join(", ")}`;
}

const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
export const date = (iso) => long.format(new Date(iso));
export const shortDate = (iso) => short.format(new Date(iso));
