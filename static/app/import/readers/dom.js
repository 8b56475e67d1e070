/**
 * Markup -> a document in a worker, where browsers have no DOMParser.
 *
 * linkedom parses in linear time except in the depth of nesting, and so do the steps after it: markup that is nested
 * too deeply, or has too many elements, is refused before it is parsed.
 * Source: https://github.com/WebReflection/linkedom; https://html.spec.whatwg.org/multipage/syntax.html.
 */
import { parseHTML } from "linkedom";

import { ReadError } from "./errors.js";

// The largest real pages have some 30,000 elements and some 100 levels.
const MOST_ELEMENTS = 60_000;
const DEEPEST = 700;
// Elements without an end tag, or with one that is often left out; the parser closes them.
const NEVER_OPEN = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot " +
    "option rt rp"
  ).split(" "),
);
// Elements whose contents are no markup.
const RAW = new Set(["script", "style", "textarea", "title", "xmp"]);

/** Throw a ReadError if markup would make too large a document. Each character is looked at once. @param {string} markup */
export function checkSize(markup) {
  const tag = /<!--|<(\/?)([a-z][^\s/>]*)/gi;
  let elements = 0;
  let depth = 0;
  for (let match = tag.exec(markup); match; match = tag.exec(markup)) {
    const name = match[2]?.toLowerCase();
    if (!name) {
      const end = markup.indexOf("-->", tag.lastIndex);
      if (end < 0) return;
      tag.lastIndex = end;
    } else if (match[1]) {
      if (!NEVER_OPEN.has(name)) depth = Math.max(0, depth - 1);
    } else {
      elements += 1;
      if (RAW.has(name)) {
        const end = new RegExp(`</${name}`, "gi");
        end.lastIndex = tag.lastIndex;
        if (!end.test(markup)) return;
        tag.lastIndex = end.lastIndex;
      } else if (!NEVER_OPEN.has(name)) depth += 1;
      if (elements > MOST_ELEMENTS || depth > DEEPEST) throw new ReadError("file_too_complex");
    }
  }
}

/**
 * Return a document with everything of the markup in its body, whether the markup is a page or a part of one.
 * @param {string} markup
 * @returns {Document}
 */
export function parse(markup) {
  checkSize(markup);
  const inner = markup.replace(/<(?:!doctype|\/?(?:html|head|body))(?=[\s>/])[^<>]*>/gi, "");
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${inner}</body></html>`);
  document.title =
    document
      .querySelector("body title")
      ?.textContent?.replace(/[\t\n\f\r ]+/g, " ")
      .trim() ?? "";
  return /** @type {Document} */ (/** @type {unknown} */ (document));
}
