/**
 * Service worker: keeps one whole release, so that the page works with the server gone.
 *
 * The build writes the list (address, sha256) and the release's hash into this file, so a new release is a
 * new worker. Everything is stored at install; an interrupted install goes on where it stopped. A new release
 * waits until no page of the old one is open, or until the reader asks for it with no other page open: a page
 * must not change under its reader. Other caches on this origin are not touched.
 * Source: https://www.w3.org/TR/service-workers/
 */
import { base, clean, file, files, readAhead, storeAll, storedBytes } from "./files.js";
import { sorry } from "./fallback.js";
import { isShare, receiveShare, takeShare } from "./share-target.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

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
 * A page may be had from the server in a newer form; that one asks for files of its own release only.
 * @param {string} url
 * @param {Request} request
 */
async function answer(url, request) {
  try {
    return await file(url, request.cache);
  } catch {
    if (url.startsWith(`${base}r/`)) return sorry(request);
    return fetch(request).catch(() => sorry(request));
  }
}

/** Takes over at once, if the reader has only the page open that asks for it. @returns whether it does */
async function takeOver() {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const inUse = pages.filter(({ url, frameType }) => url.startsWith(base) && frameType !== "nested");
  if (inUse.length > 1) return false;
  await scope.skipWaiting();
  return true;
}

/** Stores what the browser or the reader has removed. @returns bytes; 0 where something is missing for good */
const restoredBytes = () => storeAll().then(storedBytes, () => 0);

/**
 * Message, or its `type` -> what is answered through the port that came with it.
 * @type {Record<string, (data: any) => unknown>}
 */
const questions = {
  size: restoredBytes,
  activate: takeOver,
  // For a page that was there before this worker, so that what it fetched went past it.
  keep: ({ urls }) => storeAll(urls).then(() => true),
  "take-share": ({ number }) => takeShare(number),
};

scope.addEventListener("install", (event) => event.waitUntil(storeAll()));
scope.addEventListener("activate", (event) => event.waitUntil(clean()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isShare(request, base)) return event.respondWith(receiveShare(event, base));
  if (request.method !== "GET" || request.headers.has("Range")) return;
  const url = storedUnder(request);
  if (!url) return;
  const answered = answer(url, request);
  event.respondWith(answered);
  if (url === base) event.waitUntil(answered.then(readAhead));
});
scope.addEventListener("message", (event) => {
  const { data, ports } = event;
  const question = questions[typeof data === "string" ? data : String(data?.type)];
  const answer = async () => ports[0]?.postMessage(await question?.(data));
  if (question) event.waitUntil(answer());
});
