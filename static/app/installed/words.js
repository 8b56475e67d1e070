/** What the installed page has to say: offline use, what is stored, newer releases. */
import { speaker } from "../messages.js";

const ja = {
  update: "新しい版があります。",
  updateNow: "切り替える",
  updateElsewhere: "ほかのタブでも開いています。すべて閉じると、つぎから新しい版になります。",
  updateKeepsText: "この端末では文章を引き継げません。文章を控えてから、すべてのタブを閉じて開き直してください。",
  updateFailed: "切り替えられませんでした。すべてのタブを閉じて開き直すと、新しい版になります。",
  storage: "保存しているもの",
  storageWhat: "この端末のブラウザーの中だけにあるものです。どこにも送られていません。",
  storagePage: "ページと要約の仕組み（オフライン用）",
  storageReader: "PDFを読む部品",
  storageReadings: "ふりがなの辞書",
  storageOther: "古い版の残り",
  storageTexts: "下書き・履歴・設定",
  storageTotal: "ブラウザーによる合計",
  storageNone: "なし",
  size: "{size} MB",
  kilobytes: "{size} KB",
  keepReader: "PDFもオフラインで読めるようにする（{size} MB）",
  keepFailed: "取り込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  deleteAll: "すべて消す",
  deleteSure: "下書き、履歴、設定、オフライン用のファイルを、この端末からすべて消します。",
  deleteYes: "消す",
  deleteNo: "やめる",
  deleted: "すべて消しました。ページを閉じるまで、いまの記事は画面に残ります。",
};

/** @type {typeof ja} */
const en = {
  update: "There is a newer version.",
  updateNow: "Switch",
  updateElsewhere: "It is open in other tabs too. Close them all, and the newer version comes next time.",
  updateKeepsText: "The text cannot be handed over on this device. Please keep a copy, then close all tabs and open the page again.",
  updateFailed: "Switching did not work. Close all tabs and open the page again for the newer version.",
  storage: "What is stored",
  storageWhat: "All of it is in this browser on this device. None of it has been sent anywhere.",
  storagePage: "The page and the summariser (for offline use)",
  storageReader: "The reader of PDFs",
  storageReadings: "The dictionary of furigana",
  storageOther: "Left over from older versions",
  storageTexts: "Drafts, history, settings",
  storageTotal: "In all, as the browser counts",
  storageNone: "None",
  size: "{size} MB",
  kilobytes: "{size} KB",
  keepReader: "Make PDFs readable offline ({size} MB)",
  keepFailed: "That could not be loaded. Please check the connection and try again.",
  deleteAll: "Delete everything",
  deleteSure: "This deletes drafts, history, settings and the files for offline use from this device.",
  deleteYes: "Delete",
  deleteNo: "Keep",
  deleted: "Everything is deleted. The article on the screen stays until you close the page.",
};

export const say = speaker({ ja, en });
