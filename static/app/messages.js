/**
 * Every sentence that the page says, in Japanese and English, by key. `{name}` is filled in.
 *
 * 記事 and AI要約 stay in the English names of the field and the list: they are what the page is about, and
 * tools find both by them. Notices about a text come from the engine, already in the reader's language.
 */

import { fill } from "../shared/text.js";
import { FIXED, language } from "./fixed.js";

/** @typedef {keyof typeof ja} Key */

export { language };

const ja = {
  tagline: "記事の要点を、三つの文で。",
  intro: "日本語の記事を貼り付けると、大事な文を三つ選んで示します。言い換えはせず、記事にある言葉だけを使います。",
  private: "文章はこの端末の中だけで処理し、どこにも送りません。",
  check: "確かめる",
  field: "記事",
  placeholder: "記事を貼り付けるか入力してください",
  characters: "{count}字",
  stop: "止める",
  again: "要約する",
  retry: "もう一度読み込む",
  clear: "別の記事",
  close: "閉じる",
  menu: "メニュー",
  history: "履歴",
  settings: "設定",
  samples: "例文で試す",
  sampleNews: "ニュース",
  sampleScience: "科学",
  sampleMinutes: "議事録",
  sampleHowto: "暮らし",
  sampleSpeech: "あいさつ",
  proof: "端末の外に出ないことの確かめ方",
  gallery: "ブログに付ける",
  licenses: "ライセンス",
  openFile: "ファイルを開く",
  fromClipboard: "クリップボードから",
  bookmarklet: "ブックマークレット",
  use: "共有・保存",
  controls: "要約の調整",
  unit: "長さの決め方",
  unitLines: "文数",
  unitCharacters: "字数",
  unitOfLines: "文",
  unitOfCharacters: "字",
  amount: "要約の長さ",
  amountLines: "文の数",
  amountCharacters: "字数の上限",
  less: "短くする",
  more: "長くする",
  shape: "要約の形",
  shapeList: "箇条書き",
  shapeParagraph: "段落",
  focus: "注目する言葉",
  word: "言葉を入れる",
  wordName: "注目する言葉を入れる",
  view: "記事の見せ方",
  viewMarkers: "マーカー",
  viewHeat: "重要度",
  viewPlain: "そのまま",
  trims: "省いた部分を示す",
  curve: "重要度の曲線。要約の文は、記事のはじめから{places}の位置にあります。",
  curveBegin: "記事のはじめ",
  curveEnd: "おわり",
  comma: "、",
  toSource: "要約{line}の文の、記事での場所へ",
  toSummary: "要約{line}の文へ戻る",
  why: "なぜ",
  whyName: "なぜ要約{line}の文を選んだか",
  speak: "読み上げ",
  silence: "読み上げを止める",
  furigana: "ふりがな",
  furiganaNote: "ふりがなは機械が推定したものです。",
  noFurigana: "ふりがなの辞書を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  noVoice: "この端末には日本語の音声がありません。端末の設定で追加すると、読み上げられます。",
  expand: "編集",
  collapse: "縮める",
  sourceHeading: "記事本文",
  list: "AI要約",
  method: "抽出型・端末内で処理",
  provisional: "仮",
  provisionalList: "仮の表示（記事の冒頭）",
  provisionalNote: "準備ができるまで、記事の冒頭を表示しています。",
  workingNote: "要約しています。いまは記事の冒頭を表示しています。",
  stoppedNote: "止めました。記事の冒頭を表示しています。",
  failedNote: "要約できませんでした。記事の冒頭を表示しています。",
  length: "本文{article}字 → 要約{summary}字（{rate}%）",
  copy: "コピー",
  copied: "コピーしました",
  copyFailed: "コピーできませんでした。文を選んでコピーしてください。",
  finished: "要約しました",
  done: "要約ができました。{count}文、{summary}字です。",
  changed: "要約を変えました。{count}文、{summary}字です。",
  doneEmpty: "要約できる文がありませんでした。",
  download: "読み込み中 {percent}%",
  compile: "プログラムを準備しています",
  restore: "前回の状態から始めています",
  python: "Pythonを起動しています",
  packages: "要約の仕組みを読み込んでいます",
  dictionary: "辞書を開いています",
  ready: "準備ができました",
  working: "要約しています {percent}%",
  offline: "オフラインで使えます",
  stored: "{size} MBを保存済み",
  unreachable: "ファイルを読み込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  missing: "必要なファイルが見つかりませんでした。時間をおいて、もう一度お試しください。",
  damaged: "読み込んだファイルが壊れていました。もう一度お試しください。",
  unsupported: "このブラウザーでは動きません。新しい版のブラウザーでお試しください。",
  memory: "メモリーが足りません。ほかのタブを閉じて、もう一度お試しください。",
  boot: "要約の仕組みを始められませんでした。もう一度お試しください。記事はそのまま残っています。",
  fault: "要約の途中で問題が起きました。記事はそのまま残っています。",
  too_long: "記事が長すぎます。{limit}字までにしてください（いまは{count}字）。",
  unknown: "問題が起きました。記事はそのまま残っています。もう一度お試しください。",
};

