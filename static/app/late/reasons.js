/**
 * Why a line was chosen: its score in named parts, in words and in bars, and what was left out of it.
 *
 * The parts are the engine's own (py/youten/ranking/salience.py): this shows them and judges nothing.
 */
import { byId, element, language, seal, SILENT, speaker } from "../kit.js";
import { PARTS, RULES } from "./part-words.js";

/** @typedef {import("../page.js").Shown} Shown */

// Parts below this share of the score are not worth a word; still smaller ones no bar.
const WORTH_A_WORD = 0.05;
const WORTH_A_BAR = 0.005;
const MOST_WORDS = 3;
// The same for every sentence, so no reason for any of them.
const COMMON = ["floor"];

const say = speaker({
  ja: {
    heading: "の文を選んだ理由",
    close: "閉じる",
    rank: "選べる{total}文のうち、点の高さは{rank}番目です。",
    for: "{parts}ことを評価しました。",
    against: "一方、{parts}ため、点を引いています。",
    together: "点が高い文だけでなく、互いに重ならず、長さが収まる組み合わせを選んでいます。",
    score: "点の合計",
    scale: "この記事でいちばん低い文を0、いちばん高い文を1とし、書き出しと注目する言葉の分を足した点です。",
    trims: "省いた部分",
    trim: "「{text}」（{rule}）",
    comma: "、",
  },
  en: {
    heading: ": why this sentence",
    close: "Close",
    rank: "Its score is number {rank} of the {total} sentences that could be chosen.",
    for: "What speaks for it: {parts}.",
    against: "What speaks against it: {parts}.",
    together: "Sentences are chosen together: they must not repeat each other, and must fit the length.",
    score: "Score",
    scale: "0 is the lowest sentence of this article, 1 the highest; the first one and words in focus get more.",
    trims: "Left out",
    trim: "“{text}” ({rule})",
    comma: ", ",
  },
});

const panel = byId("reasons", HTMLElement);
const numbers = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** @param {string} name */
const partName = (name) => PARTS[name]?.[language] ?? name;

/**
 * The strongest reasons in one sentence; "" where there are none.
 * @param {"for" | "against"} key
 * @param {readonly [string, number][]} parts
 */
function inWords(key, parts) {
  const sign = key === "for" ? 1 : -1;
  const strong = parts
    .filter(([name, share]) => share * sign > WORTH_A_WORD && !COMMON.includes(name))
    .sort(([, a], [, b]) => (b - a) * sign)
    .slice(0, MOST_WORDS);
  return strong.length ? say(key, { parts: strong.map(([name]) => partName(name)).join(say("comma")) }) : "";
}

/** @param {readonly [string, number][]} parts */
function bars(parts) {
  const widest = Math.max(...parts.map(([, share]) => Math.abs(share)));
  const rows = parts.flatMap(([name, share]) => {
    const bar = element("span", share < 0 ? "bar against" : "bar");
    bar.style.inlineSize = `${((Math.abs(share) / widest) * 100).toFixed(1)}%`;
    const value = `${share < 0 ? "−" : "+"}${numbers.format(Math.abs(share))}`;
    return [element("dt", "", partName(name)), element("dd", "", element("span", "track", bar), element("span", "share", value))];
  });
  return element("dl", "parts", ...rows);
}

/**
 * Fills the panel for one line of the summary.
 * @param {Shown} shown
 * @param {number} line 1 for the first
 * @param {() => void} close
 */
export function showReasons({ text, summary, salience }, line, close) {
  const sentence = summary.sentences[line - 1];
  if (!sentence) return;
  const parts = Object.entries(sentence.parts)
    .filter(([, share]) => Math.abs(share) > WORTH_A_BAR)
    .sort(([a, x], [b, y]) => Number(COMMON.includes(a)) - Number(COMMON.includes(b)) || Math.abs(y) - Math.abs(x));
  const own = salience.find(([start]) => start === sentence.start)?.[2] ?? sentence.score;
  const rank = 1 + salience.filter(([, , score]) => score > own).length;
  const trims = sentence.trims
    .filter(({ rule }) => !SILENT.includes(rule))
    .map(({ start, end, rule }) =>
      say("trim", { text: text.slice(start, end).trim(), rule: RULES[rule]?.[language] ?? rule }),
    );
  const heading = element("h3", "reasons-title", seal(line), say("heading"));
  heading.id = "reasons-title";
  const button = element("button", "button icon", "×");
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", say("close"));
  button.addEventListener("click", close);
  const words = [say("rank", { total: salience.length, rank }), inWords("for", parts), inWords("against", parts)];
  panel.setAttribute("aria-labelledby", heading.id);
  panel.replaceChildren(
    element("div", "row reasons-head", heading, button),
    element("p", "", words.filter(Boolean).join(language === "ja" ? "" : " ")),
    ...(trims.length ? [element("p", "", `${say("trims")}: ${trims.join(say("comma"))}`)] : []),
    ...(parts.length ? [bars(parts)] : []),
    element("p", "quiet", `${say("score")} ${numbers.format(sentence.score)} · ${say("scale")}${language === "ja" ? "" : " "}${say("together")}`),
  );
}
