/**
 * A summary as the fragment of an address, and back: `#s=1.<base64url of deflate-raw of JSON>`.
 *
 * The fragment stays in the browser: no server sees it. Its contents are untrusted: their size is limited before and
 * during decompression, every field is checked, and they are only shown as text.
 * Source: RFC 4648 section 5, RFC 1951, https://compression.spec.whatwg.org/.
 */

/** @typedef {{text: string, start: number, end: number}} Line place in the article, UTF-16 code units; 0, 0: none */

/**
 * @typedef {object} Shared
 * @property {string} title "" for none
 * @property {Line[]} lines 1 to 10
 * @property {string} article "" if it is not in the link
 * @property {Wish} wish what the summary was asked for, as far as the link says
 */

/** @typedef {Pick<import("../../engine/protocol.js").Options, "sentences" | "maxChars" | "focus" | "whole">} Wish */

/** The version comes first, so that a page of another release can refuse what it does not know. */
const VERSION = "1";
// Characters of the address. Browsers accept megabytes, but programs that pass on links do not.
const LONGEST = 500_000;
// Maximum bytes of JSON after decompression.
const LARGEST = 2_000_000;
const MOST_SENTENCES = 10;
const LONGEST_SENTENCE = 2000;
const LONGEST_TITLE = 300;
const LONGEST_FOCUS = 500;
const MOST_CHARACTERS = 100_000;

/**
 * Return all bytes of a stream; rejects if there are more than `limit`.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} limit bytes
 */
async function collect(stream, limit) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("too much in a link");
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} through
 */
const pass = (bytes, through) => collect(new Blob([bytes]).stream().pipeThrough(through), LARGEST);

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64Url(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/**
 * Return the value of `#s=`.
 * @param {Shared} shared
 */
export async function packLink({ title, lines, article, wish }) {
  const s = lines.map(({ text, start, end }) => (article ? [text, start, end] : text));
  const json = JSON.stringify({ ...(title && { t: title }), s, ...(article && { a: article, o: wish }) });
  const packed = await pass(new TextEncoder().encode(json), new CompressionStream("deflate-raw"));
  return `${VERSION}.${toBase64Url(packed)}`;
}

/**
 * Return text that is safe to show: without controls and characters that change the direction of text around it.
 * @param {unknown} value
 * @param {number} longest UTF-16 code units
 * @returns {string | undefined}
 */
function plain(value, longest) {
  if (typeof value !== "string" || value.length > longest) return undefined;
  return value.replace(/[^\P{C}\n\t\u200c\u200d]/gu, "");
}

/**
 * @param {unknown} given a sentence, or one with its place
 * @param {string} article
 * @returns {Line | undefined}
 */
function checkLine(given, article) {
  const [said, start, end] = Array.isArray(given) ? given : [given, 0, 0];
  const text = plain(said, LONGEST_SENTENCE)?.trim();
  const placed =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= article.length;
  return text && placed ? { text, start, end } : undefined;
}

/**
 * Return the valid ones of the options in a link.
 * @param {any} given
 * @param {number} count of lines
 * @returns {Wish}
 */
function checkWish(given, count) {
  const { sentences, maxChars, focus, whole } = given ?? {};
  const words = plain(focus, LONGEST_FOCUS);
  const isCount = (/** @type {unknown} */ value, /** @type {number} */ most) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
  return {
    sentences: isCount(sentences, MOST_SENTENCES) ? sentences : count,
    ...(isCount(maxChars, MOST_CHARACTERS) && { maxChars }),
    ...(words && { focus: words }),
    ...(whole === true && { whole }),
  };
}

/**
 * @param {any} given
 * @returns {Shared | undefined}
 */
function check(given) {
  if (typeof given !== "object" || given === null || !Array.isArray(given.s)) return undefined;
  if (given.s.length < 1 || given.s.length > MOST_SENTENCES) return undefined;
  const title = plain(given.t ?? "", LONGEST_TITLE);
  // Cleaning would move the offsets; an article that needs it was not made by this page.
  const article = plain(given.a ?? "", LARGEST);
  if (title === undefined || article === undefined || (given.a ?? "") !== article) return undefined;
  const lines = given.s.map((/** @type {unknown} */ one) => checkLine(one, article));
  return lines.every(Boolean) ? { title, lines, article, wish: checkWish(given.o, lines.length) } : undefined;
}

/**
 * Read the value of `#s=`; undefined if it is damaged or has an unknown version.
 * @param {string} value
 * @returns {Promise<Shared | undefined>}
 */
export async function unpackLink(value) {
  const [version, packed, ...rest] = value.split(".");
  if (version !== VERSION || !packed || rest.length || value.length > LONGEST) return undefined;
  try {
    const bytes = await pass(fromBase64Url(packed), new DecompressionStream("deflate-raw"));
    return check(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
