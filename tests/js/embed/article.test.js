/** Finding and reading the article of a page, and what a box's attributes ask for, on a small DOM. */
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

const PAGE = parseHTML("<!doctype html><title>x</title>");
for (const name of /** @type {const} */ (["Text", "Element", "Range"])) {
  Object.defineProperty(globalThis, name, { value: PAGE[name], configurable: true });
}
Object.defineProperty(globalThis, "Node", { value: { ELEMENT_NODE: 1, TEXT_NODE: 3 }, configurable: true });
const { findArticle, likelyLengths, readArticle } = await import("../../../static/embed/element/article.js");
const { articleOf, formatOf, optionsOf, themeOf } = await import("../../../static/embed/element/attributes.js");
const { staticResult } = await import("../../../static/embed/element/static-text.js");

const LONG = "港町市の港で朝市が十年ぶりに開かれた。".repeat(12);

/** @param {string} body */
const documentOf = (body) => parseHTML(`<!doctype html><html lang="ja"><body>${body}</body></html>`).document;

/** @param {string} body @param {string} [selector] */
function elementOf(body, selector = "article") {
  const found = documentOf(body).querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** @type {[body: string, expected: string | undefined, reason: string][]} */
const PAGES = [
  [`<main id="a"><p>${LONG}</p></main>`, "a", "main"],
  [`<main><div class="entry-content" id="b"><p>${LONG}</p></div></main>`, "b", "a usual class, inside main"],
  [
    `<article id="c"><p>${LONG}</p></article><article id="d"><p>${LONG}${LONG}</p></article>`,
    "d",
    "the longest of several",
  ],
  [
    `<div class="post-body" id="e"><p>短い。</p></div><main id="f"><p>${LONG}</p></main>`,
    "f",
    "too little in the first",
  ],
  [
    `<div itemprop="articleBody" id="g"><p>${LONG}</p></div><article><p>${LONG}${LONG}</p></article>`,
    "g",
    "marked up as the article",
  ],
  [`<main id="h">${LONG}</main>`, "h", "text without paragraphs"],
  [`<main><p>短い。</p></main>`, undefined, "no running text"],
  [`<div><p>${LONG}</p></div>`, undefined, "no element that says so"],
];

for (const [body, expected, reason] of PAGES) {
  test(`article: ${reason}`, () => equal(findArticle(documentOf(body))?.id, expected));
}

/** @type {[body: string, expected: string, reason: string][]} */
const TEXTS = [
  ["<p>一。</p><p>二。</p>", "一。\n\n二。\n\n", "paragraphs"],
  ["<p>一。<br>二。</p>", "一。\n二。\n\n", "a forced line break"],
  ["<p>朝市が\n    開かれた。</p>", "朝市が開かれた。\n\n", "a line break of the source in Japanese"],
  ["<p>open\n  source の店</p>", "open source の店\n\n", "and beside Latin letters"],
  ["<p><ruby>鮏川<rp>(</rp><rt>さけかわ</rt><rp>)</rp></ruby>港</p>", "鮏川港\n\n", "ruby readings"],
  ["<p>一。</p><pre>code</pre><script>x</script><nav>目次</nav>", "一。\n\n", "no running text"],
  ["<p>一。</p><p hidden>秘</p><p aria-hidden='true'>秘</p>", "一。\n\n", "hidden text"],
  [
    "<youten-box><ul><li>要約</li></ul></youten-box><aside class='youten'>要約</aside><p>一。</p>",
    "一。\n\n",
    "our own box",
  ],
  ["<p>太<b>字</b>と<a href='#'>リンク</a></p>", "太字とリンク\n\n", "inline elements"],
];

for (const [body, expected, reason] of TEXTS) {
  test(`text: ${reason}`, () => {
    const { text, pieces } = readArticle(elementOf(`<article>${body}</article>`));
    equal(text, expected);
    for (const { node, from, start, length } of pieces)
      equal(node.data.slice(from, from + length), text.slice(start, start + length));
  });
}

/** @type {[page: string, expected: string, reason: string][]} */
const TITLES = [
  ["<h1>サイト</h1><article><h1> 朝市が\n開かれる </h1></article>", "朝市が 開かれる", "inside the article"],
  ["<h1>朝市が開かれる</h1><article><p>一。</p></article>", "朝市が開かれる", "above the article"],
  ["<article><p>一。</p></article>", "", "none"],
];

for (const [page, expected, reason] of TITLES) {
  test(`headline: ${reason}`, () => equal(readArticle(elementOf(page)).title, expected));
}

test("likely lengths: of the first sentences, within bounds", () => {
  const sentence = `${"あ".repeat(39)}。`;
  deepEqual(likelyLengths(sentence + `${"い".repeat(200)}。`, 3), [40, 80, 45]);
  deepEqual(likelyLengths("短い。", 2), [45, 45]);
});

/** @type {[attributes: string, expected: object, reason: string][]} */
const OPTIONS = [
  ["", { sentences: 3, lang: "ja" }, "none"],
  ['sentences="5" max-chars="120"', { sentences: 5, maxChars: 120, lang: "ja" }, "both"],
  ['sentences="0" max-chars="-1"', { sentences: 3, lang: "ja" }, "too small"],
  ['sentences="11"', { sentences: 3, lang: "ja" }, "too large"],
  ['sentences="2.5" max-chars="many"', { sentences: 3, lang: "ja" }, "no whole numbers"],
  ['sentences="" max-chars=""', { sentences: 3, lang: "ja" }, "empty"],
];

for (const [attributes, expected, reason] of OPTIONS) {
  test(`options of a box: ${reason}`, () => {
    deepEqual(optionsOf(elementOf(`<youten-box ${attributes}></youten-box>`, "youten-box")), expected);
  });
}

test("theme and format of a box", () => {
  const box = (/** @type {string} */ attributes) => elementOf(`<youten-box ${attributes}></youten-box>`, "youten-box");
  deepEqual(["", 'theme="auto"', 'theme="dark"', 'theme="DARK"', 'theme="inherit"'].map((text) => themeOf(box(text))),
    [undefined, undefined, "dark", undefined, "inherit"]); // prettier-ignore
  deepEqual(["", 'format="list"', 'format="paragraph"', 'format="x"'].map((text) => formatOf(box(text))),
    ["list", "list", "paragraph", "list"]); // prettier-ignore
});

/** @type {[body: string, expected: string | undefined, reason: string][]} */
const TARGETS = [
  [`<article id="a"><youten-box></youten-box></article>`, "a", "the article around it"],
  [`<youten-box></youten-box><main id="b"><p>${LONG}</p></main>`, "b", "the article of the page"],
  [`<youten-box for="#c"></youten-box><div id="c"></div>`, "c", "a selector"],
  [`<youten-box for="#nowhere"></youten-box><main><p>${LONG}</p></main>`, undefined, "a selector without a match"],
];

for (const [body, expected, reason] of TARGETS) {
  test(`article of a box: ${reason}`, () => equal(articleOf(elementOf(body, "youten-box"))?.id, expected));
}

test("static text in a box", () => {
  const box = elementOf(
    `<youten-box><aside data-youten="0.9.0"><li> 一。 </li><li></li><li>三。</li></aside></youten-box>`,
    "youten-box",
  );
  const reading = { text: "零。一。二。", title: "", pieces: [] };
  deepEqual(staticResult(box, reading), {
    sentences: [
      { text: "一。", start: 2, end: 4, segments: [[2, 4]] },
      { text: "三。", start: -1, end: -1, segments: [] },
    ],
    text: reading.text,
    engine: "",
    version: "0.9.0",
  });
  equal(staticResult(elementOf("<youten-box></youten-box>", "youten-box"), undefined), undefined);
});
