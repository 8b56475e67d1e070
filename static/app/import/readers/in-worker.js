/** Reads HTML, Word and mail in a worker that is ended with the reading, or when it is aborted. */
import { workerAddress } from "../../../shared/trust.js";
import { readerFile } from "../reader-files.js";
import { ReadError } from "./errors.js";

/** @typedef {import("./worker.js").Answer} Answer */
/** @typedef {import("./worker.js").Read} Read */

/** @type {Promise<Blob> | undefined} */
let script;

async function fetchScript() {
  const response = await fetch(readerFile("reader.js"));
  if (!response.ok) throw new Error(`reader.js: ${response.status}`);
  return new Blob([await response.arrayBuffer()], { type: "text/javascript" });
}

/** @returns {Promise<Blob>} the worker's script, fetched once */
function load() {
  script ??= fetchScript();
  script.catch(() => (script = undefined));
  return script.catch((error) => {
    throw new ReadError("reader_unreachable", error);
  });
}

/**
 * @param {import("./worker.js").Request} request a file's bytes are transferred
 * @param {AbortSignal} signal ends the worker; its reason is thrown
 * @returns {Promise<Read>}
 */
export async function readInWorker(request, signal) {
  const address = URL.createObjectURL(await load());
  const worker = new Worker(workerAddress(address), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.addEventListener("error", (error) => reject(new ReadError("file_broken", error)));
      worker.addEventListener("message", ({ data }) => {
        const answer = /** @type {Answer} */ (data);
        if ("read" in answer) resolve(answer.read);
        else reject(new ReadError(answer.code, answer.detail));
      });
      worker.postMessage(request, typeof request.content === "string" ? [] : [request.content.buffer]);
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}
