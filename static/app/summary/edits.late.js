/**
 * The reader's hand on the box: another line, a line that stays, a sentence as written, a line of one's own choice.
 *
 * The program's choice is the base; edits say what differs from it, and are applied again after every change of the
 * options. Every line stays a part of the article. Loads when the box is first edited, or with edits of a draft.
 */
/** @typedef {import("../../engine/protocol.js").SummarySentence} Line */
/** @typedef {import("../../engine/protocol.js").Forms} Forms */
/** @typedef {import("../page/shown.js").Shown} Shown */
/** @typedef {import("./edits.js").Edits} Edits */
/** @typedef {import("./edits.js").OwnLine} OwnLine */
/** @typedef {(spans: [number, number][], room: number | undefined) => Promise<Forms[]>} AskForms short within `room` characters */

/**
 * @typedef {object} Wish what the reader has asked for
 * @property {number} room characters of the whole box
 * @property {boolean} whole sentences as they are written
 */

// The best of so many sentences is tried next: a sentence that leans on the one before it scores less as a line.
const TRIED = 4;
const MOST_LINES = 10;
// Of words that are no sentence, UTF-16 code units.
const LONGEST_PART = 400;
// Share of pairs of characters that two lines may have in common before one repeats the other.
const REPEATS = 0.5;
// Notices about the program's choice, which an edited box is not.
const OF_CHOICE = ["already_short", "fewer_fit", "fewer_sentences", "budget_too_small"];

/** @type {Edits} */
const NONE = { out: [], own: [] };
const PLAIN = { kept: false, added: false, shaped: false };

/** @param {{start: number, end: number}} a @param {{start: number, end: number}} b */
const overlap = (a, b) => a.start < b.end && b.start < a.end;

/** @param {string} text */
function pairs(text) {
  const found = new Set();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

/** Tell whether most of a sentence is in another one, or the other way round. @param {string} text @param {readonly string[]} told */
function repeats(text, told) {
  const own = pairs(text);
  return told.some((other) => {
    const others = pairs(other);
    const common = [...own].filter((pair) => others.has(pair)).length;
    return common > REPEATS * Math.min(own.size, others.size);
  });
}

/** Number of characters, as Python counts. @param {string} text */
const characters = (text) => [...text].length;

/** @param {readonly Line[]} lines */
const total = (lines) => lines.reduce((sum, { text }) => sum + characters(text), 0);

/**
 * Return the next best sentence beside these lines; undefined if there is none. It repeats neither them nor what the
 * reader did not want.
 * @param {Shown} base
 * @param {Edits} edits
 * @param {readonly Line[]} lines
 * @param {Wish} wish
 * @param {AskForms} ask
 */
async function nextBest({ text, salience }, { out }, lines, wish, ask) {
  const free = salience
    .map(([start, end, score]) => ({ start, end, score }))
    .filter((one) => !out.includes(one.start) && !lines.some((line) => overlap(line, one)))
    .sort((a, b) => b.score - a.score);
  const unwanted = salience.filter(([start]) => out.includes(start)).map(([start, end]) => text.slice(start, end));
  const told = [...lines.map((line) => line.text), ...unwanted];
  const fresh = free.filter(({ start, end }) => !repeats(text.slice(start, end), told));
  const tried = (fresh.length ? fresh : free).slice(0, TRIED);
  const forms = await ask(
    tried.map(({ start, end }) => /** @type {[number, number]} */ ([start, end])),
    Math.max(1, wish.room - total(lines)),
  );
  const found = forms.flatMap((pair) => (pair ? [pair[wish.whole ? 1 : 0]] : []));
  return found.sort((a, b) => b.score - a.score)[0];
}

/**
 * Apply edits to what the program chose.
 * @param {Shown} base
 * @param {Edits} edits
 * @param {Wish} wish
 * @param {AskForms} ask
 * @returns {Promise<Shown>}
 */
export async function applyEdits(base, edits, wish, ask) {
  const { summary } = base;
  const kept = edits.own.filter((own) => own.kept);
  const wanted = Math.min(MOST_LINES, summary.sentences.length + kept.filter(({ added }) => added).length);
  const own = new Map(edits.own.map(({ sentence }) => [sentence.start, sentence]));
  const free = summary.sentences
    .filter((line) => !edits.out.includes(line.start) && !kept.some(({ sentence }) => overlap(sentence, line)))
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(0, wanted - kept.length))
    .map((line) => own.get(line.start) ?? line);
  const lines = [...kept.map(({ sentence }) => sentence), ...free];
  while (lines.length < wanted) {
    const next = await nextBest(base, edits, lines, wish, ask);
    if (!next) break;
    lines.push(own.get(next.start) ?? next);
  }
  lines.sort((a, b) => a.start - b.start);
  const summaryChars = total(lines);
  const compressionRate = summary.articleChars ? summaryChars / summary.articleChars : 0;
  const notices = summary.notices.filter(({ code }) => !OF_CHOICE.includes(code));
  return {
    ...base,
    summary: { ...summary, sentences: lines, summaryChars, compressionRate, notices },
    own: true,
  };
}

