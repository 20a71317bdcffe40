/* Registers the service worker, which keeps the site on the device, and offers a new version when one is ready:
   nothing changes before the reader says so, and nothing is offered while a guided session runs. */
const root = new URL("../", import.meta.url);
const workers = navigator.serviceWorker;
const isBusy = () => document.body.hasAttribute("data-session");

function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
}

function use(registration) {
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting?.postMessage("use the new version");
}

function offering(registration) {
  const box = document.createElement("div");
  box.className = "guide-offer";
  box.setAttribute("role", "status");
  document.body.append(box);
  let refused = false;
  const close = () => box.replaceChildren();
  const refuse = () => { refused = true; close(); };
  return () => {
    if (!registration.waiting || !workers.controller || refused || isBusy()) return close();
    const words = document.createElement("p");
    words.textContent = "A new version is ready.";
    box.replaceChildren(words, button("Use it now", () => use(registration)), button("Later", refuse));
  };
}

async function register() {
  const registration = await workers.register(new URL("sw.js", root), { updateViaCache: "none" });
  const offer = offering(registration);
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  new MutationObserver(offer).observe(document.body, { attributeFilter: ["data-session"] });
  // A page on the home screen may stay open for weeks.
  document.addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));
  registration.installing?.addEventListener("statechange", offer);
  offer();
}

/* While `mkdocs serve` reloads pages, nothing may be kept, also not from an earlier visit to the same address. */
async function forget() {
  const registrations = await workers.getRegistrations();
  await Promise.all(registrations.filter(({ scope }) => scope === root.href).map((each) => each.unregister()));
}

function start() {
  const act = "livereload" in window ? forget : register;
  act().catch(() => {}); // Where a browser forbids it, the site works as before, with a network.
}

if (workers && document.readyState === "complete") start();
else if (workers) addEventListener("load", start);
