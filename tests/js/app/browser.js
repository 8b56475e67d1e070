/** What a browser and the build define, for modules that are tested in Node. Import it before them. */
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../../static/app/words/", import.meta.url);
const [ja, en] = ["ja", "en"].map((language) => JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), "utf8")));

/** Storage as a browser has it, in memory. */
export class MemoryStorage {
  /** @type {Map<string, string>} */
  #entries = new Map();
  getItem = (/** @type {string} */ key) => this.#entries.get(key) ?? null;
  setItem = (/** @type {string} */ key, /** @type {string} */ value) => void this.#entries.set(key, String(value));
  removeItem = (/** @type {string} */ key) => void this.#entries.delete(key);
}

/**
 * Define a global, in the place of one that Node may have.
 * @param {string} name
 * @param {unknown} value
 */
export const define = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

define("localStorage", new MemoryStorage());
define("sessionStorage", new MemoryStorage());
define("navigator", { language: "ja" });
define("document", { baseURI: "https://example.org/repo/" });
define(
  "__WORDS__",
  Object.fromEntries(Object.keys(ja).map((section) => [section, JSON.stringify({ ja: ja[section], en: en[section] })])),
);
