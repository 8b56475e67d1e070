/**
 * A file -> the text to summarise: chooses and loads the reader, and converts its failures to ReadError.
 *
 * A reader is loaded with the first file of its kind. Those of HTML and Word are small and stored with the page. That
 * of PDF is large, and is stored when it is first used or when the user asks for it.
 */
import { workerAddress } from "../../../shared/trust.js";
import { keepPdfReader, pdfFile } from "../pdf-files.js";
import { decode } from "./decode.js";
import { ReadError } from "./errors.js";
import { kindOf } from "./kinds.js";

/** @typedef {{text: string, whole?: string}} Read whole: of a page, with everything outside the article */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {typeof import("./pdf.js")} PdfReader */

// Bytes. A phone has to hold the file, its unpacked form and the text at the same time.
export const LARGEST_FILE = 40_000_000;

/**
 * @template T
 * @param {Promise<T>} module
 */
const loaded = (module) =>
  module.catch((error) => {
    throw new ReadError("reader_unreachable", error);
  });

/** Load the reader of PDFs, which is not bundled with the page. @returns {Promise<PdfReader>} */
function pdfReader() {
  // pdf.js needs browsers of 2024; this is the newest feature that all of its code relies on.
  if (!("withResolvers" in Promise)) throw new ReadError("reader_unsupported");
  return import(pdfFile("pdf.js"));
}

/** @param {string} markup */
export async function readMarkup(markup) {
  const { readHtml } = await loaded(import("./html.late.js"));
  return readHtml(markup);
}

/** @type {Record<import("./kinds.js").Kind, (bytes: Bytes) => Promise<Read>>} */
const READERS = {
  text: async (bytes) => ({ text: decode(bytes) }),
  html: async (bytes) => readMarkup(decode(bytes)),
  docx: async (bytes) => {
    const { readDocx } = await loaded(import("./docx.late.js"));
    return { text: readDocx(bytes) };
  },
  pdf: async (bytes) => {
    const { readPdf } = await loaded(pdfReader());
    const { text, code } = await readPdf(bytes, workerAddress);
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
 * @returns {Promise<Read>}
 */
export async function readFile(file) {
  if (file.size > LARGEST_FILE) throw new ReadError("file_too_large");
  const bytes = await file.arrayBuffer().catch((error) => {
    throw new ReadError("file_gone", error);
  });
  if (!bytes.byteLength) throw new ReadError("file_empty");
  const given = new Uint8Array(bytes);
  try {
    const read = await READERS[kindOf(given, file.name, file.type)](given);
    if (!read.text.trim()) throw new ReadError("file_empty");
    return read;
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError("file_broken", error);
  }
}
