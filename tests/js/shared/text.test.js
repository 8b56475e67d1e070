/** Well-formed UTF-16, and sentences with places to fill in. */
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { fill, wellFormed } from "../../../static/shared/text.js";

const TEXTS = [
  ["港が開いた。", "港が開いた。", "nothing to mend"],
  ["𠮷野家", "𠮷野家", "a pair of surrogates"],
  ["\ud800港", "\ufffd港", "a high surrogate alone"],
  ["港\udc00", "港\ufffd", "a low surrogate alone"],
  ["\udc00\ud800", "\ufffd\ufffd", "a pair in the wrong order"],
];

for (const [text, expected, reason] of TEXTS) {
  test(`well-formed: ${reason}`, () => {
    equal(wellFormed(/** @type {string} */ (text)), expected);
    // Browsers without String.prototype.toWellFormed.
    const old = Object.assign(Object.create(String.prototype), { toWellFormed: undefined });
    old.replace = String(text).replace.bind(text);
    equal(wellFormed(old), expected);
  });
}

test("sentences are filled in", () => {
  equal(fill("{article}字 → {summary}字", { article: 1200, summary: "90" }), "1200字 → 90字");
  equal(fill("{a}{a}{b}", { a: 1 }), "11", "each place, and nothing for a name without a value");
  equal(
    fill("{n} MB", { n: 7 }, (value) => `<${value}>`),
    "<7> MB",
    "written by the caller",
  );
});
