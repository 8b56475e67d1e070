/** Questions to the service worker, each with one answer; static/service-worker/main.js has the list. */

// The answer may wait for a download of lost files. ms
const PATIENCE_MS = 120_000;

/**
 * Send a message to a service worker and return its answer.
 * @param {ServiceWorker} worker
 * @param {string | {type: string, [key: string]: unknown}} message
 * @param {number} [patience] ms
 * @returns {Promise<any>}
 */
export const ask = (worker, message, patience = PATIENCE_MS) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => reject(new Error("the service worker does not answer")), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
