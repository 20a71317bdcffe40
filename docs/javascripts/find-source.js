/* The page of evidence: brings what sources found from the pages of their topics when a topic is opened, and searches
   them. As one types, only sources stay that have every word, or the number. */

const PAUSE = 400;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function topic(section) {
  const fold = section.querySelector("details"), whole = section.querySelector(".guide-fold__whole");
  const sources = [...section.querySelectorAll(".guide-source")].map((place) => ({ place, number: place.querySelector("h3 span").textContent }));
  const read = () => sources.forEach((source) => { source.text = plain(`${section.querySelector("h2").textContent} ${source.place.textContent}`); });
  let coming = null;

  /* Where the page of the topic cannot be had, the lines stay, and lead there. */
  async function bring() {
    const { href } = whole.querySelector("a");
    const answer = await fetch(href, { signal: AbortSignal.timeout(8000) });
    if (!answer.ok) throw new Error(`no page of this topic: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const { place } of sources) {
      const found = page.getElementById(place.id)?.parentElement;
      if (!found) continue;
      for (const link of found.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), href).href;
      place.append(...[...found.children].slice(1));
      place.querySelector("h3 a")?.replaceWith(place.querySelector("h3 a").textContent);
    }
    whole.hidden = true;
    read();
  }

  read();
  return { section, fold, sources, load: () => coming ||= bring().catch(() => { coming = null; }) };
}

function search(form) {
  const input = form.querySelector("input"), status = form.querySelector("[role=status]"), { noun, total } = status.dataset;
  const topics = [...document.querySelectorAll(".guide-fold")].map(topic);
  let opened = null, waiting = 0;

  const fits = (source, words) => words.every((word) => (/^\[?\d{1,3}\]?$/.test(word) ? source.number === word.replace(/\D/g, "") : source.text.includes(word)));

  function show() {
    const words = plain(input.value).split(/[\s,]+/).filter(Boolean), searching = words.length > 0;
    if (searching) opened ||= topics.filter(({ fold }) => fold.open);
    let count = 0;
    for (const each of topics) {
      let some = 0;
      for (const source of each.sources) {
        const stays = fits(source, words);
        source.place.hidden = !stays;
        some += stays;
      }
      each.section.hidden = !some;
      if (searching) each.fold.open = some > 0;
      else if (opened) each.fold.open = opened.includes(each);
      count += some;
    }
    if (!searching) opened = null;
    clearTimeout(waiting);
    waiting = setTimeout(() => say(count, searching), PAUSE);
  }

  function say(count, searching) {
    const all = `${total} ${noun}${total === "1" ? "" : "s"}`;
    status.textContent = !searching ? all : count ? `${count} of ${all}` : `None of the ${all} has all of this`;
  }

  const loadAll = () => Promise.all(topics.map(({ load }) => load())).then(() => { if (input.value) show(); });
  const asked = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  for (const { fold, load } of topics) fold.addEventListener("toggle", () => { if (fold.open) load(); });
  const first = topics.find(({ fold }) => fold.open);
  if (first && asked()) first.load().then(() => asked().scrollIntoView());

  /* Whoever comes by the address of a source must see it, whatever was searched for before. */
  addEventListener("hashchange", () => {
    if (!asked()?.closest("[hidden]")) return;
    input.value = "";
    show();
    asked().scrollIntoView();
  });
  input.addEventListener("focus", loadAll);
  input.addEventListener("input", () => { show(); loadAll(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  if (input.value) loadAll(); // what the browser kept when somebody came back here
}

for (const form of document.querySelectorAll(".guide-search")) {
  form.dataset.ready = "";
  search(form);
}
