import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

import { blockText } from "../../../static/app/import/readers/blocks.js";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

for (const [why, markup, text] of /** @type {[string, string, string][]} */ ([
  ["paragraphs have an empty line between them", "<p>一。</p><p>二。</p>", "一。\n\n二。"],
  ["blocks that are no paragraphs have a line each", "<div>一</div><div>二</div>", "一\n二"],
  ["readings are left out", "<ruby>市場<rp>(</rp><rt>しじょう</rt><rp>)</rp></ruby>が", "市場が"],
  ["a break of the source leaves no space in Japanese", "<p>市場が\n  再開した。</p>", "市場が再開した。"],
  ["and one between Latin words", "<p>hello\n  world</p>", "hello world"],
  ["white space is collapsed", "<p>a  b</p>", "a b"],
  ["a line break of the author stays", "<p>一<br>二</p>", "一\n二"],
  ["two of them are an empty line", "<p>一<br><br>二</p>", "一\n\n二"],
  ["scripts and forms are left out", "<p>一<script>x</script><button>押す</button></p>", "一"],
  ["hidden elements are left out", '<p>一</p><p hidden>二</p><p style="display: none">三</p>', "一"],
  [
    "cells of a row have tabs between them",
    "<table><tr><td>一</td><td>二</td></tr><tr><td>三</td></tr></table>",
    "一\t二\n三",
  ],
  ["preformatted text keeps its lines", "<pre>一\n  二</pre>", "一\n  二"],
])) {
  test(`text of a document: ${why}`, () => {
    const body = document.createElement("div");
    body.innerHTML = markup; // eslint-disable-line no-restricted-properties -- a document in Node
    assert.equal(blockText(body), text);
  });
}
