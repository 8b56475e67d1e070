/**
 * Return the length of what one change has put into a text, in UTF-16 code units: of the part that is neither in the
 * common beginning nor in the common end.
 * @param {string} before
 * @param {string} after
 */
export function insertedLength(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end += 1;
  return after.length - start - end;
}
