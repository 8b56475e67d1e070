/**
 * What this page has stored in the browser, with sizes, and how to delete it all.
 *
 * Other applications live on the same origin: only names that begin as ours do are looked at. The service worker
 * stays registered when everything is deleted: it holds no text, and without it the system's share sheet would send
 * what is shared to the server. Source: https://www.w3.org/TR/service-workers/#cache-objects, https://storage.spec.whatwg.org/
 */

/** @typedef {{name: string, kind: "page" | "snapshot" | "other", bytes: number, reader: number}} Stored */

// Names of caches: the service worker's (sw.js) and the snapshots' (engine/store.js), each with a release after it.
const PAGE = "youten-";
const SNAPSHOT = "snapshot-youten-";
// Keys of localStorage and sessionStorage, and names of databases.
const OURS = /^youten[:-]/;
const LATER = /\/later\//;

const release = () => /\/r\/(\w+)\//.exec(import.meta.url)?.[1] ?? "";

/** @param {Cache} cache @param {Request} request */
const sizeOf = async (cache, request) => (await (await cache.match(request))?.blob())?.size ?? 0;

/**
 * @param {string} name
 * @returns {Promise<Stored>}
 */
async function measure(name) {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  const sizes = await Promise.all(requests.map((request) => sizeOf(cache, request)));
  const sum = (/** @type {(url: string) => boolean} */ wanted) =>
    sizes.reduce((total, size, index) => total + (wanted(requests[index]?.url ?? "") ? size : 0), 0);
  const current = name.endsWith(release());
  const kind = !current ? "other" : name.startsWith(SNAPSHOT) ? "snapshot" : "page";
  return { name, kind, bytes: sum((url) => !LATER.test(url)), reader: sum((url) => LATER.test(url)) };
}

/** Names of our caches; none where the browser gives none. */
async function cacheNames() {
  const names = "caches" in window ? await caches.keys().catch(() => []) : [];
  return names.filter((name) => name.startsWith(PAGE) || name.startsWith(SNAPSHOT));
}

/** @returns {Storage[]} */
function storages() {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

/** @param {Storage} storage */
const ourKeys = (storage) => Object.keys(storage).filter((key) => OURS.test(key));

async function ourDatabases() {
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  return databases.flatMap(({ name }) => (name && OURS.test(name) ? [name] : []));
}

/**
 * Sizes in bytes; `texts` counts drafts, history and settings as far as they can be counted.
 */
export async function inventory() {
  const stored = await Promise.all((await cacheNames()).map(measure));
  const of = (/** @type {Stored["kind"]} */ kind) =>
    stored.filter((one) => one.kind === kind).reduce((sum, { bytes, reader }) => sum + bytes + (kind === "page" ? 0 : reader), 0);
  const texts = storages().flatMap((storage) => ourKeys(storage).map((key) => 2 * (storage.getItem(key) ?? "").length));
  const usage = (await navigator.storage?.estimate?.().catch(() => undefined))?.usage;
  return {
    page: of("page"),
    snapshot: of("snapshot"),
    other: of("other"),
    reader: stored.reduce((sum, { kind, reader }) => sum + (kind === "page" ? reader : 0), 0),
    texts: texts.reduce((sum, size) => sum + size, 0),
    databases: await ourDatabases(),
    usage,
  };
}

/** @param {string} name */
const deleteDatabase = (name) =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // Blocked by a page that is open: it goes when that page does.
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });

/** Deletes all of it. */
export async function deleteAll() {
  for (const storage of storages()) for (const key of ourKeys(storage)) storage.removeItem(key);
  await Promise.all((await ourDatabases()).map(deleteDatabase));
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
}
