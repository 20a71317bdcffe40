/* Every session that was begun and not finished, on the pages from which one comes back to it: home and the log. */
import { make } from "./dom.js";
import { addressOf, unfinished } from "./unfinished.js";

export function offers(place) {
  addEventListener("pageshow", show);
  show();

  function show() {
    const left = unfinished();
    place.hidden = !left.length;
    place.replaceChildren(...left.map((each) => make("p", { class: "session-resume" },
      make("span", {}, `You were in the middle of ${each.name}.`),
      make("a", { href: addressOf(each), class: "md-button", "aria-label": `Go on with ${each.name}` }, "Go on"))));
  }
}
