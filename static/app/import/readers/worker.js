/**
 * The readers of HTML, Word and mail in a worker, so that the page answers while they work and can end them.
 *
 * A separate bundle, started from a blob by `in-worker.js`: it inherits the page's policy and reaches no network. One
 * worker reads one text.
 */
import { decode } from "./decode.js";
import { readDocx } from "./docx.js";
import { ReadError } from "./errors.js";
import { readHtml } from "./html.js";
import { readMail } from "./mail.js";

/** @typedef {{text: string, whole?: string}} Read whole: of a page, with everything outside the article */
/** @typedef {"html" | "docx" | "mail"} Kind */
/** @typedef {{kind: Kind, content: Uint8Array<ArrayBuffer> | string}} Request the content is text for markup only */
/** @typedef {{read: Read} | {code: import("./errors.js").ReadCode, detail: string}} Answer */

/** @param {Request} request @returns {Read} */
function read({ kind, content }) {
  if (typeof content === "string") return readHtml(content);
  if (kind === "html") return readHtml(decode(content));
  if (kind === "mail") return readMail(content);
  return { text: readDocx(content) };
}

/** @param {Request} request @returns {Answer} */
function answer(request) {
  try {
    return { read: read(request) };
  } catch (error) {
    return { code: error instanceof ReadError ? error.code : "file_broken", detail: String(error) };
  }
}

addEventListener("message", ({ data }) => postMessage(answer(data)));
