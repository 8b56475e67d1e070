import "./browser.js";

import assert from "node:assert/strict";
import { test } from "node:test";

import { percent, say, sayError } from "../../../static/app/words/say.js";

test("numbers are written as the language does", () => {
  assert.equal(say("length", { article: 1234, summary: 120, rate: percent(0.094) }), "本文1,234字 → 要約120字（9%）");
});

for (const [share, text] of /** @type {[number, string][]} */ ([
  [0, "0%"],
  [0.0009, "1%未満"], // 89 characters of 100,000
  [0.01, "1%"],
  [0.995, "100%"],
])) {
  test(`a share of ${share}`, () => assert.equal(percent(share), text));
}

test("text is filled in as it is", () => {
  assert.equal(say("stored", { size: "30.0" }), "保存：30.0 MB");
});

test("a place without a value is empty", () => assert.equal(say("characters"), "字"));

for (const [why, code, message, sentence] of /** @type {[string, string, string, string][]} */ ([
  [
    "a code of the page",
    "memory",
    "out of memory",
    "メモリーが足りません。ほかのタブを閉じて、もう一度お試しください。",
  ],
  ["a code of Python with its own sentence", "no_text", "文章がありません。", "文章がありません。"],
  ["an unknown code", "x", "", "問題が起きました。記事はそのまま残っています。もう一度お試しください。"],
])) {
  test(`the sentence for ${why}`, () => assert.equal(sayError(code, {}, message), sentence));
}
