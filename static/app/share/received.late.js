/**
 * A summary that arrived in a link: shown read-only above the page, with the result of the checks.
 *
 * The link stays in the address until the summary is closed, so that a reload or a bookmark shows it again. The
 * summary is untrusted: it becomes text nodes, is labelled as received, and its sentences are compared
 * with the article if that is in the link.
 */
import { announce, appendAll, button, clearHash, complain, element, putArticle, speaker } from "../late-imports.js";
import { standsIn, unpackLink } from "./link-format.js";

/** @typedef {import("./link-format.js").Shared} Shared */

const say = speaker(__WORDS__.received);

/** @param {Shared} shared */
function verdict({ lines, article }) {
  if (!article) return element("p", "quiet", say("unchecked"));
  const wrong = !lines.every((line) => standsIn(line, article));
  return element("p", wrong ? "error" : "quiet", say(wrong ? "wrong" : "checked"));
}

/** @param {string} article */
const reading = (article) =>
  appendAll(
    element("details", "received-article", element("summary", "", say("article"))),
    article.split(/\n+/).flatMap((line) => (line.trim() ? [element("p", "", line)] : [])),
  );

/** @param {Shared} shared */
function box(shared) {
  const list = element("ol", "lines", ...shared.lines.map(({ text }) => element("li", "", text)));
  list.setAttribute("role", "list");
  list.lang = "ja";
  const name = element("h2", "box-name", "AI要約");
  const head = element("div", "box-head", name, element("small", "quiet", say("method")));
  return element("div", "box", head, list, verdict(shared));
}

/**
 * @param {string} article "" where it is not in the link
 * @param {() => void} close
 */
function buttons(article, close) {
  const summarize = () => {
    close();
    putArticle(article);
  };
  return element("div", "row tools", article ? button(say("summarize"), summarize) : "", button(say("close"), close));
}

/** @param {Shared} shared */
function section(shared) {
  const { title, article } = shared;
  const close = () => {
    root.remove();
    clearHash();
    document.getElementById("field")?.focus();
  };
  const root = element(
    "section",
    "received",
    element("p", "quiet", `${say("title")}: ${say("what")}`),
    title ? element("p", "title", title) : "",
    box(shared),
    article ? reading(article) : "",
    buttons(article, close),
  );
  root.id = "received";
  root.tabIndex = -1;
  root.translate = false;
  root.setAttribute("aria-label", say("title")); // The page's own box is a region named AI要約, too.
  return root;
}

/** Show the summary of a link. @param {string} value what follows `#s=` */
export async function showReceived(value) {
  const shared = await unpackLink(value);
  if (!shared) return complain(say("broken"));
  document.getElementById("received")?.remove();
  const shown = section(shared);
  document.querySelector("main")?.prepend(shown);
  shown.focus();
  announce(say("title"));
}
