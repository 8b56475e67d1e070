import assert from "node:assert/strict";
import { test } from "node:test";

import { lines } from "../../../static/app/article/lines.js";
import { heights, points } from "../../../static/app/article/scores.js";
import { spansOf, walker } from "../../../static/app/article/spans.js";

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

test("heights are square roots between 0 and 1", () => {
  assert.deepEqual(
    heights([
      [0, 1, 4],
      [1, 2, 1],
      [2, 3, -1],
    ]),
    [1, 0.5, 0],
  );
  assert.deepEqual(heights([[0, 1, 0.25]]), [0.5], "scores below 1 are not stretched");
  assert.deepEqual(heights([]), []);
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
  const spans = spansOf(
    [chosen],
    [
      [4, 8, 1],
      [0, 4, 0.25],
    ],
    readings,
  );
  assert.deepEqual(spans, [
    { start: 0, end: 4, line: 0, heat: 2, trims: [], rubies: [[0, 1, "し"]] },
    { start: 4, end: 8, line: 1, heat: 4, trims, rubies: [] },
  ]);
});

test("a walker finds what touches a range", () => {
  const items = [
    { start: 0, end: 3 },
    { start: 3, end: 8 },
    { start: 9, end: 10 },
  ];
  const at = walker(items);
  assert.deepEqual(at(0, 2), [items[0]]);
  assert.deepEqual(at(2, 5), [items[0], items[1]], "an item over two lines is found in both");
  assert.deepEqual(at(8, 9), []);
  assert.deepEqual(at(9, 12), [items[2]]);
});
