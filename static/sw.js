/**
 * Service worker: keeps one whole release, so that the page works with the server gone.
 *
 * The build writes the list (address, sha256) and the release's hash into this file, so a new release is a
 * new worker. Everything is stored at install, each file held against its hash; an interrupted install goes
 * on where it stopped. A new release waits until no page of the old one is open: never `skipWaiting`, a page
 * must not change under its reader. Other caches on this origin are not touched.
 * Source: https://www.w3.org/TR/service-workers/
 */

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

const PREFIX = "youten-";
const CACHE = PREFIX + __RELEASE__;
const PARALLEL = 3;
const base = scope.registration.scope;

/** Absolute address -> sha256 in hexadecimal. */
const files = new Map(__PRECACHE__.map(([url, hash]) => [new URL(url, base).toString(), hash]));

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Fetches and stores one file. The browser's HTTP cache comes first, because the page has just fetched the
 * same files; what it holds may be damaged or of another release, so a wrong hash asks the server itself.
 * @param {Cache} cache
 * @param {string} url
 */
async function store(cache, url) {
  for (const mode of /** @type {RequestCache[]} */ (["default", "reload"])) {
    const response = await fetch(url, { cache: mode });
    if (!response.ok) continue;
    const bytes = await response.arrayBuffer();
    if ((await sha256(bytes)) !== files.get(url)) continue;
    const { headers } = response;
    const type = headers.get("Content-Type") ?? "application/octet-stream";
    await cache.put(url, new Response(bytes, { headers: { "Content-Type": type } }));
    return;
  }
  throw new Error(`${url} is not the file of this release`);
}

/** Stores what is not stored yet. */
async function install() {
  const cache = await scope.caches.open(CACHE);
  const stored = new Set((await cache.keys()).map((request) => request.url));
  const missing = [...files.keys()].filter((url) => !stored.has(url));
  const lane = async () => {
    for (let url = missing.shift(); url; url = missing.shift()) await store(cache, url);
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
}

/** Removes the releases before this one. */
async function clean() {
  const names = await scope.caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => scope.caches.delete(name)));
}

/**
 * The address under which a request is stored, if it is: the page under its folder, whatever its query.
 * @param {Request} request
 */
function storedUnder(request) {
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  const address = url.toString();
  if (address === `${base}index.html`) return base;
  return files.has(address) ? address : undefined;
}

/**
 * @param {string} url
 * @param {Request} request
 */
async function answer(url, request) {
  const cache = await scope.caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

/** Bytes stored for this release. */
async function storedBytes() {
  const cache = await scope.caches.open(CACHE);
  const sizes = await Promise.all([...files.keys()].map(async (url) => (await (await cache.match(url))?.blob())?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(clean()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("Range")) return;
  const url = storedUnder(request);
  if (url) event.respondWith(answer(url, request));
});
scope.addEventListener("message", (event) => {
  if (event.data === "size") event.waitUntil(storedBytes().then((bytes) => event.ports[0]?.postMessage(bytes)));
});
