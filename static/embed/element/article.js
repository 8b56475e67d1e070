/**
 * Finds the article of a page, reads its text, and finds places of the text in the page.
 *
 * Reads text nodes only and causes no layout. Blocks become lines, as in a paste; scripts, navigation, ruby readings
 * and our own box are left out. The engine decides which lines are running text (py/youten/reading).
 */

/**
 * A run of a text node that is a run of the whole text, character by character. UTF-16 code units.
 * @typedef {{node: Text, from: number, start: number, length: number}} Piece
 */
/** @typedef {{text: string, title: string, pieces: readonly Piece[]}} Reading */

const SKIPPED =
  /^(?:script|style|noscript|template|nav|aside|footer|form|button|select|textarea|svg|math|canvas|iframe|object|rt|rp|pre|table|figcaption|youten-box)$/i;
const BLOCKS =
  /^(?:address|article|blockquote|body|d[dlt]|details|div|figure|h[1-6r]|header|li|main|[ou]l|p|section|summary)$/i;
// Where blogs have their articles, in order of preference: marked up as such, usual class names, wide elements.
const PLACES = [
  "[itemprop~=articleBody]",
  ".h-entry .e-content",
  ".entry-content",
  ".post-content",
  ".article-body",
  ".post-body",
  "article",
  "main",
  "[role=main]",
];
// An element with less running text than this is not an article; characters.
const LEAST = 200;

/** @param {Element} element */
const trimmedLength = (element) => element.textContent?.trim().length ?? 0;

/** Length of the running text; of all text where there is none. @param {Element} element */
function lengthOf(element) {
  let sum = 0;
  // Neither Array.from() with a function nor reduce(): old frameworks have replaced them by something else.
  for (const part of element.querySelectorAll("p, li, blockquote")) sum += trimmedLength(part);
  return sum || trimmedLength(element);
}

/** Whether an element has enough text for an article. @param {Element} element */
export const isLong = (element) => lengthOf(element) >= LEAST;

/**
 * Return the element with the page's article; undefined if there is none.
 * @param {ParentNode} root
 * @returns {Element | undefined}
 */
export function findArticle(root) {
  for (const place of PLACES) {
    const found = [...root.querySelectorAll(place)].map((element) => ({ element, length: lengthOf(element) }));
    const best = found.sort((a, b) => b.length - a.length)[0];
    if (best && best.length >= LEAST) return best.element;
  }
  return undefined;
}

/** @param {Element} element */
const isSkipped = (element) =>
  SKIPPED.test(element.tagName) ||
  element.hasAttribute("hidden") ||
  element.getAttribute("aria-hidden") === "true" ||
  element.classList.contains("youten");

/** Collapse white space as a browser does. @param {string} text */
const flat = (text) => text.replace(/[\t\n\f\r ]+/g, " ").trim();

// A line break in the source of a page. It is a space beside a Latin character and nothing elsewhere, as in Japanese
// text that an editor has wrapped.
const SOURCE_BREAK = /[\t ]*[\n\r\f][\t\n\f\r ]*/g;
const isLatin = (/** @type {string} */ character) => /[!-~\u00c0-\u024f]/.test(character);

/** Collects the text of an element, and the position of each run in it. */
class Reader {
  text = "";
  /** @type {Piece[]} */
  pieces = [];

  /** @param {Node} node */
  read(node) {
    for (const child of node.childNodes) {
      // By type: a page may have replaced Element.
      if (child.nodeType === Node.TEXT_NODE) this.#add(/** @type {Text} */ (child));
      else if (child.nodeType === Node.ELEMENT_NODE && !isSkipped(/** @type {Element} */ (child))) {
        this.#enter(/** @type {Element} */ (child));
      }
    }
  }

  /** @param {Text} node */
  #add(node) {
    const { data } = node;
    let from = 0;
    for (const { 0: gap, index } of data.matchAll(SOURCE_BREAK)) {
      this.#copy(node, from, index);
      from = index + gap.length;
      const next = data.charAt(from);
      if (this.text && !this.text.endsWith("\n") && (isLatin(this.text.slice(-1)) || isLatin(next))) this.text += " ";
    }
    this.#copy(node, from, data.length);
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   */
  #copy(node, from, to) {
    if (from === to) return;
    this.pieces.push({ node, from, start: this.text.length, length: to - from });
    this.text += node.data.slice(from, to);
  }

  /** @param {Element} element */
  #enter(element) {
    const tag = element.tagName;
    if (/^br$/i.test(tag)) {
      this.text += "\n";
      return;
    }
    const block = BLOCKS.test(tag);
    if (block) this.#break();
    this.read(element);
    if (block) this.#break();
  }

  #break() {
    if (this.text && !this.text.endsWith("\n\n")) this.text += this.text.endsWith("\n") ? "\n" : "\n\n";
  }
}

/** Return the headline of the article: one inside it, otherwise the page's. @param {Element} article */
function titleOf(article) {
  const page = article.ownerDocument;
  const around = /** @type {Document | ShadowRoot} */ (article.getRootNode());
  const heading =
    article.querySelector("h1, [itemprop~=headline]") ?? around.querySelector("h1") ?? page.querySelector("h1");
  const shared = page.querySelector("meta[property='og:title']")?.getAttribute("content");
  return flat(heading?.textContent || shared || "");
}

/**
 * Read an article.
 * @param {Element} article
 * @returns {Reading}
 */
export function readArticle(article) {
  const reader = new Reader();
  reader.read(article);
  return { text: reader.text, title: titleOf(article), pieces: reader.pieces };
}

/**
 * Return the place in the page of [start, end) of a reading's text; undefined if the page has changed there.
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 * @returns {Range | undefined}
 */
export function rangeOf({ pieces }, start, end) {
  const at = (/** @type {number} */ offset) => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (/** @type {Piece} */ (pieces[middle]).start <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece && { node: piece.node, offset: piece.from + Math.min(offset - piece.start, piece.length) };
  };
  const [from, to] = [at(start), at(end - 1)];
  if (!from || !to || !from.node.isConnected || !to.node.isConnected) return undefined;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, Math.min(to.offset + 1, to.node.data.length));
  return range;
}

// What counts as a sentence for estimating lengths; bounds and default of the estimate, characters.
const SENTENCE = /[^。！？\n]{12,}[。！？]/g;
const [SHORTEST, LONGEST, USUAL] = [24, 80, 45];

/**
 * Estimate the lengths of the summary's sentences: those of the article's first sentences.
 * @param {string} text
 * @param {number} count
 */
export function likelyLengths(text, count) {
  const found = [...text.slice(0, 5000).matchAll(SENTENCE)].slice(0, count).map(([sentence]) => sentence.length);
  return [...Array(count)].map((_, index) => Math.min(LONGEST, Math.max(SHORTEST, found[index] ?? USUAL)));
}
