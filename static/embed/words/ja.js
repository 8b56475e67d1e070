/**
 * The Japanese words of box and frame: one section for each, so that a script carries only its own.
 *
 * Modules and not JSON as the page's are, because the npm package is used without a build of ours.
 */

/** Of <youten-box>; names in braces are filled in. */
export const box = {
  label: "AI要約",
  method: "抽出型・端末内で処理",
  start: "要約する",
  cost: "はじめに約{size} MBを読み込みます。文章は端末の外に出ません。",
  stop: "止める",
  again: "もう一度",
  download: "読み込んでいます {percent}%",
  stalled: "読み込みが進みません。通信の状態か、広告ブロックなどの拡張機能を確かめてください。",
  begin: "準備しています",
  summarize: "要約しています",
  stopped: "止めました。",
  done: "要約ができました。",
  length: "本文{article}字 → 要約{summary}字（{rate}%）",
  place: "本文の該当箇所へ（{number}）",
  empty: "要約できる文がありませんでした。",
  no_article: "要約する記事が見つかりませんでした。",
  too_long: "記事が長すぎます。",
  language: "この言語の記事は要約できません。",
  blocked: "このページの設定（Content-Security-Policy）が、要約のフレームを許していません。",
  refused:
    "広告ブロックなどの拡張機能か、このページの設定が、要約のフレームを止めているようです。許してから、もう一度お試しください。",
  offline: "通信が切れています。つながってから、もう一度お試しください。",
  unreachable: "読み込めませんでした。通信の状態を確かめて、もう一度お試しください。",
  missing: "必要なファイルが見つかりませんでした。時間をおいて、もう一度お試しください。",
  damaged: "読み込んだファイルが壊れていました。もう一度お試しください。",
  unsupported: "このブラウザーでは動きません。新しい版のブラウザーでお試しください。",
  memory: "メモリーが足りません。ほかのタブを閉じて、もう一度お試しください。",
  unknown: "要約できませんでした。もう一度お試しください。",
};

/** Of frame.html around its box. */
export const frame = {
  field: "記事",
  placeholder: "記事を貼り付けてください",
  private: "文章はこの枠の中だけで処理します。まわりのページにも、サーバーにも渡りません。",
};
