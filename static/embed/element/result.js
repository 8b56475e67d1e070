/** The detail of "youten-summary", and the note below the sentences. */

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("../protocol.js").Summary} Summary */

/** @typedef {{text: string, start: number, end: number, segments: [number, number][]}} Sentence */

/**
 * Offsets are UTF-16 code units of `text`; of static text they are where the sentence is found, or -1.
 * @typedef {{sentences: Sentence[], text: string, engine: string, version: string}} Result
 */

/** Name the engine and its version. @param {{engine: string}} engine */
export const about = (engine) => ({ engine: "youten", version: engine.engine });

/**
 * Return a summary as the page gets it.
 * @param {Summary} summary
 * @param {Reading} reading
 * @param {{engine: string}} engine
 * @returns {Result}
 */
export function resultOf({ sentences }, { text }, engine) {
  const shown = sentences.map(({ text: line, start, end, segments }) => ({ text: line, start, end, segments }));
  return { sentences: shown, text, ...about(engine) };
}

/**
 * Return the note: the engine's first notice, or the lengths.
 * @param {Summary} summary
 * @param {import("../words/say.js").Say} say
 */
export function noteOf({ sentences, notices, articleChars, summaryChars, compressionRate }, say) {
  const [notice] = notices;
  if (notice) return notice.message;
  if (!sentences.length) return say("empty");
  return say("length", { article: articleChars, summary: summaryChars, rate: Math.round(compressionRate * 100) });
}
