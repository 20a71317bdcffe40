/* The moving figure of an exercise, taken from the exercise's own page: drawn once, and there without signal too. */
import { paths, show } from "../figure-player.js";
import { root } from "./kept.js";
import { reach } from "./tempo.js";

const found = new Map();
const still = matchMedia("(prefers-reduced-motion: reduce)");

/* {svg, returns, keys} or null where the page cannot be had within a few seconds. */
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
  return { svg, returns: box.dataset.returns === "yes", keys: Number(box.dataset.keys) };
}

/* Shows the figure in its place and moves it as the time of the step goes; `time` is asked for at every picture.
   With reduced motion it changes from one key position to the next instead. Returns a function that ends it. */
export function animate(place, drawn, move, time) {
  const svg = drawn.svg.cloneNode(true), parts = paths(svg);
  if (!parts.length) return () => {};
  const last = parts[0].forms.length - 1;
  let request = 0, shown = -1;
  const picture = () => {
    const share = reach(move, drawn.returns, time());
    const at = still.matches ? Math.round(share * (drawn.keys - 1)) / (drawn.keys - 1) : share;
    if (at !== shown) show(parts, (shown = at) * last);
    request = requestAnimationFrame(picture);
  };
  place.replaceChildren(svg);
  picture();
  return () => cancelAnimationFrame(request);
}
