/* The service worker: keeps the site on the device, a large one in part. The build writes above FILES, addresses and
   hashes, and FIGURES, where those of exercises lie that are many: small, asked for by the dozen.
   Pages come from the network while it answers in time, all else from what is kept under the same hash. A new worker
   waits until the reader asks for it, or until every page of the site is closed. */
const PATIENCE = 2000; // milliseconds for a network that may be dead
const AT_ONCE = 6;
const MOST_SEEN = 60;
const MOST_FIGURES = 300;
const scope = self.registration.scope;
const fileCache = `guide files ${scope}`, seenCache = `guide seen ${scope}`;
const newer = new Map(); // client → whether its page differs from the one that this worker keeps

const isFile = (address) => Object.hasOwn(FILES, address);
const key = (address) => `${scope}${address}?${FILES[address]}`;
const addressOf = ({ origin, pathname }) => (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, "$1");

/* Without the address that it came from, since a page may not be the end of a redirect; and so that the browser asks
   here again instead of keeping it besides. */
function copy(response, status = response.status) {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-cache");
  return new Response(response.body, { headers, status });
}

/* What an earlier visit, or an earlier version, has already fetched under the same hash stays. */
async function install() {
  const cache = await caches.open(fileCache);
  const held = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.keys(FILES).filter((address) => !held.has(key(address)));
  const fetchNext = async () => {
    for (let address = missing.shift(); address !== undefined; address = missing.shift()) {
      const response = await fetch(key(address));
      if (!response.ok && address !== "404.html") throw new Error(`${address}: ${response.status}`);
      await cache.put(key(address), response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

async function activate() {
  const cache = await caches.open(fileCache);
  const wanted = new Set(Object.keys(FILES).map(key));
  const old = (await cache.keys()).filter((request) => !wanted.has(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await self.clients.claim();
}

async function kept(address) {
  if (isFile(address)) {
    const found = await (await caches.open(fileCache)).match(key(address));
    return found && copy(found);
  }
  if (isFile(`${address}/`)) return Response.redirect(`${scope}${address}/`);
  const found = await (await caches.open(seenCache)).match(scope + address);
  return found && copy(found);
}

async function remember(address, response) {
  const cache = await caches.open(seenCache);
  await cache.put(scope + address, response);
  const isFigure = (seen) => seen.startsWith(scope + FIGURES), alike = isFigure(scope + address);
  const seen = (await cache.keys()).filter(({ url }) => isFigure(url) === alike);
  const oldest = seen.slice(0, -(alike ? MOST_FIGURES : MOST_SEEN));
  await Promise.all(oldest.map((request) => cache.delete(request)));
}

async function differs(address, response) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return !Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(FILES[address]);
}

/* The network's answer, not one that the browser has stored; what is kept, where the network fails or hangs. */
async function networkFirst(event, address) {
  const answer = fetch(event.request, { cache: "no-cache" }).then((response) => {
    if (response.status >= 500) throw new Error(`${address}: ${response.status}`);
    if (isFile(address)) newer.set(event.resultingClientId, differs(address, response.clone()));
    else if (response.ok) event.waitUntil(remember(address, response.clone()));
    return response;
  });
  const late = new Promise((_, give_up) => setTimeout(give_up, PATIENCE));
  return Promise.race([answer, late]).catch(async () => (await kept(address)) || answer);
}

async function page(event, address) {
  return networkFirst(event, address).catch(async () => {
    const missing = await kept("404.html");
    return missing ? copy(missing, 404) : Response.error();
  });
}

/* A page newer than this worker gets what belongs to it from the network. */
async function file(event, address) {
  if (await newer.get(event.clientId)) return networkFirst(event, address);
  return (await kept(address)) || fetch(event.request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => data === "use the new version" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event, address = addressOf(new URL(request.url));
  if (request.method !== "GET" || !request.url.startsWith(scope) || address === "sw.js") return;
  if (request.mode === "navigate") event.respondWith(page(event, address));
  else event.respondWith(isFile(address) ? file(event, address) : networkFirst(event, address));
});
