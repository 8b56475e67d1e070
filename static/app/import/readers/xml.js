/**
 * XML -> events, without a document in memory: a small archive may unfold to any number of elements.
 *
 * Only what office documents contain: no external entities, and none declared by the document. Throws a ReadError
 * where elements do not match or are nested too deeply. Each character is looked at once.
 * Source: https://www.w3.org/TR/xml/.
 */
import { ReadError } from "./errors.js";

// Levels of elements; documents for people have some dozens.
const DEEPEST = 500;
const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^<>[]*>|<(\/?)([^\s<>/"'=]+)([^<>]*?)(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** @type {Record<string, string>} */
const NAMED = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const LAST_POINT = 0x10ffff;

/** @param {string} text */
const unescaped = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi, (all, hex, decimal, name) => {
    if (name) return NAMED[name] ?? all;
    const point = hex ? parseInt(hex, 16) : Number(decimal);
    return point <= LAST_POINT ? String.fromCodePoint(point) : "";
  });

/** @param {string} name */
const local = (name) => name.slice(name.indexOf(":") + 1);

/** Return attributes by their names without the namespace's prefix. @param {string} text */
export const attributes = (text) =>
  Object.fromEntries(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = "", one, other]) => [local(name), unescaped(one ?? other ?? "")]),
  );

/**
 * @typedef {object} Handler names are without the namespace's prefix
 * @property {(name: string, attributes: string) => void} open attributes as they are written
 * @property {(name: string) => void} close
 * @property {(text: string) => void} text
 */

/**
 * @param {string} xml
 * @param {Handler} handler
 */
export function parseXml(xml, handler) {
  /** @type {string[]} */
  const open = [];
  let at = 0;
  for (const match of xml.matchAll(TOKEN)) {
    if (match.index !== at) throw new ReadError("file_broken");
    at += match[0].length;
    const [, cdata, closing, name, rest = "", empty, text] = match;
    if (cdata !== undefined) handler.text(cdata);
    else if (text !== undefined) handler.text(unescaped(text));
    else if (name && closing) {
      if (open.pop() !== name) throw new ReadError("file_broken");
      handler.close(local(name));
    } else if (name) {
      handler.open(local(name), rest);
      if (empty) handler.close(local(name));
      else open.push(name);
      if (open.length > DEEPEST) throw new ReadError("file_too_complex");
    }
  }
  if (open.length || at !== xml.length) throw new ReadError("file_broken");
}
