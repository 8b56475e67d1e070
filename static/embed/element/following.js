/** Follows the article of a box: what it says now, when it changes, and whether lines that are shown are still in it. */
import { EngineError } from "../../shared/engine-error.js";
import { LONGEST_TEXT } from "../protocol.js";
import { languageOf } from "../summarizer-api/languages.js";
import { speaker } from "../words/say.js";
import { readArticle } from "./article.js";
import { articleOf, optionsOf, treesOf } from "./attributes.js";
import { noteOf, resultOf } from "./result.js";
import { staticResult } from "./static-text.js";

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("./result.js").Result} Result */

/** What a box shows, the reading it belongs to, and the note below. @typedef {{result: Result, reading: Reading | undefined, note: string}} Shown */

// Looks at a page that keeps changing take at most one part in so many of the time; the longest wait for the next, ms.
const SHARE = 20;
const LONGEST_WAIT = 200;

/** Read the article of a box; undefined if there is none, or no text in it. @param {Element} box */
export function readingOf(box) {
  const article = articleOf(box);
  const reading = article && readArticle(article);
  return reading?.text.trim() ? reading : undefined;
}

/** Read the article of a box, or throw an EngineError that says why it cannot be summarised. @param {Element} box */
export function readableOf(box) {
  const reading = readingOf(box);
  if (!reading) throw new EngineError("no_article");
  if (reading.text.length > LONGEST_TEXT) throw new EngineError("too_long");
  if (languageOf(reading.text) === undefined) throw new EngineError("language");
  return reading;
}

/**
 * Return a function that calls `work` at once, or later where it would take too much of the time.
 * @param {() => void} work
 */
export function unhurried(work) {
  let free = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const now = () => {
    timer = undefined;
    const begun = performance.now();
    work();
    const ended = performance.now();
    free = ended + Math.min(LONGEST_WAIT, SHARE * (ended - begun));
  };
  return () => {
    const wait = free - performance.now();
    if (wait <= 0 && timer === undefined) now();
    else timer ??= setTimeout(now, wait);
  };
}

/**
 * Call `look` when the article of a box, or the text inside the box, may have changed, soon.
 * Returns the function that ends this.
 * @param {Element} box connected
 * @param {(inside: boolean) => void} look gets whether something inside the box has changed
 * @returns {() => void}
 */
export function followArticle(box, look) {
  let article = articleOf(box);
  let [inside, over] = [false, false];
  const soon = unhurried(() => {
    if (over) return;
    article = articleOf(box);
    look(inside);
    inside = false;
  });
  /** Whether a change of this node may be one of the article. @param {Node} node */
  const concerns = (node) => !article?.isConnected || article.contains(node) || node.contains(article);
  const observer = new MutationObserver((records) => {
    inside ||= records.some(({ target }) => box.contains(target));
    if (inside || records.some(({ target }) => concerns(target))) soon();
  });
  for (const tree of treesOf(box)) observer.observe(tree, { childList: true, characterData: true, subtree: true });
  return () => {
    over = true;
    observer.disconnect();
  };
}

/**
 * Return a result with its places in a later reading of the article; undefined if a sentence of it is no longer there:
 * then it is another article.
 * @param {Result} result
 * @param {Reading} before
 * @param {Reading} after
 * @returns {Result | undefined}
 */
export function movedTo(result, before, after) {
  if (before.text === after.text) return result;
  const sentences = [];
  for (const sentence of result.sentences) {
    const { start, end, segments } = sentence;
    const by = after.text.indexOf(before.text.slice(start, end)) - start;
    if (start + by < 0) return undefined;
    const moved = segments.map(([from, to]) => /** @type {[number, number]} */ ([from + by, to + by]));
    sentences.push({ ...sentence, start: start + by, end: end + by, segments: moved });
  }
  return { ...result, sentences, text: after.text };
}

/** @param {Result} result */
const isFound = ({ sentences }) => sentences.some(({ start }) => start >= 0);

/**
 * Return what a box shows as a result in a later reading of its article; undefined if that is another article.
 * @param {Element} box
 * @param {Shown} shown
 * @param {Reading} reading
 */
export function resultIn(box, { result, reading: before }, reading) {
  if (before && result.engine) return movedTo(result, before, reading);
  const again = staticResult(box, reading);
  return again && (isFound(again) || !isFound(result)) ? again : undefined;
}

/**
 * Summarise the article of a box; again as long as attributes or the article have changed meanwhile.
 * @param {Element} box
 * @param {ReturnType<typeof import("../embedded-engine.js").engineAt>} engine
 * @param {{signal: AbortSignal, progress: (progress: import("../embedded-engine.js").Progress) => void}} how
 * @returns {Promise<Shown>}
 */
export async function summaryOf(box, engine, how) {
  const before = readableOf(box);
  const options = optionsOf(box);
  const summary = await engine.summarize(before.text, { title: before.title, options, ...how });
  const reading = readingOf(box);
  const same = JSON.stringify(options) === JSON.stringify(optionsOf(box));
  const result = same && reading && movedTo(resultOf(summary, before, engine), before, reading);
  return result ? { result, reading, note: noteOf(summary, speaker(options.lang)) } : summaryOf(box, engine, how);
}

/** Whether two readings come from the same nodes. @param {Reading | undefined} one @param {Reading} other */
export const sameNodes = (one, other) =>
  one?.pieces.length === other.pieces.length &&
  other.pieces.every(({ node }, index) => node === one.pieces[index]?.node);
