import assert from "node:assert/strict";
import { test } from "node:test";

import { lines, parts } from "../../../static/app/article/lines.js";
import { height, highest, points } from "../../../static/app/article/scores.js";
import { finder, spansOf } from "../../../static/app/article/spans.js";

for (const [text, found] of /** @type {[string, string[]][]} */ ([
  ["", [""]],
  ["a", ["a"]],
  ["a\n", ["a", ""]], // a final break ends a line and begins an empty one
  ["a\n\nb", ["a", "", "b"]],
])) {
  test(`lines of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      Array.from(lines(text), ({ start, end }) => text.slice(start, end)),
      found,
    );
  });
}

for (const [why, text, found] of /** @type {[string, string, number[]][]} */ ([
  ["a short text is one part", "あ。\n".repeat(1000), [3000]],
  ["a part ends after a line", `${"あ".repeat(3010)}\n${"い".repeat(9)}`, [3011, 9]],
  ["without lines, after a sentence", `${"あ".repeat(3010)}。${"い".repeat(9)}`, [3011, 9]],
  ["a line is looked for first", `${"あ".repeat(3010)}。い\nう`, [3013, 1]],
  ["without either, at its length", "あ".repeat(7000), [3000, 3000, 1000]],
  ["but not within a character", `あ${"𠮷".repeat(2000)}`, [3001, 1000]],
])) {
  test(`parts: ${why}`, () => {
    const all = [...parts(text)];
    assert.deepEqual(
      all.map(({ start, end }) => end - start),
      found,
    );
    assert.equal(all.map(({ start, end }) => text.slice(start, end)).join(""), text);
  });
}

test("heights are square roots between 0 and 1", () => {
  assert.equal(height(4, 4), 1);
  assert.equal(height(1, 4), 0.5);
  assert.equal(height(-1, 4), 0);
  assert.equal(highest([[0, 1, 0.25]]), 1, "scores below 1 are not stretched");
  assert.equal(highest([[0, 1, 4]]), 4);
});

test("of sentences at one place of the curve the highest is kept", () => {
  assert.deepEqual(
    points(10_000, [
      [0, 2, 0.25],
      [2, 4, 1],
      [5000, 5002, 0],
    ]),
    [
      [3 / 10_000, 1],
      [0.5001, 0],
    ],
  );
});

test("chosen sentences have their line, the others none", () => {
  const trims = [{ start: 5, end: 6, rule: "gloss" }];
  /** @type {Map<number, [number, number, string][]>} */
  const readings = new Map([[0, [[0, 1, "し"]]]]);
  const chosen = { text: "", start: 4, end: 8, segments: [], trims, score: 1, parts: {} };
  const at = spansOf(
    [chosen],
    [
      [0, 4, 0.25],
      [4, 8, 1],
      [8, 9, 0],
    ],
    readings,
  );
  const [first, second] = [
    { start: 0, end: 4, line: 0, heat: 2, trims: [], rubies: [[0, 1, "し"]] },
    { start: 4, end: 8, line: 1, heat: 4, trims, rubies: [] },
  ];
  assert.deepEqual(at(0, 8), [first, second]);
  assert.deepEqual(at(5, 6), [second], "in any order of asking");
  assert.deepEqual(at(2, 4), [first]);
});

test("a chosen line that is no sentence is in its place", () => {
  const own = { text: "", start: 5, end: 7, segments: [], trims: [], score: 0, parts: {} };
  const found = spansOf(
    [own],
    [
      [0, 4, 1],
      [8, 9, 0],
    ],
    new Map(),
  )(0, 9);
  assert.deepEqual(
    found.map(({ start, line }) => [start, line]),
    [
      [0, 0],
      [5, 1],
      [8, 0],
    ],
  );
});

test("a finder finds what touches a range", () => {
  const items = [
    { start: 0, end: 3 },
    { start: 3, end: 8 },
    { start: 9, end: 10 },
  ];
  const at = finder(items, ({ start, end }) => [start, end]);
  assert.deepEqual(at(9, 12), [items[2]]);
  assert.deepEqual(at(0, 2), [items[0]]);
  assert.deepEqual(at(2, 5), [items[0], items[1]], "an item over two lines is found in both");
  assert.deepEqual(at(8, 9), []);
  assert.deepEqual(at(20, 30), []);
});
