/**
 * Turns a summary of the engine into the text for a type, a format and a length.
 *
 * Source: https://webmachinelearning.github.io/writing-assistance-apis/#summarizer-options. Sentences are chosen,
 * never written; docs/summarizer-api.md says how close that comes to each type.
 */

import { wellFormed } from "../../shared/text.js";

/** @typedef {import("./options.js").CreateOptions} CreateOptions */
/** @typedef {import("./options.js").Length} Length */
/** @typedef {import("../protocol.js").Options} EngineOptions */
/** @typedef {import("../protocol.js").Summary} Summary */
/** @typedef {Summary & {headline?: {text: string} | null}} WithHeadline */

/** Sentences of each type and length: "1 sentence", "1 short paragraph", "3, 5, 7 bullet points" … */
const SENTENCES = {
  tldr: { short: 1, medium: 3, long: 5 },
  teaser: { short: 1, medium: 2, long: 4 },
  "key-points": { short: 3, medium: 5, long: 7 },
  headline: { short: 1, medium: 1, long: 1 },
};
/** Most words of a headline, if possible. */
const WORDS = { short: 12, medium: 17, long: 22 };
/** The engine uses this much of a context; characters. */
const LONGEST_FOCUS = 100;

/**
 * Return the options for the engine.
 * @param {Pick<CreateOptions, "type" | "length" | "sharedContext">} options
 * @param {string | undefined} context
 * @returns {EngineOptions}
 */
export function engineOptions({ type, length, sharedContext }, context) {
  const focus = Array.from(wellFormed([context, sharedContext].filter(Boolean).join(" ")));
  return {
    sentences: SENTENCES[type][length],
    ...(focus.length > 0 && { focus: focus.slice(0, LONGEST_FOCUS).join("") }),
    ...(type === "headline" && { headline: true }),
    ...(type === "teaser" && { squeeze: true }),
  };
}

/** @param {string} text */
function words(text) {
  if (!Intl.Segmenter) return Math.ceil(text.length / 2);
  const segments = new Intl.Segmenter("ja", { granularity: "word" }).segment(text);
  return Array.from(segments).filter(({ isWordLike }) => isWordLike).length;
}

/**
 * Return a headline: the article's own, the engine's, or the best sentence without its full stop; the first that is
 * short enough, so that a longer one is never about something else than a shorter one.
 * @param {WithHeadline} summary
 * @param {Length} length
 */
function headline({ headline: line, title, sentences }, length) {
  const bare = sentences.map(({ text }) => text.replace(/[。.]$/, ""));
  const lines = [title, line?.text ?? "", ...bare].filter(Boolean);
  const shortest = [...lines].sort((a, b) => a.length - b.length)[0];
  return lines.find((text) => words(text) <= WORDS[length]) ?? shortest ?? "";
}

/** Escape what CommonMark would read as markup in one line. @param {string} text */
const escaped = (text) =>
  text
    .replace(/[\\`*_[\]<>&~|#]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");

/**
 * Return the text in the pieces in which it is streamed.
 * @param {WithHeadline} summary
 * @param {Pick<CreateOptions, "type" | "format" | "length">} options
 * @returns {string[]}
 */
export function chunksOf(summary, { type, format, length }) {
  const markdown = format === "markdown";
  const line = (/** @type {string} */ text) => {
    const flat = text.replace(/\s*\n\s*/g, " ");
    return markdown ? escaped(flat) : flat;
  };
  if (type === "headline") return [line(headline(summary, length))].filter(Boolean);
  const sentences = summary.sentences.map(({ text }) => line(text));
  if (type !== "key-points") {
    return sentences.map((text, index) => (index && /[!-~]$/.test(sentences[index - 1] ?? "") ? ` ${text}` : text));
  }
  return sentences.map((text, index) => (index ? "\n" : "") + (markdown ? `- ${text}` : text));
}
