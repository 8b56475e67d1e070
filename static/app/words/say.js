/**
 * The page's sentences in the reader's language, by key.
 *
 * They are in `ja.json` and `en.json`, one section for each part of the page. The build puts each section in the
 * place of `__WORDS__.<section>`, so that a script that loads late brings its own words with it. In both languages
 * the field is called 記事 and the list AI要約: other programs find them by these names.
 */
import { fill } from "../../shared/text.js";
import { language } from "./language.js";

const numbers = new Intl.NumberFormat(language);

/**
 * @template {string} K
 * @template {string} L
 * @param {Json<{ja: Readonly<Record<K, string>>, en: Readonly<Record<L, string>>}>} section
 * @returns {Readonly<Record<K & L, string>>}
 */
const inLanguage = (section) => JSON.parse(section)[language];

/**
 * @template {string} K
 * @param {Readonly<Record<K, string>>} words
 */
function sentences(words) {
  /**
   * @param {K} key
   * @param {Record<string, string | number>} [values] for the places in braces; numbers are written as the language does
   */
  return (key, values = {}) =>
    fill(words[key], values, (value) => (typeof value === "number" ? numbers.format(value) : value));
}

/**
 * Return the function that says the sentences of one section.
 * @template {string} K
 * @template {string} L
 * @param {Json<{ja: Readonly<Record<K, string>>, en: Readonly<Record<L, string>>}>} section
 */
export const speaker = (section) => sentences(inLanguage(section));

export const say = speaker(__WORDS__.page);

/** Return a share (0..1) as a percentage. A small one is not called 0%. @param {number} share */
export const percent = (share) =>
  share > 0 && share < 0.01 ? say("underOnePercent") : say("percent", { count: Math.round(share * 100) });

const errors = inLanguage(__WORDS__.errors);
const sayKnown = sentences(errors);

/**
 * Return the sentence for an error code of the page or the engine.
 * @param {string} code
 * @param {Record<string, string | number>} [values]
 * @param {string} [message] for a code that the page does not know
 */
export const sayError = (code, values = {}, message = "") =>
  code in errors ? sayKnown(/** @type {keyof typeof errors} */ (code), values) : message || sayKnown("unknown");
