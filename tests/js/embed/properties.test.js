/** Properties of <youten-box> beside its attributes. */
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { applyEarly, defineProperties, isOn } from "../../../static/embed/element/properties.js";

/** As much of an element as attributes need. */
class Box {
  /** @type {Map<string, string>} */
  attributes = new Map();

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.attributes.has(name);
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.attributes.delete(name);
  }
}
defineProperties(Box.prototype);

/** @returns {any} */
const made = () => new Box();

/** @type {[property: string, value: unknown, attribute: string, text: string | null, read: unknown][]} */
const PROPERTIES = [
  ["sentences", 2, "sentences", "2", 2],
  ["sentences", "5", "sentences", "5", 5],
  ["sentences", "many", "sentences", "many", null],
  ["sentences", null, "sentences", null, null],
  ["maxChars", 0, "max-chars", "0", 0],
  ["htmlFor", "#main", "for", "#main", "#main"],
  ["uiLang", undefined, "ui-lang", null, ""],
  ["highlight", true, "highlight", "", true],
  ["highlight", false, "highlight", null, false],
];

for (const [property, value, attribute, text, read] of PROPERTIES) {
  test(`${property} = ${JSON.stringify(value)}`, () => {
    const box = made();
    box.setAttribute(attribute, "old");
    box[property] = value;
    deepEqual([box.getAttribute(attribute), box[property]], [text, read]);
  });
}

test("an attribute that is on or off", () => {
  const box = made();
  equal(isOn(box, "highlight"), false);
  for (const [value, on] of [
    ["", true],
    ["true", true],
    ["highlight", true],
    ["false", false],
  ]) {
    box.setAttribute("highlight", value);
    equal(isOn(box, "highlight"), on, String(value));
  }
});

test("properties from before the definition are applied", () => {
  const box = made();
  Object.defineProperty(box, "sentences", { value: 1, writable: true, configurable: true, enumerable: true });
  applyEarly(box);
  deepEqual([box.getAttribute("sentences"), Object.hasOwn(box, "sentences")], ["1", false]);
});
