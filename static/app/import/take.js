/**
 * The last step of every way in: puts the text into the field and says where it came from.
 *
 * A line below the field says what was taken. It has a button that puts the earlier text back, and one that takes the
 * whole page where an article was found in it. After an error the field is as it was.
 */
import { byId, element } from "../../shared/dom.js";
import { addressIn } from "../field/address.js";
import { hasDraft } from "../field/draft.js";
import { putArticle } from "../field/input.js";
import { button } from "../page/button.js";
import { excess, field } from "../page/field.js";
import { announce, complain } from "../page/status.js";
import { ReadError } from "./readers/errors.js";
import { LARGEST_FILE, LARGEST_TEXT, readFile } from "./readers/read.js";
import { say } from "./words.js";

/** @typedef {import("./readers/read.js").Read} Read */

const MEGABYTE = 1_000_000;
// A page that is not much more than its article needs no button for the rest.
const WORTH_ASKING = 1.1;

const note = byId("taken", HTMLElement);

/** Of the last reading: only that one may put its text into the field. */
let running = new AbortController();
/** @type {string | undefined} what the note is about */
let taken;

/**
 * @param {string} sentence "" for none
 * @param {...Node} buttons
 */
export function showNote(sentence, ...buttons) {
  note.replaceChildren(...(sentence ? [element("span", "", sentence), ...buttons] : []));
  note.hidden = !sentence;
  if (sentence) announce(sentence);
}

/** @param {string} text @param {boolean} [told] the note offers the earlier text */
function put(text, told = false) {
  taken = text;
  putArticle(text, { told });
}

/**
 * Put a text into the field.
 * @param {Read} read
 * @param {(count: number) => string} describe where it came from
 * @param {string} name for the sentence when it is too long
 */
export function take({ text, whole = text }, describe, name) {
  const over = excess(text);
  if (over) {
    showNote("");
    complain(say(over.code, { ...over, name }));
    return;
  }
  if (addressIn(text)) {
    showNote("");
    return put(text);
  }
  const before = field.value;
  const undo = () => {
    showNote("");
    put(before, true);
    field.focus();
  };
  const buttons = before.trim() && before !== text ? [button(say("undo"), undo)] : [];
  if (whole.length > text.length * WORTH_ASKING && !excess(whole)) {
    const useWhole = () => {
      showNote("");
      put(whole);
      field.focus();
    };
    buttons.unshift(button(say("useWhole"), useWhole));
  }
  put(text, true);
  showNote(describe(text.length), ...buttons);
}

/**
 * Put a text that came from elsewhere into the field. If there is an article, here or kept from before, the reader is
 * asked first: any site can send a text.
 * @type {typeof take}
 */
export function offer(read, describe, name) {
  const { text } = read;
  if (text === field.value || !(field.value.trim() || hasDraft())) return take(read, describe, name);
  const accept = button(say("replace"), () => take(read, describe, name));
  const decline = button(say("keep"), () => {
    showNote("");
    field.focus();
  });
  taken = undefined;
  showNote(say("mayReplace", { name, count: text.length }), accept, decline);
}

/**
 * @typedef {object} Reading
 * @property {() => boolean} current whether it is still the last one
 * @property {AbortController} stopper ends it
 */

/** Begin a reading, and end the one before. @returns {Reading} */
export function begin() {
  running.abort(new ReadError("stopped"));
  const stopper = new AbortController();
  running = stopper;
  return { current: () => stopper === running, stopper };
}

/** Say that something is being read, with a button that stops it. @param {string} sentence @param {Reading} reading */
export const showReading = (sentence, { stopper }) =>
  showNote(
    sentence,
    button(say("stop"), () => stopper.abort(new ReadError("stopped"))),
  );

/**
 * @param {unknown} error
 * @param {string} name
 * @param {number} bytes
 */
function sentenceFor(error, name, bytes) {
  const code = error instanceof ReadError ? error.code : "file_broken";
  const megabytes = (/** @type {number} */ size) => Math.ceil(size / MEGABYTE);
  const limit = bytes > LARGEST_FILE ? LARGEST_FILE : LARGEST_TEXT;
  return say(code, { name, size: megabytes(bytes), limit: megabytes(limit) });
}

/**
 * Read the first of the files.
 * @param {readonly File[]} files
 * @param {typeof take} [then] with what was read
 */
export async function takeFiles(files, then = take) {
  const [file] = files;
  if (!file) return;
  const reading = begin();
  const { current, stopper } = reading;
  const { name, size } = file;
  complain("");
  showReading(say("reading", { name }), reading);
  try {
    const read = await readFile(file, stopper);
    if (current()) then(read, (count) => say(files.length > 1 ? "tookFirst" : "took", { name, count }), name);
  } catch (error) {
    if (!current()) return;
    console.warn("a file was not read:", error);
    const stopped = error instanceof ReadError && error.code === "stopped";
    showNote(stopped ? say("stopped") : "");
    if (stopped) return;
    complain(sentenceFor(error, name, size));
  }
}

/** Remove the note when its text is changed. */
export function watchNote() {
  field.addEventListener("input", () => {
    if (!note.hidden && taken !== undefined && field.value !== taken) showNote("");
  });
}
