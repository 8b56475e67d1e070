/**
 * A Word document (.docx) -> text: paragraphs as the author sees them, with tracked changes accepted.
 *
 * Deleted and moved text, field codes, hidden text, readings and notes are left out; table cells follow each other on
 * a line. Source: ECMA-376 part 1 (WordprocessingML 17) and part 2 (packages). Names are compared without their
 * namespace, which differs between the transitional and the strict form.
 */
import { unzipSync } from "fflate";

import { parseInert } from "../../../shared/trust.js";
import { ReadError } from "./errors.js";

// Bytes of XML, unpacked: a small archive may unfold to any size.
const LARGEST_PART = 60_000_000;
const RELATIONS = "_rels/.rels";
const MAIN = /\/officeDocument$/;

const SKIPPED = new Set(
  (
    "del moveFrom instrText delText rt pPr rPr tblPr trPr tcPr sectPr Fallback footnoteReference endnoteReference " +
    "commentReference sdtPr rubyPr"
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
  const parts = unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize <= LARGEST_PART });
  return new TextDecoder().decode(parts[name] ?? new Uint8Array());
}

/** @param {string} markup */
function parseXml(markup) {
  const parsed = parseInert(markup, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length) throw new ReadError("file_broken");
  return parsed.documentElement;
}

/** @param {Element} element @param {string} name */
const child = (element, name) => Array.from(element.children).find(({ localName }) => localName === name);

/** @param {Element} run */
function isHidden(run) {
  const properties = child(run, "rPr");
  const vanish = properties && child(properties, "vanish");
  return Boolean(vanish) && !/^(?:0|false|off)$/.test(vanish?.getAttributeNS(vanish.namespaceURI, "val") ?? "");
}

/** Writes paragraphs in order; those of a text box come after the paragraph that it is anchored to. */
class Paragraphs {
  /** @type {string[]} */
  finished = [];

  /** @param {Element} element @returns {string} text of what is inside a paragraph */
  #inline(element) {
    let text = "";
    for (const node of element.children) {
      const name = node.localName;
      if (name === "t") text += node.textContent ?? "";
      else if (name in CHARACTERS) text += CHARACTERS[name];
      else if (name === "txbxContent") this.#boxes.push(node);
      else if (!SKIPPED.has(name) && !(name === "r" && isHidden(node))) text += this.#inline(node);
    }
    return text;
  }

  /** @type {Element[]} text boxes of the current paragraph */
  #boxes = [];

  /** @param {Element} table */
  #table(table) {
    const rows = Array.from(table.children).filter(({ localName }) => localName === "tr");
    const lines = rows.map((row) => {
      const cells = Array.from(row.children).filter(({ localName }) => localName === "tc");
      return cells.map((cell) => paragraphs(cell).join(" ").replace(/\s+/g, " ")).join("\t");
    });
    this.finished.push(lines.join("\n"));
  }

  /** @param {Element} element that holds paragraphs */
  add(element) {
    for (const node of element.children) {
      if (node.localName === "p") {
        this.finished.push(this.#inline(node));
        for (const box of this.#boxes.splice(0)) this.add(box);
      } else if (node.localName === "tbl") this.#table(node);
      else if (!SKIPPED.has(node.localName)) this.add(node);
    }
    return this;
  }
}

/** @param {Element} element */
const paragraphs = (element) => new Paragraphs().add(element).finished.filter((text) => text.trim());

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {string}
 */
function mainPart(bytes) {
  const relations = part(bytes, RELATIONS);
  if (!relations) throw new ReadError("file_unsupported");
  const main = Array.from(parseXml(relations).children).find((one) => MAIN.test(one.getAttribute("Type") ?? ""));
  const name = main?.getAttribute("Target")?.replace(/^\//, "") ?? "";
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
    return paragraphs(parseXml(markup)).join("\n\n");
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError("file_broken", error);
  }
}
