/**
 * The strings of index.html in English. The build writes the Japanese ones into the page itself.
 *
 * An element names its text by `data-say` and an attribute by `data-say-*`; both are keys of the section `document`.
 */

/** @type {Record<string, string>} */
const ENGLISH = JSON.parse(__WORDS__.document).en;
const ATTRIBUTES = ["placeholder", "aria-label"];
const NAMED = ["[data-say]", ...ATTRIBUTES.map((attribute) => `[data-say-${attribute}]`)].join();

/** @param {string} key as index.html has it; the build has checked it */
const english = (key) => ENGLISH[key] ?? "";

/**
 * Translate one element. Unchanged text is not set again, so that nothing is drawn twice.
 * @param {Element} element
 */
function translateElement(element) {
  const key = element.getAttribute("data-say");
  if (key && element.textContent !== english(key)) element.textContent = english(key);
  for (const attribute of ATTRIBUTES) {
    const named = element.getAttribute(`data-say-${attribute}`);
    if (named) element.setAttribute(attribute, english(named));
  }
}

/**
 * Translate a node and everything below it into English.
 * @param {ParentNode} root
 */
export function translate(root) {
  if (root instanceof Element) translateElement(root);
  for (const element of root.querySelectorAll(NAMED)) translateElement(element);
}
