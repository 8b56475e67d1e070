/** Says as what kind of text an article was read, with a button to read it as an ordinary article. */
import { element } from "../../shared/dom.js";
import { button } from "../page/button.js";
import { speaker } from "../words/say.js";

const say = speaker(__WORDS__.forms);

// Kinds that are read like any article, so that nothing need be said.
const ORDINARY = ["article", "webpage", "markdown"];

/** @type {string | undefined} the text that the reader wants to be read as an article */
let ordinary;

/** Return how to read a text; "" as what it looks like. @param {string} text */
export const formFor = (text) => (text === ordinary ? "article" : "");

/**
 * Return a sentence for the list of notices; undefined where the text is an ordinary article.
 * @param {string | undefined} form as what the text was read
 * @param {string} text
 */
export function readAs(form, text) {
  if (!form || ORDINARY.includes(form)) return undefined;
  const item = element("li", "quiet", say("readAs", { form: say(/** @type {"minutes"} */ (form)) }), " ");
  const act = () => {
    ordinary = text;
    item.dispatchEvent(new CustomEvent("read-again", { bubbles: true }));
  };
  item.append(button(say("asArticle"), act, "link"));
  return item;
}
