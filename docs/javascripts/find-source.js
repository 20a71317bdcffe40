/* The search on the page of evidence: as one types, only sources stay that have every word, or the number. */

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
const PAUSE = 400;

function search(form) {
  const input = form.querySelector("input"), status = form.querySelector("[role=status]"), { noun, total } = status.dataset;
  const folds = [...document.querySelectorAll(".guide-fold")].map((section) => ({
    section,
    fold: section.querySelector("details"),
    sources: [...section.querySelectorAll(".guide-source")].map((place) => {
      const number = place.querySelector("h3 span").textContent;
      return { place, number, text: plain(`${section.querySelector("h2").textContent} ${place.textContent}`) };
    }),
  }));
  let opened = null, waiting = 0;

  const fits = (source, words) => words.every((word) => (/^\[?\d{1,3}\]?$/.test(word) ? source.number === word.replace(/\D/g, "") : source.text.includes(word)));

  function show() {
    const words = plain(input.value).split(/[\s,]+/).filter(Boolean), searching = words.length > 0;
    if (searching) opened ||= folds.filter(({ fold }) => fold.open).map(({ fold }) => fold);
    let count = 0;
    for (const { section, fold, sources } of folds) {
      let some = 0;
      for (const source of sources) {
        const stays = fits(source, words);
        source.place.hidden = !stays;
        some += stays;
      }
      section.hidden = !some;
      if (searching) fold.open = some > 0;
      else if (opened) fold.open = opened.includes(fold);
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

  /* Whoever comes by a number's link must see that source, whatever was searched for before. */
  addEventListener("hashchange", () => {
    if (!document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("[hidden]")) return;
    input.value = "";
    show();
  });
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (input.value) show(); // what the browser kept when it came back here
}

const start = () => document.querySelectorAll(".guide-search:not([data-ready])").forEach((form) => {
  form.dataset.ready = "";
  search(form);
});
if (window.document$) document$.subscribe(start);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
