"""What youten says to people, in Japanese and English: notices, errors, and what went wrong with a request.

Callers switch on the code; the sentences may change.
"""

from __future__ import annotations

# code -> language -> sentence; {names} are filled in by the caller
MESSAGES = {
    # notices: a summary comes with them
    "empty": {
        "ja": "記事の本文がありません。",
        "en": "There is no article text.",
    },
    "no_sentence": {
        "ja": "要約に使える文が見つかりませんでした。",
        "en": "No sentence was found that a summary could use.",
    },
    "no_sentence_end": {
        "ja": "「。」で終わる文がないため、行をそのまま使いました。",
        "en": "No line ends like a sentence (with 。), so lines were used as they are.",
    },
    "already_short": {
        "ja": "もともと短い文章なので、ほぼそのまま示しています。",
        "en": "The text is already short, so nearly all of it is shown.",
    },
    "fewer_sentences": {
        "ja": "要約に使える文は{count}文だけでした。",
        "en": "Only {count} of the sentences could be used in a summary.",
    },
    "budget_too_small": {
        "ja": "文字数の上限({max_chars}字)に収まる文がありません。",
        "en": "No sentence fits into the limit of {max_chars} characters.",
    },
    "not_japanese": {
        "ja": "日本語の文章ではないようです。日本語以外の要約には対応していません。",
        "en": "This does not look like Japanese; other languages are not supported.",
    },
    # errors: nothing comes with them
    "bad_option": {
        "ja": "指定が正しくありません: {what}",
        "en": "An option is not valid: {what}",
    },
    "bad_request": {
        "ja": "依頼の形式が正しくありません: {what}",
        "en": "The request is not well-formed: {what}",
    },
    "unknown_action": {
        "ja": "知らない操作です: {what}",
        "en": "Unknown action: {what}",
    },
    "no_such_job": {
        "ja": "その処理はもうありません。もう一度始めてください。",
        "en": "That job no longer exists. Please start again.",
    },
    "no_readings": {
        "ja": "読み仮名のデータがまだありません。",
        "en": "The data for readings is not here yet.",
    },
    "internal": {
        "ja": "要約の途中で問題が起きました({what})。",
        "en": "Something went wrong while summarising ({what}).",
    },
}


def message(code: str, lang: str, **values: object) -> str:
    """Give the sentence for ``code`` in ``lang`` ("ja"; anything else: English), its values filled in."""
    return MESSAGES[code]["ja" if lang == "ja" else "en"].format(**values)
