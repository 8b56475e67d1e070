/**
 * Messages between a host page and our frame in it. No state.
 *
 *     host page  -- window.postMessage, once: {youten, version, type: "connect"} and a port -->  frame.html
 *     host page  <-- MessagePort -->  frame.html  <-- see engine/protocol.js -->  engine.html
 *
 * The two may come from different servers and be years apart, so every field is checked on arrival, and messages that
 * do not fit are dropped silently. Offsets count UTF-16 code units of the text that was sent.
 */

/** Namespace of every message that travels through `window`. */
export const NAMESPACE = "youten-embed";

/** Version of these messages. frame.html understands every version that was ever published. */
export const VERSION = 1;

/** Longest text that is accepted; UTF-16 code units. */
export const LONGEST_TEXT = 1_000_000;

/** Longest title and focus; UTF-16 code units. */
export const LONGEST_LINE = 500;

/** Requests of one page that may wait at the same time. */
export const MOST_REQUESTS = 64;

/** Heights that a frame may ask for; CSS pixels. */
export const HEIGHTS = /** @type {const} */ ([80, 4000]);

/** @typedef {import("../engine/protocol.js").Summary} Summary */

/**
 * @typedef {object} Options
 * @property {number} [sentences] 1 to 10
 * @property {number} [maxChars]
 * @property {"ja" | "en"} [lang] of notices and errors
 * @property {boolean} [headline] one line as well
 * @property {boolean} [squeeze] shorten by riskier rules too
 * @property {boolean} [whole] sentences as they are written
 * @property {string} [focus]
 */

/**
 * From the host page. Every "summarize" gets exactly one "result" or "error", unless it is cancelled.
 * @typedef {{type: "summarize", id: number, text: string, title: string, options: Options}
 *   | {type: "cancel", id: number}} Request
 */

/**
 * From the frame. `stage` "download" has a value from 0 to 1; "start" always has 0.
 * @typedef {{type: "hello", version: number, engine: string}
 *   | {type: "stage", stage: "download" | "start", value: number}
 *   | {type: "ready"}
 *   | {type: "failed", code: string}
 *   | {type: "progress", id: number, value: number}
 *   | {type: "result", id: number, summary: Summary}
 *   | {type: "error", id: number, code: string, message: string}} Report
 */

/** @typedef {Record<string, unknown>} Fields */

/** @param {unknown} value @returns {value is Fields} */
const isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isId = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) > 0;

/** @param {unknown} value */
const isFraction = (value) => typeof value === "number" && value >= 0 && value <= 1;

/** @param {unknown} value @param {number} longest */
const isText = (value, longest) => typeof value === "string" && value.length <= longest;

/** Option -> whether a value is valid. Unknown options are ignored. */
const OPTIONS = {
  sentences: (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10,
  maxChars: isId,
  lang: (/** @type {unknown} */ value) => value === "ja" || value === "en",
  headline: (/** @type {unknown} */ value) => typeof value === "boolean",
  squeeze: (/** @type {unknown} */ value) => typeof value === "boolean",
  whole: (/** @type {unknown} */ value) => typeof value === "boolean",
  focus: (/** @type {unknown} */ value) => isText(value, LONGEST_LINE),
};

/**
 * Return the known options; undefined if one of them is invalid.
 * @param {unknown} given
 * @returns {Options | undefined}
 */
function optionsFrom(given) {
  if (!isFields(given)) return undefined;
  const known = Object.entries(OPTIONS).filter(([name]) => given[name] !== undefined);
  if (!known.every(([name, fits]) => fits(given[name]))) return undefined;
  return Object.fromEntries(known.map(([name]) => [name, given[name]]));
}

/**
 * Return the request that a message is, with known fields only; undefined if it is not a request.
 * @param {unknown} data
 * @returns {Request | undefined}
 */
export function requestFrom(data) {
  if (!isFields(data)) return undefined;
  const { type, id, text, title, options } = data;
  if (!isId(id)) return undefined;
  if (type === "cancel") return { type, id: Number(id) };
  const known = optionsFrom(options);
  if (type !== "summarize" || !known || !isText(text, LONGEST_TEXT) || !isText(title, LONGEST_LINE)) return undefined;
  return { type, id: Number(id), text: String(text), title: String(title), options: known };
}

/** @param {unknown} value */
const isSpan = (value) =>
  isFields(value) &&
  typeof value["text"] === "string" &&
  Number.isInteger(value["start"]) &&
  Number.isInteger(value["end"]);

/** @param {unknown} value */
const isSummary = (value) =>
  isFields(value) &&
  Array.isArray(value["sentences"]) &&
  value["sentences"].every(isSpan) &&
  Array.isArray(value["notices"]);

/** Type of a report -> whether its fields are valid. */
const REPORTS = /** @type {Record<string, (data: Fields) => boolean>} */ ({
  hello: ({ version, engine }) => isId(version) && isText(engine, 100),
  stage: ({ stage, value }) => (stage === "download" || stage === "start") && isFraction(value),
  ready: () => true,
  failed: ({ code }) => isText(code, 100),
  progress: ({ id, value }) => isId(id) && isFraction(value),
  result: ({ id, summary }) => isId(id) && isSummary(summary),
  error: ({ id, code, message }) => isId(id) && isText(code, 100) && isText(message, 1000),
});

/**
 * Return the report that a message is; undefined if it is not a report.
 * @param {unknown} data
 * @returns {Report | undefined}
 */
export function reportFrom(data) {
  if (!isFields(data) || typeof data["type"] !== "string" || !Object.hasOwn(REPORTS, data["type"])) return undefined;
  return REPORTS[data["type"]]?.(data) ? /** @type {Report} */ (/** @type {unknown} */ (data)) : undefined;
}

/**
 * Whether a message through `window` is ours, of this version and type.
 * @param {unknown} data
 * @param {string} type
 * @returns {data is Fields}
 */
export const isOurs = (data, type) =>
  isFields(data) && data["youten"] === NAMESPACE && data["version"] === VERSION && data["type"] === type;
