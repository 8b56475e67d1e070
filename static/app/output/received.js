/**
 * A summary out of a link: shown read-only above the page, with what can be checked of it. Loaded when there is one.
 *
 * The link stays in the address until it is closed, so that a reload or a bookmark shows it again.
 * It is somebody else's text. It becomes text nodes, it is told apart from what this page makes, and its sentences
 * are held against the article if that came too.
 */
import { announce, clearHash, complain, element, putArticle } from "../kit.js";
import { standsIn, unpackLink } from "./link.js";
import { say } from "./words.js";

/** @typedef {import("./link.js").Shared} Shared */

/** @param {Shared} shared */
function verdict({ lines, article }) {
  if (!article) return { sentence: say("sharedUnchecked"), wrong: false };
  const wrong = !lines.every((line) => standsIn(line, article));
  return { sentence: say(wrong ? "sharedWrong" : "sharedChecked"), wrong };
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const node = element("button", "button", label);
  node.setAttribute("type", "button");
  node.addEventListener("click", act);
  return node;
}

/** @param {string} article */
const reading = (article) =>
  element(
    "details",
    "received-article",
    element("summary", "", say("sharedArticle")),
    ...article.split(/\n+/).flatMap((line) => (line.trim() ? [element("p", "", line)] : [])),
  );

/** @param {Shared} shared */
function box(shared) {
  const { title, lines, article } = shared;
  const name = element("h2", "box-name", "AI要約");
  const list = element("ol", "lines", ...lines.map(({ text }) => element("li", "", text)));
  list.setAttribute("role", "list");
  list.lang = "ja";
  const { sentence, wrong } = verdict(shared);
  const close = () => {
    root.remove();
    clearHash();
    document.getElementById("field")?.focus();
  };
  const buttons = [button(say("sharedClose"), close)];
  if (article) {
    const summarize = () => {
      close();
      putArticle(article);
    };
    buttons.unshift(button(say("sharedSummarize"), summarize));
  }
  const root = element(
    "section",
    "received",
    element("p", "quiet", `${say("sharedTitle")}: ${say("sharedWhat")}`),
    title ? element("p", "title", title) : "",
    element(
      "div",
      "box",
      element("div", "box-head", name, element("small", "quiet", say("sharedMethod"))),
      list,
      element("p", wrong ? "error" : "quiet", sentence),
    ),
    article ? reading(article) : "",
    element("div", "row tools", ...buttons),
  );
  root.id = "received";
  root.tabIndex = -1;
  root.setAttribute("aria-label", say("sharedTitle")); // the page's own box is a region named AI要約, too
  return root;
}

/** @param {string} value what follows `#s=` */
export async function showReceived(value) {
  const shared = await unpackLink(value);
  if (!shared) return complain(say("sharedBroken"));
  document.getElementById("received")?.remove();
  const shown = box(shared);
  document.querySelector("main")?.prepend(shown);
  shown.focus();
  announce(say("sharedTitle"));
}