/** @param {Edits} edits @param {number} start @returns {Edits} */
const without = ({ out, own }, start) => ({ out, own: own.filter(({ sentence }) => sentence.start !== start) });

/** Not this line: the next best takes its place. @param {Edits | undefined} edits @param {Line} line @returns {Edits} */
export function swap(edits = NONE, { start }) {
  const added = edits.own.some((own) => own.sentence.start === start && own.added);
  const { out, own } = without(edits, start);
  return { out: added ? out : [...out, start], own };
}

/** Keep a line, or let the program decide again. @param {Edits | undefined} edits @param {Line} line @returns {Edits} */
export function pin(edits = NONE, line) {
  const before = edits.own.find(({ sentence }) => sentence.start === line.start);
  const rest = without(edits, line.start);
  if (!before?.kept) return { ...rest, own: [...rest.own, { ...PLAIN, ...before, sentence: line, kept: true }] };
  const shaped = before.shaped && !before.added ? [{ ...before, kept: false }] : [];
  return { ...rest, own: [...rest.own, ...shaped] };
}

/**
 * Show a line in its other form: as it is written, or short.
 * @param {Edits | undefined} edits
 * @param {Line} line
 * @param {boolean} whole whether it is as written now
 * @param {AskForms} ask
 * @returns {Promise<Edits | undefined>} undefined: it has no other form
 */
export async function reshape(edits = NONE, line, whole, ask) {
  const [forms] = await ask([[line.start, line.end]], undefined);
  const sentence = forms?.[whole ? 0 : 1];
  if (!sentence || sentence.text === line.text) return undefined;
  const before = edits.own.find((own) => own.sentence.start === line.start) ?? PLAIN;
  const rest = without(edits, line.start);
  // Back to the program's own form.
  if (before.shaped && !before.kept) return rest;
  return { ...rest, own: [...rest.own, { ...before, sentence, shaped: !before.shaped }] };
}

/**
 * Add the sentences, or the words outside of sentences, that the reader has selected in the article.
 * @param {Edits | undefined} edits
 * @param {Shown} shown
 * @param {{start: number, end: number}} selected UTF-16 code units of the text
 * @param {AskForms} ask
 * @returns {Promise<Edits | undefined>} undefined: nothing to add
 */
export async function add(edits = NONE, { text, summary, salience }, selected, ask) {
  const touched = salience
    .map(([start, end]) => ({ start, end }))
    .filter((one) => overlap(one, selected) && !summary.sentences.some((line) => overlap(line, one)));
  const room = MOST_LINES - summary.sentences.length;
  const spans = touched.slice(0, room).map(({ start, end }) => /** @type {[number, number]} */ ([start, end]));
  const forms = spans.length ? await ask(spans, undefined) : [];
  const sentences = forms.flatMap((pair) => (pair ? [pair[1]] : []));
  if (!sentences.length && room > 0) sentences.push(...exactly(text, summary, selected));
  if (!sentences.length) return undefined;
  const starts = sentences.map(({ start }) => start);
  return {
    out: edits.out.filter((start) => !starts.includes(start)),
    own: [
      ...edits.own.filter(({ sentence }) => !starts.includes(sentence.start)),
      ...sentences.map((sentence) => ({ ...PLAIN, sentence, kept: true, added: true })),
    ],
  };
}

/**
 * Return the selected words as a line: those of one line of the text, which no sentence of the box holds.
 * @param {string} text
 * @param {Shown["summary"]} summary
 * @param {{start: number, end: number}} selected
 * @returns {Line[]}
 */
function exactly(text, { sentences }, selected) {
  const said =
    text
      .slice(selected.start, selected.end)
      .split("\n")
      .find((line) => line.trim()) ?? "";
  const start = text.indexOf(said.trim(), selected.start);
  const line = { start, end: start + said.trim().length };
  if (!said.trim() || said.length > LONGEST_PART || sentences.some((one) => overlap(one, line))) return [];
  return [{ ...line, text: said.trim(), segments: [[line.start, line.end]], trims: [], score: 0, parts: {} }];
}
