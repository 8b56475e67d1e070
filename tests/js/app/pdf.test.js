import assert from "node:assert/strict";
import { test } from "node:test";

import { Pages, unreadable } from "../../../static/app/import/readers/pdf/text.js";

/** @typedef {import("../../../static/app/import/readers/pdf/pieces.js").Item} Item */

/**
 * A piece of full-width text.
 * @param {string} str
 * @param {number} x
 * @param {number} y
 * @param {Partial<Item> & {size?: number}} [others]
 * @returns {Item}
 */
const piece = (str, x, y, { size = 10, ...others } = {}) => ({
  str,
  transform: [size, 0, 0, size, x, y],
  width: size * str.length,
  height: size,
  vertical: false,
  ...others,
});
/** Lines one below the other. @param {number} x @param {number} y @param {string[]} texts */
const lines = (x, y, ...texts) => texts.map((text, row) => piece(text, x, y - 15 * row));
/** A column of glyphs, each drawn by itself. @param {string} text @param {number} x @param {number} [size] */
const column = (text, x, size = 10) =>
  Array.from(text, (glyph, row) => piece(glyph, x, 400 - 1.2 * size * row, { size }));
/** Turn a page by a quarter. @param {Item[]} items */
const turned = (items) =>
  items.map((item) => {
    const [a = 0, , , d = 0, x = 0, y = 0] = item.transform;
    return { ...item, transform: [0, a, -d, 0, -y, x] };
  });

