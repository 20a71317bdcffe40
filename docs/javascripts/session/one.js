/* "Do a set" on an exercise's page: the same screen for this one exercise. */
import { root } from "./kept.js";
import { oneSet } from "./plan.js";
import { offer } from "./start.js";

export async function one(place) {
  const catalogue = await fetch(new URL("my-session/catalogue.json", root)).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  const { exercise } = place.dataset;
  if (!catalogue?.exercises.some((each) => each.id === exercise)) { // an old copy of it may not know the exercise yet
    place.hidden = true;
    return;
  }
  const pictures = [document.querySelectorAll(".guide-exercise .guide-frames svg")];
  offer(place, () => oneSet(catalogue, exercise), { pictures });
}
