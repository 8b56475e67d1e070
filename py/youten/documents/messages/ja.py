"""Messages about documents in Japanese."""

MESSAGES = {  # code of ``Problem.reason`` -> template
    "binary": "文章のファイルではありません(バイナリー)",
    "pdf": "コマンドラインは PDF を読みません(ブラウザーのページは読みます)",
    "unknown_encoding": "文字コードが分かりません(日本語の文字コードのどれでもありません)",
    "not_that_encoding": "{encoding} ではありません",
    "open_front_matter": "フロントマターを閉じる {fence} がありません",
    "broken_front_matter": "フロントマターを読めません({line}行目: {what})",
    "broken_docx": "Word のファイルとして読めません",
    "broken_html": "HTML を読めません({line}行目)",
    "no_article": "--article に当たる要素がありません",
}
