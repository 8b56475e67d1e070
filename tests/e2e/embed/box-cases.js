/**
 * Cases of <youten-box> in a host page, by name: what stands in the page (%ARTICLE% is an article), and what happens.
 *
 * `run` gets the box and an object of helpers; what it returns must be `expected`, as JSON.
 */

const BOX = "<article><youten-box></youten-box>%ARTICLE%</article>";

/** Number of sentences that a box shows. */
const shown = (box) => box.shadowRoot.querySelectorAll(".text").length;

/** Computed style of a part of the box. */
const styleOf = (box, part) => getComputedStyle(box.shadowRoot.querySelector(part));

export const cases = {
  "an attribute that changes meanwhile counts": {
    body: '<article><youten-box sentences="2"></youten-box>%ARTICLE%</article>',
    run: async (box) => {
      const running = box.summarize();
      box.setAttribute("sentences", "4");
      return [(await running).sentences.length, shown(box)];
    },
    expected: [4, 4],
  },
  "sizes follow the text, not the root": {
    head: "<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style>",
    body: BOX,
    run: async (box) => [styleOf(box, ".box").fontSize, Math.round(parseFloat(styleOf(box, ".soft").fontSize))],
    expected: ["17px", 13],
  },
  "an own size": {
    head: "<style>youten-box { --youten-font-size: 20px }</style>",
    body: BOX,
    run: async (box) => styleOf(box, ".box").fontSize,
    expected: "20px",
  },
  "a reset does not show the hidden frame": {
    head: "<style>iframe { display: block; width: 100%; aspect-ratio: 16 / 9 } * { all: unset }</style>",
    body: BOX,
    run: async (box) => {
      await box.summarize();
      const frame = document.querySelector("html > iframe");
      return [frame.offsetHeight, getComputedStyle(frame).display];
    },
    expected: [0, "none"],
  },
  "the style of the text around it stays outside": {
    head: "<style>article { text-indent: 2em; text-transform: uppercase; word-spacing: 1em; white-space: pre }</style>",
    body: BOX,
    run: async (box) => {
      const { textIndent, textTransform, wordSpacing, whiteSpace } = styleOf(box, ".box");
      return [textIndent, textTransform, wordSpacing, whiteSpace];
    },
    expected: ["0px", "none", "0px", "normal"],
  },
  "load may change until something is shown": {
    body: BOX,
    run: async (box) => {
      const seen = [box.offsetHeight > 0];
      box.setAttribute("load", "never");
      seen.push(box.offsetHeight > 0);
      box.setAttribute("load", "click");
      seen.push(box.offsetHeight > 0);
      const made = new Promise((resolve) => box.addEventListener("youten-summary", resolve));
      box.setAttribute("load", "visible");
      await made;
      return [...seen, shown(box)];
    },
    expected: [true, false, true, 3],
  },
  "what the page hides stays hidden": {
    body: "<article><youten-box hidden></youten-box>%ARTICLE%</article>",
    run: async (box) => {
      const before = box.hidden;
      await box.summarize();
      return [before, box.hidden];
    },
    expected: [true, true],
  },
  "highlight may be false": {
    body: '<article><youten-box highlight="false"></youten-box>%ARTICLE%</article>',
    run: async (box) => {
      await box.summarize();
      return globalThis.CSS.highlights?.get("youten")?.size ?? 0;
    },
    expected: 0,
  },
  "a box that is moved goes on": {
    body: '<article><youten-box for="article"></youten-box>%ARTICLE%</article><div id="new"></div>',
    run: async (box) => {
      const running = box.summarize().then(
        ({ sentences }) => sentences.length,
        (error) => error.name,
      );
      document.querySelector("#new").append(box);
      return [await running, shown(box)];
    },
    expected: [3, 3],
  },
  "a box that is removed stops": {
    body: BOX,
    run: async (box) => {
      const running = box.summarize().catch((error) => error.name);
      box.remove();
      return running;
    },
    expected: "AbortError",
  },
  "properties beside attributes": {
    body: '<article><youten-box sentences="x" max-chars="90"></youten-box>%ARTICLE%</article>',
    run: async (box) => {
      const before = [box.sentences, box.maxChars, box.theme, box.highlight];
      Object.assign(box, { sentences: 1, maxChars: null, uiLang: "en", highlight: true });
      const { sentences } = await box.summarize();
      const attributes = ["sentences", "max-chars", "ui-lang", "highlight"].map((name) => box.getAttribute(name));
      return [before, attributes, sentences.length];
    },
    expected: [[null, 90, "", false], ["1", null, "en", ""], 1],
  },
  "an article in the same shadow tree": {
    body: '<div id="host">%ARTICLE%</div><youten-box></youten-box>',
    run: async () => {
      const host = document.querySelector("#host");
      const article = document.createElement("article");
      article.append(...host.childNodes);
      const box = document.createElement("youten-box");
      host.attachShadow({ mode: "open" }).append(box, article);
      return (await box.summarize()).sentences.length;
    },
    expected: 3,
  },
  "stopping is an event": {
    body: BOX,
    run: async (box) => {
      const events = [];
      for (const name of ["summary", "error", "cancel"]) addEventListener(`youten-${name}`, () => events.push(name));
      const running = box.summarize().catch((error) => error.name);
      box.cancel();
      return [await running, events];
    },
    expected: ["AbortError", ["cancel"]],
  },
};

/** Run a case in the page that was written for it. */
export async function run(name) {
  await customElements.whenDefined("youten-box");
  return cases[name].run(document.querySelector("youten-box"));
}
