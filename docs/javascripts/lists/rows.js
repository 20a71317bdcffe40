/* The rows of one's own list, each with its dose and its place. What a press changes is handed on to `change`. */
import { button, make } from "../session/dom.js";
import { root } from "../session/kept.js";

/* `current` gives the list as it is now; `change` takes the whole of it, and whether the rows are made anew; `removed` is called after a row has gone. */
export function rows(place, { known, most, current, change, removed }) {
  const length = current().length;
  place.replaceChildren(...current().map(row));

  function row(each, index) {
    const exercise = known.get(each.id);
    const put = (changed, how = { rows: false }) => change(current().map((old, at) => (at === index ? { ...old, ...changed } : old)), how);
    const number = (label, value, max, field) => make("input", {
      type: "number", min: 1, max, value, inputmode: "numeric", "aria-label": `${exercise.name}: ${label}`,
      onchange: (event) => put({ [field]: bounded(event.target, 1, max) }),
    });
    const unit = exercise.hold ? make("span", { class: "own-unit" }, "seconds") : make("select", {
      "aria-label": `${exercise.name}: repetitions or seconds`,
      onchange(event) {
        put({ unit: event.target.value, amount: event.target.value ? 30 : exercise.amount }, { rows: true });
        place.children[index].querySelector("select").focus();
      },
    }, ...[["", exercise.counts_steps ? "steps" : "repetitions"], ["s", "seconds"]].map(([value, label]) => make("option", { value, selected: value === each.unit }, label)));
    const sides = exercise.sides === "both" ? null : exercise.sides === "each" ? make("span", { class: "own-unit" }, "each side")
      : make("label", { class: "own-check" }, make("input", { type: "checkbox", checked: each.each, onchange: (event) => put({ each: event.target.checked }) }), "each side");
    return make("li", {},
      make("a", { href: new URL(`exercises/${each.id}/`, root) }, exercise.name),
      make("div", { class: "own-dose" }, number("sets", each.sets, most.sets, "sets"), make("span", { class: "own-unit" }, "sets of"),
        number(each.unit ? "seconds" : "repetitions", each.amount, each.unit ? most.seconds : most.repetitions, "amount"), unit, sides),
      make("div", { class: "own-order" },
        mover(index, -1, "↑", `${exercise.name} earlier`), mover(index, 1, "↓", `${exercise.name} later`),
        button("Remove", () => { change(current().filter((_, at) => at !== index)); removed(); }, { "aria-label": `Remove ${exercise.name}` })));
  }

  function mover(index, by, sign, label) {
    const to = index + by;
    return button(sign, () => {
      const moved = [...current()];
      [moved[index], moved[to]] = [moved[to], moved[index]];
      change(moved);
      const movers = [...place.children[to].querySelectorAll(".own-order button")], same = movers[by < 0 ? 0 : 1];
      (same.disabled ? movers[by < 0 ? 1 : 0] : same).focus(); // at either end the same press leads no further
    }, { "aria-label": label, disabled: to < 0 || to >= length });
  }
}

export function bounded(input, least, most) {
  const value = Math.min(most, Math.max(least, Math.round(Number(input.value)) || least));
  input.value = value;
  return value;
}
