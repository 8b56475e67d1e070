/**
 * A PDF -> text, with pdf.js. A separate bundle in the release that shares no module with the page: half a megabyte
 * that only readers of PDFs load.
 *
 * pdf.js parses in a worker from a blob, which inherits the page's policy; a worker from an address would not. The
 * tables of Japanese character codes are fetched in one pack before the document is opened, so no request reveals
 * what is in it. Nothing is drawn, and no script of a document runs.
 * Source: https://github.com/mozilla/pdf.js, ISO 32000-1.
 */
import { getDocument, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";

import { Pages, unreadable } from "./text.js";

/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Pack */

const WORKER = "pdf.worker.js";
const TABLES = "pdf.cmaps.bin";
const WORD = 4;
// A document with more pages is no article. The number of characters is limited elsewhere.
const MOST_PAGES = 2000;
// Pieces of text, on a page and in a document; some programs write each glyph by itself.
const MOST_ON_PAGE = 20_000;
const MOST_PIECES = 300_000;
// Work between two turns of the page's own. ms
const SLICE_MS = 30;

/** @type {Promise<{worker: Blob, tables: Pack}> | undefined} */
let loading;

/** @param {string} name in this release's folder */
async function fetchBytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

/**
 * Read the pack: length of the index (little-endian), index of names and offsets as JSON, tables; see
 * py/sitebuild/pdf.py.
 * @param {ArrayBuffer} bytes
 * @returns {Pack}
 */
function unpack(bytes) {
  const length = new DataView(bytes).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, WORD, length)));
  /** @type {[string, [number, number]][]} */
  const entries = Object.entries(index);
  return new Map(entries.map(([name, [start, size]]) => [name, new Uint8Array(bytes, WORD + length + start, size)]));
}

/** Load the files that any document can need, once. */
function load() {
  loading ??= Promise.all([fetchBytes(WORKER), fetchBytes(TABLES)]).then(([worker, tables]) => ({
    worker: new Blob([worker], { type: "text/javascript" }),
    tables: unpack(tables),
  }));
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Return the class that pdf.js asks for its tables, by name. @param {Pack} tables */
const factory = (tables) =>
  class {
    /** @param {{filename: string}} request */
    async fetch({ filename }) {
      const found = tables.get(filename);
      if (!found) throw new Error(`no table ${filename}`);
      return found.slice();
    }
  };

/** @typedef {import("pdfjs-dist/types/src/display/api.js").TextItem} TextItem */

class TooComplex extends Error {}

/**
 * Return the pieces of text of a page.
 * @param {import("pdfjs-dist").PDFPageProxy} page
 */
async function piecesOf(page) {
  /** @type {import("./pieces.js").Item[]} */
  const found = [];
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { items, styles } = part.value;
    for (const { str, transform, width, height, fontName } of /** @type {TextItem[]} */ (items)) {
      const vertical = Boolean(styles[fontName]?.vertical);
      if (str.trim()) found.push({ str, transform, width, height, vertical });
    }
    if (found.length > MOST_ON_PAGE) throw new TooComplex();
  }
  return found;
}

/** @param {import("pdfjs-dist").PDFDocumentProxy} pdf */
async function textOf(pdf) {
  const pages = new Pages();
  let count = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    const page = await pdf.getPage(number);
    const found = await piecesOf(page);
    count += found.length;
    if (count > MOST_PIECES) throw new TooComplex();
    pages.add(found);
    page.cleanup();
  }
  const steps = pages.text();
  let since = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - since > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}

/** @param {AbortSignal} signal @returns {Promise<never>} */
const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));

/**
 * @typedef {object} Reading one of the two
 * @property {string} [text]
 * @property {"reader_unreachable" | "file_password" | "file_scanned" | "file_no_characters" | "file_too_complex"
 *   | "file_broken"} [code] why there is no text
 */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes transferred to the worker
 * @param {(address: string) => string} workerAddress makes a trusted address of one (static/shared/trust.js)
 * @param {AbortSignal} signal ends the reading at once; its reason is thrown
 * @returns {Promise<Reading>}
 */
export async function readPdf(bytes, workerAddress, signal) {
  const parts = await load().catch(() => undefined);
  if (!parts) return { code: "reader_unreachable" };
  const { worker: script, tables } = parts;
  const address = URL.createObjectURL(script);
  const port = new Worker(workerAddress(address), { type: "module" });
  // The types allow only a port; the documentation asks for a worker.
  const worker = PDFWorker.create({ port: /** @type {any} */ (port), verbosity: 0 });
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    cMapUrl: "tables/",
    cMapPacked: true,
    BinaryDataFactory: factory(tables),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableWorkerRendering: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const text = await Promise.race([task.promise.then(textOf), aborted(signal)]);
    if (unreadable(text)) return { code: "file_no_characters" };
    return text.trim() ? { text } : { code: "file_scanned" };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TooComplex) return { code: "file_too_complex" };
    const locked = error instanceof Error && error.name === "PasswordException";
    return { code: locked ? "file_password" : "file_broken" };
  } finally {
    // A worker that was interrupted may never answer.
    if (!signal.aborted) await task.destroy().catch(() => {});
    worker.destroy();
    port.terminate();
    URL.revokeObjectURL(address);
  }
}
