/**
 * What the box says, in Japanese and English. `{name}` is filled in.
 *
 * A table of its own, not the one of the page (app/words): it travels to other people's pages and is kept small.
 */
import { fill } from "../shared/text.js";

const ja = {
  label: "AI要約",
  method: "抽出型・端末内で処理",
  start: "要約する",
  cost: "はじめに約{size} MBを読み込みます。文章は端末の外に出ません。",
  stop: "止める",
  again: "もう一度",
  download: "読み込んでいます {percent}%",
  begin: "準備しています",
  summarize: "要約しています",
  stopped: "止めました。",
  done: "要約ができました。",
  length: "本文{article}字 → 要約{summary}字（{rate}%）",
  place: "本文の該当箇所へ（{number}）",
  empty: "要約できる文がありませんでした。",
  no_article: "要約する記事が見つかりませんでした。",
  too_long: "記事が長すぎます。",
  blocked: "このページの設定（Content-Security-Policy）が、要約のフレームを許していません。",
  unreachable: "読み込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  missing: "必要なファイルが見つかりませんでした。時間をおいて、もう一度お試しください。",
  damaged: "読み込んだファイルが壊れていました。もう一度お試しください。",
  unsupported: "このブラウザーでは動きません。新しい版のブラウザーでお試しください。",
  memory: "メモリーが足りません。ほかのタブを閉じて、もう一度お試しください。",
  unknown: "要約できませんでした。もう一度お試しください。",
};

/** @typedef {keyof typeof ja} Key */

/** @type {Record<Key, string>} */
const en = {
  label: "AI要約",
  method: "extractive, on your device",
  start: "Summarise",
  cost: "Loads about {size} MB first. The text never leaves your device.",
  stop: "Stop",
  again: "Try again",
  download: "Loading {percent}%",
  begin: "Getting ready",
  summarize: "Summarising",
  stopped: "Stopped.",
  done: "The summary is ready.",
  length: "{article} characters → {summary} ({rate}%)",
  place: "To where this stands in the article ({number})",
  empty: "There was no sentence to summarise.",
  no_article: "No article was found to summarise.",
  too_long: "The article is too long.",
  blocked: "This page's Content-Security-Policy does not let the summariser's frame in.",
  unreachable: "Could not be loaded. Please check the connection and try again.",
  missing: "A file that is needed was not found. Please try again later.",
  damaged: "A file arrived damaged. Please try again.",
  unsupported: "This browser cannot run the summariser. Please try a newer one.",
  memory: "There is not enough memory. Please close other tabs and try again.",
  unknown: "No summary could be made. Please try again.",
};

const tables = { ja, en };

/** @typedef {keyof typeof tables} Language */
/** @typedef {(key: Key, values?: Record<string, string | number>) => string} Say */

/** @param {string} tag BCP 47 @returns {Language} Japanese for a Japanese one, else English */
export const languageFor = (tag) => (/^ja\b/i.test(tag) ? "ja" : "en");

/**
 * The function that says things in a language.
 * @param {Language} language
 * @returns {Say}
 */
export const speaker = (language) => (key, values = {}) =>
  fill(tables[language][key], values);

/** @param {string} code @returns {Key} the sentence for an error, whoever made it */
export const sentenceFor = (code) => (Object.hasOwn(ja, code) ? /** @type {Key} */ (code) : "unknown");
