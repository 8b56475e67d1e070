/**
 * Marks the summary's sentences in the host's article without touching its nodes, and scrolls to them.
 *
 * Source: https://drafts.csswg.org/css-highlight-api-1/. Browsers without it show no marks.
 */
import { rangeOf } from "./article.js";
import { HIGHLIGHT } from "./style.js";

/** @type {Map<HTMLElement, readonly Range[]>} box -> its places */
const marked = new Map();

/**
 * Replace the marked places of one box.
 * @param {HTMLElement} box
 * @param {readonly Range[]} ranges
 */
export function mark(box, ranges) {
  marked.delete(box);
  if (ranges.length) marked.set(box, ranges);
  if (typeof Highlight === "undefined" || !CSS.highlights) return;
  if (!CSS.highlights.has("youten") && marked.size) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HIGHLIGHT);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  if (marked.size || CSS.highlights.has("youten")) {
    CSS.highlights.set("youten", new Highlight(...[...marked.values()].flat()));
  }
}

/** Scroll a place to the middle of the window. @param {Range} range */
function scrollTo(range) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { top, height } = range.getBoundingClientRect();
  scrollBy({ top: top - (innerHeight - height) / 2, behavior: calm ? "auto" : "smooth" });
}

/**
 * Return the sentences with their places in the article, where they have one.
 * @param {import("./result.js").Result} result
 * @param {import("./article.js").Reading | undefined} reading
 */
export const linesOf = ({ sentences }, reading) =>
  sentences.map(({ text, start, end }) => {
    const range = reading && start >= 0 ? rangeOf(reading, start, end) : undefined;
    return { text, range, place: range && (() => scrollTo(range)) };
  });
