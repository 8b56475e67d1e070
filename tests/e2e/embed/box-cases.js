/**
 * Cases of <youten-box> in a host page, by name: what stands in the page (%ARTICLE% and %OTHER% are articles), and what
 * happens. They run one after the other in one page, which has one engine.
 *
 * `run` gets the box and helpers; what it returns must be `expected`, as JSON.
 */

const BOX = "<article><youten-box></youten-box>%ARTICLE%</article>";

/** Sentences that a box shows. */
const linesIn = (box) => Array.from(box.shadowRoot.querySelectorAll(".text"), (line) => line.textContent);

/** Number of sentences that a box shows. */
const shown = (box) => linesIn(box).length;

/** Whether all of a box's lines are in the page's text, character by character. */
const fits = (box, element = document.querySelector("article")) =>
  linesIn(box).every((line) => {
    const rest = element.textContent[Symbol.iterator]();
    return [...line].every((wanted) => rest.some((character) => character === wanted));
  });

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Wait until something is true. */
async function until(isSo) {
  while (!isSo()) await wait(20);
}

/** Label of the box's button, "" if it is hidden. */
const buttonOf = (box) => {
  const button = box.shadowRoot.querySelector(".button");
  return button.hidden ? "" : button.textContent;
};

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
    style: "html { font-size: 62.5% } body { font-size: 1.6rem }",
    body: BOX,
    run: async (box) => [styleOf(box, ".box").fontSize, Math.round(parseFloat(styleOf(box, ".soft").fontSize))],
    expected: ["17px", 13],
  },
  "an own size": {
    style: "youten-box { --youten-font-size: 20px }",
    body: BOX,
    run: async (box) => styleOf(box, ".box").fontSize,
    expected: "20px",
  },
  "a reset does not show the hidden frame": {
    style: "iframe { display: block; width: 100%; aspect-ratio: 16 / 9 } * { all: unset }",
    body: BOX,
    run: async (box) => {
      await box.summarize();
      const frame = document.querySelector("html > iframe");
      return [frame.offsetHeight, getComputedStyle(frame).display];
    },
    expected: [0, "none"],
  },
  "the style of the text around it stays outside": {
    style: "article { text-indent: 2em; text-transform: uppercase; word-spacing: 1em; white-space: pre }",
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
      return [await running, [...events]];
    },
    expected: ["AbortError", ["cancel"]],
  },
  "another article in its place: the old lines go": {
    body: '<main><article><h1>題</h1><youten-box></youten-box><div id="text">%ARTICLE%</div></article></main>',
    run: async (box, { other }) => {
      await box.summarize();
      let cleared = 0;
      box.addEventListener("youten-clear", () => (cleared += 1));
      document.querySelector("#text").innerHTML = other;
      await wait(0);
      const before = [cleared, shown(box), buttonOf(box)];
      await box.summarize();
      return [before, shown(box), fits(box)];
    },
    expected: [[1, 0, "要約する"], 3, true],
  },
  "an article that is replaced or only changes its text, with auto-update": {
    body: '<youten-box for="article" auto-update></youten-box><article>%ARTICLE%</article>',
    run: async (box, { other, article }) => {
      const told = [];
      box.addEventListener("youten-summary", () => told.push(fits(box)));
      await box.summarize();
      document.querySelector("article").outerHTML = `<article>${other}</article>`;
      await until(() => told.length === 2);
      const texts = document.createElement("div");
      texts.innerHTML = article;
      const [from, to] = [texts, document.querySelector("article")].map((element) => [...element.children]);
      to.forEach((line, index) => (line.firstChild.data = from[index]?.textContent ?? "。"));
      await until(() => told.length === 3);
      return told;
    },
    expected: [true, true, true],
  },
  "an article that is gone, and one that comes later": {
    body: '<youten-box for="article"></youten-box><article>%ARTICLE%</article>',
    run: async (box, { other }) => {
      await box.summarize();
      document.querySelector("article").remove();
      await wait(0);
      const gone = [shown(box), await box.summarize().catch(({ code }) => code), buttonOf(box)];
      await wait(250);
      box.insertAdjacentHTML("afterend", `<article>${other}</article>`);
      await wait(0);
      const came = [box.shadowRoot.querySelector(".error").textContent, buttonOf(box)];
      await box.summarize();
      return [...gone, ...came, shown(box), fits(box)];
    },
    expected: [0, "no_article", "もう一度", "", "要約する", 3, true],
  },
  "changes beside the sentences change nothing": {
    body: BOX,
    run: async (box) => {
      await box.summarize();
      const before = linesIn(box);
      const article = document.querySelector("article");
      article.insertAdjacentHTML("beforeend", "<p>いいね 12</p>");
      article.querySelector("h1").textContent = "訂正した見出し";
      document.body.insertAdjacentHTML("beforeend", "<aside>広告</aside>");
      await wait(250);
      return JSON.stringify(before) === JSON.stringify(linesIn(box));
    },
    expected: true,
  },
  "the same text in new nodes is marked again": {
    body: '<youten-box for="article" highlight></youten-box><article>%ARTICLE%</article>',
    run: async (box) => {
      await box.summarize();
      const article = document.querySelector("article");
      article.replaceWith(article.cloneNode(true));
      await wait(0);
      const marks = globalThis.CSS.highlights?.get("youten");
      return marks ? [...marks].every((range) => range.startContainer.isConnected) : true;
    },
    expected: true,
  },
  "an article that changes while it is summarised": {
    body: '<youten-box for="article"></youten-box><article>%ARTICLE%</article>',
    run: async (box, { other }) => {
      const running = box.summarize();
      document.querySelector("article").innerHTML = other;
      const { sentences } = await running;
      return [sentences.length, fits(box)];
    },
    expected: [3, true],
  },
  "static lines, one of them shortened, stand in the article and go with it": {
    body:
      '<youten-box for="article"><ul><li>授業は2026年に地元の遠藤岬さんの呼びかけで始まった。</li><li>費用は年に約320万円で、' +
      "市とヨット協会が半分ずつ出す。</li></ul></youten-box><article>%ARTICLE%</article>",
    run: async (box, { other }) => {
      const linked = box.shadowRoot.querySelectorAll("button.seal").length;
      document.querySelector("article").innerHTML = other;
      await wait(0);
      return [linked, shown(box), buttonOf(box)];
    },
    expected: [2, 0, "要約する"],
  },
  "static lines that come after the box": {
    body: '<youten-box for="article"></youten-box><article>%ARTICLE%</article>',
    run: async (box) => {
      box.innerHTML = "<ul><li>記事にない文。</li></ul>";
      await wait(0);
      return [linesIn(box), buttonOf(box)];
    },
    expected: [["記事にない文。"], ""],
  },
  "the article itself in place of a selector": {
    body: '<youten-box></youten-box><article class="a">%ARTICLE%</article><article class="b">%OTHER%</article>',
    run: async (box) => {
      const [first, second] = document.querySelectorAll("article");
      box.article = second;
      await box.summarize();
      const before = fits(box, second);
      box.article = first;
      const after = [shown(box), box.article.className];
      await box.summarize();
      return [before, ...after, fits(box, first)];
    },
    expected: [true, 0, "a", true],
  },
  "an article in another language": {
    body: "<article><youten-box></youten-box><p>今天港口的早市时隔十年重新开放，吸引了许多居民前来购物。</p></article>",
    run: async (box) => [
      await box.summarize().catch(({ code }) => code),
      box.shadowRoot.querySelector(".error").textContent,
    ],
    expected: ["language", "この言語の記事は要約できません。"],
  },
  "a page that removes the frame": {
    body: BOX,
    run: async (box) => {
      const first = (await box.summarize()).sentences.length;
      document.querySelector("html > iframe").remove();
      const second = (await box.summarize()).sentences.length;
      const third = box.summarize();
      document.querySelector("html > iframe").remove();
      return [first, second, (await third).sentences.length, document.querySelectorAll("html > iframe").length];
    },
    expected: [3, 3, 3, 1],
  },
  "a page that moves the frame, which loads it anew": {
    body: BOX,
    run: async (box) => {
      await box.summarize();
      document.body.append(document.querySelector("html > iframe"));
      await wait(250);
      return (await box.summarize()).sentences.length;
    },
    expected: 3,
  },
  "auto.js: another article without a reload": {
    body: "<main><article>%ARTICLE%</article></main>",
    run: async (_, { auto, other }) => {
      await auto("");
      const first = document.querySelector("youten-box");
      await first.summarize();
      document.querySelector("main").innerHTML = `<article>${other}${other}</article>`;
      await until(() => document.querySelector("youten-box"));
      const [second, ...more] = document.querySelectorAll("youten-box");
      const before = [second !== first, second.previousElementSibling.localName, shown(second)];
      await second.summarize();
      return [...before, more.length, fits(second)];
    },
    expected: [true, "h1", 0, 0, true],
  },
  "auto.js: a box for each article, also for those that come later": {
    body: '<main><div class="post">%ARTICLE%</div><div class="post">%OTHER%</div></main><div class="post"><youten-box></youten-box>x</div>',
    run: async (_, { auto, article }) => {
      await auto('data-each data-target=".post" data-sentences="2"');
      document.querySelector("main").insertAdjacentHTML("beforeend", `<div class="post">${article}</div>`);
      await until(() => document.querySelectorAll("youten-box").length === 4);
      await wait(250);
      const posts = [...document.querySelectorAll(".post")];
      const boxes = posts.map((post) => post.querySelectorAll("youten-box"));
      await Promise.all(boxes.slice(0, 3).map(([box]) => box.summarize()));
      return boxes.map(([box], index) => [boxes[index].length, shown(box), fits(box, posts[index])]);
    },
    expected: [
      [1, 2, true],
      [1, 2, true],
      [1, 2, true],
      [1, 0, true],
    ],
  },
  "auto.js: where the box goes": {
    body: '<header></header><article>%ARTICLE%</article><div id="slot"> </div>',
    run: async (_, { auto }) => {
      const seen = [];
      for (const where of ["before", "after", "h1 + p", "#slot", "[["]) {
        for (const box of document.querySelectorAll("youten-box")) box.remove();
        // Without an article the script before finds no place of its own meanwhile.
        const article = document.querySelector("article");
        const room = document.createElement("div");
        article.replaceWith(room);
        await auto(`data-place="${where}"`);
        room.outerHTML = article.outerHTML;
        await until(() => document.querySelector("youten-box"));
        const box = document.querySelector("youten-box");
        seen.push(
          `${box.parentElement.id || box.parentElement.localName} ${box.previousElementSibling?.localName ?? ""}`,
        );
      }
      return seen;
    },
    expected: ["body header", "body article", "article p", "slot ", "article h1"],
  },
  "auto.js: a page that takes the box away is left alone in the end": {
    body: "<article>%ARTICLE%</article>",
    run: async (_, { auto }) => {
      let count = 0;
      new MutationObserver(() => {
        const box = document.querySelector("article > youten-box");
        count += box ? 1 : 0;
        box?.remove();
      }).observe(document.querySelector("article"), { childList: true });
      await auto("");
      await wait(1500);
      return count;
    },
    expected: 5,
  },
};

/**
 * Run all cases in this page. Returns what each gives, or the error that it ends with.
 * @param {{article: string, other: string, script: string}} given markup of two articles, address of auto.js
 */
export async function runAll({ article, other, script }) {
  await customElements.whenDefined("youten-box");
  const style = document.createElement("style");
  document.head.append(style);
  const auto = (attributes) => {
    const made = document.createRange().createContextualFragment(`<script src="${script}" ${attributes}></script>`);
    return new Promise((resolve) => {
      made.firstChild.addEventListener("load", resolve);
      document.head.append(made);
    });
  };
  const found = {};
  for (const [name, { body, style: text = "", run }] of Object.entries(cases)) {
    style.textContent = text;
    document.body.innerHTML = body.replaceAll("%ARTICLE%", article).replaceAll("%OTHER%", other);
    const late = wait(20_000).then(() => "too late");
    const work = run(document.querySelector("youten-box"), { article, other, auto });
    found[name] = await Promise.race([work, late]).catch(String);
  }
  return found;
}
