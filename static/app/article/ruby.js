/** Text with furigana: strings and ruby elements in order. */
import { element } from "../../shared/dom.js";

/** @typedef {import("../../engine/protocol.js").Ruby} Ruby */

/**
 * Yield the part of `text` from `from` to `to`, without readings that are not completely inside it.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Ruby[]} rubies in order, not overlapping; offsets of `text`
 */
export function* annotated(text, from, to, rubies) {
  let at = from;
  for (const [start, end, kana] of rubies) {
    if (start < at || end > to) continue;
    if (start > at) yield text.slice(at, start);
    yield element("ruby", "", text.slice(start, end), element("rt", "", kana));
    at = end;
  }
  if (at < to) yield text.slice(at, to);
}
