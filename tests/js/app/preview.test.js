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
  [
    "what somebody says in minutes is body, whatever is before it",
    "題\n○林委員　利用者の声を先に聞き、それから時間を決めるべきだと思う。",
    1,
    "題",
    ["○林委員　利用者の声を先に聞き、それから時間を決めるべきだと思う。"],
  ],
  [
    "English sentences end with a full stop",
    "The Harbour\n\nIt opened in 1.5 years. Many came.",
    3,
    "The Harbour",
    ["It opened in 1.5 years.", "Many came."],
  ],
  [
    "the number of an item ends nothing",
    "Steps\n1. Open the box. Look in.",
    3,
    "Steps",
    ["1. Open the box.", "Look in."],
  ],
  ["a Markdown headline without its mark", "# 市場が再開\n\n客が並んだ。", 3, "市場が再開", ["客が並んだ。"]],
  [
    "lines in the place of sentences that are missing",
    "持ち物の一覧を先に見る\n折りたたみの傘と長靴を持つ\n傘\n晴れた。",
    2,
    "持ち物の一覧を先に見る",
    ["折りたたみの傘と長靴を持つ", "晴れた。"],
  ],
  ["no text", "", 3, "", []],
];

for (const [why, text, count, title, sentences] of ROWS) {
  test(`opening: ${why}`, () => {
    const { more, ...found } = opening(text, count);
    assert.deepEqual(found, { title, sentences });
    assert.equal(more, opening(text, count + 1).sentences.length > count);
  });
}

test("roles of lines without a sentence", () => {
  assert.deepEqual(roughRoles(`題\n\n■小見出し\n本文。\n1. 開会\n${"「はい。」".repeat(9)}`), [
    { start: 0, end: 1, role: "furniture" },
    { start: 3, end: 8, role: "subhead" },
    { start: 13, end: 18, role: "subhead" },
  ]);
});
