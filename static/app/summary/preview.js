/**
 * The article's first sentences, shown marked as 仮 until the engine answers.
 *
 * A rough reading in one pass over the beginning of the text: a line is body text if it has a full stop outside
 * brackets and does not begin like a subhead. The real reading is Python's (py/youten/reading).
 */

import { lines } from "../article/lines.js";

// Every article has three sentences in a shorter part; UTF-16 code units.
const HORIZON = 20_000;
const STOPS = "。！？!?";
const OPENING = "「『（(【〈《［[";
const CLOSING = "」』）)】〉》］]";
// Lines with such beginnings are subheads or list items, unless they are long: then somebody speaks in them.
const MARKED = /^[◇◆■□▼▲●○【・]/u;
const SUBHEAD = /^(?:[◇◆■□▼▲●○【]|##|[0-9０-９]{1,2}[.．\s])/u;
const MARKDOWN = /^#+\s+/;
const LONGEST_MARKED = 30;
// Captions, notes, headings.
const NO_BODY = /^[※#＃©]|^(?:写真|図|表)[=＝：:]/u;
// A shorter line that is no sentence is never shown in the place of one; a longer one is running text.
const LEAST_FRAGMENT = 12;
const LEAST_BODY = 40;

/** @param {string} character "" at the end of a line */
const isStop = (character) => character !== "" && STOPS.includes(character);

/**
 * Whether a full stop ends a sentence of words with spaces between them.
 * @param {string} line
 * @param {number} start of the sentence
 * @param {number} index of the full stop
 */
const isPeriod = (line, start, index) =>
  line.charAt(index) === "." && !/\S/.test(line.charAt(index + 1)) && /\S\s+\S/.test(line.slice(start, index));

/**
 * Return the sentences of one line; text after the last full stop is not a sentence.
 * @param {string} line
 */
function sentences(line) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ((isStop(character) && !isStop(line.charAt(index + 1))) || isPeriod(line, start, index))) {
      found.push(line.slice(start, index + 1).trim());
      start = index + 1;
    }
  }
  return found.filter((sentence) => sentence.length > 1);
}

/** @param {string} line without white space around it */
const bodySentences = (line) =>
  NO_BODY.test(line) || (MARKED.test(line) && line.length <= LONGEST_MARKED) ? [] : sentences(line);

/**
 * Return the first `count` sentences of the running text, whether there are more, and the first line if it looks like
 * a headline. Where the sentences are too few, lines without a full stop are among them, as in the summary.
 * @param {string} text
 * @param {number} count
 */
export function opening(text, count) {
  const beginning = text.slice(0, HORIZON).split("\n");
  const filled = beginning.map((line) => line.trim()).filter(Boolean);
  const [first = ""] = filled;
  const title = filled.length > 1 && !bodySentences(first).length ? first : "";
  const body = title ? filled.slice(1) : filled;
  const found = body.map(bodySentences);
  let missing = count - found.flat().length;
  const shown = found.flatMap((sentences, index) => {
    const line = body[index] ?? "";
    if (sentences.length || missing <= 0 || line.length < LEAST_FRAGMENT) return sentences;
    missing -= 1;
    return [line];
  });
  return { title: title.replace(MARKDOWN, ""), sentences: shown.slice(0, count), more: shown.length > count };
}

/**
 * Guess the roles of the lines, so that the article does not change its shape when the engine's roles arrive.
 * @param {string} text
 */
export function roughRoles(text) {
  const roles = [];
  for (const { start, end } of lines(text)) {
    const line = text.slice(start, end).trim();
    if (!line || line.length >= LEAST_BODY || bodySentences(line).length) continue;
    roles.push({ start, end, role: SUBHEAD.test(line) ? "subhead" : "furniture" });
  }
  return roles;
}
