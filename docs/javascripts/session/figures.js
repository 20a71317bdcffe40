/* The moving figure of a move, from the same file as on its exercise's page: drawn once, and kept without signal. */
import { moving, paths, show } from "../figure-player.js";
import { isMirrored, position } from "../figure-position.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/* {svg, way} or null where the picture cannot be had within a few seconds. */
export const figure = (name) => moving(name).catch(() => null);

/* Shows the figure in its place and moves it as the parts of the move go; `time` is asked for at every picture. The
   second of two sides is seen in the mirror. With reduced motion it changes from one key position to the next instead.
   Returns a function that ends it. */
export function animate(place, drawn, phases, time, { other = false } = {}) {
  const { svg } = drawn, parts = paths(svg), way = { ...drawn.way, parts: phases };
  let request = 0, shown = 0;
  place.replaceChildren(svg);
  const picture = () => {
    const seconds = time() / 1000, exact = position(way, seconds), at = still.matches ? Math.round(exact) : exact;
    if (at !== shown) show(parts, shown = at, way.keys);
    svg.classList.toggle("fig-mirrored", other !== isMirrored(way, seconds));
    place.dataset.at = at.toFixed(2);
    request = requestAnimationFrame(picture);
  };
  picture();
  return () => cancelAnimationFrame(request);
}
