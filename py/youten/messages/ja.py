"""Messages of the core in Japanese."""

MESSAGES = {  # code -> template
    # notices: a summary comes with them
    "empty": "記事の本文がありません。",
    "no_sentence": "要約に使える文が見つかりませんでした。",
    "no_sentence_end": "「。」で終わる文がないため、行をそのまま使いました。",
    "no_full_stops": "「。」のない話し言葉なので、「です」「ます」などで文に分けました。",
    "already_short": "もともと短い文章なので、ほぼそのまま示しています。",
    "fewer_fit": "短い囲みに合う{count}文を選びました。",
    "fewer_sentences": "要約に使える文は{count}文だけでした。",
    "budget_too_small": "文字数の上限({max_chars}字)に収まる文がありません。",
    "not_japanese": "日本語の文章ではないようです。ほかの言語では、よい要約にならないことがあります。",
    # errors: nothing comes with them
    "bad_option": "指定が正しくありません: {what}(指定された値: {given})",
    "not_text": "{name} は文字列(str)です。{given} は使えません。",
    "bad_request": "依頼の形式が正しくありません: {what}",
    "unknown_action": "知らない操作です: {what}",
    "no_such_job": "その処理はもうありません。もう一度始めてください。",
    "no_readings": "読み仮名のデータがまだありません。",
    "internal": "要約の途中で問題が起きました({what})。",
}
SYSTEM = {  # what the operating system says -> the same in Japanese
    "No such file or directory": "ありません",
    "Permission denied": "許可がありません",
    "Is a directory": "フォルダーです",
    "Not a directory": "途中の名前がフォルダーではありません",
    "Too many levels of symbolic links": "リンクが輪になっています",
    "File name too long": "名前が長すぎます",
    "No space left on device": "空き容量がありません",
    "Read-only file system": "書き込めない場所です",
    "Input/output error": "読み書きに失敗しました",
}
