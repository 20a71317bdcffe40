/* Makes the finder above an index work: choices ↔ address ↔ form ↔ cards. What fits is decided in find-logic.js. */
import { extras, judgeAll, keysOf, nearest, read, relaxations, write } from "./find-logic.js";

const MOST_RELAXED = 4, NEAR = 24;
const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
const joinWords = (words, last = "and") => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

function element(tag, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.textContent = text;
  return made;
}

function finder(form) {
  const inputs = [...form.querySelectorAll("input")], unsaid = JSON.parse(form.dataset.unsaid || "{}");
  const cards = [...document.querySelectorAll("[data-facts]")].map((card) => ({ card, ...unsaid, ...JSON.parse(card.dataset.facts) }));
  for (const each of cards) each.section = each.card.closest("section");
  const sections = [...document.querySelectorAll(".guide-found section")];
  const leftOut = document.querySelector(".guide-left-out"), found = document.querySelector(".guide-found");
  const count = form.querySelector(".guide-find__count"), unknownText = form.querySelector(".guide-find__unknown");
  const clear = form.querySelector(".guide-find__clear"), { total, noun } = count.dataset;
  const map = form.querySelector("[data-map]");
  let muscles = [];
  const input = (key, value) => inputs.find((each) => each.name === key && each.value === String(value));
  const part = (each, tag) => each?.closest("label").querySelector(tag)?.textContent || "";
  const say = (key, value) => lower(part(input(key, value), "strong") || String(value));

  const known = {}, servers = {};
  for (const each of inputs) {
    (known[each.name] ||= {})[each.value] = [part(each, "strong"), ...JSON.parse(each.dataset.names || "[]")];
    if (each.dataset.servedBy) servers[each.value] = each.dataset.servedBy.split(" ");
  }
  const keys = keysOf(known);
  const facts = Object.fromEntries([...form.querySelectorAll("[data-fact]")].map((panel) =>
    [panel.dataset.fact, { verb: panel.dataset.verb, any: `any ${lower(panel.querySelector("legend").textContent)}` }]));
  const things = Object.keys(known.kit || {}).filter((each) => each !== "none");

  let choices = {};

  const choicesOnForm = () => Object.fromEntries(keys.map((key) => [key, inputs.filter((each) => each.name === key && each.checked && each.value).map((each) => each.value)]));

  function fromAddress() {
    const asked = read(location.search, known);
    choices = asked.choices;
    unknownText.hidden = !asked.unknown.length;
    unknownText.textContent = asked.unknown.length ? `The address also asks for ${joinWords(asked.unknown.map((each) => `“${each}”`))}. That is not known here and is left out.` : "";
    show();
  }

  function choose(next) {
    choices = next;
    history.pushState(null, "", (write(choices) || location.pathname) + location.hash);
    unknownText.hidden = true;
    show();
  }

  function show() {
    for (const each of inputs) each.checked = each.value ? !!choices[each.name]?.includes(each.value) : !choices[each.name]?.length;
    for (const each of muscles) each.setAttribute("aria-pressed", String(!!choices.muscle?.includes(each.dataset.muscle)));
    for (const each of form.querySelectorAll("[data-chosen]")) showChosen(each);
    const judged = judgeAll(cards, choices, servers), fitting = judged.filter((each) => each.fits);
    showSections(new Set(fitting.map(({ entry }) => entry.section)));
    judged.forEach(showCard);
    // Not a class: where a class of the list changes, browsers style every card again.
    found.toggleAttribute("data-some", keys.some((key) => choices[key]?.length));
    showCount(fitting);
    showLeftOut(judged, fitting.length > 0);
  }

  function showSections(filled) {
    for (const section of sections) {
      section.hidden = !filled.has(section);
      const contents = document.querySelector(`.md-sidebar--secondary a[href$="#${section.querySelector("h2").id}"]`);
      if (contents) contents.closest("li").hidden = section.hidden;
    }
  }

  function showChosen(place) {
    const values = (choices[place.dataset.chosen] || []).filter((each) => each !== "none");
    place.textContent = values.length > 1 ? String(values.length) : values.map((each) => part(input(place.dataset.chosen, each), "strong")).join("");
    place.closest("button").classList.toggle("guide-find__pill--chosen", values.length > 0);
  }

  /* Only what changes is touched: of a thousand cards each touch would be styled and laid out again. */
  function showCard({ entry, fits, version, instead }) {
    const { card } = entry;
    if (card.hidden === fits) card.hidden = !fits;
    entry.note?.remove();
    entry.note = null;
    const notes = fits ? notesOn(entry, version, instead) : [];
    if (!notes.length) return;
    const note = element("ul", "", { className: "guide-card__note" });
    note.append(...notes.map((each) => element("li", each)));
    (card.querySelector(".guide-card__facts") || card).after(note);
    entry.note = note;
  }

  function notesOn(entry, version, instead) {
    const more = extras(entry, choices), helped = (entry.helped || []).filter((each) => choices.kit?.includes(each));
    return [
      version && `As its version “${version}”`,
      ...instead.map(({ need, by }) => `Your ${say("kit", by)} serves for the ${say("kit", need)}`),
      !version && helped.length && `Your ${joinWords(helped.map((each) => say("kit", each)))} ${helped.length > 1 ? "help" : "helps"} here`,
      more.length && `Your equipment also allows ${joinWords(more.map((each) => `“${each}”`))}`,
    ].filter(Boolean);
  }

  function showCount(fitting) {
    const some = keys.some((key) => choices[key]?.length), versions = fitting.filter((each) => each.version).length;
    const plural = fitting.length === 1 && !some ? noun : `${noun}s`;
    const extra = versions ? `, ${versions === fitting.length ? "all" : versions} of them in an easier version` : "";
    const text = !some ? `${total} ${total === "1" ? noun : `${noun}s`}` : fitting.length ? `${fitting.length} of ${total} ${plural}${extra}` : `None of the ${total} ${plural} fits all of this`;
    if (count.textContent !== text) count.textContent = text;
    clear.hidden = !some;
  }

  function showLeftOut(judged, some) {
    const near = nearest(judged), changes = relaxations(judged, choices, servers, things);
    leftOut.hidden = !near.length;
    if (!near.length) return;
    leftOut.querySelector("h2").textContent = some ? "Left out, and why" : "Nothing fits all of this";
    const [relax, list] = [leftOut.querySelector(".guide-left-out__relax"), leftOut.querySelector(".guide-left-out__list")];
    relax.replaceChildren(...(changes.length ? [element("p", "To see more:")] : []), ...changes.slice(0, MOST_RELAXED).map(relaxer));
    if (!some && !changes.length) relax.append(element("p", "No single change brings one back. Start from the closest ones below, or clear the choices."));
    list.replaceChildren(...near.slice(0, NEAR).map(nearMiss));
  }

  function relaxer({ key, value, choices: next, more }) {
    const words = { muscle: "any muscle", minutes: "any time", jumps: "jumps too" };
    const button = element("button", `${value ? `with a ${say("kit", value)}` : words[key] ?? facts[key].any}: ${more} more`, { type: "button", className: "guide-find__relax" });
    button.addEventListener("click", () => { choose(next); count.scrollIntoView({ block: "center" }); clear.focus({ preventScroll: true }); });
    return button;
  }

  function nearMiss({ entry, reasons, version }) {
    const link = entry.card.querySelector("a[href]"), item = element("li");
    item.append(element("a", link.textContent, { href: link.href }), ` ${joinWords(reasons.map(reasonInWords))}`);
    if (version) item.append(` (even as “${version}”)`);
    return item;
  }

  function atHome(thing) {
    const small = part(input("kit", thing), "small");
    return small && ` (${small})`;
  }

  function reasonInWords({ key, value, along, lacking }) {
    if (key === "muscle") return along.length ? `works ${joinWords(along.map((each) => `the ${say("muscle", each)}`))} only along the way` : `does not train ${joinWords(choices.muscle.map((each) => `the ${say("muscle", each)}`), "or")}`;
    if (key === "kit") return `needs a ${joinWords(lacking.map((each) => say("kit", each) + atHome(each)), "and a")}`;
    if (key === "minutes") return `takes ${value} minutes`;
    if (key === "jumps") return "has jumps";
    return `${facts[key].verb} ${say(key, value)}`;
  }

  form.addEventListener("change", ({ target }) => {
    if (target.name === "kit") for (const each of inputs) if (each.name === "kit" && each !== target && target.checked && (target.value === "none" || each.value === "none")) each.checked = false;
    choose(choicesOnForm());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => { choose({}); form.querySelector("input").focus(); });
  for (const pill of form.querySelectorAll(".guide-find__pill")) pill.addEventListener("click", () => open(form, pill));
  map?.closest("fieldset").addEventListener("toggle", drawMap, { once: true });

  /* Fetched when it is first shown: it weighs as much as the exercises of half the list. */
  async function drawMap() {
    const response = await fetch(map.dataset.map).catch(() => null);
    if (!response?.ok) return;
    map.insertAdjacentHTML("afterbegin", await response.text());
    muscles = [...map.querySelectorAll("[data-muscle]")];
    pressable(map.querySelector(".guide-touch"), muscles, (id) => {
      const box = input("muscle", id);
      box.checked = !box.checked;
      choose(choicesOnForm());
    });
    show();
  }
  addEventListener("popstate", fromAddress);
  fromAddress();
}

function open(form, pill) {
  for (const each of form.querySelectorAll(".guide-find__pill")) {
    const opened = each === pill && each.getAttribute("aria-expanded") === "false";
    each.setAttribute("aria-expanded", String(opened));
    const panel = document.getElementById(each.getAttribute("aria-controls"));
    panel.hidden = !opened;
    if (opened) panel.dispatchEvent(new Event("toggle"));
  }
}

/* A thumb is wider than most muscles: a touch beside one counts for the nearest, up to 24 pixels away. */
function pressable(map, muscles, press) {
  const REACH = 24;
  const distance = (path, x, y) => {
    const toScreen = path.getScreenCTM(), length = path.getTotalLength();
    const steps = Array.from({ length: 24 }, (_, n) => path.getPointAtLength(length * n / 24).matrixTransform(toScreen));
    return Math.min(...steps.map((point) => Math.hypot(point.x - x, point.y - y)));
  };
  const nearestTo = (x, y) => {
    const all = muscles.map((each) => [Math.min(...[...each.querySelectorAll("path")].map((path) => distance(path, x, y))), each]);
    const [away, muscle] = all.reduce((a, b) => (b[0] < a[0] ? b : a));
    return away <= REACH ? muscle : null;
  };
  map.addEventListener("click", ({ target, clientX, clientY }) => {
    const muscle = target.closest("[data-muscle]") || nearestTo(clientX, clientY);
    if (muscle) press(muscle.dataset.muscle);
  });
  map.addEventListener("keydown", (event) => {
    const muscle = event.target.closest("[data-muscle]");
    if (!muscle || ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    press(muscle.dataset.muscle);
  });
}

for (const form of document.querySelectorAll(".guide-find")) {
  form.dataset.ready = "";
  finder(form);
}
