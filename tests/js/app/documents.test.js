import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";

import { checkSize } from "../../../static/app/import/readers/dom.js";
import { readDocx } from "../../../static/app/import/readers/docx.js";
import { readHtml } from "../../../static/app/import/readers/html.js";
import { unbroken, unwrapped } from "../../../static/app/import/readers/join.js";
import { readMail } from "../../../static/app/import/readers/mail.js";
import { parseXml } from "../../../static/app/import/readers/xml.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const RELATIONS = `<Relationships><Relationship Id="r" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`;

/** @param {string} body @param {string} [relations] */
const docx = (body, relations = RELATIONS) =>
  zipSync({ "_rels/.rels": strToU8(relations), "word/document.xml": strToU8(`<w:document>${body}</w:document>`) });
/** @param {string} text */
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
/** @param {string} text */
const paragraph = (text) => `<w:p>${run(text)}</w:p>`;
/** @param {string[]} cells */
const row = (...cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;

for (const [why, body, text] of /** @type {[string, string, string][]} */ ([
  ["paragraphs", paragraph("一。") + paragraph("二。"), "一。\n\n二。"],
  ["empty paragraphs are left out", `<w:p/>${paragraph("一。")}<w:p></w:p>`, "一。"],
  ["deleted text is left out", `<w:p><w:del>${run("古い")}</w:del>${run("市場。")}</w:p>`, "市場。"],
  [
    "hidden text is left out",
    `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>秘</w:t></w:r>${run("市場。")}</w:p>`,
    "市場。",
  ],
  [
    "text that is not hidden after all",
    '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>市場。</w:t></w:r></w:p>',
    "市場。",
  ],
  [
    "a text box comes after its paragraph",
    `<w:p><w:r><w:txbxContent>${paragraph("箱。")}</w:txbxContent></w:r>${run("市場。")}</w:p>`,
    "市場。\n\n箱。",
  ],
  ["cells of a table", `<w:tbl>${row("春", "三億円")}${row("夏", "二億円")}</w:tbl>`, "春\t三億円\n夏\t二億円"],
  ["minutes as a table", `<w:tbl>${row("議長", "市場を開く。")}</w:tbl>`, "議長：市場を開く。"],
  [
    "a table of sentences has no speakers",
    `<w:tbl>${row("市場を開く。", "客が来る。")}</w:tbl>`,
    "市場を開く。\t客が来る。",
  ],
  ["entities and other prefixes", "<x:p><x:r><x:t>A&amp;B&#x3042;<![CDATA[<c>]]></x:t></x:r></x:p>", "A&Bあ<c>"],
  ["a namespace's own characters", "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/></w:r></w:p>", "一\t二\n"],
])) {
  test(`Word: ${why}`, () => assert.equal(readDocx(docx(body)), text));
}

for (const [why, bytes, code] of /** @type {[string, Uint8Array<ArrayBuffer>, string][]} */ ([
  ["an element that is not closed", docx("<w:p>"), "file_broken"],
  ["elements that cross", docx("<w:p><w:r></w:p></w:r>"), "file_broken"],
  ["a spreadsheet", docx("", RELATIONS.replace("word/document", "xl/workbook")), "file_unsupported"],
  ["nested too deeply", docx(`${"<w:p>".repeat(1000)}${"</w:p>".repeat(1000)}`), "file_too_complex"],
  ["too many paragraphs", docx(paragraph("一。").repeat(100_001)), "file_too_complex"],
])) {
  test(`Word: ${why} is refused`, () => assert.throws(() => readDocx(bytes), { code }));
}

test("XML that is only beginnings of comments is looked at once", () => {
  const xml = "<!--".repeat(100_000);
  assert.throws(() => parseXml(xml, { open: () => {}, close: () => {}, text: () => {} }), { code: "file_broken" });
});

const FULL = [
  "港町市は、新しい図書館を来年四月に開館す",
  "ると発表した。建設費は二十億円で、半分は",
  "国の補助金でまかなう。市長は「市民の居場",
];
for (const [why, lines, expected] of /** @type {[string, string[], string[]][]} */ ([
  [
    "a paragraph for each printed line",
    ["図書館の計画", ...FULL, "所にしたい」と話した。"],
    ["図書館の計画", `${FULL.join("")}所にしたい」と話した。`],
  ],
  [
    "a list of titles of any length",
    ["図書館の計画", "市場が開く", "港の朝"],
    ["図書館の計画", "市場が開く", "港の朝"],
  ],
  ["paragraphs of a text are as long as they like", [...FULL, `${FULL.join("")}。`], [...FULL, `${FULL.join("")}。`]],
])) {
  test(`lines at a width: ${why}`, () => assert.deepEqual(unwrapped(lines), expected));
}

for (const [why, lines, expected] of /** @type {[string, string[], string[]][]} */ ([
  [
    "at phrases",
    ["昨日は、", "図書館に", "行ってきたよ", "本を", "借りた"],
    ["昨日は、図書館に行ってきたよ", "本を借りた"],
  ],
  ["two are a habit of nobody", ["開館へ", "図書館に", "行ってきたよ"], ["開館へ", "図書館に", "行ってきたよ"]],
  ["never into an item", ["昨日は、", "図書館に", "・本を", "借りた"], ["昨日は、図書館に", "・本を借りた"]],
])) {
  test(`lines broken by hand: ${why}`, () => assert.deepEqual(unbroken(lines), expected));
}

const STORY =
  "<p>市は古い市場を開き直すと発表した。費用は三億円で、国が半分を出す。</p><p>客は年に十万人を見込んでいる。</p>";
const TEXT = "市は古い市場を開き直すと発表した。費用は三億円で、国が半分を出す。\n\n客は年に十万人を見込んでいる。";
for (const [why, markup, text] of /** @type {[string, string, string][]} */ ([
  ["a part of a page stays whole", STORY, TEXT],
  [
    "the only h1 is the headline",
    `<title>市場｜港日報</title><article><h1>市場が開く</h1>${STORY}</article>`,
    `市場が開く\n\n${TEXT}`,
  ],
  [
    "marks of references",
    `<p>市場は港にある<sup>[1]</sup><sup>[<i>要出典</i>]</sup>。10<sup>2</sup>人が来る。</p>`,
    "市場は港にある。102人が来る。",
  ],
  [
    "a subscription",
    `<article>${STORY}<div class="c-paywall"><p>続きは会員登録をすると読めます。</p></div></article>`,
    TEXT,
  ],
  ["a name of a class says little of the story", `<article class="premium-article">${STORY}</article>`, TEXT],
  [
    "a list under its heading",
    `<article>${STORY}<h2>関連記事</h2><ul><li><a href="a">港に船が来た。</a></li></ul></article>`,
    TEXT,
  ],
  [
    "what comes again and again",
    `<article>${STORY.replaceAll("</p>", "</p><p>夏のセールは店頭で。</p>")}<p>夏のセールは店頭で。</p></article>`,
    TEXT,
  ],
  [
    "what comes twice stays",
    `<p>よいしょ、よいしょと引く。</p><p>よいしょ、よいしょと引く。</p>`,
    "よいしょ、よいしょと引く。\n\nよいしょ、よいしょと引く。",
  ],
  ["a hidden part", `<article>${STORY}<p style="display:none">見えない文だ。</p></article>`, TEXT],
  [
    "a page without html and body",
    `<!doctype html><meta charset=utf-8><title>市場</title><nav><a href=x>表</a></nav>${STORY}`,
    `市場\n\n${TEXT}`,
  ],
])) {
  test(`HTML: ${why}`, () => assert.equal(readHtml(markup).text, text));
}

for (const [why, markup] of /** @type {[string, string][]} */ ([
  ["blocks that are never closed", "<div>".repeat(2000)],
  ["formatting that is never closed", "<b><i>".repeat(2000)],
  ["very many elements", "<p></p>".repeat(70_000)],
  ["behind a comment and a script", `<!-- a --><script>"</div>"</script>${"<div>".repeat(2000)}`],
])) {
  test(`HTML: ${why} are refused before they are parsed`, () =>
    assert.throws(() => checkSize(markup), { code: "file_too_complex" }));
}

for (const [why, markup] of /** @type {[string, string][]} */ ([
  ["paragraphs and items without an end", "<ul><li>一<p>二".repeat(500)],
  ["empty elements", "<br><img><input>".repeat(1000)],
  ["elements in a script", `<script>${'"<div>"'.repeat(2000)}</script>`],
  ["a comment that never ends", `<!-- ${"<div>".repeat(2000)}`],
])) {
  test(`HTML: ${why} are no nesting`, () => checkSize(markup));
}

const HEAD = "Subject: =?UTF-8?B?5biC5aC0?=\r\n =?UTF-8?Q?=E3=81=AE=E6=9C=9D?=\r\nMIME-Version: 1.0\r\n";
for (const [why, mail, text] of /** @type {[string, string, string][]} */ ([
  [
    "plain text",
    `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n市場が開く。\r\n客が来る。`,
    "市場の朝\n\n市場が開く。\n客が来る。",
  ],
  [
    "base64",
    `${HEAD}Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: base64\n\n5biC5aC0\n44CC\n`,
    "市場の朝\n\n市場。",
  ],
  [
    "quoted-printable",
    `${HEAD}Content-Transfer-Encoding: quoted-printable\n\n=E5=B8=82=\n=E5=A0=B4=E3=80=82`,
    "市場の朝\n\n市場。",
  ],
  ["ISO-2022-JP", "Subject: a\nContent-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B;T>l\x1b(B", "a\n\n市場"],
  [
    "the plain one of two forms, without the attachment",
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>市場が開く。\n--c\nContent-Type: text/plain; charset=utf-8\n\n市場。\n--c--\n--b\nContent-Disposition: attachment; filename=a.txt\n\n付録\n--b--`,
    "市場の朝\n\n市場。",
  ],
  ["HTML alone", "Subject: a\nContent-Type: text/html; charset=utf-8\n\n<p>市場が開く。</p>", "a\n\n市場が開く。"],
])) {
  test(`mail: ${why}`, () => assert.equal(readMail(new TextEncoder().encode(mail)).text, text));
}
