"""What ``youten inject`` says about a file, in Japanese and English; programs switch on the code."""

from __future__ import annotations

from youten.inject.model import Outcome

# code of ``Outcome.reason`` (or of the walk) -> language -> sentence
REASONS = {
    # left alone
    "switched_off": {"ja": "youten: false と書かれています", "en": "switched off by its author"},
    "other_box": {"ja": "ほかの方法で付けた要約の囲みがあります", "en": "has a box from elsewhere"},
    "no_box": {"ja": "囲みはありません", "en": "has no box"},
    "empty": {"ja": "本文がありません", "en": "has no article text"},
    "no_sentence": {"ja": "要約に使える文がありません", "en": "has no sentence that a box could use"},
    "not_japanese": {"ja": "日本語の文章ではありません", "en": "is not Japanese"},
    "already_short": {"ja": "短いので囲みは要りません", "en": "is as short as a box already"},
    "budget_too_small": {"ja": "文字数の上限に収まる文がありません", "en": "no sentence fits into the limit"},
    "several_articles": {
        "ja": "記事の一覧のページです(一つを選ぶには --article)",
        "en": "is a list of articles (--article chooses one)",
    },
    "unlike": {"ja": "Markdown でも HTML でもありません", "en": "is neither Markdown nor HTML"},
    "link": {"ja": "シンボリックリンクはたどりません", "en": "symbolic links are not followed"},
    # to be made anew
    "stale": {
        "ja": "囲みが記事または指定と合っていません",
        "en": "the box no longer fits the article or the options",
    },
    # problems of the content
    "edited_box": {
        "ja": "囲みが手で直されています(作り直すには --refresh)",
        "en": "the box was edited by hand (--refresh makes it anew)",
    },
    "several_boxes": {"ja": "囲みが二つ以上あります", "en": "has more than one box"},
    "open_box": {"ja": "囲みの </aside> がありません", "en": "the box has no </aside>"},
    "open_block": {
        "ja": "{line}行目の囲みに終わりの印 <!-- youten:end --> がありません",
        "en": "the block that begins in line {line} has no <!-- youten:end -->",
    },
    "bad_mark": {"ja": "{line}行目の囲みの印が読めません", "en": "the mark in line {line} cannot be read"},
    "filled_place": {
        "ja": "{line}行目からの囲みの場所に、youten が書いたのではない文章があります",
        "en": "the place that begins in line {line} holds text that youten did not write",
    },
    "other_form": {
        "ja": "囲みが別の形で入っています(移すには --refresh)",
        "en": "has its box in the other form (--refresh moves it)",
    },
    "open_front_matter": {
        "ja": "フロントマターを閉じる {fence} がありません",
        "en": "the front matter has no closing {fence}",
    },
    "broken_front_matter": {
        "ja": "フロントマターを読めません({line}行目: {what})",
        "en": "the front matter cannot be read (line {line}: {what})",
    },
    "front_matter_refused": {
        "ja": "フロントマターを壊さずに書き込めません",
        "en": "the front matter cannot be written without changing other keys",
    },
    "key_taken": {
        "ja": "フロントマターの {key} は youten のものではありません(別の名前は --key)",
        "en": "{key} in the front matter is not youten's (--key names another)",
    },
    "list_missing": {
        "ja": "フロントマターに youten の印がありますが、{key} がありません(別の名前なら --key)",
        "en": "the front matter has youten's mark, but no {key} (--key names another)",
    },
    "no_lists_here": {
        "ja": "{kind} 形式のフロントマターには書き込めません(--into block を使えます)",
        "en": "front matter of the kind {kind} cannot take a list (--into block works)",
    },
    "broken_html": {"ja": "HTML を読めません({line}行目)", "en": "the HTML cannot be read (line {line})"},
    "no_place": {"ja": "--selector に当たる要素がありません", "en": "no element matches --selector"},
    "unsafe_place": {
        "ja": "ページが壊れていて、囲みを置くと記事が変わってしまいます(場所は --selector で選べます)",
        "en": "the page is broken where the box would go (--selector chooses another place)",
    },
    "no_article": {"ja": "--article に当たる要素がありません", "en": "no element matches --article"},
    # problems of the file
    "binary": {"ja": "文章のファイルではありません(バイナリー)", "en": "is no text (binary)"},
    "unknown_encoding": {
        "ja": "文字コードが分かりません(UTF-8、Shift_JIS、EUC-JP のどれでもありません)",
        "en": "has an unknown encoding (neither UTF-8 nor Shift_JIS nor EUC-JP)",
    },
    "iso_2022_jp": {
        "ja": "ISO-2022-JP です。UTF-8 などに変えてください",
        "en": "is ISO-2022-JP; save it as UTF-8, for example",
    },
    "not_that_encoding": {"ja": "{encoding} ではありません", "en": "is not {encoding}"},
    "unsafe_encoding": {
        "ja": "{encoding} のままでは囲みを安全に入れられません。UTF-8 などに変えてください",
        "en": "cannot safely hold the box as {encoding}; save it as UTF-8, for example",
    },
    "too_large": {
        "ja": "大きすぎます({megabytes:.0f} MB。上限は {limit:.0f} MB)",
        "en": "is too large ({megabytes:.0f} MB; the limit is {limit:.0f} MB)",
    },
    "no_file": {"ja": "ありません", "en": "does not exist"},
    "not_regular": {"ja": "ふつうのファイルではありません", "en": "is not a regular file"},
    "link_loop": {"ja": "シンボリックリンクが輪になっています", "en": "is a loop of symbolic links"},
    "dead_link": {"ja": "シンボリックリンクの先がありません", "en": "is a symbolic link to nothing"},
    "read_only": {"ja": "書き込みが許されていません", "en": "is read-only"},
    "unreadable": {"ja": "読めません: {what}", "en": "cannot be read: {what}"},
    "unwritable": {"ja": "書き込めません: {what}", "en": "cannot be written: {what}"},
    "changed_meanwhile": {
        "ja": "作業中に別のプログラムが書き換えました",
        "en": "was changed by another program meanwhile",
    },
    "internal": {"ja": "内部の誤りです({what})", "en": "something went wrong ({what})"},
}
# status -> language -> (what a line begins with, what the last line counts)
STATUSES = {
    "added": {"ja": "追加", "en": "added"},
    "updated": {"ja": "更新", "en": "updated"},
    "removed": {"ja": "削除", "en": "removed"},
    "kept": {"ja": "そのまま", "en": "unchanged"},
    "left": {"ja": "対象外", "en": "left alone"},
    "problem": {"ja": "できませんでした", "en": "problems"},
}
CHECKED = {  # the same in check mode, where nothing is done
    "added": {"ja": "囲みがない", "en": "no box yet"},
    "updated": {"ja": "囲みが古い", "en": "out of date"},
    "removed": {"ja": "囲みが不要", "en": "box to be removed"},
    "kept": {"ja": "合っている", "en": "fits"},
}
OTHERS = {
    "more": {"ja": "ほか {count} 件(--verbose ですべて)", "en": "and {count} more (--verbose names all)"},
    "nothing": {"ja": "Markdown も HTML も見つかりませんでした。", "en": "No Markdown or HTML was found."},
    "files": {"ja": "{count} ファイル", "en": "{count} files"},
    "selector": {
        "ja": "セレクターとして読めません: {what}(要素名、#id、.class、[属性=値]、空白、> が使えます)",
        "en": "not a selector that is known here: {what} (use names, #id, .class, [name=value], spaces, >)",
    },
    "key": {"ja": "--key に使えない名前です: {what}", "en": "not a name for --key: {what}"},
}


def language(lang: str) -> str:
    """Give the key that the tables have for ``lang``: "ja", anything else "en"."""
    return "ja" if lang == "ja" else "en"


def reason(outcome: Outcome, lang: str) -> str:
    """Give the sentence for an outcome's reason, "" if it has none."""
    return REASONS[outcome.reason][language(lang)].format(**dict(outcome.values)) if outcome.reason else ""


def status(outcome: Outcome, lang: str, *, checking: bool) -> str:
    """Give the word for an outcome's status."""
    table = CHECKED if checking and outcome.status in CHECKED else STATUSES
    return table[outcome.status][language(lang)]


def other(code: str, lang: str, **values: object) -> str:
    """Give one of the remaining sentences, its values filled in."""
    return OTHERS[code][language(lang)].format(**values)
