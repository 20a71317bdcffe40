/* The moving figure of a step, from the same file as on its exercise's page: drawn once, and kept without signal. */
import { moving, paths, show } from "../figure-player.js";
import { isMirrored, position } from "../figure-position.js";
import { sideOf } from "./words.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/* What shows the figures of a session in its place. */
export function figures(place) {
  let end = () => {}, latest = null;

  /* `picture` is the still figure that the page has, or nothing; `moment()` gives the milliseconds of the step. */
  async function draw(step, move, { picture, first, moment }) {
    halt();
    const told = ["warm-up", "finish"].includes(step.kind), wanted = latest = {};
    if (told && !step.exercise) return place.replaceChildren();
    const other = inMirror(step, told ? null : move, first), standIn = told ? null : picture?.cloneNode(true);
    standIn?.classList.toggle("fig-mirrored", other);
    place.replaceChildren(...(standIn ? [standIn] : []));
    const drawn = await moving(told ? step.exercise : move.figure).catch(() => null); // where it cannot be had the still one stays
    if (drawn && wanted === latest && place.isConnected) end = animate(place, drawn, told ? drawn.way.parts : move.phases, moment, other);
  }

  function halt() {
    end();
    end = () => {};
    latest = null;
  }

  return { draw, halt };
}

/* Whether the side that is on is the other one than the figure was drawn for. */
function inMirror(step, move, first) {
  const side = sideOf(step, first) || (move?.sides === "alternating" ? first : "");
  return side !== "" && side !== (move?.working || "left");
}

/* Moves the figure as the parts of the move go; with reduced motion it changes from one key position to the next instead.
   Returns a function that ends it. */
function animate(place, drawn, phases, moment, other) {
  const { svg } = drawn, parts = paths(svg), way = { ...drawn.way, parts: phases };
  let request = 0, shown = 0;
  place.replaceChildren(svg);
  const picture = () => {
    const seconds = moment() / 1000, exact = position(way, seconds), at = still.matches ? Math.round(exact) : exact;
    if (at !== shown) show(parts, shown = at, way.keys);
    svg.classList.toggle("fig-mirrored", other !== isMirrored(way, seconds));
    place.dataset.at = at.toFixed(2);
    request = requestAnimationFrame(picture);
  };
  picture();
  return () => cancelAnimationFrame(request);
}
