/* The log in this browser (IndexedDB): put, read, delete. Knows no page. A browser that does not answer is given up. */
import { keep, recall, root } from "../session/kept.js";
import { upgraded } from "./entry.js";

const STORE = "sessions", VERSION = 2;
const PATIENCE_MS = 3000; // without any sign of life

/* Runs `work` and fails where the browser lets nothing be heard of it for too long; `alive` says that it goes on.
   What `ends` was given is called then, so that nothing is done behind the reader's back later. */
function patiently(work) {
  return new Promise((done, failed) => {
    let timer = 0, end = () => {}, late = false;
    const alive = () => {
      clearTimeout(timer);
      if (!late) timer = setTimeout(giveUp, PATIENCE_MS);
    };
    const giveUp = () => {
      late = true;
      end();
      failed(new Error("The browser's database does not answer."));
    };
    alive();
    work({ alive, isLate: () => late, ends: (how) => { end = how; } }).then(done, failed).finally(() => clearTimeout(timer));
  });
}

const answer = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

function openBase(alive) {
  const request = indexedDB.open(`leg-strength-log ${root.pathname}`, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => {
    alive();
    if (!oldVersion) request.result.createObjectStore(STORE, { keyPath: "id" });
    else upgrade(request.transaction.objectStore(STORE), alive);
  };
  return answer(request);
}

/* Entries of the first format become entries of the second, in the same transaction: all of them or none. */
function upgrade(store, alive) {
  store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    alive();
    cursor.update(upgraded(cursor.value));
    cursor.continue();
  };
}

const within = (mode, work) => patiently(async ({ alive, isLate, ends }) => {
  const base = await openBase(alive);
  try {
    if (isLate()) return null;
    alive();
    base.onversionchange = () => base.close();
    const transaction = base.transaction(STORE, mode);
    ends(() => { try { transaction.abort(); } catch { /* over already */ } });
    const over = new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onerror = transaction.onabort = () => failed(transaction.error ?? new Error("The browser's database gave up."));
    });
    const [result] = await Promise.all([work(transaction.objectStore(STORE), alive), over]);
    return result;
  } finally {
    base.close();
  }
});

/* An entry with the id of an earlier one takes its place. */
export async function put(entries) {
  await within("readwrite", (store, alive) => { for (const entry of entries) store.put(upgraded(entry)).onsuccess = alive; });
  if (entries.length) persist();
}

/* The latest first. */
export const all = async () => (await within("readonly", (store) => answer(store.getAll()))).sort(latestFirst);

const latestFirst = (a, b) => (a.began < b.began ? 1 : a.began > b.began ? -1 : 0);

export const remove = (id) => within("readwrite", (store) => { store.delete(id); });

export const clear = () => within("readwrite", (store) => { store.clear(); });

/* Asks the browser, once, not to clear the log when it needs room. Some browsers ask the reader. */
export async function persist() {
  if (recall("persist")) return;
  keep("persist", true);
  try {
    await navigator.storage.persist();
  } catch { /* it cannot be promised here */ }
}
