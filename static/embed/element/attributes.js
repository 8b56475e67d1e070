/** What the attributes of a <youten-box> ask for. Impossible values count as absent. */
import { languageFor } from "../words/say.js";
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

/** Return the language of the box's own words. @param {Element} box @returns {Language} */
export const wordsOf = (box) =>
  languageFor(box.getAttribute("ui-lang") || box.closest("[lang]")?.getAttribute("lang") || navigator.language);

/**
 * Return the options for the engine.
 * @param {Element} box
 * @returns {Options & {sentences: number, lang: Language}}
 */
export function optionsOf(box) {
  const maxChars = number(box, "max-chars", Number.MAX_SAFE_INTEGER);
  return {
    sentences: number(box, "sentences", MOST_SENTENCES) ?? USUAL_SENTENCES,
    ...(maxChars && { maxChars }),
    lang: wordsOf(box),
  };
}

/** The box and the hosts of the shadow trees that it is in, from the inside. @param {Element} box */
function hostsOf(box) {
  const hosts = [box];
  for (let root = box.getRootNode(); "host" in root;) {
    const host = /** @type {ShadowRoot} */ (root).host;
    hosts.push(host);
    root = host.getRootNode();
  }
  return hosts;
}

/**
 * @template T
 * @param {Element[]} hosts
 * @param {(host: Element) => T | null | undefined} find
 */
function first(hosts, find) {
  for (const host of hosts) {
    const found = find(host);
    if (found) return found;
  }
  return undefined;
}

/** @param {Element} host */
const treeOf = (host) => /** @type {Document | ShadowRoot} */ (host.getRootNode());

/** The trees that a box is in, from the inside. @param {Element} box */
export const treesOf = (box) => hostsOf(box).map(treeOf);

/** @type {WeakMap<Element, Element>} box -> the article that a script has named */
const assigned = new WeakMap();

/** Name the article of a box, instead of a selector. @param {Element} box @param {Element | null | undefined} article */
export function assignArticle(box, article) {
  if (article) assigned.set(box, article);
  else assigned.delete(box);
}

/**
 * Return the article that the box is for, if there is one, in its own tree or in one around that.
 * @param {Element} box connected
 * @returns {Element | undefined}
 */
export function articleOf(box) {
  const named = assigned.get(box);
  if (named?.isConnected) return named;
  const selector = box.getAttribute("for");
  const hosts = hostsOf(box);
  if (!selector)
    return first(hosts, (host) => host.closest("article")) ?? first(hosts, (host) => findArticle(treeOf(host)));
  try {
    return first(hosts, (host) => treeOf(host).querySelector(selector));
  } catch {
    return undefined; // not a valid selector
  }
}

/** Return the theme, or undefined where it follows the page. @param {Element} box */
export const themeOf = (box) => THEMES.find((theme) => theme === box.getAttribute("theme"));

/** @param {Element} box @returns {"list" | "paragraph"} */
export const formatOf = (box) => (box.getAttribute("format") === "paragraph" ? "paragraph" : "list");
