/** Received summaries against what the engine makes of their articles. */
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { judge } from "../../../static/app/share/verify.js";

const ARTICLE = "港の市場\n市長は三日、疑惑を認めなかった。市は港の市場（魚市場）を再開した。客は朝から並んだ。";
/** @param {string} sentence @param {string} [text] @returns {{text: string, start: number, end: number}} */
const line = (sentence, text = sentence) => {
  const start = ARTICLE.indexOf(sentence);
  return { text, start, end: start + sentence.length };
};
const [DENIED, OPENED, QUEUE] = [
  "市長は三日、疑惑を認めなかった。",
  "市は港の市場（魚市場）を再開した。",
  "客は朝から並んだ。",
];
const SHORT = line(OPENED, "市は港の市場を再開した。");
const JOINED = "港の市場市長は三日、疑惑を認めなかった。";
const run = (/** @type {object[]} */ ...sentences) => /** @type {any} */ ({ sentences, title: JOINED });
const RUNS = [run(line(DENIED), SHORT), run(line(DENIED), SHORT, line(QUEUE))];
const SALIENCE = [DENIED, OPENED, QUEUE].map(
  (one) => /** @type {[number, number, number]} */ ([line(one).start, line(one).end, 0]),
);

for (const [why, expected, lines, title = ""] of /** @type {[string, string, any[], string?][]} */ ([
  ["the same lines", "same", [line(DENIED), SHORT], "港の市場"],
  ["another selection", "others", [SHORT, line(QUEUE)]],
  ["another order", "others", [SHORT, line(DENIED)]],
  ["a whole sentence that the engine shortens", "others", [line(DENIED), line(OPENED)]],
  ["a negation cut out", "uncertain", [line(DENIED, "市長は三日、疑惑を認めた。"), SHORT]],
  ["a harmless cut that the engine does not make", "uncertain", [line(DENIED, "市長は疑惑を認めなかった。"), SHORT]],
  ["a place that ends inside of a sentence", "uncertain", [line("市長は三日、疑惑を認め"), SHORT]],
  ["a place over two sentences", "uncertain", [line(DENIED + OPENED), SHORT]],
  ["a word that is not there", "wrong", [line(DENIED, "知事は三日、疑惑を認めなかった。"), SHORT]],
  ["another place", "wrong", [{ ...SHORT, start: line(QUEUE).start, end: line(QUEUE).end }]],
  ["a part of a sentence as the headline", "uncertain", [line(DENIED), SHORT], "疑惑を認め"],
  [
    "a headline that the engine joins from two lines",
    "same",
    [line(DENIED), SHORT],
    "港の市場 市長は三日、疑惑を認めなかった。",
  ],
  ["another headline", "wrong", [line(DENIED), SHORT], "市長が辞任"],
])) {
  test(`a received summary: ${why}`, () => equal(judge({ title, lines, article: ARTICLE }, RUNS, SALIENCE), expected));
}
