/**
 * The fetcher: a worker that has the network and never sees a text. The frame has the text and no network.
 *
 * It receives a variant and a port, and sends the variant's files through the port, checked and the wasm compiled.
 * It is a worker because the page's own thread is busy drawing the page.
 */
import { deferred } from "../../shared/deferred.js";
import { engineError } from "../../shared/engine-error.js";
import { fetchAsset } from "./assets.js";

/** @typedef {import("../protocol.js").Delivery} Delivery */

// Shortest time between two reports of the download, faster than anything is drawn; ms.
const PROGRESS_EVERY = 50;
// What may still be missing of the first files when the last one is requested, so that the network is never idle.
const AHEAD_BYTES = 200_000;

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

/**
 * Fetch files at the same time, and deliver each as soon as it is here. The last one begins when the others are nearly
 * here: the engine starts with them meanwhile.
 * @param {readonly Asset[]} assets
 * @param {(delivery: Delivery, transfer?: Transferable[]) => void} deliver
 */
async function fetchAll(assets, deliver) {
  const total = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  const begin = total - AHEAD_BYTES - (assets.at(-1)?.bytes ?? 0);
  const nearly = deferred();
  let loaded = 0;
  let last = -Infinity;
  const started = performance.now();
  let arrived = started;
  const count = (/** @type {number} */ bytes) => {
    loaded += bytes;
    if (loaded >= begin) nearly.resolve(undefined);
    const now = (arrived = performance.now());
    if (now - last < PROGRESS_EVERY && loaded < total) return;
    last = now;
    deliver({ type: "download", loaded, total: Math.max(total, loaded) });
  };
  const bring = async (/** @type {Asset} */ asset) => {
    const part = await fetchAsset(asset, count);
    deliver({ type: "part", name: asset.name, part }, part instanceof Uint8Array ? [part.buffer] : []);
  };
  const first = assets.slice(0, -1).map(bring);
  await Promise.race([nearly.promise, Promise.all(first)]);
  await Promise.all([...first, ...assets.slice(-1).map(bring)]);
  deliver({ type: "complete", times: { download: arrived - started, compile: performance.now() - arrived } });
}

scope.onmessage = async ({ data, ports: [port] }) => {
  const assets = __SITE__.assets[/** @type {import("../protocol.js").Variant} */ (data.variant)];
  /** @type {(delivery: Delivery, transfer?: Transferable[]) => void} */
  const deliver = (delivery, transfer = []) => port?.postMessage(delivery, transfer);
  try {
    deliver({ type: "names", names: assets.map(({ name }) => name) });
    await fetchAll(assets, deliver);
  } catch (thrown) {
    const { code, message } = engineError(thrown, "boot");
    deliver({ type: "failed", code, detail: message });
  }
};
