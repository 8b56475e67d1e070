/**
 * Registers the service worker, once the engine no longer needs the network, and says when all is stored.
 *
 * Without service workers (private windows of some browsers, plain http) the page works all the same.
 */
import { workerAddress } from "../trust.js";

const MEGABYTE = 1_000_000;

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<number>} bytes
 */
const storedBytes = (worker) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("size", [port2]);
  });

/**
 * Calls `ready` with the stored megabytes when the page can do without its server.
 * @param {(megabytes: number) => void} ready
 */
export async function prepareOffline(ready) {
  const container = navigator.serviceWorker;
  if (!container) return;
  try {
    await container.register(workerAddress("sw.js"));
    const { active } = await container.ready;
    if (active) ready((await storedBytes(active)) / MEGABYTE);
  } catch (error) {
    console.warn("offline use is not available:", error);
  }
}
