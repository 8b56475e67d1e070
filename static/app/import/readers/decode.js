/**
 * Bytes of a text file -> text, in any of the usual encodings of Japanese text.
 *
 * Gives the same encoding and text as `py/youten/documents/encoding.py`, which says why; both are tested with
 * `tests/encodings/table.json`. The decoders are the browser's own.
 * Source: https://encoding.spec.whatwg.org/.
 */
import { ReadError } from "./errors.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

// Bytes in which a declaration counts. Browsers look at 1024, but some pages declare it later.
const HEAD = 4096;
// Bytes from the first that is not ASCII; more would not change the result.
const SAMPLE = 65_536;
// Share of control bytes with which a file is not text.
const MOST_CONTROLS = 0.01;
// Share of undecodable characters: single bytes damaged, or characters of a later standard.
const MOST_LOST = 0.02;

const MARKS = /** @type {const} */ ([
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
]);
const GUESSES = ["utf-8", "shift_jis", "euc-jp"];
// Believed where nothing is known to the contrary: too few kana to tell.
const DECLARED = [...GUESSES, "windows-1252"];
const WIDE_GUESSES = ["utf-16le", "utf-16be"];

/**
 * @param {Bytes} bytes
 * @param {string} label
 * @param {TextDecoderOptions} [options]
 */
const decoded = (bytes, label, options = {}) =>
  new TextDecoder(label, options).decode(bytes, { stream: !!options.fatal });

/** @param {Bytes} bytes a sample, which may end within a character */
function isUtf8(bytes) {
  try {
    decoded(bytes, "utf-8", { fatal: true });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @param {RegExp} characters */
const count = (text, characters) => text.match(characters)?.length ?? 0;

/** Rate how Japanese a text is; without kana it is so by chance. @param {string} text */
function likeness(text) {
  if (!/[ぁ-んァ-ヶ]/.test(text)) return 0;
  const good = 2 * count(text, /[ぁ-んー。、]/g) + count(text, /[ァ-ヶ一-龠々]/g);
  const worse = /[^\P{Cc}\t-\r]|[\uE000-\uF8FF\uFFFD]/gu;
  return good - count(text, /[｡-ﾟ]/g) - 5 * count(text, worse);
}

/** @param {Bytes} bytes */
const marked = (bytes) => MARKS.find(([mark]) => mark.every((byte, place) => bytes[place] === byte))?.[1];

/** Return the encoding that a page declares. @param {string} head */
function declared(head) {
  const said = /<meta[^<>]*?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^<>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  try {
    return said && new TextDecoder(said[1] ?? said[2]).encoding;
  } catch {
    return undefined;
  }
}

/** Return whether escapes switch to JIS X 0208 in a text of 7 bits. @param {string} text */
const isJis = (text) => text.includes("\x1b$B") || text.includes("\x1b$@");

/**
 * Return the encoding of a file; throw a ReadError if it is not text.
 * @param {Bytes} bytes
 */
export function detect(bytes) {
  const mark = marked(bytes);
  if (mark) return mark;
  const first = bytes.findIndex((byte) => byte > 0x7f || !byte);
  if ((first < 0 || !bytes[first]) && isJis(decoded(bytes, "latin1"))) return "iso-2022-jp";
  const begin = first < 0 ? bytes.length : first - (first % 2);
  const sample = bytes.subarray(begin, begin + SAMPLE);
  const head = bytes.subarray(0, SAMPLE);
  const controls = head.filter((byte) => (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) || byte === 0x7f);
  const binary = controls.length > MOST_CONTROLS * head.length;
  if (!binary && isUtf8(sample)) return "utf-8";
  const said = declared(decoded(bytes.subarray(0, HEAD), "latin1"));
  const scored = (binary ? WIDE_GUESSES : GUESSES).map((label) => ({
    label,
    score: likeness(new TextDecoder(label).decode(sample, { stream: true })) + (label === said ? 0.5 : 0),
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score >= 1) return best.label;
  if (said && !binary && DECLARED.includes(said) && !decoded(sample, said).includes("\uFFFD")) return said;
  throw new ReadError(binary ? "file_unsupported" : "file_encoding");
}

/**
 * Return the text of a file, U+FFFD for what cannot be decoded; throw a ReadError if it is not text.
 * @param {Bytes} bytes
 */
export function decode(bytes) {
  const text = decoded(bytes, detect(bytes));
  if (count(text, /\uFFFD/g) > text.length * MOST_LOST + 1) throw new ReadError("file_encoding");
  return text.replace(/\r\n?/g, "\n");
}
