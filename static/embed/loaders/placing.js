/** Puts boxes where a page's articles need them, and takes away those whose article is gone. */
import { findArticle, isLong } from "../element/article.js";
import { TAG } from "../element/box.js";
import { isOn } from "../element/properties.js";

const BOXES = `${TAG}, aside.youten, div.youten`;
// Marks our boxes, for a page that keeps copies of its markup.
const OURS = "data-auto";
// Attributes of the script that are not those of the box.
const OWN = ["data-target", "data-each", "data-place"];
// How often a box is put back that the page removes from an article which stays.
const MOST_PUTS = 5;

/** @type {Map<Element, HTMLElement>} article -> its box */
const placed = new Map();
/** @type {WeakMap<Element, number>} article -> boxes that it has got */
const puts = new WeakMap();

/** @param {string} selector @param {(selector: string) => Iterable<Element>} find @returns {Element[]} */
function selected(selector, find) {
  try {
    return [...find(selector)];
  } catch {
    console.warn(`youten: no selector: ${selector}`);
    return [];
  }
}

/** @param {Element} script @returns {Element[]} the articles that get a box */
function articles(script) {
  const target = script.getAttribute("data-target");
  if (isOn(script, "data-each")) {
    const found = selected(target || "article", (selector) => document.querySelectorAll(selector));
    return target ? found : found.filter((one) => isLong(one) && !one.parentElement?.closest("article"));
  }
  const found = target ? selected(target, (selector) => document.querySelectorAll(selector))[0] : findArticle(document);
  return found ? [found] : [];
}

/** Whether there is a box for this article which is not ours. @param {Element} article @param {boolean} each */
const hasBox = (article, each) =>
  each
    ? [article.querySelector(BOXES), article.previousElementSibling, article.nextElementSibling].some((one) =>
        one?.matches(BOXES),
      )
    : document.querySelector(BOXES) !== null;

/**
 * @param {HTMLElement} box
 * @param {Element} article
 * @param {string} where "before", "after", a selector or ""
 * @param {boolean} each whether other articles have boxes too
 */
function put(box, article, where, each) {
  if (where === "before") return article.before(box);
  if (where === "after") return article.after(box);
  const find = (/** @type {string} */ selector) => [
    ...article.querySelectorAll(selector),
    ...(each ? [] : document.querySelectorAll(selector)),
  ];
  const slot = where ? selected(where, find)[0] : undefined;
  // An element that is kept free for the box, or one that it follows.
  if (slot) return slot.textContent?.trim() ? slot.after(box) : slot.append(box);
  // Below the headline, as in a newspaper.
  const [first] = article.children;
  if (first?.matches("h1, h2, header, hgroup")) first.after(box);
  else article.prepend(box);
}

/** @param {Element} script @param {Element} article @param {boolean} each */
function add(script, article, each) {
  const count = puts.get(article) ?? 0;
  if (count >= MOST_PUTS) return;
  puts.set(article, count + 1);
  const box = document.createElement(TAG);
  box.article = article;
  box.setAttribute(OURS, "");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-") && !OWN.includes(name)) box.setAttribute(name.slice("data-".length), value);
  }
  placed.set(article, box);
  put(box, article, script.getAttribute("data-place") ?? "", each);
}

/** Give each article its box as the script's attributes say. @param {Element} script */
export function placeBoxes(script) {
  for (const [article, box] of placed) {
    if (article.isConnected && box.isConnected) continue;
    placed.delete(article);
    box.parentNode?.removeChild(box);
  }
  const each = isOn(script, "data-each");
  if (placed.size && !each) return;
  const known = [...placed.values()];
  for (const copy of document.querySelectorAll(`${TAG}[${OURS}]`)) {
    if (!known.includes(/** @type {HTMLElement} */ (copy))) copy.parentNode?.removeChild(copy);
  }
  for (const article of articles(script)) {
    if (!placed.has(article) && !hasBox(article, each)) add(script, article, each);
  }
}
