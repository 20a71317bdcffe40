/* "Do a set" on an exercise's page: the same screen for this one exercise. What it needs is loaded when somebody is about
   to press, or was interrupted here: most readers only read. */

/* `begun` says that some session on this device is unfinished, perhaps this one. */
export function one(place, begun) {
  const start = place.querySelector("[data-start]"), said = place.querySelector("span");
  let asked = null;
  place.classList.add("ready");
  start.addEventListener("click", first);
  for (const name of ["pointerenter", "focus"]) start.addEventListener(name, connected);
  if (begun) connected();

  async function first() {
    start.removeEventListener("click", first);
    if (await connected()) start.click();
  }

  /* Once it is, presses are for the offer; where it failed, the next press tries again. */
  function connected() {
    asked ??= connect(place).then(
      () => { start.removeEventListener("click", first); return true; },
      () => {
        asked = null;
        said.textContent = "This could not be loaded. Try again with a network.";
        start.addEventListener("click", first);
        return false;
      });
    return asked;
  }
}

async function connect(place) {
  const { exercise } = place.dataset, pictures = [document.querySelectorAll(".guide-exercise .guide-frames svg")];
  const [{ oneSet }, { offer }, catalogue] = await Promise.all([
    import("./plan.js"), import("./start.js"), fetch(new URL("../../my-session/catalogue.json", import.meta.url)).then((answer) => answer.json()),
  ]);
  oneSet(catalogue, exercise); // an old copy of the catalogue may not know the exercise yet, which is found out here
  offer(place, () => oneSet(catalogue, exercise), { pictures });
}