/** @type {Record<Key, string>} */
const en = {
  ...FIXED,
  characters: "{count} characters",
  close: "Close",
  unitOfLines: "",
  unitOfCharacters: "",
  amountLines: "Number of sentences",
  amountCharacters: "Most characters",
  curve: "Importance from beginning to end. The summary's sentences stand at {places} of the article.",
  comma: ", ",
  toSource: "To the place of sentence {line} in the article",
  toSummary: "Back to sentence {line} of the summary",
  why: "Why",
  whyName: "Why sentence {line} was chosen",
  silence: "Stop reading",
  noFurigana: "The dictionary of readings could not be loaded. Please check the connection and try again.",
  noVoice: "This device has no Japanese voice. Once one is added in its settings, summaries can be read aloud.",
  expand: "Edit",
  collapse: "Shrink",
  list: "AI要約 (summary)",
  provisionalList: "Provisional: how the article begins",
  provisionalNote: "Until everything is ready, this is how the article begins.",
  workingNote: "Summarising. For now, this is how the article begins.",
  stoppedNote: "Stopped. This is how the article begins.",
  failedNote: "No summary could be made. This is how the article begins.",
  length: "{article} characters → {summary} ({rate}%)",
  copied: "Copied",
  copyFailed: "Copying did not work. Please select the sentences and copy them.",
  finished: "Summarised",
  done: "The summary is ready: {count} sentences, {summary} characters.",
  changed: "The summary has changed: {count} sentences, {summary} characters.",
  doneEmpty: "There was no sentence to summarise.",
  download: "Loading {percent}%",
  compile: "Preparing the program",
  restore: "Starting from the last visit",
  python: "Starting Python",
  packages: "Loading the summariser",
  dictionary: "Opening the dictionary",
  ready: "Ready",
  working: "Summarising {percent}%",
  offline: "Works offline",
  stored: "{size} MB stored",
  unreachable: "Files could not be loaded. Please check the connection and try again.",
  missing: "A file that is needed was not found. Please try again later.",
  damaged: "A file arrived damaged. Please try again.",
  unsupported: "This browser cannot run the page. Please try a newer one.",
  memory: "There is not enough memory. Please close other tabs and try again.",
  boot: "The summariser could not start. Please try again; your article is still here.",
  fault: "Something went wrong while summarising. Your article is still here.",
  too_long: "The article is too long: at most {limit} characters, please (it has {count}).",
  unknown: "Something went wrong. Your article is still here; please try again.",
};

const numbers = new Intl.NumberFormat(language);

/**
 * Makes the function that says the sentences of two tables with the same keys. Parts of the page that load late
 * bring their own.
 * @template {string} K
 * @param {{ja: Record<K, string>, en: Record<NoInfer<K>, string>}} tables
 */
export function speaker(tables) {
  /**
   * @param {K} key
   * @param {Record<string, string | number>} [values] numbers are written as the language does
   */
  return (key, values = {}) =>
    fill(tables[language][key], values, (value) => (typeof value === "number" ? numbers.format(value) : value));
}

export const say = speaker({ ja, en });

/**
 * The sentence for an error code, whoever made it.
 * @param {string} code
 * @param {string} [message] for people, where the code is none of the page's
 */
export const sayError = (code, message) => (code in ja ? say(/** @type {Key} */ (code)) : message || say("unknown"));
