/* Plays the moving figures: blends the numbers of each path between the positions that the build has drawn.
   Nothing moves before the button is pressed. With reduced motion the button shows key positions one by one. */
const numbers = (text) => text.match(/-?\d+/g).map(Number);
const still = matchMedia("(prefers-reduced-motion: reduce)");

export function paths(svg) {
  return [...svg.querySelectorAll("path[data-v]")].map((path) => {
    const first = path.getAttribute("d");
    return { path, seen: path.dataset.seen, between: first.split(/-?\d+/), forms: [first, ...path.dataset.v.split(";")].map(numbers) };
  });
}

export function show(parts, at) {
  for (const { path, seen, between, forms } of parts) {
    if (seen) path.setAttribute("visibility", seen[Math.round(at)] === "1" ? "visible" : "hidden");
    const i = Math.min(Math.floor(at), forms.length - 2), k = at - i;
    const text = forms[i].map((a, n) => `${between[n]} ${(a + (forms[i + 1][n] - a) * k).toFixed(1)}`);
    path.setAttribute("d", text.join("") + between[between.length - 1]);
  }
}

function player(box) {
  const svg = box.querySelector("svg"), button = box.querySelector("button"), parts = paths(svg);
  const { keys, returns, seconds, play, stop, step } = { ...box.dataset, ...button.dataset };
  const last = parts[0].forms.length - 1, whole = (keys - 1) * seconds * 1000, rest = 700;
  let started = 0, key = 0, request = 0;

  const label = () => { button.textContent = still.matches ? step : request ? stop : play; };
  const place = (time) => {
    const back = returns === "yes", lap = back ? 2 * (whole + rest) : whole + 2 * rest;
    const t = time % lap;
    return t < whole ? t / whole : t < whole + rest || !back ? 1 : Math.max(0, 1 - (t - whole - rest) / whole);
  };
  const frame = (now) => {
    started ||= now;
    show(parts, place(now - started) * last);
    request = requestAnimationFrame(frame);
  };
  const halt = () => { cancelAnimationFrame(request); request = started = 0; label(); };

  button.addEventListener("click", () => {
    box.classList.add("fig-open");
    if (still.matches) {
      key = (key + 1) % keys;
      show(parts, key / (keys - 1) * last);
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
