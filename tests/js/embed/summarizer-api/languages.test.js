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
  ["港町市、朝市再開　十年振", "ja", "a headline without kana"],
  ["出席者　山田太郎　佐藤花子", "ja", "names"],
  ["今天港口的早市时隔十年重新开放，吸引了许多居民前来购物。", undefined, "Chinese, simplified"],
  ["港口的早市時隔十年重新開放，吸引許多居民前來購物。", undefined, "Chinese, traditional"],
  ["这是市场。", undefined, "a short sentence in Chinese"],
  [
    "在「さくら」市场里，居民们今天早上买到了新鲜的鱼，大家都说这个早市比十年前更加热闹。",
    undefined,
    "Chinese with a name in kana",
  ],
  ["안녕하세요. 반갑습니다.", undefined, "Korean"],
];

for (const [text, expected, reason] of TEXTS) {
  test(`language: ${reason}`, () => equal(languageOf(text), expected));
}
