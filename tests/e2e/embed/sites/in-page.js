/** A visit of a site, in its page. */

/**
 * Go from article to article with `go`, and use the box of each. Returns how many boxes were right: one in the page,
 * with lines of this article and no others, and how many frames there are in the end.
 */
export const visitAll = async (count, titles, automatic) => {
  const until = async (find) => {
    for (let left = 500; left; left -= 1) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`still waiting for ${find}`);
  };
  const linesOf = (box) => Array.from(box.shadowRoot.querySelectorAll(".text"), (line) => line.textContent);
  const isPartOf = (line, text) => {
    const rest = text[Symbol.iterator]();
    return [...line].every((wanted) => rest.some((character) => character === wanted));
  };
  let right = 0;
  for (let index = 1; index <= count; index += 1) {
    const page = index % titles.length;
    await globalThis.go(page);
    await until(() => document.querySelector("h1")?.textContent === titles[page]);
    const box = await until(() => document.querySelector("youten-box:defined"));
    const text = document.querySelector("article").textContent;
    // The lines of the article before go by themselves.
    await until(() => linesOf(box).every((line) => isPartOf(line, text)));
    if (automatic && index > 1) await until(() => linesOf(box).length > 0);
    else await box.summarize();
    const lines = linesOf(box);
    const fits = lines.length > 0 && lines.every((line) => isPartOf(line, text));
    if (fits && document.querySelectorAll("youten-box").length === 1) right += 1;
  }
  return [right, document.querySelectorAll("html > iframe").length];
};
