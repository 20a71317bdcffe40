/* The course of an exercise as a small drawing with its text, and as a table. Knows no log. */
import { make } from "../session/dom.js";
import { plural } from "../session/plural.js";
import { setsLine, shortDate } from "./wording.js";

const WIDTH = 300, HEIGHT = 100, EDGE = 6;
const MOST_ROWS = 100, MOST_DOTS = 60;

/* {name, unit, points: [{began, least, load, each}]}, the earliest first. */
export function courseOf({ name, unit, points }) {
  return make("div", { class: "own-course" }, make("h3", {}, name), points.length > 1 ? chart(points, unit) : make("p", {}, oneLine(points)), values(points));
}

const oneLine = (points) => (points.length ? "A line needs two sessions. This is the first." : "The log does not know how many of these were done.");

function chart(points, unit) {
  const loads = points.filter((point) => point.load !== null), least = scale(points.map((point) => point.least)), load = scale(loads.map((point) => point.load));
  const times = points.map((point) => Date.parse(point.began)), [from, to] = [times[0], times.at(-1)];
  const along = (point) => EDGE + (WIDTH - 2 * EDGE) * (to === from ? 0.5 : (Date.parse(point.began) - from) / (to - from));
  const picture = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": told(points, loads, unit) },
    drawn("path", { class: "own-chart__base", d: `M0 ${HEIGHT - 1}H${WIDTH}` }),
    ...(loads.length ? line(loads, along, (point) => load.at(point.load), "own-chart__load") : []),
    ...line(points, along, (point) => least.at(point.least), "own-chart__least"));
  return make("figure", { class: "own-chart" },
    make("p", { class: "own-chart__key" }, make("span", { class: "own-chart__of-least" }, `Fewest ${unit} in a set`), loads.length > 0 && make("span", { class: "own-chart__of-load" }, "Most kg")),
    ends("own-chart__left", least, ""), picture, loads.length > 0 && ends("own-chart__right", load, " kg"),
    make("p", { class: "own-chart__dates", "aria-hidden": "true" }, make("span", {}, shortDate(points[0].began)), make("span", {}, shortDate(points.at(-1).began))));
}

/* From a little below the smallest value to a little above the largest, so that nothing lies on the edge. */
function scale(values) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity), high = values.reduce((a, b) => Math.max(a, b), -Infinity), room = high - low || 1;
  return { low, high, at: (value) => HEIGHT - 12 - (HEIGHT - 24) * (high === low ? 0.5 : (value - low) / room) };
}

/* A dot is a line of no length: it stays round however the drawing is stretched. */
function line(points, along, up, name) {
  const places = points.map((point) => `${along(point).toFixed(1)} ${up(point).toFixed(1)}`);
  const whole = drawn("path", { class: name, d: `M${places.join("L")}` });
  return places.length > MOST_DOTS ? [whole] : [
    whole, drawn("path", { class: `${name} own-chart__dots`, d: places.map((place) => `M${place}h0`).join("") }),
  ];
}

function ends(name, { low, high }, unit) {
  return make("p", { class: name, "aria-hidden": "true" }, ...(high === low ? [make("span", {}, `${low}${unit}`)] : [make("span", {}, `${high}${unit}`), make("span", {}, `${low}${unit}`)]));
}

function told(points, loads, unit) {
  const of = (list, field, word) => `from ${list[0][field]} to ${list.at(-1)[field]} ${word}, at most ${list.reduce((most, each) => Math.max(most, each[field]), 0)}`;
  const load = loads.length ? `; ${of(loads, "load", "kg")}` : "";
  return `${plural(points.length, "session")} from ${shortDate(points[0].began)} to ${shortDate(points.at(-1).began)}: ${of(points, "least", unit)}${load}.`;
}

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function values(points) {
  const shown = points.slice(-MOST_ROWS).reverse();
  if (!shown.length) return null;
  return make("details", { class: "own-values" }, make("summary", {}, "The numbers"),
    make("table", { class: "own-table" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Day"), make("th", { scope: "col" }, "Sets"))),
      make("tbody", {}, ...shown.map(({ began, each }) => make("tr", {}, make("th", { scope: "row" }, shortDate(began)), make("td", {}, setsLine(each)))))),
    shown.length < points.length && make("p", {}, `These are the latest ${MOST_ROWS}. A saved CSV file has all.`));
}
