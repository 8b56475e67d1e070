/**
 * The options of a summarizer, as the dictionaries of
 * https://webmachinelearning.github.io/writing-assistance-apis/#summarizer-api.
 */
import { bestFits, canonical, canonicalSet } from "./languages.js";
import { toCallback, toDictionary, toDOMString, toEnum, toSignal, toStrings } from "./webidl.js";

/** @typedef {"tldr" | "teaser" | "key-points" | "headline"} Type */
/** @typedef {"plain-text" | "markdown"} Format */
/** @typedef {"short" | "medium" | "long"} Length */
/** @typedef {"auto" | "speed" | "capability"} Preference */

/**
 * @typedef {object} CoreOptions
 * @property {Type} type
 * @property {Format} format
 * @property {Length} length
 * @property {Preference} preference
 * @property {string[]} expectedInputLanguages
 * @property {string[]} expectedContextLanguages
 * @property {string} [outputLanguage]
 */

/** @typedef {(monitor: unknown) => unknown} MonitorCallback */

/** @typedef {CoreOptions & {signal?: AbortSignal, monitor?: MonitorCallback, sharedContext?: string}} CreateOptions */

/** @typedef {{signal?: AbortSignal, context?: string}} SummarizeOptions */

const CORE = {
  type: toEnum(/** @type {const} */ (["tldr", "teaser", "key-points", "headline"])),
  format: toEnum(/** @type {const} */ (["plain-text", "markdown"])),
  length: toEnum(/** @type {const} */ (["short", "medium", "long"])),
  preference: toEnum(/** @type {const} */ (["auto", "speed", "capability"])),
  expectedInputLanguages: toStrings,
  expectedContextLanguages: toStrings,
  outputLanguage: toDOMString,
};
const CREATE = { signal: toSignal, monitor: toCallback, sharedContext: toDOMString };
const SUMMARIZE = { signal: toSignal, context: toDOMString };
const DEFAULTS = { type: "key-points", format: "markdown", length: "short", preference: "auto" };

/** @param {unknown} value @returns {CoreOptions} */
export const toCoreOptions = (value) => /** @type {CoreOptions} */ ({ ...DEFAULTS, ...toDictionary(value, [CORE]) });

/** @param {unknown} value @returns {CreateOptions} */
export const toCreateOptions = (value) =>
  /** @type {CreateOptions} */ ({ ...DEFAULTS, ...toDictionary(value, [CORE, CREATE]) });

/** @param {unknown} value @returns {SummarizeOptions} */
export const toSummarizeOptions = (value) => toDictionary(value, [SUMMARIZE]);

/**
 * "Validate and canonicalize summarizer options": throws RangeError for a malformed tag.
 * @template {CoreOptions} T
 * @param {T} options
 * @returns {T}
 */
export function canonicalized(options) {
  const { expectedInputLanguages = [], expectedContextLanguages = [], outputLanguage } = options;
  return {
    ...options,
    expectedInputLanguages: canonicalSet(expectedInputLanguages),
    expectedContextLanguages: canonicalSet(expectedContextLanguages),
    ...(outputLanguage !== undefined && { outputLanguage: canonical(outputLanguage) }),
  };
}

/**
 * Replace every language by its best fit; undefined if one is not supported.
 * @template {CoreOptions} T
 * @param {T} options canonicalized
 * @returns {T | undefined}
 */
export function fitted(options) {
  const { outputLanguage } = options;
  const input = bestFits(options.expectedInputLanguages);
  const context = bestFits(options.expectedContextLanguages);
  const output = bestFits(outputLanguage === undefined ? [] : [outputLanguage]);
  if (!input || !context || !output) return undefined;
  const [language] = output;
  const fits = { expectedInputLanguages: input, expectedContextLanguages: context };
  return { ...options, ...fits, ...(language !== undefined && { outputLanguage: language }) };
}
