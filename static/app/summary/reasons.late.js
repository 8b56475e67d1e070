/**
 * Explains why a line was chosen: the parts of its score in words and bars, and what was cut from it.
 *
 * The parts are the engine's own (py/youten/ranking/salience.py), shown as they are.
 */
import { button, byId, element, language, lineNumber, SILENT, speaker } from "../late-imports.js";

/** @typedef {import("../page/shown.js").Shown} Shown */
/** @typedef {readonly [name: string, share: number]} Part share of the score, negative where it counts against */

// Shares of the score below which a part is not mentioned in words, and below which it has no bar.
const LEAST_IN_WORDS = 0.05;
const LEAST_BAR = 0.005;
const MOST_IN_WORDS = 3;
// Equal for all sentences, so not a reason.
const COMMON = "floor";

const say = speaker(__WORDS__.reasons);
/** @type {Record<string, string>} */
const PART_NAMES = JSON.parse(__WORDS__.parts)[language];
/** @type {Record<string, string>} */
const RULE_NAMES = JSON.parse(__WORDS__.rules)[language];
// Between two sentences.
const SPACE = language === "ja" ? "" : " ";

const panel = byId("reasons", HTMLElement);
const numbers = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Name a part; one of another release by its own name. @param {string} name */
const partName = (name) => PART_NAMES[name] ?? name;

/**
 * Return the strongest reasons as one sentence; "" if there are none.
 * @param {"for" | "against"} key
 * @param {readonly Part[]} parts
 */
function inWords(key, parts) {
  const sign = key === "for" ? 1 : -1;
  const strong = parts
    .filter(([name, share]) => share * sign > LEAST_IN_WORDS && name !== COMMON)
    .sort(([, a], [, b]) => (b - a) * sign)
    .slice(0, MOST_IN_WORDS);
  return strong.length ? say(key, { parts: strong.map(([name]) => partName(name)).join(say("comma")) }) : "";
}

/** @param {readonly Part[]} parts */
function bars(parts) {
  const widest = Math.max(...parts.map(([, share]) => Math.abs(share)));
  const rows = parts.flatMap(([name, share]) => {
    const bar = element("span", share < 0 ? "bar against" : "bar");
    bar.style.inlineSize = `${((Math.abs(share) / widest) * 100).toFixed(1)}%`;
    const value = `${share < 0 ? "−" : "+"}${numbers.format(Math.abs(share))}`;
    return [
      element("dt", "", partName(name)),
      element("dd", "", element("span", "track", bar), element("span", "share", value)),
    ];
  });
  return element("dl", "parts", ...rows);
}

/**
 * @param {number} line
 * @param {() => void} close
 */
function head(line, close) {
  const heading = element("h3", "reasons-title", lineNumber(line), say("heading"));
  heading.id = "reasons-title";
  panel.setAttribute("aria-labelledby", heading.id);
  const closing = button("×", close, "button icon");
  closing.setAttribute("aria-label", say("close"));
  return element("div", "row reasons-head", heading, closing);
}

/**
 * Fill the panel for one line of the summary.
 * @param {Shown} shown
 * @param {number} line 1 for the first
 * @param {() => void} close
 */
export function showReasons({ text, summary, salience }, line, close) {
  const sentence = summary.sentences[line - 1];
  if (!sentence) return;
  const parts = Object.entries(sentence.parts)
    .filter(([, share]) => Math.abs(share) > LEAST_BAR)
    .sort(([a, x], [b, y]) => Number(a === COMMON) - Number(b === COMMON) || Math.abs(y) - Math.abs(x));
  const own = salience.find(([start]) => start === sentence.start)?.[2] ?? sentence.score;
  const rank = 1 + salience.filter(([, , score]) => score > own).length;
  const trims = sentence.trims
    .filter(({ rule }) => !SILENT.includes(rule))
    .map(({ start, end, rule }) =>
      say("trim", { text: text.slice(start, end).trim(), rule: RULE_NAMES[rule] ?? rule }),
    );
  const words = [say("rank", { total: salience.length, rank }), inWords("for", parts), inWords("against", parts)];
  const score = `${say("score")} ${numbers.format(sentence.score)} · ${say("scale")}${SPACE}${say("together")}`;
  panel.replaceChildren(
    head(line, close),
    element("p", "", words.filter(Boolean).join(SPACE)),
    ...(trims.length ? [element("p", "", `${say("trims")}: ${trims.join(say("comma"))}`)] : []),
    ...(parts.length ? [bars(parts)] : []),
    element("p", "quiet", score),
  );
}
