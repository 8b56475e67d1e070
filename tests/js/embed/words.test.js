/** The words of box and frame: the same keys in both languages, none unused, none missing. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as en from "../../../static/embed/words/en.js";
import * as ja from "../../../static/embed/words/ja.js";
import { languageFor, sentenceFor, speaker } from "../../../static/embed/words/say.js";

const STATIC = new URL("../../../static/", import.meta.url);

/** The scripts of a folder below static/, as one text. @param {string} folder */
const source = (folder) =>
  readdirSync(new URL(folder, STATIC), { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(new URL(`${folder}${name}`, STATIC), "utf8"))
    .join("\n");

// Keys that code names by a computed value: stages of the wait, and codes of errors.
const STAGES = ["download", "begin", "summarize"];
const code = ["embed/", "engine/", "shared/"].map(source).join("\n");
const codes = new Set(
  [...code.matchAll(/(?:EngineError|#fail|fail|failed)\("(\w+)"|code: "(\w+)"|code === "(\w+)"/g)].flat(),
);
const FROM_PYTHON = ["too_long", "unsupported", "memory"];

test("both languages have the same sections and keys, and no sentence is empty", () => {
  deepEqual(Object.keys(ja), Object.keys(en));
  for (const section of /** @type {const} */ (["box", "frame"])) {
    deepEqual(Object.keys(ja[section]), Object.keys(en[section]));
    for (const words of [ja, en]) ok(Object.values(words[section]).every((sentence) => sentence.trim()));
  }
});

test("both languages fill in the same values", () => {
  for (const [key, sentence] of Object.entries(ja.box)) {
    const places = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();
    deepEqual(places(sentence), places(en.box[/** @type {keyof typeof en.box} */ (key)]), key);
  }
});

test("no word is unused", () => {
  const said = new Set(
    [
      ...source("embed/element/").matchAll(/(?:say|#say|sentenceFor|EngineError)\("(\w+)"|\? "(\w+)" : "(\w+)"/g),
    ].flat(),
  );
  const boxed = Object.keys(ja.box).filter((key) => ![said, codes].some((names) => names.has(key)));
  deepEqual(
    boxed.filter((key) => ![...STAGES, ...FROM_PYTHON, "unknown"].includes(key)),
    [],
  );
  const framed = Object.keys(ja.frame).filter((key) => !source("embed/frame/").includes(`words.${key}`));
  deepEqual(framed, []);
});

test("errors without words of their own get the general sentence", () => {
  equal(sentenceFor("damaged"), "damaged");
  for (const unknown of ["nonsense", "", "constructor", "toString"]) equal(sentenceFor(unknown), "unknown");
});

test("languages and sentences", () => {
  for (const [tag, language] of [
    ["ja", "ja"],
    ["ja-JP", "ja"],
    ["JA", "ja"],
    ["en", "en"],
    ["jam", "en"],
    ["", "en"],
  ]) {
    equal(languageFor(/** @type {string} */ (tag)), language, tag);
  }
  equal(speaker("ja")("cost", { size: 7 }), "はじめに約7 MBを読み込みます。文章は端末の外に出ません。");
  equal(speaker("en")("download", { percent: 40 }), "Loading 40%");
});
