/* Plays the moving figures at the tempo of the exercise: blends the numbers of each path between the positions that the
   build has drawn. Nothing moves before the button is pressed. With reduced motion it shows key positions one by one. */
import { position, wayOf } from "./figure-position.js";

const numbers = (text) => text.match(/-?\d+/g).map(Number);
const still = matchMedia("(prefers-reduced-motion: reduce)");

export function paths(svg) {
  return [...svg.querySelectorAll("path[data-v]")].map((path) => {
    const first = path.getAttribute("d");
    return { path, seen: path.dataset.seen, between: first.split(/-?\d+/), forms: [first, ...path.dataset.v.split(";")].map(numbers) };
  });
}

/* `at`: from 1, the first of the key positions, to `keys`, the last. */
export function show(parts, at, keys) {
  for (const { path, seen, between, forms } of parts) {
    const drawn = (at - 1) / (keys - 1) * (forms.length - 1);
    if (seen) path.setAttribute("visibility", seen[Math.round(drawn)] === "1" ? "visible" : "hidden");
    const i = Math.min(Math.floor(drawn), forms.length - 2), k = drawn - i;
    const text = forms[i].map((a, n) => `${between[n]} ${(a + (forms[i + 1][n] - a) * k).toFixed(1)}`);
    path.setAttribute("d", text.join("") + between[between.length - 1]);
  }
}

function player(box) {
  const svg = box.querySelector("svg"), button = box.querySelector("button"), parts = paths(svg), way = wayOf(box.dataset);
  const { play, stop, step } = button.dataset;
  let started = 0, key = 1, request = 0;

  const label = () => { button.textContent = still.matches ? step : request ? stop : play; };
  const to = (at) => { show(parts, at, way.keys); box.dataset.at = at.toFixed(2); };
  const frame = (now) => {
    started ||= now;
    to(position(way, (now - started) / 1000));
    request = requestAnimationFrame(frame);
  };
  const halt = () => { cancelAnimationFrame(request); request = started = 0; label(); };

  button.addEventListener("click", () => {
    box.classList.add("fig-open");
    if (still.matches) {
      to(key = key % way.keys + 1);
    } else if (request) {
      halt();
    } else {
      request = requestAnimationFrame(frame);
      label();
    }
  });
  still.addEventListener("change", halt);
  document.addEventListener("visibilitychange", () => document.hidden && request && halt());
  label();
  box.hidden = false;
}

const start = () => document.querySelectorAll(".fig-player[hidden]").forEach(player);
if (window.document$) document$.subscribe(start);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
