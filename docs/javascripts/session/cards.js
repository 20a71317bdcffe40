/* A tick on every exercise card, and a bar that leads to one's own session with what is ticked. */
import { button, make } from "./dom.js";
import { keep, recall, root } from "./kept.js";
import { plural } from "./words.js";

export function cards() {
  const picked = () => recall("picked", sessionStorage) ?? [];
  const link = make("a", { class: "md-button md-button--primary" }, "Make it a session");
  const count = make("p", { role: "status" });
  const empty = button("Clear", () => change([]), { class: "session-link" });
  const bar = make("div", { class: "own-bar", role: "region", "aria-label": "Your session", hidden: true }, count, link, empty);
  const ticks = [...document.querySelectorAll(".guide-card--exercise")].map(tick);
  document.querySelector(".md-content")?.append(bar);
  addEventListener("pageshow", show);
  show();

  function tick(card) {
    const place = card.querySelector(".guide-card__title a"), id = card.dataset.exercise ?? new URL(place.href).pathname.split("/").at(-2);
    const press = button("", () => change(holds(id) ? picked().filter((each) => name(each) !== id) : [...picked(), id]), {
      class: "own-tick", "aria-label": `${place.textContent} in your session`,
    });
    card.append(press);
    return { id, press };
  }

  /* What is kept is as the address writes it: an id, perhaps with a dose. */
  function holds(id) {
    return picked().some((each) => name(each) === id);
  }

  function change(list) {
    keep("picked", list, sessionStorage);
    show();
  }

  function show() {
    const list = picked(), held = new Set(list.map(name));
    for (const { id, press } of ticks) {
      const pressed = String(held.has(id));
      if (press.getAttribute("aria-pressed") !== pressed) press.setAttribute("aria-pressed", pressed);
    }
    count.textContent = `${plural(list.length, "exercise")} ticked`;
    bar.hidden = !list.length;
    const rest = recall("rest", sessionStorage);
    link.href = new URL(`my-session/?do=${list.join("_")}${Number.isInteger(rest) ? `&rest=${rest}` : ""}`, root);
  }
}

const name = (text) => text.split(".")[0];
