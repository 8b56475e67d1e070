import assert from "node:assert/strict";
import { test } from "node:test";

import { opening, roughRoles } from "../../../static/app/summary/preview.js";

/** @type {[why: string, text: string, count: number, title: string, sentences: string[]][]} */
const ROWS = [
  [
    "a headline and two sentences",
    "市場が再開\n\n市は三日、再開した。客が並んだ。",
    3,
    "市場が再開",
    ["市は三日、再開した。", "客が並んだ。"],
  ],
  ["a single line is no headline", "市は再開した。", 3, "", ["市は再開した。"]],
  ["no more than were asked for", "題\n一つ目。二つ目。三つ目。", 2, "題", ["一つ目。", "二つ目。"]],
  ["a full stop in brackets ends nothing", "題\n「行く。」と言った。", 3, "題", ["「行く。」と言った。"]],
  ["several stops end one sentence", "題\n本当か！？そうだ。", 3, "題", ["本当か！？", "そうだ。"]],
  ["subheads, captions and notes are no body", "題\n■見出し。\n写真＝港。\n※注。\n本文。", 3, "題", ["本文。"]],
  ["what follows the last stop is no sentence", "題\n本文。続き", 3, "題", ["本文。"]],
  ["no text", "", 3, "", []],
];

for (const [why, text, count, title, sentences] of ROWS) {
  test(`opening: ${why}`, () => assert.deepEqual(opening(text, count), { title, sentences }));
}

test("roles of lines without a sentence", () => {
  assert.deepEqual(roughRoles("題\n\n■小見出し\n本文。"), [
    { start: 0, end: 1, role: "furniture" },
    { start: 3, end: 8, role: "subhead" },
  ]);
});
