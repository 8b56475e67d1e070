import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { decode, detect } from "../../../static/app/import/readers/decode.js";
import { kindOf } from "../../../static/app/import/readers/kinds.js";

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
const hex = (/** @type {string} */ text) =>
  Uint8Array.from(text.replaceAll(" ", "").match(/../g) ?? [], (byte) => parseInt(byte, 16));
const binary = (/** @type {string} */ base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const REOPENED = "市場が再開した。";

for (const [why, bytes, text] of /** @type {[string, Uint8Array<ArrayBuffer>, string][]} */ ([
  ["UTF-8", utf8(REOPENED), REOPENED],
  ["UTF-8 with a mark", utf8(`\ufeff${REOPENED}`), REOPENED],
  ["Shift_JIS", hex("8e73 8fea 82aa 8dc4 8a4a 82b5 82bd 8142"), REOPENED],
  ["EUC-JP", hex("bbd4 beec a4ac bac6 b3ab a4b7 a4bf a1a3"), REOPENED],
  ["ISO-2022-JP", hex("1b2442 3b54 3e6c 242c 3a46 332b 2437 243f 2123 1b2842"), REOPENED],
  ["UTF-16, little-endian with a mark", hex("fffe 025e 3458 4c30 8d51"), "市場が再"],
  ["UTF-16, big-endian without a mark", hex("5e02 5834 304c 518d 958b 3057 305f 3002"), REOPENED],
  ["line breaks of other systems", utf8("a\r\nb\rc"), "a\nb\nc"],
])) {
  test(`decode: ${why}`, () => assert.equal(decode(bytes), text));
}

/** @type {{reason: string, spaces: number, bytes: string, encoding: string, text: string | null}[]} */
const TABLE = JSON.parse(readFileSync(new URL("../../encodings/table.json", import.meta.url), "utf8"));
// Node's decoders are those of ICU, which count the bytes of damaged characters in another way.
for (const { reason, spaces, bytes, encoding, text } of TABLE) {
  test(`encoding: ${reason}`, () => {
    const file = new Uint8Array([...new Uint8Array(spaces).fill(0x20), ...binary(bytes)]);
    const code = { unknown: "file_encoding", binary: "file_unsupported" }[encoding];
    if (code) return assert.throws(() => decode(file), { code });
    assert.equal(detect(file), encoding);
    if (text !== null) assert.equal(decode(file).trimStart(), text.replaceAll("\r\n", "\n"));
  });
}

for (const [why, bytes, code] of /** @type {[string, Uint8Array<ArrayBuffer>, string][]} */ ([
  ["a program", hex("0001 0203 0405 0607"), "file_unsupported"],
  ["bytes of no encoding", new Uint8Array(400).fill(0xff), "file_encoding"],
])) {
  test(`decode: ${why} is no text`, () => assert.throws(() => decode(bytes), { code }));
}

for (const [why, head, name, type, kind] of /** @type {[string, string, string, string, string][]} */ ([
  ["a PDF by its mark", "%PDF-1.7", "a.txt", "", "pdf"],
  ["a PDF with bytes before its mark", "\n\n%PDF-1.7", "a", "", "pdf"],
  ["a Word document", "PK\x03\x04", "a.docx", "", "docx"],
  ["an old Word document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "", "old_word"],
  ["a picture", "\x89PNG", "a.txt", "", "unsupported"],
  ["rich text", "{\\rtf1", "a.rtf", "", "unsupported"],
  ["a PDF that does not begin as one", "hello", "a.PDF", "", "broken"],
  ["HTML by its name", "hello", "a.xhtml", "", "html"],
  ["HTML by its type", "hello", "a", "text/html; charset=utf-8", "html"],
  ["HTML by its beginning", '<?xml version="1.0"?> <!DOCTYPE html>', "a", "", "html"],
  ["text", "<p>", "a.md", "text/markdown", "text"],
  ["nothing", "", "a", "", "text"],
])) {
  const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));
  test(`kind: ${why}`, () => assert.equal(kindOf(bytes, name, type), kind));
}
