/**
 * HTML -> the article's text. Of a whole page, Readability keeps the article; of a copied part, everything is kept.
 *
 * The document is parsed, never shown: nothing in it runs, loads or is drawn. Two things are added to Readability
 * (the code of Firefox's reader view): 、 and 。 count like commas, and the document is restored between its attempts
 * without writing markup, which the page's policy refuses.
 * Source: https://github.com/mozilla/readability.
 */
import { Readability } from "@mozilla/readability";

import { parseInert } from "../../../shared/trust.js";
import { blockText, hidden } from "./blocks.js";

/** @typedef {{text: string, title: string, whole: string}} Reading whole: with everything outside the article */

// With fewer characters Readability tries again; its default of 500 is for languages with longer words.
const FEWEST = 160;
// With more elements Readability is too slow, because it compares elements with each other; all text is kept then.
const MOST_ELEMENTS = 30_000;
// With a larger share of text in links, the markup is a page and not part of an article.
const MOST_LINKED = 0.2;
// With a smaller share of the text, the article was probably missed.
const LEAST_KEPT = 0.1;
const FURNITURE = "nav, header, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo]";

/** @extends {Readability<Element>} */
class JapaneseReadability extends Readability {
  REGEXPS = {
    .../** @type {{REGEXPS: Record<string, RegExp>}} */ (/** @type {unknown} */ (Readability.prototype)).REGEXPS,
    commas: /[,،﹐︐︑⹁⸴⸲，、。]/g,
  };
}

/**
 * Readability restores the body between its attempts by writing markup; this keeps the nodes instead.
 * @param {HTMLElement} body
 */
function rememberNodes(body) {
  let saved = body.cloneNode(true);
  Object.defineProperty(body, "innerHTML", {
    get: () => "",
    set: () => {
      body.replaceChildren(...saved.childNodes);
      saved = body.cloneNode(true);
    },
  });
}

/**
 * Parse markup into a document. Styles and handlers are removed first: they would have no effect, but the page's policy
 * would report each. Both expressions look at every character once.
 * @param {string} markup
 */
function parse(markup) {
  const bare = markup
    .replace(/<(\/?)style(?=[\s/>])/gi, "<$1template")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2"));
  return parseInert(bare, "text/html");
}

/** @param {string} text */
const size = (text) => text.replace(/\s/g, "").length;

/** @param {Element} body */
function isPage(body) {
  if (body.querySelector(FURNITURE)) return true;
  const linked = Array.from(body.querySelectorAll("a[href]"), (link) => size(link.textContent ?? ""));
  return linked.reduce((sum, length) => sum + length, 0) > size(body.textContent ?? "") * MOST_LINKED;
}

/**
 * @param {Document} page
 * @returns {{text: string, title: string} | undefined}
 */
function article(page) {
  // Readability would parse their contents as markup, which is not allowed here; they repeat what scripts show.
  for (const element of page.querySelectorAll("noscript, script, style, template, rt, rp")) element.remove();
  for (const element of page.querySelectorAll("[data-style], [hidden]")) if (hidden(element)) element.remove();
  if (page.getElementsByTagName("*").length > MOST_ELEMENTS) return undefined;
  rememberNodes(page.body);
  const options = { charThreshold: FEWEST, serializer: (/** @type {Node} */ node) => /** @type {Element} */ (node) };
  const found = new JapaneseReadability(page, options).parse();
  if (!found?.content) return undefined;
  return { text: blockText(found.content), title: (found.title ?? "").trim() };
}

/** Return the text without navigation and other furniture. @param {HTMLElement} body */
function withoutFurniture(body) {
  for (const element of body.querySelectorAll(FURNITURE)) element.remove();
  return blockText(body);
}

/**
 * Return the article of a page, with its headline as the first line.
 * @param {string} title
 * @param {string} text
 */
const underHeadline = (title, text) => (title && !text.startsWith(title) ? `${title}\n\n${text}` : text);

/**
 * Return the text of a page or of a part of one.
 * @param {string} markup
 * @returns {Reading}
 */
export function readHtml(markup) {
  const page = parse(markup);
  const whole = blockText(page.body);
  if (!isPage(page.body)) return { text: underHeadline(page.title.trim(), whole), title: page.title.trim(), whole };
  const found = article(page);
  if (found && size(found.text) >= size(whole) * LEAST_KEPT) {
    return { ...found, text: underHeadline(found.title, found.text), whole };
  }
  const rest = withoutFurniture(parse(markup).body);
  return { text: underHeadline(page.title.trim(), rest || whole), title: page.title.trim(), whole };
}
