/* The page of one's own session: the list, what it amounts to, starting it, printing it. All of it is in the address. */
import { read, usual, addressOf } from "./address.js";
import { button, fetchData, make } from "./dom.js";
import { keep, root } from "./kept.js";
import { collect, hopsOf, landingsOf, leavesTheFloor, plan, withinLandings } from "./plan.js";
import { offer } from "./start.js";
import { plural } from "./words.js";

const NAME = "My session";

export async function own(place) {
  const part = (name) => place.querySelector(`[data-own=${name}]`);
  const catalogue = await fetchData("own-catalogue").catch(() => null);
  if (!catalogue) {
    part("problems").textContent = "The exercises could not be loaded. Open this page again with a network.";
    part("problems").hidden = false;
    return;
  }
  const { most } = catalogue, known = new Map(catalogue.exercises.map((each) => [each.id, each]));
  let { list, rest, problems } = read(location.search, catalogue);
  tell(problems);
  controls();
  const lookForUnfinished = offer(part("start"), () => session());
  showRows();
  show();
  place.classList.add("ready");

  /* What the timer runs; one that is under way keeps the limit that it was begun with. */
  function session(limit = said()) {
    return { ...plan(catalogue, { list: running(limit), rest }, NAME), limit };
  }

  /* The list with no more landings than a session may have, unless the reader says so here. */
  function running(limit) {
    return withinLandings(known, list, mostLandings(limit));
  }

  function said() {
    return place.querySelector("[name=own-limit]:checked").value;
  }

  function mostLandings(limit) {
    return { new: catalogue.most_landings_while_new, used: catalogue.most_landings, all: Infinity }[limit];
  }

  function tell(told) {
    part("problems").hidden = !told.length;
    if (told.length) part("problems").replaceChildren(
      make("p", {}, "Not everything in the address could be used:"), make("ul", {}, ...told.map((each) => make("li", {}, each))));
  }

  /* Rows are made anew only where the list itself changes: a field that vanishes while it is typed in takes a press with it. */
  function change(to, { rows = true } = {}) {
    list = to.list ?? list;
    rest = to.rest ?? rest;
    history.replaceState(null, "", location.pathname + addressOf({ list, rest }));
    if (rows) showRows();
    show();
    lookForUnfinished();
  }

  function controls() {
    const choice = part("choice");
    choice.append(...catalogue.exercises.map((each) => make("option", { value: each.id }, each.name)));
    part("add").addEventListener("click", () => {
      if (choice.value && list.length < most.exercises) change({ list: [...list, usual(known.get(choice.value))] });
    });
    part("rest").addEventListener("change", (event) => change({ rest: bounded(event.target, 0, most.rest) }, { rows: false }));
    part("limits").addEventListener("change", show);
    part("print").addEventListener("click", () => print());
    part("copy").addEventListener("click", copy);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      part("copied").textContent = "Copied. Whoever opens the address sees the same session.";
    } catch {
      part("copied").textContent = `Copy this: ${location.href}`;
    }
  }

  function showRows() {
    part("list").replaceChildren(...list.map((each, index) => row(each, index)));
  }

  function show() {
    const run = running(said()), { minutes, needs, moves } = session();
    for (const name of ["whole", "start"]) part(name).hidden = !list.length;
    part("empty").hidden = Boolean(list.length);
    part("rest").value = rest;
    part("minutes").textContent = `${minutes} minutes`;
    part("needs").textContent = needs[0].toUpperCase() + needs.slice(1);
    for (const name of catalogue.gathered) part(name).textContent = collect(known, list, name).join(", ");
    showLandings(landingsOf(known, run));
    part("sheet").replaceChildren(...moves.map((move, index) => sheetRow(move, run[index].sets)));
    keep("picked", list.map((each) => addressOf({ list: [each], rest }).match(/do=([^&]*)/)[1]), sessionStorage);
    keep("rest", rest, sessionStorage);
  }

  function showLandings(run) {
    const asked = landingsOf(known, list), most = mostLandings(said());
    part("gate").hidden = !leavesTheFloor(known, list);
    part("points").replaceChildren(...collect(known, list, "gate").map((point) => make("li", {}, point)));
    part("beyond").hidden = asked <= catalogue.most_landings;
    const limit = asked > most ? ` At most ${most} are for you now, so the timer runs ${run} and leaves out the rest.` : "";
    const beyond = asked > catalogue.most_landings && most === Infinity
      ? ` ${catalogue.most_landings} are the most for one session. You chose to do all of them.` : "";
    const hops = hopsOf(known, list), told = [];
    if (asked) told.push(`${plural(asked, "landing")}.${limit}${beyond} After each set of jumps the timer rests for at least ${catalogue.rest_after_jumps} seconds.`);
    if (hops) told.push(`${plural(hops, "low hop")}. While you are new to jumps, do at most ${catalogue.most_hops_a_week} a week, those of the warm-up included.`);
    part("landings").textContent = told.join(" ");
  }

  function row(each, index) {
    const exercise = known.get(each.id), put = (changed, how = { rows: false }) => change({ list: list.map((old, at) => (at === index ? { ...old, ...changed } : old)) }, how);
    const number = (label, value, max, field) => make("input", {
      type: "number", min: 1, max, value, inputmode: "numeric", "aria-label": `${exercise.name}: ${label}`,
      onchange: (event) => put({ [field]: bounded(event.target, 1, max) }),
    });
    const unit = exercise.hold ? make("span", { class: "own-unit" }, "seconds") : make("select", {
      "aria-label": `${exercise.name}: repetitions or seconds`,
      onchange(event) {
        put({ unit: event.target.value, amount: event.target.value ? 30 : exercise.amount }, { rows: true });
        part("list").children[index].querySelector("select").focus();
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
        button("Remove", () => { change({ list: list.filter((_, at) => at !== index) }); part("choice").focus(); }, { "aria-label": `Remove ${exercise.name}` })));
  }

  function mover(index, by, sign, label) {
    const to = index + by;
    return button(sign, () => {
      const moved = [...list];
      [moved[index], moved[to]] = [moved[to], moved[index]];
      change({ list: moved });
      part("list").children[to].querySelectorAll(".own-order button")[by < 0 ? 0 : 1].focus();
    }, { "aria-label": label, disabled: to < 0 || to >= list.length });
  }
}

function sheetRow(move, sets) {
  const boxes = Array.from({ length: sets }, () => make("i"));
  return make("tr", {}, make("th", { scope: "row" }, move.name), make("td", {}, `${sets} × ${move.dose}`), make("td", { class: "own-boxes" }, ...boxes), make("td"));
}

function bounded(input, least, most) {
  const value = Math.min(most, Math.max(least, Math.round(Number(input.value)) || least));
  input.value = value;
  return value;
}
