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
/** Share of kana up to which Chinese text only quotes Japanese. */
const MOST_KANA_QUOTED = 0.2;
/** Most Han letters of a Japanese text without kana, such as a headline or a list of names. */
const MOST_HAN_ALONE = 20;
/** Characters that are frequent in Chinese and that Japanese does not use. */
const CHINESE = /[这這们們说說没沒吗嗎您她]/u;

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
  const chinese = CHINESE.test(text);
  if (kana >= (chinese ? MOST_KANA_QUOTED : LEAST_KANA) * letters) return "ja";
  if (han <= latin) return "en";
  return chinese || han > MOST_HAN_ALONE ? undefined : "ja";
}
