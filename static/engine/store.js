/**
 * What the service worker has stored of this release, for the engine of a later visit: half the time of asking the
 * service worker, and no fetcher to be started. The page only passes the files on, as blobs; whoever reads them
 * holds them against their hashes.
 */
import { hashesOf } from "./integrity.js";

/** @typedef {import("./protocol.js").StoredPart} StoredPart */

/**
 * All of the assets, by name; undefined where one is not there, or there is no store.
 * @param {readonly Asset[]} assets
 * @param {URL} base address of a file in the release's folder, which names the release
 * @returns {Promise<Map<string, StoredPart> | undefined>}
 */
export async function storedParts(assets, base) {
  const cacheName = `youten-${base.pathname.split("/").at(-2)}`; // as in ../offline/files.js
  const find = async (/** @type {Asset} */ asset) => {
    const response = await caches.match(new URL(asset.url, base), { cacheName });
    if (!response) throw new Error("not stored");
    const part = { stored: await response.blob(), hashes: hashesOf(asset) };
    return /** @type {[string, StoredPart]} */ ([asset.name, part]);
  };
  try {
    return new Map(await Promise.all(assets.map(find)));
  } catch {
    return undefined;
  }
}
