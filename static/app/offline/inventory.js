/**
 * What this copy of the site has stored in the browser, with sizes, and how to delete it all.
 *
 * Other applications and other copies use the same origin, so only names that begin like ours are considered. The service worker
 * stays registered when everything is deleted: it holds no text, and without it the system's share sheet would send
 * what is shared to the server. Source: https://www.w3.org/TR/service-workers/#cache-objects, https://storage.spec.whatwg.org/
 */
import { folders, removeFolder, sizesIn } from "../../engine/files/opfs.js";
import { ownPrefix } from "../late-imports.js";

/** @typedef {"page" | "rest" | "reader" | "readings" | "other"} Kind */

const READINGS = /\/readings\.bin\.gz$/;
const LATER = /\/later\//;
const REST = /pyodide\.whole\.wasm$/;

// Version 0.1.0 named its entries and its database without the path of the copy.
const UNNAMED = /^youten([:-](draft|settings|variant|handover))?$/;

/** @param {string} name of a cache, folder, database or entry */
const isOurs = (name) => name.startsWith(ownPrefix()) || UNNAMED.test(name);

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
  if (REST.test(url)) return "rest";
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
  return names.filter(isOurs);
}

const folderNames = async () => (await folders()).filter(isOurs);

/** @returns {Storage[]} */
function storages() {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

/** @param {Storage} storage */
const ourKeys = (storage) => Object.keys(storage).filter(isOurs);

async function ourDatabases() {
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  return databases.flatMap(({ name }) => (name && isOurs(name) ? [name] : []));
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
    page: of("page") + of("rest"),
    rest: of("rest"),
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

/** Delete everything, and do without the service worker too, for a computer that others use. */
export async function leaveNothing() {
  const site = new URL("./", document.baseURI).href;
  const registered = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  await Promise.all(registered.filter(({ scope }) => scope === site).map((one) => one.unregister()));
  await deleteAll();
}

/** Delete everything. */
export async function deleteAll() {
  for (const storage of storages()) for (const key of ourKeys(storage)) storage.removeItem(key);
  await Promise.all((await ourDatabases()).map(deleteDatabase));
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
  await Promise.all((await folderNames()).map(removeFolder));
}
