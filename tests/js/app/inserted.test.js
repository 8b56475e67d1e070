/** How much one change has put into the field: a paste is told from typing by it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { insertedLength } from "../../../static/app/field/inserted.js";

/** @type {[before: string, after: string, length: number, why: string][]} */
const TABLE = [
  ["", "雨が降った。", 6, "a paste into the empty field"],
  ["雨が降った。", "雨が降った。", 0, "nothing"],
  ["雨が降った。", "雨が降った。雪", 1, "a key at the end"],
  ["雨が降った。", "大雨が降った。", 1, "a key at the beginning"],
  ["雨が降った。", "雪が積もる。", 5, "another text of the same length"],
  ["雨が降った。", "", 0, "all deleted"],
  ["雨が降った。", "雪", 1, "all selected, then a key"],
  ["あああ", "ああああ", 1, "a repeated letter: beginning and end may not overlap"],
  ["ああああ", "あああ", 0, "a repeated letter deleted"],
];

for (const [before, after, length, why] of TABLE) {
  test(why, () => assert.equal(insertedLength(before, after), length));
}
