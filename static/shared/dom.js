/** Helpers for building and changing the document. Text only ever becomes text nodes. */

/**
 * Return the element with this id, which the page has.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${kind.name} #${id}`);
  return element;
}

/**
 * Make an element with a class and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className "" for none
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/**
 * Append children one by one: a call has no room for the lines of a long article as its arguments.
 * @template {ParentNode} T
 * @param {T} node
 * @param {Iterable<Node | string>} children
 */
export function appendAll(node, children) {
  for (const child of children) node.append(child);
  return node;
}

/**
 * Keep the text of an element from services of the browser that may send it away: spelling, suggestions, translation.
 * Source: https://html.spec.whatwg.org/multipage/interaction.html#spelling-and-grammar-checking, and what follows there
 * @template {HTMLElement} T
 * @param {T} node
 */
export function keepLocal(node) {
  const off = { spellcheck: "false", writingsuggestions: "false", autocorrect: "off", autocomplete: "off" };
  for (const [name, value] of Object.entries({ ...off, translate: "no" })) node.setAttribute(name, value);
  return node;
}

/**
 * Set the text of an element only where it differs, so that nothing is announced or drawn twice.
 * @param {HTMLElement} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
