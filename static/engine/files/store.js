/**
 * What the service worker has stored of this release, for the engine of a later visit: half the time of asking the
 * service worker, and no fetcher to be started. The page only passes the files on and does not read them; whoever
 * reads them holds them against their hashes.
 */
import { hashesOf } from "./integrity.js";
import { storedFile } from "./opfs.js";

/** @typedef {import("../protocol.js").StoredPart} StoredPart */

/**
 * What the cache and the folder are named in which a release is stored.
 * @param {string} release
 */
export const storeName = (release) => `youten-${release}`;

/**
 * The name of a large file in the release's folder.
 * @param {string} url
 */
export const fileName = (url) => url.slice(url.lastIndexOf("/") + 1);

/**
 * The connection costs, which the service worker has made of the dictionary, in a file beside it: a start that has
 * them need not make them. What is in it is no file of the release.
 */
export const COSTS = "costs.bin";

/**
 * All of the assets, by name; undefined where one is not there, or there is no store.
 * @param {readonly Asset[]} assets
 * @param {URL} base address of a file in the release's folder, which names the release
 * @returns {Promise<Map<string, StoredPart> | undefined>}
 */
export async function storedParts(assets, base) {
  const name = storeName(base.pathname.split("/").at(-2) ?? "");
  const find = async (/** @type {Asset} */ asset) => {
    const url = new URL(asset.url, base);
    const stored = (await storedFile(name, fileName(asset.url))) ?? (await cached(name, url));
    return /** @type {[string, StoredPart]} */ ([asset.name, { stored, hashes: hashesOf(asset) }]);
  };
  try {
    const [costs, entries] = await Promise.all([storedFile(name, COSTS), Promise.all(assets.map(find))]);
    const parts = new Map(entries);
    if (costs) parts.set(COSTS, { stored: costs, hashes: [__COSTS_SHA256__], spare: true });
    return parts;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} cacheName
 * @param {URL} url
 */
async function cached(cacheName, url) {
  const response = await caches.match(url, { cacheName });
  if (!response) throw new Error("not stored");
  return response.blob();
}
