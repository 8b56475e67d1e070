/** Finds several articles in one text: each begins with a headline and, soon after it, a line with a date. */

const DATE = /(?:\d{4}年|\d{1,2}月)\d{1,2}[月日]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[０-９]{1,2}月[０-９]{1,2}日/u;
const [SHORTEST_HEADLINE, LONGEST_HEADLINE] = [8, 60];
const LONGEST_DATE_LINE = 50;
// Lines between a headline and its date: a second headline, the writer.
const MOST_BETWEEN = 2;
// Full stops of the shortest article.
const LEAST_STOPS = 2;

/** @param {string} line */
const isHeadline = (line) =>
  line.length >= SHORTEST_HEADLINE &&
  line.length <= LONGEST_HEADLINE &&
  !/[。、：:]$|。/u.test(line) &&
  !DATE.test(line);
/** @param {string} line */
const isDate = (line) => line.length <= LONGEST_DATE_LINE && DATE.test(line) && !line.includes("。");

/** Whether a line with a date comes soon, and no sentence before it. @param {readonly string[]} lines @param {number} first */
function isDated(lines, first) {
  for (let at = first, filled = 0; at < lines.length && filled <= MOST_BETWEEN; at += 1) {
    const line = lines[at] ?? "";
    if (isDate(line)) return true;
    if (line.includes("。")) return false;
    if (line) filled += 1;
  }
  return false;
}

/**
 * Return the articles of a text, in order; one where there is nothing to divide.
 * @param {string} text
 * @returns {string[]}
 */
export function articlesIn(text) {
  const written = text.split("\n");
  const lines = written.map((line) => line.trim());
  const starts = lines.flatMap((line, index) =>
    isHeadline(line) && !(index && lines[index - 1]) && isDated(lines, index + 1) ? [index] : [],
  );
  if (starts.length < 2) return [text];
  const parts = starts.map((start, index) =>
    written
      .slice(index ? start : 0, starts[index + 1])
      .join("\n")
      .trim(),
  );
  return parts.every((part) => part.split("。").length > LEAST_STOPS) ? parts : [text];
}
