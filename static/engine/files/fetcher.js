/**
 * The fetcher: a worker that has the network and never sees a text. The frame has the text and no network.
 *
 * It receives a variant and a port, and sends the variant's files through the port, checked and the wasm compiled.
 * It is a worker because the page's own thread is busy drawing the page.
 */
import { engineError } from "../../shared/engine-error.js";
import { fetchAsset } from "./assets.js";

/** @typedef {import("../protocol.js").Delivery} Delivery */

// Shortest time between two reports of the download, faster than anything is drawn; ms.
const PROGRESS_EVERY = 50;

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

/**
 * Fetch all files at the same time, and deliver each as soon as it is here.
 * @param {readonly Asset[]} assets
 * @param {(delivery: Delivery, transfer?: Transferable[]) => void} deliver
 */
async function fetchAll(assets, deliver) {
  const total = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  let loaded = 0;
  let last = -Infinity;
  const started = performance.now();
  let arrived = started;
  const count = (/** @type {number} */ bytes) => {
    loaded += bytes;
    const now = (arrived = performance.now());
    if (now - last < PROGRESS_EVERY && loaded < total) return;
    last = now;
    deliver({ type: "download", loaded, total: Math.max(total, loaded) });
  };
  const fetching = assets.map(async (asset) => {
    const part = await fetchAsset(asset, count);
    deliver({ type: "part", name: asset.name, part }, part instanceof Uint8Array ? [part.buffer] : []);
  });
  await Promise.all(fetching);
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
