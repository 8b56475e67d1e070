/**
 * The names of score parts and shortening rules in Japanese and English.
 *
 * The keys are Python's names; a test compares them. A name from another release is shown as it is.
 */

/** @typedef {Readonly<Record<string, {ja: string, en: string}>>} Words */

/** @type {Words} parts of a score (py/youten/ranking, py/youten/writing/drafting.py), as reasons in a list */
export const PARTS = {
  centrality: { ja: "記事の中心の話題に近い", en: "close to what the article is about" },
  position: { ja: "記事のはじめのほうにある", en: "near the beginning" },
  title_coverage: { ja: "見出しの言葉を含む", en: "has the headline's words" },
  title_cosine: { ja: "見出しと内容が近い", en: "close to the headline" },
  opening: { ja: "記事の書き出しである", en: "opens the article" },
  purpose: { ja: "何を伝える記事かを述べている", en: "says what the text is for" },
  decision: { ja: "決まったことを述べている", en: "says what was decided" },
  focus: { ja: "注目する言葉を含む", en: "has the words in focus" },
  dangling: { ja: "前の文を指す言葉で始まる", en: "begins by pointing back" },
  leaning: { ja: "前の文がないと分かりにくい", en: "hard to understand alone" },
  points_inside: { ja: "文の中で前の文を指している", en: "points back in the middle" },
  unnamed: { ja: "だれの、何の話かを示していない", en: "does not name who or what it tells of" },
  to_audience: { ja: "読者に呼びかけたり問いかけたりしている", en: "a request or question to the reader" },
  loose_talk: { ja: "感想やあいさつを述べている", en: "an impression or a greeting" },
  slight: { ja: "短くて内容が少ない", en: "short, with little in it" },
  elsewhere: { ja: "図や別のページなどを指している", en: "points to a picture or another page" },
  contentless: { ja: "伝え手だけを述べている", en: "says only who reported" },
  lost_speaker: { ja: "だれの言葉かが示されない", en: "speech without its speaker" },
  biography: { ja: "筆者を紹介している", en: "about the author" },
  fragment: { ja: "文として終わっていない", en: "not a whole sentence" },
  floor: { ja: "基準（どの文にも同じ）", en: "base (the same for all)" },
};

/** @type {Words} rules of shortening (py/youten/writing/compression.py, headline.py): what was left out */
export const RULES = {
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
  quotation: { ja: "発言のほかの文", en: "other sentences of a quotation" },
  apposition: { ja: "名前の前の説明", en: "a description before a name" },
  carried_topic: { ja: "前半の節", en: "earlier clauses" },
  leading_phrase: { ja: "文頭の語句", en: "a leading phrase" },
  date: { ja: "日付", en: "a date" },
  full_stop: { ja: "句点", en: "the full stop" },
};
