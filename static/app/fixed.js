/**
 * The words that stand in index.html from the beginning, in English; the Japanese are in index.html itself.
 *
 * early.js takes them in before the page is first drawn, so this imports nothing but what it must.
 */
import { setting } from "./settings.js";

/** @typedef {"ja" | "en"} Language */
/** @typedef {keyof typeof FIXED} FixedKey */

export const FIXED = {
  menu: "Menu",
  history: "History",
  settings: "Settings",
  tagline: "The point of an article, in three sentences.",
  intro: "Paste a Japanese article: the three sentences that carry it are picked out, in the article's own words.",
  field: "Article (記事)",
  clear: "New",
  placeholder: "Paste or type a Japanese article here",
  stop: "Stop",
  again: "Summarise",
  retry: "Load again",
  openFile: "Open a file",
  fromClipboard: "From the clipboard",
  samples: "Try a sample",
  sampleNews: "News",
  sampleScience: "Science",
  sampleMinutes: "Minutes",
  sampleHowto: "How-to",
  sampleSpeech: "Speech",
  private: "The text is processed on this device only and sent nowhere.",
  check: "See for yourself",
  provisional: "provisional",
  method: "extractive, on this device",
  speak: "Read aloud",
  copy: "Copy",
  use: "Share, save",
  controls: "Adjust the summary",
  unit: "Measure",
  unitLines: "Sentences",
  unitCharacters: "Characters",
  amount: "Length of the summary",
  less: "Shorter",
  more: "Longer",
  shape: "Shape",
  shapeList: "List",
  shapeParagraph: "Paragraph",
  focus: "Focus",
  wordName: "Focus on any word",
  word: "Any word",
  sourceHeading: "The article",
  view: "How to show the article",
  viewMarkers: "Markers",
  viewHeat: "Importance",
  viewPlain: "Plain",
  furigana: "Furigana",
  trims: "Show what was left out",
  curveBegin: "Beginning",
  curveEnd: "End",
  furiganaNote: "The readings are a machine's guesses.",
  proof: "How to check that nothing leaves the device",
  bookmarklet: "Bookmarklet",
  gallery: "For your blog",
  licenses: "Licences",
};

/** The reader's language: the one that was chosen; else Japanese where the browser says so, else English. */
export const language = /** @type {Language} */ (
  setting("language") === "auto" ? (/^ja\b/i.test(navigator.language) ? "ja" : "en") : setting("language")
);

/** Attributes whose words `data-say-*` names. */
const ATTRIBUTES = ["placeholder", "aria-label"];
const FIXED_WORDS = ["[data-say]", ...ATTRIBUTES.map((attribute) => `[data-say-${attribute}]`)].join();

/**
 * Puts an element's words in English: `data-say` names its text, `data-say-*` an attribute. What says so already
 * is not touched, so that nothing is drawn twice.
 * @param {Element} element
 */
export function reword(element) {
  const key = element.getAttribute("data-say");
  if (key && element.textContent !== english(key)) element.textContent = english(key);
  for (const attribute of ATTRIBUTES) {
    const named = element.getAttribute(`data-say-${attribute}`);
    if (named) element.setAttribute(attribute, english(named));
  }
}

/** @param {string} key as index.html names it; a test holds it to the table */
const english = (key) => FIXED[/** @type {FixedKey} */ (key)];

/**
 * Puts the fixed words in and below a node in the reader's language.
 * @param {ParentNode} root
 */
export function translate(root) {
  if (language === "ja") return;
  document.documentElement.lang = language;
  if (root instanceof Element) reword(root);
  for (const element of root.querySelectorAll(FIXED_WORDS)) reword(element);
}
