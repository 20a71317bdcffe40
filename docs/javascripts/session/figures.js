/* The moving figure of an exercise, taken from the exercise's own page: drawn once, and there without signal too. */
import { paths, show } from "../figure-player.js";
import { position, wayOf } from "../figure-position.js";
import { root } from "./kept.js";

const found = new Map();
const still = matchMedia("(prefers-reduced-motion: reduce)");

/* {svg, way} or null where the page cannot be had within a few seconds. */
export function figure(exercise) {
  if (!found.has(exercise)) found.set(exercise, fetchFigure(exercise).catch(() => { found.delete(exercise); return null; }));
  return found.get(exercise);
}

async function fetchFigure(exercise) {
  const answer = await fetch(new URL(`exercises/${exercise}/`, root), { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(`no page of ${exercise}`);
  const box = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".fig-player");
  const svg = document.importNode(box.querySelector("svg"), true);
  svg.removeAttribute("id");
  return { svg, way: wayOf(box.dataset) };
}

/* Shows the figure in its place and moves it as the parts of the move go; `time` is asked for at every picture.
   With reduced motion it changes from one key position to the next instead. Returns a function that ends it. */
export function animate(place, drawn, move, time) {
  const svg = drawn.svg.cloneNode(true), parts = paths(svg), way = { ...drawn.way, parts: move.phases };
  if (!parts.length) return () => {};
  place.replaceChildren(svg);
  return follow(place, way, time, still.matches, (at) => show(parts, at, way.keys));
}

/* Shows the pictures of a version in turn, each while the move is nearest to it. Returns a function that ends it. */
export function leaf(place, pictures, move, time) {
  const own = [...pictures].map((each) => each.cloneNode(true));
  place.replaceChildren(...own);
  const way = { parts: move.phases, keys: own.length, returns: false, turns: false };
  return follow(place, way, time, true, (at) => own.forEach((each, index) => each.toggleAttribute("hidden", index + 1 !== Math.min(at, own.length))));
}

function follow(place, way, time, whole, put) {
  let request = 0, shown = 0;
  const picture = () => {
    const exact = position(way, time() / 1000), at = whole ? Math.round(exact) : exact;
    if (at !== shown) put(shown = at);
    place.dataset.at = at.toFixed(2);
    request = requestAnimationFrame(picture);
  };
  picture();
  return () => cancelAnimationFrame(request);
}
