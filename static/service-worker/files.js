/**
 * The files of one release as the service worker keeps them: stored whole, held against their hashes, mended.
 *
 * The build writes the list. Nothing gets into the store, and nothing but what the engine checks itself gets
 * out of it, with other bytes than those of the build. What was damaged or evicted is fetched anew. What every
 * start unpacks is stored unpacked, in a file where that can be had; the page of a later visit takes it from there by
 * itself (engine/files/store.js). All else is in a cache.
 */
import { unpacked } from "../engine/files/gzip.js";
import { costsOf } from "../engine/files/connection-costs.js";
import { folders, removeFolder, sizesIn, storedFile, storeFile } from "../engine/files/opfs.js";
import { COSTS, fileName, storeName } from "../engine/files/store.js";
import { sha256 } from "../shared/sha256.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

const PREFIX = storeName("");
/** Name of the cache, and of the folder. */
const NAME = storeName(__RELEASE__);
export const base = scope.registration.scope;
const PARALLEL = 3;

/**
 * Absolute address -> sha256 in hexadecimal: of the file, and of what is in it where it is gzipped, because
 * some hosts name that an encoding, and browsers then unpack it. Those below `later/` are stored when they are
 * first asked for, everything else at install.
 */
export const files = new Map(
  [...__PRECACHE__, ...__LATER__].map(([url, ...hashes]) => [
    new URL(url, base).toString(),
    /** @type {string[]} */ (hashes),
  ]),
);
const atInstall = __PRECACHE__.map(([url]) => new URL(url, base).toString());
/** Large files that the engine's frame holds against their hashes itself, beside its start. */
const checkedLater = new Set(__CHECKED_LATER__.map((url) => new URL(url, base).toString()));

/** What the page asks for before anything of it has run. */
const atOnce = __AT_ONCE__.map((url) => new URL(url, base).toString());

/**
 * The response, if it is the file of this release, with nothing in its head but the type.
 * @param {string} url
 * @param {Response} response
 */
async function whole(url, response) {
  if (!response.ok) return undefined;
  const bytes = await response.arrayBuffer();
  if (!files.get(url)?.includes(await sha256(bytes))) return undefined;
  const type = response.headers.get("Content-Type") ?? "application/octet-stream";
  return new Response(bytes, { headers: { "Content-Type": type } });
}

/**
 * The same, unpacked if every start unpacks it.
 * @param {string} url
 * @param {Response} response whole
 */
async function asStored(url, response) {
  if (!checkedLater.has(url)) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(await unpacked(bytes), { headers: response.headers });
}

/**
 * Fetches one file. Where the browser's HTTP cache may come first, the server itself is asked only if what the
 * cache holds is damaged or of another release.
 * @param {string} url
 * @param {RequestCache[]} modes to try, one after the other
 */
async function fetched(url, modes) {
  for (const mode of modes) {
    const answer = await fetch(url, { cache: mode }).catch(() => undefined);
    const response = answer && (await whole(url, answer).catch(() => undefined));
    if (response) return asStored(url, response);
  }
  throw new Error(`${url} is not the file of this release`);
}

/**
 * Stores what of these is not stored yet; the page has just fetched the same files.
 * @param {readonly string[]} wanted files of this release
 */
export async function storeAll(wanted = atInstall) {
  const cache = await scope.caches.open(NAME);
  const sizes = await sizesIn(NAME);
  const cached = new Set((await cache.keys()).map((request) => request.url));
  // A file with nothing in it is one whose writing was cut off.
  const isStored = (/** @type {string} */ url) => cached.has(url) || (checkedLater.has(url) && sizes.get(fileName(url)));
  const missing = wanted.filter((url) => files.has(url) && !isStored(url));
  const lane = async () => {
    for (let url = missing.shift(); url; url = missing.shift()) await store(url, await fetched(url, ["default", "reload"]));
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  // Without them a start is a little slower, and that is all.
  if (!sizes.get(COSTS)) await storeCosts().catch(() => undefined);
}

/** Makes what a start would have to make of the dictionary, where that is in a file. */
async function storeCosts() {
  const dictionary = await storedFile(NAME, fileName(__DICTIONARY__.url));
  if (!dictionary) return;
  const bytes = new Uint8Array(await (await dictionary.getFile()).arrayBuffer());
  await storeFile(NAME, COSTS, costsOf(bytes, __DICTIONARY__.matrix).buffer);
}

/**
 * Stores a file in its place, or in the other if that cannot be had.
 * @param {string} url
 * @param {Response} response whole, as it is to be stored
 */
async function store(url, response) {
  const cache = await scope.caches.open(NAME);
  const large = checkedLater.has(url);
  if (large && (await storeFile(NAME, fileName(url), await response.clone().arrayBuffer()))) await cache.delete(url);
  else await cache.put(url, response);
}

/**
 * What is stored under this address, wherever.
 * @param {string} url
 */
async function find(url) {
  const file = checkedLater.has(url) ? await storedFile(NAME, fileName(url)) : undefined;
  return file ? new Response(await file.getFile()) : (await scope.caches.open(NAME)).match(url);
}

/**
 * A stored file, if it is as it was. One that the engine checks itself is given out as it is, unless the engine
 * asks past all caches: then it was not.
 * @param {string} url
 * @param {RequestCache} mode
 */
async function stored(url, mode) {
  const later = checkedLater.has(url);
  if (later && mode === "reload") return undefined;
  const response = await find(url);
  return !response || later ? response : whole(url, response);
}

/**
 * Fetches a file anew and puts it in its place, if there is room. Without a network the browser's HTTP cache may
 * still have it.
 * @param {string} url
 */
async function mended(url) {
  const response = await fetched(url, ["reload", "force-cache"]);
  const copy = response.clone();
  await store(url, copy).catch(() => undefined);
  return response;
}

/** Files that are being read before they are asked for. @type {Map<string, Promise<Response | undefined>>} */
const ahead = new Map();

/**
 * Reads what a page asks for at once all together, while the page itself is still on its way: asked for one by one,
 * each takes several turns between this thread, the store and the page.
 */
export function readAhead() {
  for (const url of atOnce) ahead.set(url, stored(url, "default").catch(() => undefined));
}

/**
 * The file of this release; rejects where it can be had neither from the store nor from the server.
 * @param {string} url
 * @param {RequestCache} mode
 */
export async function file(url, mode) {
  const reading = mode === "reload" ? undefined : ahead.get(url);
  ahead.delete(url);
  return (await (reading ?? stored(url, mode).catch(() => undefined))) ?? mended(url);
}

/** Bytes stored for this release. */
export async function storedBytes() {
  const cache = await scope.caches.open(NAME);
  const cached = await Promise.all([...files.keys()].map(async (url) => (await (await cache.match(url))?.blob())?.size ?? 0));
  return [...cached, ...(await sizesIn(NAME)).values()].reduce((sum, size) => sum + size, 0);
}

/** Removes the releases before this one. */
export async function clean() {
  const isOld = (/** @type {string} */ name) => name.startsWith(PREFIX) && name !== NAME;
  const caches = (await scope.caches.keys()).filter(isOld).map((name) => scope.caches.delete(name));
  await Promise.all([...caches, ...(await folders()).filter(isOld).map(removeFolder)]);
}
