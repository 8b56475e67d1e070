/**
 * Stores, checks and repairs the files of the release.
 *
 * Nothing enters the store with other bytes than those of the build, and nothing leaves it with others, except what
 * the engine checks itself. Damaged and evicted files are fetched again. The large files, which every start unpacks,
 * are stored unpacked, as files where the browser has a file system; a later visit reads them from there without this
 * worker (engine/files/store.js). Everything else is in a cache.
 */
import { costsOf } from "../engine/files/connection-costs.js";
import { unpacked } from "../engine/files/gzip.js";
import { folders, removeFolder, sizesIn, storedFile, storeFile } from "../engine/files/opfs.js";
import { COSTS, fileName } from "../engine/files/store.js";
import { sha256 } from "../shared/sha256.js";
import { atInstall, atOnce, base, files, large, NAME, PREFIX } from "./release.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

const PARALLEL = 3;

/**
 * Return the response if it is the file of this release, without headers but the type; otherwise undefined.
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
 * Unpack a large file.
 * @param {string} url
 * @param {Response} response checked
 */
async function asStored(url, response) {
  if (!large.has(url)) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(await unpacked(bytes), { headers: response.headers });
}

/**
 * Fetch one file, trying cache modes in their order until the bytes are right.
 * @param {string} url
 * @param {RequestCache[]} modes
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
 * Store those of the files that are not stored yet. The page has just fetched most of them, so the browser's HTTP
 * cache comes first.
 * @param {readonly string[]} wanted files of this release
 */
export async function storeAll(wanted = atInstall) {
  const cache = await scope.caches.open(NAME);
  const sizes = await sizesIn(NAME);
  const cached = new Set((await cache.keys()).map((request) => request.url));
  // The writing of an empty file was interrupted.
  const isStored = (/** @type {string} */ url) => cached.has(url) || (large.has(url) && sizes.get(fileName(url)));
  const missing = wanted.filter((url) => files.has(url) && !isStored(url));
  const lane = async () => {
    for (let url = missing.shift(); url; url = missing.shift())
      await store(url, await fetched(url, ["default", "reload"]));
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  // Without them a start is a little slower.
  if (!sizes.get(COSTS)) await storeCosts().catch(() => undefined);
}

/** Decode the connection costs that a start would have to decode, if the dictionary is stored as a file. */
async function storeCosts() {
  const dictionary = await storedFile(NAME, fileName(__SITE__.dictionary.url));
  if (!dictionary) return;
  const bytes = new Uint8Array(await (await dictionary.getFile()).arrayBuffer());
  await storeFile(NAME, COSTS, costsOf(bytes, __SITE__.dictionary.matrix).buffer);
}

/**
 * Store a file: a large one in the file system if possible, everything else in the cache.
 * @param {string} url
 * @param {Response} response checked, as it is to be stored
 */
async function store(url, response) {
  const cache = await scope.caches.open(NAME);
  const isLarge = large.has(url);
  if (isLarge && (await storeFile(NAME, fileName(url), await response.clone().arrayBuffer()))) await cache.delete(url);
  else await cache.put(url, response);
}

/**
 * Return what is stored under this address, in either place.
 * @param {string} url
 */
async function find(url) {
  const file = large.has(url) ? await storedFile(NAME, fileName(url)) : undefined;
  return file ? new Response(await file.getFile()) : (await scope.caches.open(NAME)).match(url);
}

/**
 * Return a stored file if its bytes are right. A large one is returned unchecked; the engine requests it with
 * "reload" if it finds it damaged.
 * @param {string} url
 * @param {RequestCache} mode
 */
async function stored(url, mode) {
  const isLarge = large.has(url);
  if (isLarge && mode === "reload") return undefined;
  const response = await find(url);
  return !response || isLarge ? response : whole(url, response);
}

/**
 * Fetch a file again and store it, if there is room. Without a network the browser's HTTP cache may still have it.
 * @param {string} url
 */
async function mended(url) {
  const response = await fetched(url, ["reload", "force-cache"]);
  const copy = response.clone();
  await store(url, copy).catch(() => undefined);
  return response;
}

/** Files that are being read before they are requested. @type {Map<string, Promise<Response | undefined>>} */
const ahead = new Map();

/**
 * Read the files that the page will request first, all together, while the page itself is on its way. Requested one
 * by one, each takes several turns between this thread, the store and the page.
 */
export function readAhead() {
  for (const url of atOnce)
    ahead.set(
      url,
      stored(url, "default").catch(() => undefined),
    );
}

/**
 * Return the file of this release; rejects if neither the store nor the server has it.
 * @param {string} url
 * @param {RequestCache} mode
 */
export async function file(url, mode) {
  const reading = mode === "reload" ? undefined : ahead.get(url);
  ahead.delete(url);
  return (await (reading ?? stored(url, mode).catch(() => undefined))) ?? mended(url);
}

/** Return the size of everything stored for this release; bytes. */
export async function storedBytes() {
  const cache = await scope.caches.open(NAME);
  const cached = await Promise.all(
    [...files.keys()].map(async (url) => (await (await cache.match(url))?.blob())?.size ?? 0),
  );
  return [...cached, ...(await sizesIn(NAME)).values()].reduce((sum, size) => sum + size, 0);
}

/** Remove all other releases of this copy of the site. */
export async function clean() {
  const unnamed = new Set(await unnamedStores());
  const isOther = (/** @type {string} */ name) => (name.startsWith(PREFIX) && name !== NAME) || unnamed.has(name);
  const caches = (await scope.caches.keys()).filter(isOther).map((name) => scope.caches.delete(name));
  await Promise.all([...caches, ...(await folders()).filter(isOther).map(removeFolder)]);
}

/** Return the stores of version 0.1.0, whose names lack the path of their copy, that hold files of this copy. */
async function unnamedStores() {
  const names = (await scope.caches.keys()).filter((name) => /^youten-[0-9a-f]{12}$/.test(name));
  const isOurs = async (/** @type {string} */ name) => {
    const release = `${base}r/${name.slice("youten-".length)}/`;
    return (await (await scope.caches.open(name)).keys()).some(({ url }) => url.startsWith(release));
  };
  const ours = await Promise.all(names.map(isOurs));
  return names.filter((_, index) => ours[index]);
}
