import "./browser.js";

import assert from "node:assert/strict";
import { test } from "node:test";

import { treatment } from "../../../static/app/summary/foreign.js";
import { articlesIn } from "../../../static/app/field/several.js";
import { addressIn } from "../../../static/app/field/address.js";
import { spread } from "../../../static/app/article/scores.js";
import { aboutFocus, usable } from "../../../static/app/summary/focus.js";

/** @param {string} text @param {string[]} lines @param {string[]} [keyphrases] */
const shown = (text, lines, keyphrases = []) =>
  /** @type {import("../../../static/app/page/shown.js").Shown} */ ({
    text,
    summary: { sentences: lines.map((line) => ({ text: line })), keyphrases },
    salience: [[5, text.length, 1]],
  });

const TEXT = "記者青木\n市は花粉症の対策を始める。ＡＩも使う。費用は高い。ひむろ・ちかげはうどん店の Two を営む。";

for (const [why, phrases, found] of /** @type {[string, string[], string[]][]} */ ([
  ["words of the article", ["花粉症", "対策"], ["花粉症", "対策"]],
  ["the byline", ["青木", "対策"], ["対策"]],
  ["an adverb before the name", ["あと花粉症", "花粉症"], ["花粉症"]],
  ["function words and numbers", ["The", "It", "Two", "対策"], ["対策"]],
  ["half of a name in kana, but no word in kana", ["ろ・ちかげ", "うどん"], ["うどん"]],
  ["a single character", ["市"], []],
])) {
  test(`key phrases: ${why}`, () => assert.deepEqual(usable(shown(TEXT, [], phrases)), found));
}

for (const [why, focus, before, after, sentence] of /** @type {[string, string, string[], string[], string][]} */ ([
  ["none", "", ["a"], ["a"], ""],
  ["they changed the summary", "対策", ["費用は高い。"], ["市は花粉症の対策を始める。"], ""],
  ["not in the article", "予算", ["a"], ["a"], "「予算」は記事にありません。"],
  [
    "too long a sentence",
    "対策",
    ["費用は高い。"],
    ["費用は高い。"],
    "「対策」のある文は、この長さの要約には入りませんでした。",
  ],
  [
    "in the summary already, in another width",
    "AI",
    ["ＡＩも使う。"],
    ["ＡＩも使う。"],
    "「AI」は、もう要約に入っています。",
  ],
])) {
  test(`words in focus: ${why}`, () => {
    assert.equal(aboutFocus(focus, shown(TEXT, before), shown(TEXT, after)), sentence);
  });
}

for (const [why, text, address] of /** @type {[string, string, string | undefined][]} */ ([
  ["an address", " https://example.com/a?b=1 \n", "https://example.com/a?b=1"],
  [
    "a title and an address, as a phone shares a page",
    "港の市場が再開 - 青波日報\nhttps://example.com/1",
    "https://example.com/1",
  ],
  ["on one line", "ニュース https://example.com/1", "https://example.com/1"],
  ["an article that names one", "市は三日、港の市場を再開した。詳しくは https://example.com/1 で。", undefined],
  ["no address", "ニュース", undefined],
  ["several lines", "一\n二\n三\nhttps://example.com/1", undefined],
])) {
  test(`address: ${why}`, () => assert.equal(addressIn(text), address));
}

for (const [why, places, gap, apart] of /** @type {[string, number[], number, number[]][]} */ ([
  ["far enough", [0.1, 0.5], 0.1, [0.1, 0.5]],
  ["at one place", [0.5, 0.5, 0.5], 0.25, [0.5, 0.75, 1]],
  ["at the end", [0.9, 0.95, 1], 0.25, [0.5, 0.75, 1]],
  ["more than fit", [0.5, 0.5, 0.5], 0.75, [0, 0.5, 1]],
])) {
  test(`numbers on the curve: ${why}`, () => assert.deepEqual(spread(places, gap), apart));
}

const HARBOUR = "港の市場が三年ぶりに再開\n青波日報　2031年9月4日\n\n市は港の市場を再開した。店は四十ある。";
const STATION = "山あいの駅に図書室ができる\n記者　森田\n2031/9/5 7:00\n\n駅に図書室ができた。本は多い。";
const DATED = "9月4日の市の会議で決まったこと\n\n市は港の市場を再開した。店は四十ある。";

for (const [why, text, count] of /** @type {[string, string, number][]} */ ([
  ["two, one after the other", `${HARBOUR}\n\n${STATION}`, 2],
  ["one with subheads and dates", `${HARBOUR}\n\n再開までの三年間の歩み\n\n市場は2028年に閉じた。`, 1],
  ["one and a list of others", `${HARBOUR}\n\n山あいの駅に図書室ができる\n2031/9/5`, 1],
  ["one alone", HARBOUR, 1],
  ["minutes", `${DATED}\n\n${DATED}`, 1],
])) {
  test(`articles in one text: ${why}`, () => assert.equal(articlesIn(text).length, count));
}

test("several articles lose nothing", () => {
  assert.deepEqual(articlesIn(`${HARBOUR}\n\n${STATION}\n`), [HARBOUR, STATION]);
});

const FOREIGN = { notices: [{ code: "not_japanese", message: "" }] };

for (const [why, text, summary, found] of /** @type {[string, string, typeof FOREIGN, string][]} */ ([
  ["Japanese", TEXT, { notices: [] }, "japanese"],
  ["English", "The market opened again on Friday. It has forty shops.", FOREIGN, "latin"],
  ["Chinese", "市政府三日宣布重新开放港口市场。市场共有四十家店铺,许多人前来购物。", FOREIGN, "refused"],
  ["Korean", "시는 항구 시장을 다시 열었다. 가게는 마흔 곳이 있고 손님이 많다.", FOREIGN, "refused"],
  ["a few characters", "港口市场", FOREIGN, "latin"],
  ["no letters", "1234 5678", FOREIGN, "latin"],
])) {
  test(`languages: ${why}`, () => assert.equal(treatment(text, summary), found));
}
