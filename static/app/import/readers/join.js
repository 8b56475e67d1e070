/** Joins printed lines, which have no space between full-width characters. */

/** Characters of scripts without spaces between words, with the radicals that PDFs use in place of them. */
export const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\p{sc=Han}]/u;

/** Return what stands between two parts that a line break separates. @param {string} before @param {string} after */
export function seam(before, after) {
  return WIDE.test(before.slice(-2)) || WIDE.test(after.slice(0, 2)) || /[-\s]$/.test(before) ? "" : " ";
}

/** @param {readonly string[]} lines */
export const joinLines = (lines) =>
  lines.map((line, index) => (index ? seam(lines[index - 1] ?? "", line) + line : line)).join("");

// Columns (a full-width character is two): the narrowest text that is broken at a width, and what a full line may
// leave empty.
const NARROWEST = 24;
const WIDEST = 112;
const RAG = 4;
const FEWEST_FULL = 3;
// A text that is broken by hand at phrases has no longer lines, and this many that break off.
const WIDEST_BROKEN = 84;
const FEWEST_BROKEN = 3;
const ENDED = /[。．｡！？!?…♪☆][」』）)]*$|[」』）)]$/;
const ITEM = /^(?:[・•●○■□◆◇▼▲★☆※→＊*【＜〈《#|①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．:：、](?![0-9])|[-–] )/;
// Particles and commas, which no sentence ends with.
const BREAKS_OFF = /[、，はがをにでともへてやの]$/;

/** @param {string} line */
const columns = (line) => Math.min(2 * line.length - (line.match(/[ -~｡-ﾟ]/g)?.length ?? 0), 2 * WIDEST);

/** Join each line to the one before it where a test says so. @param {readonly string[]} lines @param {(before: string) => boolean} goesOn */
function joinedWhere(lines, goesOn) {
  /** @type {string[][]} */
  const found = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const paragraph = found.at(-1);
    if (before && paragraph && goesOn(before) && !ITEM.test(line)) paragraph.push(line);
    else found.push([line]);
  }
  return found.map(joinLines);
}

/**
 * Return paragraphs in place of printed lines, if most lines break off at the same width.
 * @param {readonly string[]} lines
 */
export function unwrapped(lines) {
  const open = lines.filter((line) => !ENDED.test(line)).map(columns);
  const wrap = open.slice().sort((a, b) => a - b)[Math.floor((open.length - 1) * 0.9)] ?? 0;
  const full = open.filter((width) => Math.abs(width - wrap) <= RAG).length;
  const longer = lines.filter((line) => columns(line) > wrap + RAG).length;
  const wrapped = full >= FEWEST_FULL && full * 5 >= open.length * 3 && longer * 20 <= lines.length;
  if (!wrapped || wrap < NARROWEST || wrap > WIDEST) return [...lines];
  return joinedWhere(lines, (before) => !ENDED.test(before) && columns(before) >= wrap - RAG);
}

/**
 * Return lines joined where they were broken for their looks, if the text is: at phrases, in the middle of sentences.
 * @param {readonly string[]} lines
 */
export function unbroken(lines) {
  const broken = lines.filter((line) => BREAKS_OFF.test(line)).length;
  if (broken < FEWEST_BROKEN || lines.some((line) => columns(line) > WIDEST_BROKEN)) return [...lines];
  return joinedWhere(lines, (before) => BREAKS_OFF.test(before));
}
