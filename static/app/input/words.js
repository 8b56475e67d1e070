/** What the ways in have to say. Loaded with the page, because a file that cannot be read must be told at once. */
import { speaker } from "../messages.js";

/** @typedef {import("./readers/errors.js").ReadCode} ReadCode */

const ja = {
  reading: "「{name}」を読んでいます…",
  readingPage: "記事を取り出しています…",
  took: "「{name}」を読み込みました（{count}字）。",
  tookFirst: "「{name}」を読み込みました（{count}字）。ファイルは一度に一つだけです。",
  tookArticle: "ページから記事の部分を取り出しました（{count}字）。",
  tookSent: "開いていたページから記事を受け取りました（{count}字）。",
  tookClipboard: "クリップボードから読み込みました（{count}字）。",
  clipboardName: "クリップボード",
  sharedName: "共有された文章",
  tookShared: "共有された文章を受け取りました（{count}字）。",
  useWhole: "ページ全体を使う",
  undo: "元の文章に戻す",
  drop: "ここで離すと読み込みます",
  tooLong: "「{name}」の文章は長すぎます。{limit}字までにしてください（{count}字あります）。",
  addressOnly:
    "アドレスだけでは要約できません（このページは外と通信しません）。記事の文章を貼り付けるか、ブックマークレットをお使いください。",
  noClipboard: "クリップボードを読めませんでした。記事の欄を選んで、貼り付けの操作をしてください。",
  emptyClipboard: "クリップボードに文章がありません。",
  notSent:
    "開いていたページから記事を受け取れませんでした。そのページの記事をコピーして、ここに貼り付けてください。",
  notShared: "共有された文章を受け取れませんでした。もう一度共有するか、文章を貼り付けてください。",
  file_empty: "「{name}」には文章が入っていません。",
  file_too_large: "「{name}」は大きすぎます（{size} MB）。{limit} MBまでのファイルを選んでください。",
  file_unsupported:
    "「{name}」は読めない種類のファイルです。テキスト、Markdown、HTML、PDF、Word（.docx）のどれかを選んでください。",
  file_old_word:
    "「{name}」は古い形式のWord文書か、パスワードの付いた文書です。パスワードのない .docx として保存し直してください。",
  file_broken: "「{name}」は壊れているか、途中で切れているため、読めませんでした。",
  file_password: "「{name}」はパスワードで保護されています。保護を外したPDFを選ぶか、文章をコピーして貼り付けてください。",
  file_scanned:
    "「{name}」には文字の情報がありません（紙を写したPDFのようです）。文字を認識させたPDFを選ぶか、文章を入力してください。",
  file_gone: "「{name}」を開けませんでした。移動や変更がなかったか確かめて、もう一度選んでください。",
  reader_unreachable:
    "この種類のファイルを読む部品を取り込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  reader_unsupported:
    "このブラウザーではPDFを読めません。新しい版のブラウザーを使うか、文章をコピーして貼り付けてください。",
  bookmarklet: "ブックマークレット",
  bookmarkletName: "要点で読む",
  bookmarkletWhat:
    "読んでいるページから、選んだ文章か記事の部分を、このページに直接渡します。アドレスにもサーバーにも文章は載りません。",
  bookmarkletDrag: "このボタンをブックマークバーへドラッグしてください。",
  bookmarkletPhone:
    "ドラッグできない端末では、コードをコピーし、適当なブックマークを作ってから、そのアドレスをコードに置き換えてください。",
  bookmarkletLimits: "ほかのページとのやりとりを禁じているサイトでは使えません。そのときは文章をコピーして貼り付けてください。",
  bookmarkletCopy: "コードをコピー",
  bookmarkletCode: "ブックマークレットのコード",
  copied: "コピーしました",
};

/** @type {typeof ja} */
const en = {
  reading: "Reading “{name}”…",
  readingPage: "Finding the article…",
  took: "Read “{name}” ({count} characters).",
  tookFirst: "Read “{name}” ({count} characters). One file at a time, please.",
  tookArticle: "Kept the article and left out the rest of the page ({count} characters).",
  tookSent: "The article came from the page you had open ({count} characters).",
  tookClipboard: "Read from the clipboard ({count} characters).",
  clipboardName: "the clipboard",
  sharedName: "the shared text",
  tookShared: "The shared text is here ({count} characters).",
  useWhole: "Use the whole page",
  undo: "Put the earlier text back",
  drop: "Let go to read it",
  tooLong: "The text of “{name}” is too long: at most {limit} characters, please (it has {count}).",
  addressOnly:
    "An address alone cannot be summarised: this page talks to no other. Please paste the article itself, or use the bookmarklet.",
  noClipboard: "The clipboard could not be read. Please click into the field and paste there.",
  emptyClipboard: "There is no text on the clipboard.",
  notSent: "The article could not be received from the page you had open. Please copy it there and paste it here.",
  notShared: "The shared text could not be received. Please share it again, or paste it.",
  file_empty: "There is no text in “{name}”.",
  file_too_large: "“{name}” is too large ({size} MB). Files of up to {limit} MB can be read.",
  file_unsupported: "“{name}” is of a kind that cannot be read. Please choose text, Markdown, HTML, PDF or Word (.docx).",
  file_old_word:
    "“{name}” is an old Word document, or one with a password. Please save it as .docx without a password.",
  file_broken: "“{name}” could not be read: it is damaged or cut off.",
  file_password: "“{name}” is protected by a password. Please choose an unprotected PDF, or copy the text and paste it.",
  file_scanned:
    "“{name}” has no characters in it (it seems to be a scan). Please choose a PDF with recognised text, or type the text.",
  file_gone: "“{name}” could not be opened. Please check that it has not been moved or changed, and choose it again.",
  reader_unreachable:
    "The program that reads this kind of file could not be loaded. Please check the connection and try again.",
  reader_unsupported: "This browser cannot read PDFs. Please use a newer one, or copy the text and paste it.",
  bookmarklet: "Bookmarklet",
  bookmarkletName: "要点 youten",
  bookmarkletWhat:
    "Hands the selected text, or the article, of the page you are reading straight to this one. It is in no address and on no server.",
  bookmarkletDrag: "Drag this button to your bookmarks bar.",
  bookmarkletPhone: "Where dragging does not work, copy the code, make any bookmark, and put the code in place of its address.",
  bookmarkletLimits: "Some sites forbid talking to other pages. There, copy the text and paste it.",
  bookmarkletCopy: "Copy the code",
  bookmarkletCode: "Code of the bookmarklet",
  copied: "Copied",
};

export const say = speaker({ ja, en });
