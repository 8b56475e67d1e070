/**
 * A Word document (.docx) -> text: paragraphs as the author sees them, with tracked changes accepted.
 *
 * Deleted and moved text, field codes, hidden text, readings and notes are left out; table cells follow each other on
 * a line. Source: ECMA-376 part 1 (WordprocessingML 17) and part 2 (packages). Names are compared without their
 * namespace, which differs between the transitional and the strict form.
 */
import { unzipSync } from "fflate";

import { ReadError } from "./errors.js";
import { unwrapped } from "./join.js";
import { attributes, parseXml } from "./xml.js";

// Bytes of XML, unpacked: a small archive may unfold to any size.
const LARGEST_PART = 60_000_000;
// Paragraphs with text; a book has some thousands.
const MOST_PARAGRAPHS = 100_000;
const RELATIONS = "_rels/.rels";
const MAIN = /\/officeDocument$/;
// Characters of a cell that names who says what stands in the next one.
const LONGEST_LABEL = 12;

const SKIPPED = new Set(
  (
    "del moveFrom instrText delText rt pPr tblPr trPr tcPr sectPr Fallback footnoteReference endnoteReference " +
    "commentReference sdtPr rubyPr rPrChange"
  ).split(" "),
);
/** @type {Record<string, string>} */
const CHARACTERS = { tab: "\t", ptab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

/**
 * Return one part of the package as text; "" if it does not exist.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 */
function part(bytes, name) {
  const filter = (/** @type {import("fflate").UnzipFileInfo} */ file) => {
    if (file.name === name && file.originalSize > LARGEST_PART) throw new ReadError("file_too_complex");
    return file.name === name;
  };
  return new TextDecoder().decode(unzipSync(bytes, { filter })[name] ?? new Uint8Array());
}

/** Return a table's row: a short cell before a sentence is the label of it. @param {readonly string[]} cells */
function rowText(cells) {
  const [label = "", ...others] = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const said = others.length === 1 && /。/.test(others[0] ?? "");
  const isLabel = label && label.length <= LONGEST_LABEL && !/[。、：:]/.test(label);
  return said && isLabel ? `${label}：${others[0]}` : [label, ...others].join("\t").trim();
}

/** One level of paragraphs: the document, a cell or a text box. */
class Level {
  /** @type {string[]} */
  finished = [];
  /** @type {string[]} of text boxes, which come after the paragraph that they are anchored to */
  boxes = [];
  text = "";
  /** @type {string[]} of the current row */
  cells = [];
  /** @type {string[]} of the current table */
  rows = [];

  /** @param {string} paragraph */
  finish(paragraph) {
    if (paragraph.trim()) this.finished.push(paragraph);
    if (this.finished.length > MOST_PARAGRAPHS) throw new ReadError("file_too_complex");
  }
}

/** Writes paragraphs in order, from the events of the main part. */
class Writer {
  /** @type {[Level, ...Level[]]} the innermost first */
  levels = [new Level()];
  /** Elements inside of one whose contents are not read. */
  #skipped = 0;
  #inText = false;
  #hidden = false;

  /** @param {string} name @param {string} written attributes */
  open(name, written) {
    if (this.#skipped || SKIPPED.has(name)) this.#skipped += 1;
    else if (name === "r") this.#hidden = false;
    else if (name === "vanish") this.#hidden = !/^(?:0|false|off)$/.test(attributes(written).val ?? "");
    else if (name === "t") this.#inText = true;
    else if (name in CHARACTERS) this.#add(CHARACTERS[name] ?? "");
    else if (name === "tc" || name === "txbxContent") this.levels.unshift(new Level());
  }

  /** @param {string} name */
  close(name) {
    if (this.#skipped) {
      this.#skipped -= 1;
      return;
    }
    const [level] = this.levels;
    if (name === "t") this.#inText = false;
    else if (name === "p") {
      level.finish(level.text);
      for (const box of level.boxes.splice(0)) level.finish(box);
      level.text = "";
    } else if (name === "tr") level.rows.push(rowText(level.cells.splice(0)));
    else if (name === "tbl") level.finish(level.rows.splice(0).join("\n"));
    else if (name === "tc" || name === "txbxContent") this.#leave(name);
  }

  /** @param {string} name */
  #leave(name) {
    const [inner, outer, ...others] = this.levels;
    if (!outer) return;
    if (name === "tc") outer.cells.push(inner.finished.join(" "));
    else outer.boxes.push(...inner.finished);
    this.levels = [outer, ...others];
  }

  /** @param {string} text */
  text(text) {
    if (this.#inText) this.#add(text);
  }

  /** @param {string} text */
  #add(text) {
    if (!this.#skipped && !this.#hidden) this.levels[0].text += text;
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {string}
 */
function mainPart(bytes) {
  const relations = part(bytes, RELATIONS);
  if (!relations) throw new ReadError("file_unsupported");
  let target = "";
  const open = (/** @type {string} */ _, /** @type {string} */ written) => {
    const found = attributes(written);
    if (MAIN.test(found.Type ?? "")) target ||= found.Target ?? "";
  };
  parseXml(relations, { open, close: () => undefined, text: () => undefined });
  const name = target.replace(/^\//, "");
  // Spreadsheets and presentations are packages of the same format.
  if (!name.startsWith("word/")) throw new ReadError("file_unsupported");
  return part(bytes, name);
}

/**
 * Return the document's text, with paragraphs separated by empty lines.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function readDocx(bytes) {
  try {
    const markup = mainPart(bytes);
    if (!markup) throw new ReadError("file_broken");
    const writer = new Writer();
    parseXml(markup, writer);
    return unwrapped(writer.levels[0].finished).join("\n\n");
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError("file_broken", error);
  }
}
