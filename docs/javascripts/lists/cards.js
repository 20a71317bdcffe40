/* A tick on every exercise card, and a bar that leads to one's own session with what is ticked, in every tab. */
import { button, make } from "../session/dom.js";
import { root } from "../session/kept.js";
import { plural } from "../session/plural.js";
import { itemsOf, withItems } from "./items.js";
import { keepMine, mine } from "./held.js";

export function cards() {
  let kept = true;
  const picked = () => itemsOf(mine() ?? "");
  const link = make("a", { class: "md-button md-button--primary" }, "Make it a session");
  const count = make("p", { role: "status" });
  const empty = button("Clear", () => change([]), { class: "session-link" });
  const bar = make("div", { class: "own-bar", role: "region", "aria-label": "Your session", hidden: true }, count, link, empty);
  const ticks = [...document.querySelectorAll(".guide-card--exercise")].map(tick);
  document.querySelector(".md-content")?.append(bar);
  addEventListener("pageshow", show);
  addEventListener("storage", show);
  show();

  function tick(card) {
    const place = card.querySelector(".guide-card__title a"), id = card.dataset.exercise ?? new URL(place.href).pathname.split("/").at(-2);
    const press = button("", () => change(holds(id) ? picked().filter((each) => name(each) !== id) : [...picked(), id]), {
      class: "own-tick", "aria-label": `${place.textContent} in your session`,
    });
    card.append(press);
    return { id, press };
  }

  function holds(id) {
    return picked().some((each) => name(each) === id);
  }

  function change(items) {
    kept = keepMine(withItems(mine() ?? "", items));
    show();
  }

  function show() {
    const items = picked(), held = new Set(items.map(name));
    for (const { id, press } of ticks) {
      const pressed = String(held.has(id));
      if (press.getAttribute("aria-pressed") !== pressed) press.setAttribute("aria-pressed", pressed);
    }
    count.textContent = `${plural(items.length, "exercise")} ticked${kept ? "" : ". This browser keeps no ticks: go on from here."}`;
    bar.hidden = !items.length;
    link.href = new URL(`my-session/${withItems(mine() ?? "", items)}`, root);
  }
}

const name = (text) => text.split(".")[0];
