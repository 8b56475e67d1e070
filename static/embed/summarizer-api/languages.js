/**
 * Language tags: validation, best fit, and what is supported.
 *
 * Source: ECMA-402 (IsStructurallyValidLanguageTag, CanonicalizeUnicodeLocaleId,
 * LookupMatchingLocaleByPrefix as the best fit) and the "Language tags" and "Language availability" sections of
 * https://webmachinelearning.github.io/writing-assistance-apis/.
 */

/**
 * Languages of texts. This is made for Japanese; English text passes the same ranking, without morphology.
 */
const SUPPORTED = ["ja", "en"];

/** Least share of letters in a script of these languages for a text to be in one of them. */
const LEAST_KNOWN = 0.5;
/** Least share of kana in Japanese text, which has 40 to 70 % (py/youten/pipeline.py). */
const LEAST_KANA = 0.05;

/** @param {string} tag @returns {string} throws RangeError for an invalid tag */
export const canonical = (tag) => Intl.getCanonicalLocales(tag)[0] ?? tag;

/** @param {readonly string[]} tags @returns {string[]} canonical, each once, in order */
export const canonicalSet = (tags) => [...new Set(tags.map(canonical))];

/** @param {string} tag canonical @returns {string | undefined} the supported tag that fits it best */
function bestFit(tag) {
  // Extensions (-u-…, -x-…) are ignored.
  const subtags = tag.split(/-[a-wyz0-9]-|-x-/)[0]?.split("-") ?? [];
  for (let length = subtags.length; length > 0; length -= 1) {
    const candidate = subtags.slice(0, length).join("-");
    if (SUPPORTED.includes(candidate)) return candidate;
  }
  return undefined;
}

/**
 * Return the best fits of `tags`, each once; undefined if one of them has none.
 * @param {readonly string[]} tags canonical
 */
export function bestFits(tags) {
  const fits = tags.map(bestFit);
  return fits.every((fit) => fit !== undefined) ? [...new Set(fits)] : undefined;
}

/** @param {string} text @param {RegExp} pattern with the flag g */
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

/**
 * Return the language of a text by its script; undefined if it is not a supported one.
 * @param {string} text
 * @returns {"ja" | "en" | "" | undefined} "" for a text without letters
 */
export function languageOf(text) {
  const letters = count(text, /\p{L}/gu);
  if (!letters) return "";
  const kana = count(text, /[ぁ-ヺー]/g);
  const han = count(text, /\p{Script=Han}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  if (kana + han + latin < LEAST_KNOWN * letters) return undefined;
  return kana >= LEAST_KANA * letters || han > latin ? "ja" : "en";
}
