/**
 * A summary that arrived in a link: shown read-only above the page, with the result of the checks.
 *
 * The link stays in the address until the summary is closed, so that a reload or a bookmark shows it again. The
 * summary is untrusted: it becomes text nodes and is labelled as received. If the article is in the link, it is
 * summarised again here, and the two are compared.
 */
import {
  announce,
  appendAll,
  button,
  clearHash,
  complain,
  element,
  engine,
  excess,
  parts,
  putArticle,
  setText,
  speaker,
} from "../late-imports.js";
import { unpackLink } from "./link-format.js";
import { judge, kept, worths } from "./verify.js";

/** @typedef {import("./link-format.js").Shared} Shared */

const say = speaker(__WORDS__.received);

// Lines that the engine chooses for a longer box count as its own, too.
const LONGER = { sentences: 10 };

/**
 * Summarise the article of a link again, as the link says and at other lengths.
 * @param {Shared} shared
 * @param {AbortSignal} signal
 */
async function summariesHere({ article, wish, lines }, signal) {
  const first = await engine.summarize(article, { options: wish, salience: true, signal });
  const runs = [first.summary];
  for (const options of [{ ...wish, ...LONGER }, LONGER]) {
    runs.push((await engine.compose(article, { options, signal })).summary);
  }
  // A box that its sender has edited, or a box of one line.
  const short = await engine.compose(article, { options: { ...wish, headline: true }, signal });
  if (short.summary.headline) runs.push({ ...short.summary, sentences: [short.summary.headline] });
  for (const { text, start, end } of lines) {
    const options = { ...wish, maxChars: [...text].length };
    const sentences = (await engine.forms(article, [[start, end]], { options, signal })).flatMap((pair) => pair ?? []);
    runs.push({ ...first.summary, sentences });
  }
  return { runs, salience: first.salience ?? [] };
}

/**
 * Show a line's sentence with what was cut from it.
 * @param {import("./link-format.js").Line} line
 * @param {string} article
 */
function cuts({ text, start, end }, article) {
  const stretch = article.slice(start, end);
  const node = element("p", "quiet cuts", `${say("source")} `);
  let at = 0;
  for (const [from, to] of kept(text, stretch) ?? []) {
    if (from > at) node.append(element("s", "", stretch.slice(at, from)));
    node.append(stretch.slice(from, to));
    at = to;
  }
  if (at < stretch.length) node.append(element("s", "", stretch.slice(at)));
  return node;
}

/**
 * Compare a received summary with what the engine makes of its article, and show the result.
 * @param {Shared} shared
 * @param {HTMLElement} verdict a status
 * @param {HTMLOListElement} list its lines
 * @param {AbortSignal} signal
 */
async function verify(shared, verdict, list, signal) {
  const { lines, article } = shared;
  if (!article || excess(article)) return setText(verdict, say(article ? "tooMuch" : "unchecked"));
  setText(verdict, say("checking"));
  try {
    const { runs, salience } = await summariesHere(shared, signal);
    const judgement = judge(shared, runs, salience);
    verdict.className = judgement === "wrong" || judgement === "uncertain" ? "error" : "quiet";
    setText(verdict, say(judgement));
    for (const [index, worth] of worths(lines, article, runs, salience).entries()) {
      const line = lines[index];
      const doubt = worth === "cut" ? [element("p", "error", say("notOurs"))] : [];
      if (line && (worth === "ours" || worth === "cut") && line.text !== article.slice(line.start, line.end))
        list.children[index]?.append(...doubt, cuts(line, article));
      else if (worth === "absent") list.children[index]?.append(element("p", "error", say("absent")));
    }
  } catch {
    if (!signal.aborted) setText(verdict, say("notRun"));
  }
}

/** Return a part of an article in paragraphs; one text where there are too many. @param {string} text @param {boolean} many */
function part(text, many) {
  if (many) return element("pre", "part", text);
  const lines = text.split(/\n+/).filter((line) => line.trim());
  return appendAll(
    element("div", "part"),
    lines.map((line) => element("p", "", line)),
  );
}

/** @param {string} article its parts are skipped by the browser while they are out of sight */
function whole(article) {
  const many = Boolean(excess(article));
  return appendAll(
    element("details", "received-article", element("summary", "", say("article"))),
    Array.from(parts(article), ({ start, end }) => part(article.slice(start, end), many)),
  );
}

/** @param {Shared} shared @param {AbortSignal} signal ends the comparison */
function box(shared, signal) {
  const list = element(
    "ol",
    "lines",
    ...shared.lines.map(({ text }) => element("li", "", element("span", "line", text))),
  );
  list.setAttribute("role", "list");
  list.lang = "ja";
  const name = element("h2", "box-name", "AI要約");
  const head = element("div", "box-head", name, element("small", "quiet", say("method")));
  const verdict = element("p", "quiet");
  verdict.setAttribute("role", "status");
  void verify(shared, verdict, list, signal);
  return element("div", "box", head, list, verdict);
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
  const reading = new AbortController();
  const close = () => {
    reading.abort();
    root.remove();
    clearHash();
    // On a phone the field would open over the reader's own summary.
    /** @type {HTMLElement | null} */ (
      document.querySelector("[data-view='reading'] #lines button") ?? document.getElementById("field")
    )?.focus({ preventScroll: true });
  };
  const root = element(
    "section",
    "received",
    element("p", "quiet", `${say("title")}: ${say("what")}`),
    title ? element("p", "title", title) : "",
    box(shared, reading.signal),
    article ? whole(article) : "",
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
  scrollTo({ top: 0, behavior: "instant" });
  shown.focus({ preventScroll: true });
  announce(say("title"));
}
