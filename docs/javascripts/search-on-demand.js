/* Starts the search when somebody turns to it, and puts what is called as they typed first. Material by itself would
   fetch its index with every first page, and ranks a word in many places above a name of several words. */
(() => {
  const RESULT = 3;
  const form = document.forms.namedItem("search"), toggle = document.getElementById("__search");
  if (!form || !toggle) return;
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const base = new URL(settings.base, location.href), address = new URL(settings.search, location.href).href;
  const suggest = settings.features.includes("search.suggest");
  const Real = window.Worker;
  const named = new Map();

  const wanted = new Promise((want) => {
    form.addEventListener("focusin", want);
    toggle.addEventListener("change", want);
    if (toggle.checked) want();
  });

  /* What is the same of names that are written in different ways: without case, accents, signs and plural. */
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "")
    .split(/[^\p{L}\p{N}]+/u).map((word) => word.replace(/s$/, "")).join(" ").trim();

  const pageOf = (location) => location.replace(/#.*/, "");

  function remember({ location, title, tags = [] }) {
    if (location !== pageOf(location)) return;
    for (const name of [title, ...tags].map(plain)) named.set(name, (named.get(name) ?? new Set()).add(location));
  }

  function namesFirst(items) {
    const pages = named.get(plain(form.querySelector("input").value));
    const isNamed = ([first]) => Number(pages.has(pageOf(first.location)));
    if (pages) items.sort((one, other) => isNamed(other) - isNamed(one));
  }

  /* Stands in for the search's worker until it is wanted, then passes messages to and fro. */
  class Waiting extends EventTarget {
    constructor() {
      super();
      this.worker = wanted.then(() => {
        const worker = new Real(address);
        worker.addEventListener("message", ({ data }) => {
          if (data.type === RESULT) namesFirst(data.data.items);
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
        return worker;
      });
      Promise.all([this.worker, wanted.then(() => fetch(new URL("search/search_index.json", base)))])
        .then(async ([worker, response]) => {
          const { config, docs } = await response.json();
          docs.forEach(remember);
          worker.postMessage({ type: 0, data: { config, docs, options: { suggest } } });
        });
    }

    postMessage(message) {
      this.worker.then((worker) => worker.postMessage(message));
    }
  }

  window.Worker = function (url, options) {
    return new URL(url, location.href).href === address ? new Waiting() : new Real(url, options);
  };
  /* The tags of results come as landmarks without names, one for every result. */
  new MutationObserver(([{ target }]) => {
    target.querySelectorAll("nav:not([role])").forEach((tags) => tags.setAttribute("role", "none"));
  }).observe(document.querySelector(".md-search-result__list"), { childList: true });

  form.removeAttribute("name"); // By this name Material finds the form, and fetches the index.
})();
