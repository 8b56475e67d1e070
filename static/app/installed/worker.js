/** Questions to the service worker, each with one answer. See static/sw.js for the words. */

// Storing what was lost may take a download; whoever asks only shows a number. ms
const PATIENCE_MS = 120_000;

/**
 * Sends a message to a service worker; resolves with its answer.
 * @param {ServiceWorker} worker
 * @param {string | {type: string, [key: string]: unknown}} message
 * @returns {Promise<any>}
 */
export const ask = (worker, message) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const patience = setTimeout(() => reject(new Error("the service worker does not answer")), PATIENCE_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(patience);
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
