/**
 * Service worker (served as sw.js): keeps one whole release, so that the page works without the server.
 *
 * The build writes the list of files and the release's hash into it, so each release has its own worker. Everything
 * is stored at install; an interrupted install continues where it stopped. A new release waits until no page of the
 * old one is open, or until the reader asks for it while no other page is open, because a page must not change under
 * its reader. Caches of other applications on this origin are not touched.
 * Source: https://www.w3.org/TR/service-workers/
 */
import { sorry } from "./fallback.js";
import { clean, file, readAhead, storeAll, storedBytes } from "./files.js";
import { base, files } from "./release.js";
import { apart, inUse, isOfRelease, keepsApart, opensTab, storedUnder } from "./requests.js";
import { isShare, receiveShare, takeShare } from "./share-target.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

/**
 * Answer with a stored file. If a page cannot be had from the store, the server may have a newer one, which requests
 * the files of its own release only.
 * @param {string} url
 * @param {Request} request
 */
async function answer(url, request) {
  try {
    return await file(url, request.cache);
  } catch {
    if (isOfRelease(url, base)) return sorry(request);
    return fetch(request).catch(() => sorry(request));
  }
}

/** Take over at once, unless the reader has other pages open. @returns whether it does */
async function takeOver() {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (inUse(pages, base) > 1) return false;
  await scope.skipWaiting();
  return true;
}

/** Store again what the browser or the reader has removed. @returns bytes; 0 if a file cannot be had */
const restoredBytes = () => storeAll().then(storedBytes, () => 0);

/**
 * Type of a message -> what is answered through its port.
 * @type {Record<string, (data: any) => unknown>}
 */
const actions = {
  size: restoredBytes,
  activate: takeOver,
  // For a page that was open before this worker and fetched files past it.
  keep: ({ urls }) => storeAll(urls).then(() => true),
  "take-share": ({ number }) => takeShare(number),
};

scope.addEventListener("install", (event) => event.waitUntil(storeAll()));
scope.addEventListener("activate", (event) => event.waitUntil(clean()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isShare(request, base)) return event.respondWith(receiveShare(event, base));
  const url = storedUnder(request, base, files);
  if (!url) return;
  const answered = answer(url, request);
  event.respondWith(keepsApart() && opensTab(request) ? answered.then(apart) : answered);
  if (url === base) event.waitUntil(answered.then(readAhead));
});
scope.addEventListener("message", (event) => {
  const { data, ports } = event;
  const action = actions[typeof data === "string" ? data : String(data?.type)];
  const reply = async () => ports[0]?.postMessage(await action?.(data));
  if (action) event.waitUntil(reply());
});
