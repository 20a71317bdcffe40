/* The part of the page that keeps lists under names: save, open, rename, delete. Names are shown as text only. */
import { button, make } from "../session/dom.js";
import { plural } from "../session/plural.js";
import { isCalled, keepNamed, LONGEST_NAME, MOST_LISTS, named, tidy, wrong } from "./held.js";

const NOT_KEPT = "It could not be kept: this browser keeps nothing here, or has no room.";

/* `address` gives the list on the page; `measure` gives a kept one as {address, exercises, minutes}; `sure` asks before
   something is lost; `kept(before, name)` hears what a list is called now: with null before it for the list on the page.
   Returns what shows the lists again. */
export function namedLists(part, { address, measure, sure, kept }) {
  const field = part("name");
  let renamed = "";
  field.maxLength = LONGEST_NAME;
  part("save").addEventListener("submit", save);
  return show;

  function tell(text) {
    part("lists-said").textContent = text;
  }

  function show() {
    const lists = named();
    part("lists").hidden = !lists.length;
    part("lists").replaceChildren(...lists.map((list) => (list.name === renamed ? renaming(list) : row(list))));
  }

  /* The lists are read at the last moment: another tab may have changed them. */
  function put(lists, text, before, name) {
    const done = keepNamed(lists);
    if (done) renamed = "";
    show();
    tell(done ? text : NOT_KEPT);
    if (done) kept(before, name);
  }

  async function save(event) {
    event.preventDefault();
    const name = tidy(field.value), old = named().find(isCalled(name)), problem = address() ? wrong(name) : "There is nothing in this list yet.";
    if (problem || (!old && named().length >= MOST_LISTS)) {
      tell(problem || `${MOST_LISTS} lists are the most. Delete one first.`);
      return field.focus();
    }
    if (old && !(await sure(`You already have a list named “${old.name}”. Put this one in its place?`, "Replace it"))) return field.focus();
    put([...named().filter((list) => !isCalled(name)(list)), { name, address: address() }], `Kept as “${name}” on this device.`, null, name);
  }

  function row({ name, address: kept }) {
    const { address: found, exercises, minutes } = measure(kept), label = make("bdi", {}, name);
    return make("li", {},
      found ? make("a", { href: `${location.pathname}${found}` }, label) : make("span", {}, label),
      make("span", { class: "own-unit" }, found ? `${plural(exercises, "exercise")}, ${plural(minutes, "minute")}` : "Nothing in it is in this guide any more."),
      make("div", { class: "own-order" },
        button("Rename", () => { renamed = name; show(); part("lists").querySelector("input").select(); }, { "aria-label": `Rename ${name}` }),
        button("Delete", () => remove(name), { "aria-label": `Delete ${name}` })));
  }

  function renaming({ name, address: kept }) {
    const to = make("input", { type: "text", "aria-label": `New name of ${name}`, value: name, maxlength: LONGEST_NAME, autocomplete: "off" });
    const stop = () => { renamed = ""; show(); tell(""); focusOn("Rename", name); };
    return make("li", {}, make("form", {
      class: "own-ways",
      onsubmit(event) { event.preventDefault(); rename(name, kept, to); },
      onkeydown: (event) => { if (event.key === "Escape") stop(); },
    }, to, make("button", { class: "md-button" }, "Save the name"), button("Cancel", stop, { class: "session-link" })));
  }

  function rename(name, kept, field) {
    const to = tidy(field.value), others = named().filter((list) => !isCalled(name)(list)), other = others.find(isCalled(to));
    const problem = wrong(to) || (other && `You already have a list named “${other.name}”.`);
    if (problem) {
      tell(problem);
      return field.focus();
    }
    put([...others, { name: to, address: kept }], `“${name}” is now “${to}”.`, name, to);
    focusOn("Rename", to);
  }

  async function remove(name) {
    if (!(await sure(`Delete the list “${name}”? It cannot be brought back.`, "Delete it"))) return focusOn("Delete", name);
    put(named().filter((list) => list.name !== name), `“${name}” was deleted.`, name, "");
    part("lists-said").focus();
  }

  function focusOn(what, name) {
    [...part("lists").querySelectorAll("button")].find((each) => each.getAttribute("aria-label") === `${what} ${name}`)?.focus();
  }
}
