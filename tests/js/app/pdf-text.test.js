import assert from "node:assert/strict";
import { test } from "node:test";

import { pagesText } from "../../../static/app/import/readers/pdf-text.js";

/** @typedef {import("../../../static/app/import/readers/pdf-text.js").Item} Item */

/**
 * @param {string} str
 * @param {number} y
 * @param {Partial<Item>} [others]
 * @returns {Item}
 */
const piece = (str, y, others) => ({
  str,
  transform: [1, 0, 0, 1, 0, y],
  width: 10 * str.length,
  height: 10,
  hasEOL: true,
  vertical: false,
  ...others,
});
/** Two pieces with a gap between them. @param {string} first @param {number} width @param {string} second */
const gapped = (first, width, second) => [
  piece(first, 100, { hasEOL: false }),
  piece(" ", 100, { width, hasEOL: false }),
  piece(second, 100),
];

test("lines and paragraphs by their distance", () => {
  assert.equal(
    pagesText([[piece("一行目", 100), piece("二行目。", 85), piece("次の段落。", 50)]]),
    "一行目\n二行目。\n\n次の段落。",
  );
});

test("readings over a line are left out", () => {
  assert.equal(
    pagesText([[piece("しじょう", 106, { height: 4 }), piece("市場が再開した。", 100)]]),
    "市場が再開した。",
  );
});

for (const [why, width, text] of /** @type {[string, number, string][]} */ ([
  ["narrow between full-width characters is justification", 3, "市場再開"],
  ["as wide as a character is the author's", 9, "市場　再開"],
])) {
  test(`a gap ${why}`, () => assert.equal(pagesText([gapped("市場", width, "再開")]), text));
}

test("a narrow gap between Latin words is a space", () => {
  assert.equal(pagesText([gapped("hello", 3, "world")]), "hello world");
});

test("running titles and page numbers are left out", () => {
  const body = (/** @type {string} */ name) => ["一", "二", "三"].map((row) => `${name}の${row}。`);
  const page = (/** @type {string} */ name, /** @type {number} */ index) => [
    piece("市報", 200),
    ...body(name).map((text, row) => piece(text, 150 - 10 * row)),
    piece(`- ${index + 1} -`, 10),
  ];
  const names = ["甲", "乙", "丙"];
  assert.equal(pagesText(names.map(page)), names.flatMap(body).join("\n"));
});

test("on two pages repetition says nothing", () => {
  const page = [piece("市報", 200), piece("本文。", 100)];
  assert.equal(pagesText([page, page]).match(/市報/g)?.length, 2);
});
