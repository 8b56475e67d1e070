/**
 * HTML -> the article's text. Of a whole page, Readability keeps the article; of a copied part, everything is kept.
 *
 * Nothing in the document runs, loads or is drawn. 、 and 。 count like commas for Readability, which is the code of
 * Firefox's reader view. Source: https://github.com/mozilla/readability.
 */
import { Readability } from "@mozilla/readability";

import { blockText, hidden } from "./blocks.js";
import { parse } from "./dom.js";
import { unbroken, unwrapped } from "./join.js";
import { removeFurniture } from "./site.js";

/** @typedef {{text: string, whole: string}} Reading whole: with everything outside the article */

// With fewer characters Readability tries again; its default of 500 is for languages with longer words.
const FEWEST = 160;
// With more elements Readability is too slow, because it compares elements with each other; all text is kept then.
const MOST_ELEMENTS = 5000;
// With a larger share of text in links, the markup is a page and not part of an article.
const MOST_LINKED = 0.2;
// With a smaller share of the text that is left without the site's furniture, the article was probably missed.
const LEAST_KEPT = 0.4;
const PAGE = "nav, header, footer, aside, form, article, main, [role=navigation], [role=banner], [class*=paywall]";

// Elements that may be a headline, and the fewest characters of one that the title repeats.
const TITLES = "h1, h2, h3, b, strong, font, [class*=title], [class*=headline]";
const SHORTEST_TITLE = 6;
// Of a copied page, which has no title.
const NAMED = "[itemprop=headline], [class*=entry-title], [class*=article-title], [class*=post-title]";

/** @extends {Readability<Element>} */
class JapaneseReadability extends Readability {
  REGEXPS = {
    .../** @type {{REGEXPS: Record<string, RegExp>}} */ (/** @type {unknown} */ (Readability.prototype)).REGEXPS,
    commas: /[,،﹐︐︑⹁⸴⸲，、。]/g,
  };
}

/** @param {string} text */
const squeezed = (text) => text.replace(/\s/g, "");

/** @param {string} text */
const size = (text) => squeezed(text).length;

/** Return text in one line, with the ideographic spaces of the author. @param {string} text */
const line = (text) => text.replace(/[\t\n\f\r ]+/g, " ").trim();

/** @param {Element} body */
function isPage(body) {
  if (body.querySelector(PAGE)) return true;
  const linked = Array.from(body.querySelectorAll("a[href]"), (link) => size(link.textContent ?? ""));
  return linked.reduce((sum, length) => sum + length, 0) > size(body.textContent ?? "") * MOST_LINKED;
}

/** Remove what is never read, and the marks of references. @param {Document} page */
function clean(page) {
  for (const element of page.querySelectorAll("noscript, script, style, template, rt, rp")) element.remove();
  for (const element of page.querySelectorAll("[style], [hidden]")) if (hidden(element)) element.remove();
  for (const mark of page.querySelectorAll("sup")) {
    if (/^\s*\[.{1,12}\]\s*$/.test(mark.textContent ?? "")) mark.remove();
  }
}

/**
 * Return the page's headline: its only h1, or the longest element that its title repeats, beside the site's name.
 * @param {Document} page
 */
function headline(page) {
  const found = Array.from(page.querySelectorAll("h1"), (one) => line(one.textContent ?? ""));
  const [only, ...others] = found.filter((text) => text);
  if (only && !others.length) return only;
  const title = squeezed(page.title);
  const repeated = Array.from(page.querySelectorAll(TITLES), (one) => line(one.textContent ?? "")).filter(
    (text) => size(text) >= SHORTEST_TITLE && title.includes(squeezed(text)),
  );
  return (
    repeated.reduce((best, text) => (size(text) > size(best) ? text : best), "") ||
    page.title ||
    line(page.querySelector(NAMED)?.textContent ?? "")
  );
}

/** @param {Document} page its nodes are used up @returns {string} */
function mainText(page) {
  if (page.querySelectorAll("*").length > MOST_ELEMENTS) return "";
  const options = { charThreshold: FEWEST, serializer: (/** @type {Node} */ node) => /** @type {Element} */ (node) };
  const found = new JapaneseReadability(page, options).parse();
  return found?.content ? blockText(found.content) : "";
}

/** Join the lines of a text that are broken at a width or for their looks. @param {string} text */
function joined(text) {
  const lines = text.split(/\n+/);
  const whole = unbroken(unwrapped(lines));
  return whole.length < lines.length ? whole.join("\n\n") : text;
}

/** Return a text with its headline as the first line. @param {string} title @param {string} text */
const underHeadline = (title, text) =>
  title && !squeezed(text).startsWith(squeezed(title)) ? `${title}\n\n${text}` : text;

/**
 * Return the text of a page or of a part of one.
 * @param {string} markup
 * @returns {Reading}
 */
export function readHtml(markup) {
  const page = parse(markup);
  clean(page);
  const whole = blockText(page.body);
  const title = headline(page);
  const isWhole = isPage(page.body);
  removeFurniture(page.body);
  const rest = blockText(page.body) || whole;
  const main = isWhole ? mainText(page) : "";
  const text = size(main) >= size(rest) * LEAST_KEPT ? main : rest;
  return { text: underHeadline(title, joined(text)), whole };
}
