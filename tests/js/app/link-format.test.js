import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { packLink, unpackLink } from "../../../static/app/share/link-format.js";

const ARTICLE = "市は三日、港の市場を再開した。客は朝から並んだ。";
const LINE = { text: "市は港の市場を再開した。", start: 0, end: 15 };

/** The value of a link with any contents. @param {unknown} contents JSON where it is no text */
function link(contents, version = "1") {
  const text = typeof contents === "string" ? contents : JSON.stringify(contents);
  const bytes = deflateRawSync(new TextEncoder().encode(text));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `${version}.${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

test("what is packed is unpacked", async () => {
  const shared = { title: "港の市場", lines: [LINE], article: ARTICLE, wish: { sentences: 1, focus: "港" } };
  assert.deepEqual(await unpackLink(await packLink(shared)), shared);
});

test("without the article the places are left out", async () => {
  const value = await packLink({ title: "", lines: [LINE], article: "", wish: {} });
  assert.deepEqual(await unpackLink(value), {
    title: "",
    lines: [{ text: LINE.text, start: 0, end: 0 }],
    article: "",
    wish: { sentences: 1 },
  });
});

for (const [why, value] of /** @type {[string, string][]} */ ([
  ["another version", link({ s: ["文。"] }, "2")],
  ["no contents", "1."],
  ["a third part", `${link({ s: ["文。"] })}.x`],
  ["no base64", "1.%%%"],
  ["no deflate", "1.AAAA"],
  ["cut off", link({ s: ["長い文です。".repeat(50)] }).slice(0, 20)],
  ["no JSON", link("{")],
  ["no object", link("null")],
  ["no sentences", link({ s: [] })],
  ["too many sentences", link({ s: Array(11).fill("文。") })],
  ["a sentence that is too long", link({ s: ["あ".repeat(2001)] })],
  ["a sentence that is no text", link({ s: [1] })],
  ["an empty sentence", link({ s: [" "] })],
  ["a title that is too long", link({ t: "あ".repeat(301), s: ["文。"] })],
  ["a place outside of the article", link({ s: [["文。", 0, 9]], a: "文。" })],
  ["a place that is no number", link({ s: [["文。", "0", 2]], a: "文。" })],
  ["control characters in the article", link({ s: [["文。", 0, 2]], a: "文。\u0000" })],
  ["contents that unfold to too much", link(`{"s":["文。"],"x":"${"あ".repeat(1_000_000)}"}`)],
])) {
  test(`a link is refused: ${why}`, async () => assert.equal(await unpackLink(value), undefined));
}

test("characters that change the direction of writing are removed", async () => {
  const shared = await unpackLink(link({ t: "a\u202eb", s: ["c\u2066d。"] }));
  assert.deepEqual([shared?.title, shared?.lines[0]?.text], ["ab", "cd。"]);
});

test("options that no page could have asked for are ignored", async () => {
  const shared = await unpackLink(link({ s: ["文。"], o: { sentences: 11, maxChars: -1, focus: 3, whole: "yes" } }));
  assert.deepEqual(shared?.wish, { sentences: 1 });
});
