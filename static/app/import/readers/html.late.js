/**
 * HTML -> the article's text. Of a whole page, Readability keeps the article; of a copied stretch, all is kept.
 *
 * The document is parsed, never shown: nothing in it runs, loads or is drawn. Readability (the code of Firefox's
 * reader view) is told two things it does not know: 、 and 。 are what commas are elsewhere, and how to go back to
 * the start between its attempts without writing markup, which the page's policy refuses.
 * Source: https://github.com/mozilla/readability.
 */
import { Readability } from "@mozilla/readability";

import { parseInert } from "../../../shared/trust.js";
import { blockText, hidden } from "./blocks.js";

/** @typedef {{text: string, title: string, whole: string}} Reading whole: with everything around the article */

// Characters under which Readability doubts its choice and tries again; its 500 is for languages with longer words.
const FEWEST = 160;
// Beyond this many elements only the plain way is quick enough; Readability compares elements with each other.
const MOST_ELEMENTS = 30_000;
// Share of all text that is in links: beyond it, something is a page and not a stretch of an article.
const MOST_LINKED = 0.2;
// Less than this share of the text, and the article has probably been missed.
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
 * Between attempts Readability puts the body back as it was through its markup; this keeps nodes instead.
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
 * The document of some markup. Styles and handlers are taken out of it first: nothing is drawn and nothing runs, but
 * the page's policy would complain of each. Both expressions look at every character once.
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
  // Readability would look into these by parsing them, which is not done here; they repeat what scripts show.
  for (const element of page.querySelectorAll("noscript, script, style, template, rt, rp")) element.remove();
  for (const element of page.querySelectorAll("[data-style], [hidden]")) if (hidden(element)) element.remove();
  if (page.getElementsByTagName("*").length > MOST_ELEMENTS) return undefined;
  rememberNodes(page.body);
  const options = { charThreshold: FEWEST, serializer: (/** @type {Node} */ node) => /** @type {Element} */ (node) };
  const found = new JapaneseReadability(page, options).parse();
  if (!found?.content) return undefined;
  return { text: blockText(found.content), title: (found.title ?? "").trim() };
}

/** What is left when the furniture is taken away. @param {HTMLElement} body */
function withoutFurniture(body) {
  for (const element of body.querySelectorAll(FURNITURE)) element.remove();
  return blockText(body);
}

/**
 * The article above all with its headline as the first line.
 * @param {string} title
 * @param {string} text
 */
const underHeadline = (title, text) => (title && !text.startsWith(title) ? `${title}\n\n${text}` : text);

/**
 * The text of a page or of a stretch of one.
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
