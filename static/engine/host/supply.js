/**
 * Brings the files of one start to the engine's frame: from the browser's own store, or through the fetcher.
 *
 * The page does not read the files; the code that uses them checks them.
 */
import { workerAddress } from "../../shared/trust.js";
import { storedParts } from "../files/store.js";

/** @typedef {{isFetched: () => boolean, end: () => void}} Supply  `end` stops fetching */

// Fetchers made so far. In WebKit a worker whose script is on its way waits with all that asked for the same address.
let made = 0;

/**
 * Start sending all files of a variant into `sink`.
 * @param {MessagePort} sink
 * @param {URL} address of engine.html
 * @param {import("../protocol.js").Variant} variant
 * @param {readonly Asset[] | undefined} assets with them, the store is tried first
 * @param {() => void} onError the fetcher does not start
 * @returns {Supply}
 */
export function supply(sink, address, variant, assets, onError) {
  let ended = false;
  /** @type {Worker | undefined} */
  let fetcher;
  const fetchAll = () => {
    // A blob would inherit this page's policy. The fetcher needs its own origin only, and never sees a text.
    const script = new URL(made ? `fetcher.js?${made}` : "fetcher.js", address);
    made += 1;
    fetcher = new Worker(workerAddress(script.toString()), { type: "module" });
    fetcher.onerror = onError;
    fetcher.postMessage({ variant }, [sink]);
  };
  const start = async () => {
    const begin = performance.now();
    // Without a service worker nothing is stored.
    const parts = navigator.serviceWorker?.controller && assets && (await storedParts(assets, address));
    if (ended) return;
    if (!parts) return fetchAll();
    const deliver = (/** @type {import("../protocol.js").Delivery} */ delivery) => sink.postMessage(delivery);
    deliver({ type: "names", names: [...parts.keys()] });
    for (const [name, part] of parts) deliver({ type: "part", name, part });
    deliver({ type: "complete", times: { download: performance.now() - begin } });
  };
  const end = () => {
    ended = true;
    fetcher?.terminate();
  };
  void start();
  return { isFetched: () => !!fetcher, end };
}
