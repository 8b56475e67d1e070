/**
 * What a received summary is worth, judged by what the engine here makes of the article in the link.
 *
 * Anyone can write a link. That a line is a subsequence of a sentence proves nothing: without なかっ, 認めなかった becomes
 * 認めた. A line counts if the engine shortens its sentence in the same way, or if it is a whole sentence.
 */

/** @typedef {import("./link-format.js").Line} Line */
/** @typedef {import("../../engine/protocol.js").Salience} Salience */
/** @typedef {Pick<import("../../engine/protocol.js").Summary, "sentences" | "title">} Run */
/** @typedef {"ours" | "whole" | "cut" | "absent"} Worth of one line */

/**
 * Return the parts of a stretch that a line keeps, each as early as possible; undefined if the line does not occur in it.
 * @param {string} line
 * @param {string} stretch
 * @returns {[start: number, end: number][] | undefined} offsets in the stretch
 */
export function kept(line, stretch) {
  /** @type {[number, number][]} */
  const parts = [];
  let at = 0;
  for (const character of line) {
    const found = stretch.indexOf(character, at);
    if (found < 0) return undefined;
    at = found + character.length;
    const last = parts.at(-1);
    if (last && last[1] === found) last[1] = at;
    else parts.push([found, at]);
  }
  return parts;
}

/** Remove what shortening removes unseen: white space and line breaks. @param {string} text */
const bare = (text) => text.replace(/\s+/g, "");

/**
 * Return what each line is worth.
 * @param {readonly Line[]} lines
 * @param {string} article
 * @param {readonly Run[]} runs summaries of the article, of several lengths
 * @param {Salience} salience all sentences of the article
 * @returns {Worth[]}
 */
export function worths(lines, article, runs, salience) {
  const made = new Set(runs.flatMap(({ sentences }) => sentences.map((one) => `${one.start} ${one.end} ${one.text}`)));
  const whole = new Set(salience.map(([start, end]) => `${start} ${end}`));
  return lines.map(({ text, start, end }) => {
    const stretch = article.slice(start, end);
    if (made.has(`${start} ${end} ${text}`)) return "ours";
    if (bare(text) === bare(stretch) && whole.has(`${start} ${end}`)) return "whole";
    return kept(text, stretch) ? "cut" : "absent";
  });
}

/** Tell whether a headline is the engine's or a line of the article; a part of one may say the opposite. @param {string} title @param {string} article @param {readonly Run[]} runs */
const isHeadline = (title, article, runs) =>
  [runs[0]?.title ?? "", ...article.split("\n")].some((line) => bare(line) === bare(title));

/**
 * Return the judgement on the box: `same` as here, `others` are chosen here, `uncertain` or `wrong` lines.
 * @param {{title: string, lines: readonly Line[], article: string}} shared
 * @param {readonly Run[]} runs the first with the options of the link
 * @param {Salience} salience
 * @returns {"same" | "others" | "uncertain" | "wrong"}
 */
export function judge({ title, lines, article }, runs, salience) {
  const found = worths(lines, article, runs, salience);
  if (found.includes("absent") || !bare(article).includes(bare(title))) return "wrong";
  if (found.includes("cut") || (title && !isHeadline(title, article, runs))) return "uncertain";
  const texts = (/** @type {readonly {text: string}[]} */ of) => of.map(({ text }) => text).join("\n");
  return texts(lines) === texts(runs[0]?.sentences ?? []) ? "same" : "others";
}
