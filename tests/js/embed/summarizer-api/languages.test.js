/** The language of a text, by its script. */
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "../../../../static/embed/summarizer-api/languages.js";

/** @type {[text: string, expected: string | undefined, reason: string][]} */
const TEXTS = [
  ["港町市の港で朝市が開かれた。", "ja", "Japanese"],
  ["JavaScript の Promise を async と await で書く。", "ja", "Japanese with much Latin"],
  ["The morning market opened in 港町.", "en", "English with a Japanese name"],
  ["", "", "nothing"],
  ["1234 !? 。", "", "no letters"],
  ["Сегодня хорошая погода.", undefined, "Russian"],
  ["안녕하세요. 반갑습니다.", undefined, "Korean"],
];

for (const [text, expected, reason] of TEXTS) {
  test(`language: ${reason}`, () => equal(languageOf(text), expected));
}
