/* The page of one's own session: the list, what it amounts to, starting it, printing it. All of it is in the address.
   The reader's own list is kept on the device too. Another one, shared or named, is shown without touching it. */
import { fetchData, isSure, make, write } from "../session/dom.js";
import { collect, hopsOf, landingsOf, leavesTheFloor, plan, withinLandings } from "../session/plan.js";
import { offer } from "../session/start.js";
import { plural } from "../session/plural.js";
import { addressOf, read, usual } from "./address.js";
import { canKeep, keepMine, mine, named } from "./held.js";
import { namedLists } from "./named.js";
import { bounded, rows } from "./rows.js";

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
  const canonical = (address) => addressOf(read(address, catalogue));
  let { list, rest, problems, own, called } = opened();
  tell(problems);
  if (own) writeAddress(true);
  controls();
  const lookForUnfinished = offer(part("start"), () => session());
  const showNamed = namedLists(part, { address: () => addressOf({ list, rest }), measure, sure, kept });
  part("unkept").hidden = canKeep();
  showRows();
  show();
  showNamed();
  for (const event of ["storage", "session-closed"]) addEventListener(event, agree);
  addEventListener("pageshow", (event) => { if (event.persisted) agree(); });
  place.classList.add("ready");

  /* The list to begin with. The page's own state says that an address was the reader's list, which may have changed since. */
  function opened() {
    const held = mine(), state = history.state ?? {}, asked = Boolean(new URLSearchParams(location.search).get("do"));
    const before = held !== null && (!asked || state.own === true);
    const own = before || (held === null ? !asked : canonical(held) === canonical(location.search));
    return { ...read(before ? held : location.search, catalogue), own, called: own ? "" : callOf(state.called) };
  }

  /* The name of the list that the address shows, or that it was before it was changed here. */
  function callOf(before = "") {
    const lists = named(), same = lists.filter(({ address }) => canonical(address) === canonical(location.search));
    return (lists.find(({ name }) => name === before) ?? same[0])?.name ?? "";
  }

  /* What was changed in another tab, unless a session is under way here. */
  function agree() {
    if (document.querySelector("dialog[open]")) return;
    showNamed();
    if (!own) called = callOf(called);
    const held = mine();
    if (own && held !== null && canonical(held) !== addressOf({ list, rest })) {
      ({ list, rest } = read(held, catalogue));
      writeAddress(true);
      showRows();
      show();
      lookForUnfinished();
    }
    showWhose();
  }

  /* What cannot be kept stands in the address all the same. */
  function writeAddress(kept) {
    history.replaceState({ own: own && kept, called }, "", location.pathname + addressOf({ list, rest }) + location.hash);
  }

  function remember() {
    const kept = !own || keepMine(addressOf({ list, rest }));
    if (!kept) part("unkept").hidden = false;
    writeAddress(kept);
  }

  function showWhose() {
    const address = addressOf({ list, rest }), same = called && named().some((each) => each.name === called && canonical(each.address) === address);
    part("whose").hidden = own;
    write(part("whose-told"), !called ? "This list came with the address. Your own list stays as it is."
      : same ? `This is “${called}”, one of your lists.`
        : `This is “${called}” with changes. They are in the address only, until you keep them.`);
  }

  async function adopt() {
    const held = canonical(mine() ?? ""), lost = held && !named().some(({ address }) => canonical(address) === held);
    if (lost && !(await sure("This takes the place of your own list, which has no name. Go on?", "Replace my list"))) return;
    own = true;
    called = "";
    remember();
    showWhose();
    part("said").textContent = "This is your own list now.";
    part("said").focus();
  }

  /* After a change of the named lists: what was called `before` is called `name` now; null stands for the list on the page. */
  function kept(before, name) {
    if (!own && (before === null || before === called)) called = name || callOf();
    writeAddress(!own || mine() === addressOf({ list, rest }));
    showWhose();
  }

  function measure(address) {
    const found = read(address, catalogue), { minutes } = plan(catalogue, { ...found, list: withinLandings(known, found.list, mostLandings(said())) }, NAME);
    return { address: addressOf(found), exercises: found.list.length, minutes };
  }

  function sure(question, yes) {
    return isSure(part, question, yes);
  }

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
      make("p", {}, `Not everything in ${own ? "your list" : "the address"} could be used:`), make("ul", {}, ...told.map((each) => make("li", {}, each))));
  }

  /* Rows are made anew only where the list itself changes: a field that vanishes while it is typed in takes a press with it. */
  function change(to, { rows: anew = true } = {}) {
    list = to.list ?? list;
    rest = to.rest ?? rest;
    part("said").textContent = part("copied").textContent = "";
    remember();
    if (anew) showRows();
    show();
    lookForUnfinished();
  }

  function controls() {
    const choice = part("choice");
    choice.append(...catalogue.exercises.map((each) => make("option", { value: each.id }, each.name)));
    part("add").addEventListener("click", () => {
      if (list.length >= most.exercises) part("said").textContent = `A list has at most ${most.exercises} exercises.`;
      else if (choice.value) change({ list: [...list, usual(known.get(choice.value))] });
    });
    part("rest").addEventListener("change", (event) => change({ rest: bounded(event.target, 0, most.rest) }, { rows: false }));
    part("limits").addEventListener("change", () => { show(); showNamed(); });
    part("adopt").addEventListener("click", adopt);
    part("name-it").addEventListener("click", () => {
      part("name").value ||= called;
      part("name").select();
    });
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
    rows(part("list"), {
      known, most, current: () => list, change: (to, how) => change({ list: to }, how), removed: () => part("choice").focus(),
    });
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
    showWhose();
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
}

function sheetRow(move, sets) {
  const boxes = Array.from({ length: sets }, () => make("i"));
  return make("tr", {}, make("th", { scope: "row" }, move.name), make("td", {}, `${sets} × ${move.dose}`), make("td", { class: "own-boxes" }, ...boxes), make("td"));
}