/** @param {Item[][]} pages */
function textOf(pages) {
  const all = new Pages();
  for (const page of pages) all.add(page);
  const steps = all.text();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const FIRST = ["市は古い市場を建て直し", "て、来年の春に開く。費", "用は三億円で、国が半分"];
const SECOND = ["を出す。市場は五十年前", "に建てられ、雨がもって", "いた。客は年に十万人。"];
const BOTH = [...FIRST, ...SECOND].join("");

for (const [why, pages, text] of /** @type {[string, Item[][], string][]} */ ([
  ["a full line goes on in the next", [lines(50, 200, ...FIRST)], FIRST.join("")],
  [
    "a short line that has ended ends its paragraph",
    [lines(50, 200, "市は、古い市場を開き直す", "と決めた。", "費用は、国が出すという。")],
    "市は、古い市場を開き直すと決めた。\n\n費用は、国が出すという。",
  ],
  [
    "an indent begins a paragraph",
    [
      [
        ...lines(50, 200, "市は、古い市場を開き直す。"),
        ...lines(60, 185, "費用は国が出し、来年か"),
        ...lines(50, 170, "ら直す。"),
      ],
    ],
    "市は、古い市場を開き直す。\n\n費用は国が出し、来年から直す。",
  ],
  [
    "a wide gap begins a paragraph",
    [[...lines(50, 200, "市は、古い市場を開き直す。"), ...lines(50, 170, "費用は、国が半分出すよ。")]],
    "市は、古い市場を開き直す。\n\n費用は、国が半分出すよ。",
  ],
  [
    "a headline is larger",
    [[piece("古い市場が開く朝に人", 50, 220, { size: 14 }), ...lines(50, 200, ...FIRST)]],
    `古い市場が開く朝に人\n\n${FIRST.join("")}`,
  ],
  ["names of equal length are a list", [lines(50, 200, "山田花子", "佐藤次郎")], "山田花子\n\n佐藤次郎"],
  [
    "an item of a list goes on under its text",
    [
      [
        ...lines(50, 200, "・市は、古い市場を開く"),
        ...lines(60, 185, "と決めた。"),
        ...lines(50, 170, "・費用は三億円。"),
      ],
    ],
    "・市は、古い市場を開くと決めた。\n\n・費用は三億円。",
  ],
  [
    "columns are read one after the other",
    [lines(50, 200, ...FIRST).flatMap((left, row) => [left, ...lines(190, 200 - 15 * row, SECOND[row] ?? "")])],
    BOTH,
  ],
  [
    "also where their lines are not level",
    [lines(50, 200, ...FIRST).flatMap((left, row) => [left, ...lines(190, 193 - 15 * row, SECOND[row] ?? "")])],
    BOTH,
  ],
  [
    "a table is read by its rows",
    [
      ["春", "夏", "秋"].flatMap((name, row) => [
        piece(name, 50, 200 - 15 * row),
        piece("三億円", 190, 200 - 15 * row),
      ]),
    ],
    "春\t三億円\n\n夏\t三億円\n\n秋\t三億円",
  ],
  [
    "vertical text, drawn glyph by glyph, from the right",
    [["市は古い市場を直し、", "来年の春に開くという", "。"].flatMap((text, index) => column(text, 300 - 18 * index))],
    "市は古い市場を直し、来年の春に開くという。",
  ],
  [
    "a large column is the headline of vertical text",
    [[...column("市場の朝", 330, 20), ...column("市は古い市場を直し、", 300), ...column("開いた。", 282)]],
    "市場の朝\n\n市は古い市場を直し、開いた。",
  ],
  [
    "vertical text of a vertical font",
    [
      ["市は古い市場を直し、", "開いた。"].map((text, index) =>
        piece(text, 300 - 18 * index, 400, { vertical: true, width: 10, height: 10 * text.length }),
      ),
    ],
    "市は古い市場を直し、開いた。",
  ],
  ["a page that lies on its side", [turned(lines(50, 200, ...FIRST))], FIRST.join("")],
  [
    "a watermark is left out",
    [[...lines(50, 200, ...FIRST), { ...piece("見本", 80, 150), transform: [7, 7, -7, 7, 80, 150] }]],
    FIRST.join(""),
  ],
  [
    "readings over a line are left out",
    [[piece("しじょう", 50, 209, { size: 5 }), ...lines(50, 200, "市場が、また開いたという。")]],
    "市場が、また開いたという。",
  ],
  [
    "the mark of a note is left out",
    [[piece("市場が開いた", 50, 200), piece("1)", 110, 204, { size: 5 }), piece("。", 116, 200)]],
    "市場が開いた。",
  ],
  [
    "notes below the text are left out",
    [[...lines(50, 200, ...FIRST), piece("1) 市の広報による。", 50, 100, { size: 7 })]],
    FIRST.join(""),
  ],
  [
    "the page's number and a browser's lines are left out",
    [
      [
        piece("9/4/31, 7:00", 50, 400, { size: 7 }),
        ...lines(50, 200, ...FIRST, ...SECOND),
        piece("https://a.example/", 50, 20, { size: 7 }),
        piece("1/2", 190, 20, { size: 7 }),
      ],
    ],
    BOTH,
  ],
  [
    "on a page that a browser printed, a menu above the headline",
    [
      [
        piece("2031/9/4 7:00", 50, 400, { size: 7 }),
        ...lines(50, 350, "社会", "市場の朝、また人が集まる。"),
        piece("古い市場が開く朝に人", 50, 300, { size: 14 }),
        ...lines(50, 270, ...FIRST, ...SECOND),
      ],
    ],
    `古い市場が開く朝に人\n\n${BOTH}`,
  ],
  [
    "on any other page, a line above the headline stays",
    [[piece("市場の朝", 50, 350), piece("古い市場が開く朝に人", 50, 300, { size: 14 }), ...lines(50, 270, ...FIRST)]],
    `市場の朝\n\n古い市場が開く朝に人\n\n${FIRST.join("")}`,
  ],
  [
    "a year alone in the text is none",
    [[...lines(50, 200, ...FIRST), ...lines(50, 120, "2031年。"), ...lines(50, 105, "それからも続く。")]],
    `${FIRST.join("")}\n\n2031年。\n\nそれからも続く。`,
  ],
  [
    "running titles go from two pages on, and a sentence goes on over them",
    [FIRST, SECOND].map((body, index) => [
      piece("市報みなと", 50, 400),
      ...lines(50, 200, ...body),
      piece(`- ${index + 1} -`, 90, 10),
    ]),
    BOTH,
  ],
  [
    "what is at another height on each page is no running title",
    [400, 300].map((y) => [piece("おわりに", 50, y), ...lines(50, y - 200, `市場は${y}円。`)]),
    "おわりに\n\n市場は400円。\n\nおわりに\n\n市場は300円。",
  ],
  [
    "a gap as wide as a character is the author's, a narrower one is justification",
    [[piece("市場", 50, 200), piece("再開", 74, 200), piece("来春", 104, 200)]],
    "市場再開　来春",
  ],
  ["a word drawn twice is bold", [[piece("市場", 50, 200), piece("市場", 50.4, 200)]], "市場"],
  ["a long vowel is no Latin letter", [[piece("コ", 50, 200), piece("ー", 63, 200), piece("ト", 76, 200)]], "コート"],
])) {
  test(`PDF: ${why}`, () => assert.equal(textOf(pages), text));
}

for (const [why, text, expected] of /** @type {[string, string, boolean][]} */ ([
  ["codes of glyphs", "\u0003\u0004\u0005&'\u0012()", true],
  ["private use characters", "\ue001\ue002市場", true],
  ["text", "市場が\n開いた。", false],
  ["one private character in a text", `${BOTH}\ue001`, false],
])) {
  test(`PDF without a table of characters: ${why}`, () => assert.equal(unreadable(text), expected));
}
