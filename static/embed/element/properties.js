/** Properties of <youten-box> beside its attributes: setting one sets the attribute. */

/** Property -> attribute and kind. @type {Record<string, [attribute: string, kind: "text" | "number" | "boolean"]>} */
const PROPERTIES = {
  htmlFor: ["for", "text"],
  sentences: ["sentences", "number"],
  maxChars: ["max-chars", "number"],
  format: ["format", "text"],
  load: ["load", "text"],
  theme: ["theme", "text"],
  uiLang: ["ui-lang", "text"],
  label: ["label", "text"],
  highlight: ["highlight", "boolean"],
  autoUpdate: ["auto-update", "boolean"],
};
// Accessor of the class itself, which has no attribute.
const OTHERS = ["article"];

/** Whether an attribute that is on or off is on. @param {Element} box @param {string} name */
export const isOn = (box, name) => box.hasAttribute(name) && box.getAttribute(name) !== "false";

/**
 * @param {Element} box
 * @param {string} name
 * @param {"text" | "number" | "boolean"} kind
 */
function read(box, name, kind) {
  if (kind === "boolean") return isOn(box, name);
  const value = box.getAttribute(name);
  return kind === "text" ? (value ?? "") : value && Number.isFinite(Number(value)) ? Number(value) : null;
}

/**
 * @param {Element} box
 * @param {string} name
 * @param {unknown} value null, undefined and false remove the attribute
 */
function write(box, name, value) {
  if (value === null || value === undefined || value === false) box.removeAttribute(name);
  else box.setAttribute(name, value === true ? "" : String(value));
}

/** Define the properties. @param {object} prototype of the element */
export function defineProperties(prototype) {
  for (const [property, [name, kind]] of Object.entries(PROPERTIES)) {
    Object.defineProperty(prototype, property, {
      enumerable: true,
      configurable: true,
      /** @this {Element} */
      get() {
        return read(this, name, kind);
      },
      /** @this {Element} @param {unknown} value */
      set(value) {
        write(this, name, value);
      },
    });
  }
}

/** Apply the properties that were set before the element was defined. @param {Element} box */
export function applyEarly(box) {
  const values = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (box));
  for (const property of [...Object.keys(PROPERTIES), ...OTHERS]) {
    if (!Object.hasOwn(box, property)) continue;
    const value = values[property];
    delete values[property];
    values[property] = value;
  }
}
