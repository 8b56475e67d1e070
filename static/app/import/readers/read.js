/**
 * A file -> the text to summarise: chooses and loads the reader, and converts its failures to ReadError.
 *
 * The readers of everything but plain text work outside of the page's thread, have a time limit and can be stopped.
 * They are large: they load with the first file that needs them, and are stored then, or when the user asks for it.
 */
import { workerAddress } from "../../../shared/trust.js";
import { keepPdfReader, keepReader, readerFile } from "../reader-files.js";
import { decode } from "./decode.js";
import { ReadError } from "./errors.js";
import { readInWorker } from "./in-worker.js";
import { kindOf } from "./kinds.js";

/** @typedef {import("./worker.js").Read} Read */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {typeof import("./pdf/pdf.js")} PdfReader */

// Bytes. A phone has to hold the file, its unpacked form and the text at the same time.
export const LARGEST_FILE = 40_000_000;

// Bytes of text: more than the longest article has in any encoding. It is decoded in the page's own thread.
export const LARGEST_TEXT = 6_000_000;
// After this a reading has failed; the worst real files take some seconds on a phone. ms
const PATIENCE_MS = 30_000;

/** @param {unknown} error */
const unreachable = (error) => {
  throw new ReadError("reader_unreachable", error);
};

/** Load the reader of PDFs, which is not bundled with the page. @returns {Promise<PdfReader>} */
async function pdfReader() {
  // pdf.js needs browsers of 2024; this is the newest feature that all of its code relies on.
  if (!("withResolvers" in Promise)) throw new ReadError("reader_unsupported");
  return import(readerFile("pdf.js")).catch(unreachable);
}

/** @param {import("./worker.js").Request} request @param {AbortSignal} signal @returns {Promise<Read>} */
async function inWorker(request, signal) {
  const read = await readInWorker(request, signal);
  void keepReader().catch(() => undefined); // A failure is reported with the next file.
  return read;
}

/**
 * Return the article of markup; undefined where it is stopped or cannot be read.
 * @param {string} markup
 * @param {AbortController} stopper
 */
export const readMarkup = (markup, stopper) =>
  limited(stopper, () => inWorker({ kind: "html", content: markup }, stopper.signal)).catch((error) => {
    console.warn("markup was not read:", error);
    return undefined;
  });

/**
 * Await work, also a download, until the time is over or it is stopped.
 * @template T
 * @param {AbortController} stopper
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function limited(stopper, work) {
  const timer = setTimeout(() => stopper.abort(new ReadError("file_slow")), PATIENCE_MS);
  const { signal } = stopper;
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      work().then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** @type {Record<import("./kinds.js").Kind, (content: Bytes, signal: AbortSignal) => Promise<Read>>} */
const READERS = {
  text: async (bytes) => {
    if (bytes.length > LARGEST_TEXT) throw new ReadError("file_too_large");
    return { text: decode(bytes) };
  },
  html: (content, signal) => inWorker({ kind: "html", content }, signal),
  docx: (content, signal) => inWorker({ kind: "docx", content }, signal),
  mail: (content, signal) => inWorker({ kind: "mail", content }, signal),
  pdf: async (bytes, signal) => {
    const { readPdf } = await pdfReader();
    const { text, code } = await readPdf(bytes, workerAddress, signal);
    if (code) throw new ReadError(code);
    void keepPdfReader().catch(() => undefined); // A failure is reported with the next PDF.
    return { text: text ?? "" };
  },
  old_word: async () => {
    throw new ReadError("file_old_word");
  },
  broken: async () => {
    throw new ReadError("file_broken");
  },
  unsupported: async () => {
    throw new ReadError("file_unsupported");
  },
};

/**
 * Return the text of a file; every failure is a ReadError.
 * @param {File} file
 * @param {AbortController} stopper its reason is thrown where it is a ReadError
 * @returns {Promise<Read>}
 */
export async function readFile(file, stopper) {
  if (file.size > LARGEST_FILE) throw new ReadError("file_too_large");
  const bytes = await file.arrayBuffer().catch((error) => {
    throw new ReadError("file_gone", error);
  });
  if (!bytes.byteLength) throw new ReadError("file_empty");
  const given = new Uint8Array(bytes);
  try {
    const kind = kindOf(given, file.name, file.type);
    const read = await limited(stopper, () => READERS[kind](given, stopper.signal));
    if (!read.text.trim()) throw new ReadError("file_empty");
    return read;
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError("file_broken", error);
  }
}
