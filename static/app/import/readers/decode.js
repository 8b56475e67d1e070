/**
 * Bytes of a text file -> text, in any of the usual encodings of Japanese text.
 *
 * A byte order mark decides first, then the declaration in HTML, then UTF-8 if the bytes are valid (others hardly ever
 * are), then the encoding that yields the most Japanese. The decoders are the browser's own.
 * Source: https://encoding.spec.whatwg.org/ and https://html.spec.whatwg.org/multipage/parsing.html (prescan).
 */
import { ReadError } from "./errors.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

// Bytes from which an encoding is guessed; more would take time without changing the result.
const SAMPLE = 65_536;
// Bytes in which HTML must declare its encoding. Browsers look at 1024, but some pages declare it later.
const PRESCAN = 4096;
// With a larger share of control characters a file is not text.
const MOST_CONTROLS = 0.01;
// Accepted share of undecodable characters, for a file that was cut in the middle of a character.
const MOST_LOST = 0.005;

const MARKS = /** @type {const} */ ([
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
]);
const ESCAPE = 0x1b;
const GUESSES = ["shift_jis", "euc-jp", "utf-16le", "utf-16be"];

/**
 * @param {Bytes} bytes
 * @param {string} label
 * @param {boolean} [part] the bytes may end in the middle of a character
 * @returns {string | undefined} undefined where the bytes are not of this encoding
 */
function decodeAs(bytes, label, part = false) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: part });
  } catch {
    return undefined;
  }
}

/** @param {string} text @param {RegExp} characters */
const count = (text, characters) => text.match(characters)?.length ?? 0;

/** Count the control characters except line breaks and tabs. @param {string} text */
const controls = (text) => count(text, /[^\P{Cc}\t-\r\x80-\x9f]/gu);

/**
 * Rate how Japanese a text looks, per character. Hiragana counts most, because wrong decoders hardly ever produce it;
 * they produce half-width katakana, private use characters and controls.
 * @param {string} text
 */
function likeness(text) {
  const good = 2 * count(text, /[ぁ-んー。、]/g) + count(text, /[ァ-ヶ一-龠々]/g);
  const bad = 3 * count(text, /[｡-ﾟ]/g) + 5 * (controls(text) + count(text, /[\uE000-\uF8FF\uFFFD]/g));
  return (good - bad) / Math.max(text.length, 1);
}

/** @param {Bytes} bytes */
const marked = (bytes) => MARKS.find(([mark]) => mark.every((byte, place) => bytes[place] === byte))?.[1];

/**
 * Return the encoding that a page declares, if the browser knows it.
 * @param {Bytes} bytes
 */
function declared(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  try {
    const { encoding } = new TextDecoder(label?.[1] ?? label?.[2]);
    // The declaration was found by reading bytes as ASCII, so the page is not UTF-16 even if it says so.
    return label && !encoding.startsWith("utf-16") ? encoding : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Bytes} bytes */
function guessed(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  // ISO-2022-JP is 7-bit text with escapes and would pass as ASCII.
  if (sample.includes(ESCAPE) && decodeAs(sample, "iso-2022-jp", true)) return "iso-2022-jp";
  if (!sample.includes(0) && decodeAs(sample, "utf-8", true) !== undefined) return "utf-8";
  const scored = GUESSES.map((label) => {
    const text = decodeAs(sample, label, true);
    return { label, score: text === undefined ? -Infinity : likeness(text) };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.label : "utf-8";
}

/**
 * Return the text of a file; throw a ReadError if it is not text.
 * @param {Bytes} bytes
 * @param {{html?: boolean}} [options] html: use the encoding that the text names
 */
export function decode(bytes, { html = false } = {}) {
  const label = marked(bytes) ?? (html ? declared(bytes) : undefined) ?? guessed(bytes);
  const text = decodeAs(bytes, label) ?? new TextDecoder(label).decode(bytes);
  if (controls(text) > text.length * MOST_CONTROLS) throw new ReadError("file_unsupported");
  if (count(text, /\uFFFD/g) > text.length * MOST_LOST + 1) throw new ReadError("file_broken");
  return text.replace(/\r\n?/g, "\n");
}
