/**
 * The last step of every way in: puts the text into the field, says where it came from, keeps what was there.
 *
 * A line below the field tells what was taken, with a button that puts the earlier text back, and where an article
 * was cut out of a page, one that takes the whole page instead. What goes wrong is one sentence, and the field
 * stays as it is.
 */
import { byId, element } from "../../shared/dom.js";
import { announce, complain, MOST_CHARACTERS, putArticle } from "../page.js";
import { LARGEST_FILE, readFile } from "./readers/read.js";
import { ReadError } from "./readers/errors.js";
import { say } from "./words.js";

/** @typedef {import("./readers/read.js").Read} Read */

const MEGABYTE = 1_000_000;
// A page that is not much more than its article needs no button for the rest.
const WORTH_ASKING = 1.1;

const field = byId("field", HTMLTextAreaElement);
const note = byId("taken", HTMLElement);

/** Counts the readings begun: only the last one may put its text into the field. */
let latest = 0;
/** @type {string | undefined} what the note is about */
let taken;

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const node = element("button", "button", label);
  node.setAttribute("type", "button");
  node.addEventListener("click", act);
  return node;
}

/**
 * @param {string} sentence "" for none
 * @param {...Node} buttons
 */
export function showNote(sentence, ...buttons) {
  note.replaceChildren(...(sentence ? [element("span", "", sentence), ...buttons] : []));
  note.hidden = !sentence;
  if (sentence) announce(sentence);
}

/** @param {string} text */
function put(text) {
  taken = text;
  putArticle(text);
}

/**
 * Puts a text into the field.
 * @param {Read} read
 * @param {(count: number) => string} describe where it came from
 * @param {string} name for the sentence when it is too long
 */
export function take({ text, whole = text }, describe, name) {
  const limit = MOST_CHARACTERS;
  if (text.length > limit) {
    showNote("");
    complain(say("tooLong", { name, limit, count: text.length }));
    return;
  }
  const before = field.value;
  const undo = () => {
    showNote("");
    put(before);
    field.focus();
  };
  const buttons = before.trim() && before !== text ? [button(say("undo"), undo)] : [];
  if (whole.length > text.length * WORTH_ASKING && whole.length <= limit) {
    const useWhole = () => {
      showNote("");
      put(whole);
      field.focus();
    };
    buttons.unshift(button(say("useWhole"), useWhole));
  }
  put(text);
  showNote(describe(text.length), ...buttons);
}

/** Begins a reading. @returns {() => boolean} whether it is still the last one */
export function begin() {
  const mine = ++latest;
  return () => mine === latest;
}

/**
 * @param {unknown} error
 * @param {string} name
 * @param {number} bytes
 */
function sentenceFor(error, name, bytes) {
  const code = error instanceof ReadError ? error.code : "file_broken";
  const megabytes = (/** @type {number} */ size) => Math.ceil(size / MEGABYTE);
  return say(code, { name, size: megabytes(bytes), limit: megabytes(LARGEST_FILE) });
}

/**
 * Reads the first of the files.
 * @param {readonly File[]} files
 */
export async function takeFiles(files) {
  const [file] = files;
  if (!file) return;
  const current = begin();
  const { name, size } = file;
  complain("");
  showNote(say("reading", { name }));
  try {
    const read = await readFile(file);
    if (current()) take(read, (count) => say(files.length > 1 ? "tookFirst" : "took", { name, count }), name);
  } catch (error) {
    if (!current()) return;
    console.warn("a file was not read:", error);
    showNote("");
    complain(sentenceFor(error, name, size));
  }
}

/** The note goes when the text it is about does. */
export function watchNote() {
  field.addEventListener("input", () => {
    if (!note.hidden && taken !== undefined && field.value !== taken) showNote("");
  });
}
