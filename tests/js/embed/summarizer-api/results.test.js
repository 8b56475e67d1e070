/** From a summary of the engine to the text of a type, format and length. */
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { chunksOf, engineOptions } from "../../../../static/embed/summarizer-api/results.js";

/** @typedef {import("../../../../static/embed/summarizer-api/options.js").Type} Type */
/** @typedef {import("../../../../static/embed/summarizer-api/options.js").Length} Length */

/** Sentences of each type: short, medium, long. @type {[type: Type, counts: number[]][]} */
const COUNTS = [
  ["tldr", [1, 3, 5]],
  ["teaser", [1, 2, 4]],
  ["key-points", [3, 5, 7]],
  ["headline", [1, 1, 1]],
];

for (const [type, counts] of COUNTS) {
  test(`sentences of a ${type}`, () => {
    const lengths = /** @type {Length[]} */ (["short", "medium", "long"]);
    deepEqual(
      lengths.map((length) => engineOptions({ type, length }, undefined).sentences),
      counts,
    );
  });
}

test("what the engine is asked for", () => {
  deepEqual(engineOptions({ type: "headline", length: "short" }, undefined), { sentences: 1, headline: true });
  deepEqual(engineOptions({ type: "teaser", length: "short" }, ""), { sentences: 1, squeeze: true });
  const shared = { type: /** @type {const} */ ("tldr"), length: /** @type {const} */ ("short"), sharedContext: "港" };
  equal(engineOptions(shared, "費用").focus, "費用 港", "the text's context, then the shared one");
  equal(engineOptions(shared, "𠮷".repeat(200)).focus, "𠮷".repeat(100), "100 characters, no half one");
  equal(engineOptions(shared, "\ud800").focus, "\ufffd 港", "well-formed");
});

/** @param {string[]} texts @returns {any} */
const summary = (texts, more = {}) => ({ sentences: texts.map((text) => ({ text })), title: "", ...more });
const THREE = summary(["一つ目。", "*二* つ\nめ。", "3. End."]);

/** @type {[type: Type, format: "markdown" | "plain-text", expected: string, reason: string][]} */
const TEXTS = [
  ["key-points", "markdown", "- 一つ目。\n- \\*二\\* つ め。\n- 3\\. End.", "bullets, escaped, each on one line"],
  ["key-points", "plain-text", "一つ目。\n*二* つ め。\n3. End.", "lines"],
  ["tldr", "plain-text", "一つ目。*二* つ め。3. End.", "one paragraph"],
];

for (const [type, format, expected, reason] of TEXTS) {
  test(`${type} as ${format}: ${reason}`, () =>
    equal(chunksOf(THREE, { type, format, length: "short" }).join(""), expected));
}

test("English sentences are joined with a space", () => {
  const chunks = chunksOf(summary(["One.", "Two."]), { type: "tldr", format: "plain-text", length: "medium" });
  deepEqual(chunks, ["One.", " Two."]);
});

test("a headline: the article's, the engine's, or the best sentence without its stop", () => {
  const of = (/** @type {any} */ given, /** @type {any} */ length = "short") =>
    chunksOf(given, { type: "headline", format: "plain-text", length }).join("");
  equal(of(summary(["港が開いた。"], { headline: { text: "港が再開" }, title: "港の朝市" })), "港の朝市");
  equal(of(summary(["港が開いた。"], { headline: { text: "港が再開" }, title: "" })), "港が再開");
  equal(of(summary(["港が開いた。"], { headline: null, title: "港の再開" })), "港の再開");
  equal(of(summary(["港が開いた。"], { headline: null })), "港が開いた");
  equal(of(summary([])), "");
  const long = "港が開いた日の朝に町の人々が集まって新しい市場の始まりを祝った";
  equal(of(summary([`${long}。`], { headline: { text: `${long}のだ` } })), long, "the shortest, if all are too long");
  const both = summary([], { headline: { text: "港の市場を訪れた人の数は八月だけで千人を超えた" }, title: "港の朝市" });
  deepEqual([of(both), of(both, "long")], ["港の朝市", "港の朝市"], "a longer one is about the same");
});
