/** Recognises a text that is only the address of an article, or a title with an address, as phones share pages. */

const ADDRESS = /https?:\/\/[^\s<>"「」（）]+/g;
// Characters; a title with the name of its site is shorter.
const LONGEST_TITLE = 150;

/**
 * Return the address in a text that holds nothing to summarise beside it.
 * @param {string} text
 * @returns {string | undefined}
 */
export function addressIn(text) {
  if (text.length > 4000) return undefined;
  const rest = text.replace(ADDRESS, "").trim();
  const title =
    rest.length <= LONGEST_TITLE && !/。./u.test(rest) && rest.split("\n").filter((line) => line.trim()).length < 3;
  return title ? text.match(ADDRESS)?.[0] : undefined;
}
