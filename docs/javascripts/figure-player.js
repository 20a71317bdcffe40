/* Plays the moving figures at the tempo of the exercise: blends the numbers of each path between the positions that the
   build has drawn, and brings the parts into the order in which they hide each other. The picture is fetched when its
   button is pressed; nothing moves before that. With reduced motion it shows key positions one by one. */
import { isMirrored, position, wayOf } from "./figure-position.js";

const numbers = (text) => text.match(/-?\d+/g).map(Number);
const still = matchMedia("(prefers-reduced-motion: reduce)");
const fetched = new Map();

/* The moving picture of a name such as `squat` or `squat/sit-to-stand`, and its way. Rejects where it cannot be had. */
export function moving(name) {
  if (!fetched.has(name)) fetched.set(name, fetchMoving(name).catch((error) => { fetched.delete(name); throw error; }));
  return fetched.get(name).then(({ svg, way }) => ({ svg: svg.cloneNode(true), way }));
}

async function fetchMoving(name) {
  const answer = await fetch(new URL(`../images/moving/${name}.svg`, import.meta.url), { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(`no moving figure of ${name}`);
  const svg = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  return { svg: document.importNode(svg, true), way: wayOf(svg.dataset) };
}

/* What moves in a picture: its paths, and its pieces with the orders that hold from a drawn position on. */
export function paths(svg) {
  const moves = [...svg.querySelectorAll("path[data-v]")].map((path) => {
    const first = path.getAttribute("d"), forms = [numbers(first)];
    for (const change of path.dataset.v.split(";").map(numbers)) forms.push(change.map((by, n) => forms[forms.length - 1][n] + by));
    return { path, seen: path.dataset.seen, between: first.split(/-?\d+/), forms };
  });
  const orders = (svg.dataset.order ?? "").split(";").filter(Boolean).map((text) => text.split(":").map(numbers))
    .map(([[from], order]) => ({ from, order }));
  return { moves, orders, pieces: [...svg.querySelectorAll("[data-piece]")], order: orders[0] };
}

/* `at`: from 1, the first of the key positions, to `keys`, the last. */
export function show(parts, at, keys) {
  for (const { path, seen, between, forms } of parts.moves) {
    const drawn = drawnAt(at, keys, forms.length), i = Math.min(Math.floor(drawn), forms.length - 2), k = drawn - i;
    if (seen) path.setAttribute("visibility", seen[Math.round(drawn)] === "1" ? "visible" : "hidden");
    const text = forms[i].map((a, n) => `${between[n]} ${(a + (forms[i + 1][n] - a) * k).toFixed(1)}`);
    path.setAttribute("d", text.join("") + between[between.length - 1]);
  }
  arrange(parts, Math.round(drawnAt(at, keys, parts.moves[0]?.forms.length ?? 1)));
}

const drawnAt = (at, keys, forms) => (keys > 1 ? (at - 1) / (keys - 1) * (forms - 1) : 0);

/* Nothing is touched while the order stays. */
function arrange(parts, drawn) {
  const found = parts.orders.findLast(({ from }) => drawn >= from);
  if (found === parts.order) return;
  parts.order = found;
  const last = parts.pieces[parts.pieces.length - 1].parentNode;
  last.append(...found.order.map((number) => parts.pieces[number]));
}

function player(box) {
  const button = box.querySelector(".fig-play"), side = box.querySelector(".fig-side"), note = box.querySelector(".fig-note");
  const { play, stop, step, missing } = button.dataset;
  let drawn = null, parts = null, started = 0, key = 1, request = 0, other = false;

  const label = () => { button.textContent = still.matches ? step : request ? stop : play; };
  const to = (at, mirrored = other) => {
    show(parts, at, drawn.way.keys);
    drawn.svg.classList.toggle("fig-mirrored", mirrored);
    box.dataset.at = at.toFixed(2);
  };
  const frame = (now) => {
    started ||= now;
    const seconds = (now - started) / 1000;
    to(position(drawn.way, seconds), other !== isMirrored(drawn.way, seconds));
    request = requestAnimationFrame(frame);
  };
  const halt = () => { cancelAnimationFrame(request); request = started = 0; label(); };

  async function pressed() {
    if (!drawn) {
      drawn = await moving(box.dataset.moves).catch(() => null);
      if (!drawn) { button.textContent = missing; return; }
      parts = paths(drawn.svg);
      box.prepend(drawn.svg);
      box.classList.add("fig-open");
      if (side) side.hidden = note.hidden = false;
    }
    if (still.matches) {
      to(key = key % drawn.way.keys + 1);
    } else if (request) {
      halt();
    } else {
      request = requestAnimationFrame(frame);
      label();
    }
  }

  side?.addEventListener("click", () => {
    const names = side.dataset.sides.split("|");
    other = !other;
    note.textContent = names[Number(other)];
    drawn.svg.classList.toggle("fig-mirrored", other);
  });
  button.addEventListener("click", pressed);
  still.addEventListener("change", halt);
  document.addEventListener("visibilitychange", () => document.hidden && request && halt());
  label();
  box.hidden = false;
}

document.querySelectorAll(".fig-player").forEach(player);
