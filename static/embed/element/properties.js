/** Properties of <youten-box> beside its attributes: setting one sets the attribute. */

/** Kind -> properties. */
const PROPERTIES = {
  text: ["htmlFor", "format", "load", "theme", "uiLang", "label"],
  number: ["sentences", "maxChars"],
  boolean: ["highlight", "autoUpdate"],
};
// Accessor of the class itself, which has no attribute.
const OTHERS = ["article"];

/** Whether an attribute that is on or off is on. @param {Element} box @param {string} name */
export const isOn = (box, name) => box.hasAttribute(name) && box.getAttribute(name) !== "false";

/** Return the attribute of a property: maxChars, max-chars. @param {string} property */
const attributeOf = (property) =>
  property.replace("htmlF", "f").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * @param {Element} box
 * @param {string} name
 * @param {string} kind
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
  for (const [kind, properties] of Object.entries(PROPERTIES)) {
    for (const property of properties) {
      const name = attributeOf(property);
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
}

/** Apply the properties that were set before the element was defined. @param {Element} box */
export function applyEarly(box) {
  const values = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (box));
  for (const property of [...Object.values(PROPERTIES).flat(), ...OTHERS]) {
    if (!Object.hasOwn(box, property)) continue;
    const value = values[property];
    delete values[property];
    values[property] = value;
  }
}
