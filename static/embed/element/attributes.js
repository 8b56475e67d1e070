/** What the attributes of a <youten-box> ask for. Impossible values count as absent. */
import { findArticle } from "./article.js";

/** @typedef {import("../protocol.js").Options} Options */
/** @typedef {import("../words/say.js").Language} Language */

const MOST_SENTENCES = 10;
const USUAL_SENTENCES = 3;
const THEMES = ["light", "dark", "inherit"];

/**
 * @param {Element} box
 * @param {string} name
 * @param {number} most
 */
function number(box, name, most) {
  const value = Number(box.getAttribute(name) ?? "");
  return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
}

/**
 * Return the options for the engine.
 * @param {Element} box
 * @param {Language} lang
 * @returns {Options & {sentences: number}}
 */
export function optionsOf(box, lang) {
  const maxChars = number(box, "max-chars", Number.MAX_SAFE_INTEGER);
  return { sentences: number(box, "sentences", MOST_SENTENCES) ?? USUAL_SENTENCES, ...(maxChars && { maxChars }), lang };
}

/**
 * Return the article that the box is for, if there is one.
 * @param {Element} box
 * @returns {Element | null | undefined}
 */
export function articleOf(box) {
  const selector = box.getAttribute("for");
  if (!selector) return box.closest("article") ?? findArticle(box.ownerDocument);
  try {
    return box.ownerDocument.querySelector(selector);
  } catch {
    return null; // not a valid selector
  }
}

/** Return the theme, or undefined where it follows the page. @param {Element} box */
export const themeOf = (box) => THEMES.find((theme) => theme === box.getAttribute("theme"));

/** @param {Element} box @returns {"list" | "paragraph"} */
export const formatOf = (box) => (box.getAttribute("format") === "paragraph" ? "paragraph" : "list");
