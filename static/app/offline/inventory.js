/**
 * What this page has stored in the browser, with sizes, and how to delete it all.
 *
 * Other applications use the same origin, so only names that begin like ours are considered. The service worker
 * stays registered when everything is deleted: it holds no text, and without it the system's share sheet would send
 * what is shared to the server. Source: https://www.w3.org/TR/service-workers/#cache-objects, https://storage.spec.whatwg.org/
 */
import { folders, removeFolder, sizesIn } from "../../engine/files/opfs.js";

/** @typedef {"page" | "reader" | "readings" | "other"} Kind */

// Names of caches: the service worker's (sw.js) and that of furigana (furigana/furigana.late.js), each with a release after it.
// Folders of files are named as the caches are.
const STORES = /^(readings-)?youten-/;
const READINGS = /\/readings\.bin\.gz$/;
// Keys of localStorage and sessionStorage, and the name of the history's database (history/history.late.js).
const OURS = /^youten([:-]|$)/;
const LATER = /\/later\//;

const release = () => /\/r\/(\w+)\//.exec(import.meta.url)?.[1] ?? "";

/** @param {Cache} cache @param {Request} request */
const sizeOf = async (cache, request) => (await (await cache.match(request))?.blob())?.size ?? 0;

/**
 * Return the purpose of a stored file.
 * @param {string} name of its cache
 * @param {string} url
 * @returns {Kind}
 */
function kindOf(name, url) {
  if (!name.endsWith(release())) return "other";
  if (LATER.test(url)) return "reader";
  return READINGS.test(url) ? "readings" : "page";
}

/**
 * @param {string} name of a cache
 * @returns {Promise<[Kind, number][]>} bytes of each file
 */
async function measure(name) {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  return Promise.all(requests.map(async (request) => [kindOf(name, request.url), await sizeOf(cache, request)]));
}

/**
 * @param {string} folder
 * @returns {Promise<[Kind, number][]>} bytes of each file
 */
async function measureFolder(folder) {
  return [...(await sizesIn(folder))].map(([name, size]) => [kindOf(folder, name), size]);
}

/** Return the names of our caches; none if the browser has no caches. */
async function cacheNames() {
  const names = "caches" in window ? await caches.keys().catch(() => []) : [];
  return names.filter((name) => STORES.test(name));
}

const folderNames = async () => (await folders()).filter((name) => STORES.test(name));

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
 * Return sizes in bytes; `texts` is drafts, history and settings, as far as their size can be determined.
 */
export async function inventory() {
  const measured = [...(await cacheNames()).map(measure), ...(await folderNames()).map(measureFolder)];
  const stored = (await Promise.all(measured)).flat();
  const of = (/** @type {Kind} */ wanted) =>
    stored.reduce((sum, [kind, bytes]) => sum + (kind === wanted ? bytes : 0), 0);
  const texts = storages().flatMap((storage) => ourKeys(storage).map((key) => 2 * (storage.getItem(key) ?? "").length));
  const usage = (await navigator.storage?.estimate?.().catch(() => undefined))?.usage;
  return {
    page: of("page"),
    reader: of("reader"),
    readings: of("readings"),
    other: of("other"),
    texts: texts.reduce((sum, size) => sum + size, 0),
    usage,
  };
}

/** @param {string} name */
const deleteDatabase = (name) =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // Blocked by an open page of an earlier release; it is deleted when that page closes.
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });

/** Delete everything. */
export async function deleteAll() {
  for (const storage of storages()) for (const key of ourKeys(storage)) storage.removeItem(key);
  await Promise.all((await ourDatabases()).map(deleteDatabase));
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
  await Promise.all((await folderNames()).map(removeFolder));
}
