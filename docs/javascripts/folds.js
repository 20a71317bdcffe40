/* Folds long pages: what the build leaves open is closed but for what the address asks for. On paper all is open. */

const foldOf = (place) => place?.closest(".guide-fold")?.querySelector(":scope > details");
const asked = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

function folds(page) {
  const all = [...page.querySelectorAll(".guide-fold > details")], isOne = page.dataset.folds === "one";
  const oneAtATime = () => { if (isOne) for (const each of all) each.name = "folds"; };
  const first = foldOf(asked());

  function show() {
    const place = asked(), fold = foldOf(place);
    if (!fold) return;
    fold.open = true;
    place.scrollIntoView();
  }

  for (const each of all) each.open = each === first;
  oneAtATime();
  if (first) requestAnimationFrame(show);

  addEventListener("hashchange", show);
  page.addEventListener("click", ({ target }) => {
    if (location.hash && target.closest("a")?.getAttribute("href") === location.hash) show();
  });
  /* Where one above has closed, what was opened may be out of sight. */
  for (const each of isOne ? all : []) each.addEventListener("toggle", () => {
    if (each.open && each.getBoundingClientRect().top < 0) each.parentElement.scrollIntoView();
  });

  let before = [];
  addEventListener("beforeprint", () => {
    before = all.filter((each) => each.open);
    for (const each of all) {
      each.removeAttribute("name");
      each.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const each of all) each.open = before.includes(each);
    oneAtATime();
  });
}

document.querySelectorAll("[data-folds]").forEach(folds);
