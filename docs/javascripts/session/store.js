/* The log in this browser (IndexedDB): put, read, delete. Knows no page. */
import { root } from "./kept.js";

const STORE = "sessions";

const answer = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

function openBase() {
  const request = indexedDB.open(`leg-strength-log ${root.pathname}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return answer(request);
}

async function within(mode, work) {
  const base = await openBase();
  try {
    const transaction = base.transaction(STORE, mode), result = await work(transaction.objectStore(STORE));
    if (mode === "readwrite") await new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
    return result;
  } finally {
    base.close();
  }
}

/* An entry with the id of an earlier one takes its place. */
export const put = (entries) => within("readwrite", (store) => { entries.forEach((entry) => store.put(entry)); });

/* The latest first. */
export const all = async () => (await within("readonly", (store) => answer(store.getAll())))
  .sort((a, b) => b.began.localeCompare(a.began));

export const remove = (id) => within("readwrite", (store) => { store.delete(id); });

export const clear = () => within("readwrite", (store) => { store.clear(); });
