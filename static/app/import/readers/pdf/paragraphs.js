/**
 * Blocks of printed lines -> paragraphs.
 *
 * A line goes on in the next one if it reaches the right edge of its block, as far as the next word would not have
 * fitted, and the next line is neither set apart nor indented nor an item of a list. The end of a column or a page
 * is no end of a paragraph.
 */
import { joinLines } from "../join.js";
import { median } from "./columns.js";

/** @typedef {import("./columns.js").Line} Line */
/** @typedef {{lines: Line[], left: number, right: number, step: number, prose: boolean}} Block right: of the text */

// In distances of lines and in sizes: a gap between paragraphs.
const GAP = 1.35;
const LARGEST_STEP = 2.1;
// In sizes: an indent, what may be free at the end of a full line, the narrowest block whose lines can be full.
const INDENT = 0.7;
const SLACK = 1.1;
const NARROWEST = 8;
const OTHER_SIZE = 1.15;

const ITEM =
  /^(?:[・•●○■□◆◇▼▽▲△★☆※→▶►＊*‣◦]|[-–] |[(（]?[0-9０-９]{1,2}[)）.．:：、](?![0-9０-９])|[①-⑳❶-❿【]|第[0-9０-９一二三四五六七八九十]{1,3}[章節条回部])/;
const ENDED = /[。．｡！？!?][」』）)]*$/;
const PROSE = /[、。，．]/;

/** @param {Line[]} lines @returns {Block} */
function measured(lines) {
  const steps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y);
  const size = median(lines.map((line) => line.size));
  const text = lines.filter((line) => line.size <= size * OTHER_SIZE);
  return {
    lines,
    left: Math.min(...lines.map(({ x0 }) => x0)),
    right: Math.max(...text.map(({ x1 }) => x1)),
    step: median(steps.filter((step) => step > 0)),
    prose: lines.some(({ text }) => PROSE.test(text)),
  };
}

/** @param {Line} one @param {Line} other */
const sameSize = (one, other) => Math.max(one.size, other.size) <= OTHER_SIZE * Math.min(one.size, other.size);

/** Whether the first word of the next line would not have fitted behind a line. @param {Line} line @param {Line} next @param {Block} block */
function full(line, next, { left, right, prose }) {
  const word = /^[!-~]+/.exec(next.text)?.[0].length ?? 0;
  const needed = Math.max(word / 2, 1) + SLACK;
  return prose && right - left >= NARROWEST * line.size && right - line.x1 < needed * line.size;
}

/** @param {Line} first of the paragraph @param {Line} line @param {Line} next @param {Block} block */
function goesOn(first, line, next, block) {
  const step = line.y - next.y;
  if (!sameSize(line, next) || step > GAP * block.step || step > LARGEST_STEP * line.size) return false;
  if (ITEM.test(next.text)) return false;
  const hanging = ITEM.test(first.text) && next.x0 > first.x0 + (INDENT / 2) * line.size;
  if (!hanging && next.x0 > line.x0 + INDENT * line.size) return false;
  const ended = ENDED.test(line.text);
  // An item's text stays together; a paragraph that began with an indent ends where its line ends.
  if (ended && !hanging && line.x1 < block.right - SLACK * line.size) return false;
  if (full(line, next, block)) return true;
  return !ended && (hanging || /[、，]$/.test(line.text));
}

/** Whether a paragraph goes on in the next column or on the next page. @param {Block} block @param {Block} next */
function goesOver(block, next) {
  const [line, first] = [block.lines.at(-1), next.lines[0]];
  if (!line || !first || ENDED.test(line.text) || ITEM.test(first.text) || !sameSize(line, first)) return false;
  return first.x0 < next.left + INDENT * first.size && next.prose && full(line, first, block);
}

/** @param {Block} block @returns {Line[][]} */
function divided(block) {
  /** @type {Line[][]} */
  const found = [];
  for (const [index, line] of block.lines.entries()) {
    const before = block.lines[index - 1];
    const paragraph = found.at(-1);
    if (before && paragraph?.[0] && goesOn(paragraph[0], before, line, block)) paragraph.push(line);
    else found.push([line]);
  }
  return found;
}

/**
 * Return the paragraphs of all blocks.
 * @param {readonly Line[][]} blocks in the order of reading, of all pages
 * @returns {string[]}
 */
export function paragraphs(blocks) {
  /** @type {Line[][]} */
  const found = [];
  /** @type {Block | undefined} */
  let before;
  for (const block of blocks.filter((lines) => lines.length).map(measured)) {
    const [first = [], ...rest] = divided(block);
    const last = found.at(-1);
    if (before && last && goesOver(before, block)) last.push(...first);
    else found.push(first);
    found.push(...rest);
    before = block;
  }
  return found.map((lines) => joinLines(lines.map(({ text }) => text)));
}
