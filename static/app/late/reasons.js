/**
 * Why a line was chosen: its score in named parts, in words and in bars, and what was left out of it.
 *
 * The parts are the engine's own (py/youten/ranking/salience.py): this shows them and judges nothing. A part
 * that is not known here is shown under its own name.
 */
import { byId, element, language, seal, SILENT, speaker } from "../kit.js";

/** @typedef {import("../page.js").Shown} Shown */

// Parts below this share of the score are not worth a word; still smaller ones no bar.
const WORTH_A_WORD = 0.05;
const WORTH_A_BAR = 0.005;
const MOST_WORDS = 3;
// The same for every sentence, so no reason for any of them.
const COMMON = ["floor"];

/** @type {Record<string, {ja: string, en: string}>} how a part reads in a list of reasons */
const PARTS = {
  centrality: { ja: "記事の中心の話題に近い", en: "close to what the article is about" },
  position: { ja: "記事のはじめのほうにある", en: "near the beginning" },
  title_coverage: { ja: "見出しの言葉を含む", en: "has the headline's words" },
  title_cosine: { ja: "見出しと内容が近い", en: "close to the headline" },
  purpose: { ja: "何を伝える記事かを述べている", en: "says what the text is for" },
  decision: { ja: "決まったことを述べている", en: "says what was decided" },
  focus: { ja: "注目する言葉を含む", en: "has the words in focus" },
  dangling: { ja: "前の文を指す言葉で始まる", en: "begins by pointing back" },
  leaning: { ja: "前の文がないと分かりにくい", en: "hard to understand alone" },
  to_audience: { ja: "読者への呼びかけや問いかけ", en: "a request or question to the reader" },
  loose_talk: { ja: "感想やあいさつ", en: "an impression or a greeting" },
  slight: { ja: "短くて内容が少ない", en: "short, with little in it" },
  elsewhere: { ja: "図や別のページなどを指している", en: "points to a picture or another page" },
  contentless: { ja: "伝え手だけを述べている", en: "says only who reported" },
  lost_speaker: { ja: "だれの言葉かが示されない", en: "speech without its speaker" },
  biography: { ja: "筆者の紹介", en: "about the author" },
  fragment: { ja: "文として終わっていない", en: "not a whole sentence" },
  floor: { ja: "基準（どの文にも同じ）", en: "base (the same for all)" },
};

/** @type {Record<string, {ja: string, en: string}>} rules of shortening: py/youten/writing/compression.py */
const RULES = {
  reading: { ja: "読みがな", en: "a reading" },
  abbreviation: { ja: "略称", en: "an abbreviation" },
  photo_note: { ja: "写真の断り", en: "a note on a photo" },
  connective: { ja: "文頭の接続詞", en: "a leading connective" },
  bare_connective: { ja: "文頭の接続詞", en: "a leading connective" },
  mark: { ja: "印", en: "a mark" },
  clock_time: { ja: "時刻", en: "a time of day" },
  company_note: { ja: "会社の注記", en: "a note on a company" },
  weekday: { ja: "曜日", en: "a weekday" },
  time_zone: { ja: "時間帯の注記", en: "a time zone" },
  backward: { ja: "前を指す言葉", en: "words that point back" },
  demonstrative: { ja: "前を指す言葉", en: "words that point back" },
  gloss: { ja: "かっこの補足", en: "a gloss in brackets" },
};

const say = speaker({
  ja: {
    heading: "の文を選んだ理由",
    close: "閉じる",
    rank: "選べる{total}文のうち、点の高さは{rank}番目です。",
    for: "{parts}ことを評価しました。",
    against: "一方、{parts}ため、点を引いています。",
    together: "点が高い文だけでなく、互いに重ならず、長さが収まる組み合わせを選んでいます。",
    score: "点の合計",
    scale: "この記事でいちばん低い文を0、いちばん高い文を1とした点です。",
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
    scale: "0 is the lowest sentence of this article, 1 the highest.",
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
