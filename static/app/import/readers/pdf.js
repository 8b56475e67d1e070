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

import { pagesText } from "./pdf-text.js";

/** @typedef {import("./pdf-text.js").Item} Item */
/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Pack */

const WORKER = "pdf.worker.js";
const TABLES = "pdf.cmaps.bin";
const WORD = 4;
// A document with more pages is no article. The number of characters is limited elsewhere.
const MOST_PAGES = 2000;

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

/**
 * @param {import("pdfjs-dist").PDFDocumentProxy} pdf
 * @returns {Promise<Item[][]>}
 */
async function pages(pdf) {
  const found = [];
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
    found.push(
      items.flatMap((item) => ("str" in item ? [{ ...item, vertical: Boolean(styles[item.fontName]?.vertical) }] : [])),
    );
    page.cleanup();
  }
  return found;
}

/**
 * @typedef {object} Reading one of the two
 * @property {string} [text]
 * @property {"reader_unreachable" | "file_password" | "file_scanned" | "file_broken"} [code] why there is no text
 */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes transferred to the worker
 * @param {(address: string) => string} workerAddress makes a trusted address of one (static/shared/trust.js)
 * @returns {Promise<Reading>}
 */
export async function readPdf(bytes, workerAddress) {
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
    const text = pagesText(await pages(await task.promise));
    return text.trim() ? { text } : { code: "file_scanned" };
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    return { code: locked ? "file_password" : "file_broken" };
  } finally {
    await task.destroy().catch(() => {});
    worker.destroy();
    port.terminate();
    URL.revokeObjectURL(address);
  }
}
