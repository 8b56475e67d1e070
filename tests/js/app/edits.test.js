import assert from "node:assert/strict";
import { test } from "node:test";

import { editsOf, setEdits } from "../../../static/app/summary/edits.js";
import { add, applyEdits, pin, reshape, swap } from "../../../static/app/summary/edits.late.js";

/** @typedef {import("../../../static/engine/protocol.js").SummarySentence} Line */
/** @typedef {import("../../../static/app/summary/edits.js").Edits} Edits */

/** Sentence -> score; null: it may not be chosen. @type {[string, number | null][]} */
const ARTICLE = [
  ["市は橋を直すと決めた。", 1],
  ["写真は市の橋", null],
  ["工事は五月に始まる。", 0.8],
  ["市は橋を直すと決めた、と市長。", 0.9], // repeats the first
  ["費用は三億円になる。", 0.6],
  ["住民は早い完成を望む。", 0.4],
];
const TEXT = ARTICLE.map(([sentence]) => sentence).join("\n");
const START = ARTICLE.map(([sentence]) => TEXT.indexOf(sentence));
const CUT = 3;

/** Return a sentence as a line; short is without its first characters. @param {number} index @param {boolean} [short] */
function line(index, short = false) {
  const [sentence, score] = ARTICLE[index] ?? ["", 0];
  const start = START[index] ?? 0;
  const end = start + sentence.length;
  const from = start + (short ? CUT : 0);
  const trims = short ? [{ start, end: from, rule: "row" }] : [];
  const text = TEXT.slice(from, end);
  return /** @type {Line} */ ({ text, start, end, segments: [[from, end]], trims, score: score ?? 0, parts: {} });
}

const notice = (/** @type {string} */ code) => ({ code, message: "" });
/** What the program chose: the first sentence, and the third in its short form. */
const base = {
  text: TEXT,
  salience: ARTICLE.flatMap(([sentence, score], index) => {
    const start = START[index] ?? 0;
    return score === null ? [] : [/** @type {[number, number, number]} */ ([start, start + sentence.length, score])];
  }),
  summary: {
    title: "",
    sentences: [line(0), line(2, true)],
    articleChars: 40,
    summaryChars: 18,
    compressionRate: 0.45,
    notices: [notice("fewer_fit"), notice("not_japanese")],
    roles: [],
    headline: null,
    keyphrases: [],
  },
};

/** @type {import("../../../static/app/summary/edits.late.js").AskForms} */
const ask = async (spans) => spans.map(([start]) => [line(START.indexOf(start), true), line(START.indexOf(start))]);

/** Apply edits, and name the lines: "2" is the whole third sentence, "2-" its short form. @param {Edits | undefined} edits */
async function shown(edits, { whole = false, lines = base.summary.sentences } = {}) {
  const chosen = { ...base, summary: { ...base.summary, sentences: lines } };
  const now = await applyEdits(chosen, edits ?? { out: [], own: [] }, { room: 80, whole }, ask);
  return now.summary.sentences.map(({ start, trims }) => START.indexOf(start) + (trims.length ? "-" : "")).join(" ");
}

const [first, second] = [line(0), line(2, true)];
const fifth = { start: START[4] ?? 0, end: (START[4] ?? 0) + 4 };
const caption = { start: START[1] ?? 0, end: (START[1] ?? 0) + 2 };
const kept = pin(undefined, second);
const whole = await reshape(undefined, second, false, ask);
const added = await add(undefined, base, fifth, ask);

for (const [why, edits, lines, how] of /** @type {[string, Edits | undefined, string, object?][]} */ ([
  ["nothing changed", undefined, "0 2-"],
  ["the next best takes the place, and repeats neither what stays nor what goes", swap(undefined, first), "2- 4-"],
  ["two lines that are not wanted", swap(swap(undefined, first), second), "4- 5-"],
  ["sentences as written: the next one, too", swap(undefined, second), "0 4", { whole: true }],
  ["a kept line stays where there is room for one only", kept, "2-", { lines: [first] }],
  ["without being kept it goes", pin(kept, second), "0", { lines: [first] }],
  ["a kept line that is not wanted any more", swap(kept, second), "0 4-"],
  ["a sentence as it is written", whole, "0 2"],
  ["and back", await reshape(whole, line(2), true, ask), "0 2-"],
  ["as written, kept, and not kept any more", pin(pin(whole, line(2)), line(2)), "0 2"],
  ["a sentence that was touched by a selection is one line more", added, "0 2- 4"],
  ["an added line goes without another in its place", swap(added, line(4)), "0 2-"],
  ["an added line in short", await reshape(added, line(4), true, ask), "0 2- 4-"],
])) {
  test(`edits: ${why}`, async () => assert.equal(await shown(edits, how), lines));
}

test("words that are no sentence become a line as they are", async () => {
  const edits = await add(undefined, base, caption, ask);
  assert.deepEqual(
    edits?.own.map(({ sentence }) => sentence.text),
    ["写真"],
  );
  assert.equal(await shown(edits), "0 1 2-");
});

test("nothing is added that is in the box", async () =>
  assert.equal(await add(undefined, base, first, ask), undefined));

test("lengths and notices are those of the edited box", async () => {
  const { summary, own } = await applyEdits(base, added ?? { out: [], own: [] }, { room: 80, whole: false }, ask);
  assert.equal(
    summary.summaryChars,
    summary.sentences.reduce((sum, { text }) => sum + text.length, 0),
  );
  assert.deepEqual(summary.notices, [notice("not_japanese")]);
  assert.ok(own);
});

for (const [why, stored, found] of /** @type {[string, unknown, boolean][]} */ ([
  ["whole", whole, true],
  ["none", undefined, false],
  ["nothing in them", { out: [], own: [] }, false],
  ["damaged", { own: 1 }, false],
  [
    "of another article",
    { out: [], own: [{ sentence: { ...first, start: 500, end: 600, segments: [[500, 600]] } }] },
    false,
  ],
  [
    "with segments out of order",
    {
      out: [],
      own: [
        {
          sentence: {
            ...first,
            segments: [
              [4, 6],
              [0, 2],
            ],
          },
        },
      ],
    },
    false,
  ],
])) {
  test(`stored edits: ${why}`, () => {
    setEdits(TEXT, stored);
    assert.equal(Boolean(editsOf(TEXT)), found);
  });
}

test("a stored line says what the article says", () => {
  setEdits(TEXT, { out: [], own: [{ sentence: { ...first, text: "うそ。" }, kept: true }] });
  assert.equal(editsOf(TEXT)?.own[0]?.sentence.text, first.text);
});
