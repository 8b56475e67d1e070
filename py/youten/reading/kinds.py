"""The kind of a single line: subhead, byline, caption, furniture, label of a box or list.

Only single lines are examined. ``roles`` decides what depends on the page (the repeated headline, a list of
related articles, the extent of a box). Lines over ``LONGEST`` characters are prose, so every pattern here
works on bounded text. To add a rule, write a function of ``Clues`` and add it to ``RULES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from youten.reading import vocabulary as words
from youten.reading.bylines import is_byline
from youten.reading.forms.notices import is_notice_line
from youten.reading.keys import fold, key, key_of_folded

Kind = Literal[
    "",  # no kind: prose, or a line that only its neighbours can explain
    "subhead",
    "byline",
    "caption",
    "furniture",
    "subject",  # 件名: of an e-mail: the headline
    "box",  # label of a summary box
    "softbox",  # the same, but a section may be called so as well
    "tail",  # header of a list of other articles, sources, contacts
    "comments",  # header of the readers' comments
    "fence",  # ``` of Markdown
]

LONGEST = 200  # characters
_LONGEST_SUBHEAD = 60
_LONGEST_CALL = 40
_LONGEST_NOTE = 80  # small print
_LONGEST_ROW = 100
_SHORTEST_TALK = 10  # beside an address

_URL = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_TAG = re.compile("</?[A-Za-z!][^<>]*>")
_JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
_CODE = re.compile(
    r"[;{}]$|^\s*[$%] [a-z./]|^\s*[})\]]|=>|\(\)|[\w)\]] ?[=!+]?= ?[\w\"'(\[{]"
    "|^(?:import|from|const|let|var|def|class|return|npm|npx|pip|git|cd|sudo|curl|function|export|public) "
)
_LONGEST_BUTTON = 14
# What a button of a site does: アプリを開く, 会員登録はこちら; メッセージを送信する may head a section.
_BUTTON = re.compile(
    "[^はがもに、。]{0,8}(?:はこちら|へ戻る|に戻る|一覧へ|へ(?:移動|スキップ)する?)"
    "|(?:この)?(?:アプリ|記事|続き|コメント|写真|動画|全文|一覧|詳細|すべて|全て)(?:を|で)(?:見|み|読)る"
    "|(?:アプリ|メニュー|目次|コメント)を?(?:開く|閉じる)"
    "|(?:すべて|全て|無料|会員|新規|メルマガに?|メールマガジンに?|通知を|この記事を|ブログを)?"
    "(?:同意|許可|拒否|了承|承諾|購読|フォロー|シェア|登録|応援|サポート)する"
)
_PAGE_NUMBER = re.compile("[-–—―ー− ]*[0-9]{1,4}(?: ?/ ?[0-9]{1,4})?(?: ?(?:ページ|頁))?[-–—―ー− ]*")
_INLINE_LABEL = re.compile("[【<《[(■◆●]?[^】>》\\])。、:]{2,20}[】>》\\]):]+(?=.)")

# A reference: the date of access to a page, or only its title. The folded text has plain quotation marks too.
_CITATION = re.compile('[^。]*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?:に)?閲覧[)]?。?|["“”][^"“”。]+["“”]。')

_SUBHEAD_MARKS = "◇◆■□●○◎▼▽▶►❖✦★☆"
_BRACKETED = re.compile(
    "【[^【】]+】|＜[^＜＞]+＞|<[^<>]+>|《[^《》]+》|〈[^〈〉]+〉|［[^［］]+］|〔[^〔〕]+〕|\\[[^\\[\\]]+\\]"
    "|-{2,}[^-]+-{2,}|[-=―─━]{1,3} ?[^-=―─━]+ ?[-=―─━]{1,3}"
)
_NUMBERED_HEAD = re.compile(
    "第[0-9一二三四五六七八九十]{1,3}[章節部回条話編](?:[ :].*)?|[0-9]{1,2}(?:[.-][0-9]{1,2}){1,2}[.]? [^。]*"
    "|(?:手順|ステップ|step|その) ?[0-9]{1,2}(?:[ :.].*)?|議題 ?[0-9]{0,2}[ :.].*"
)

# ▲ and arrows before, a credit in brackets or behind ＝, or a bracketed date behind.
_CREDITED = re.compile(
    "[▲△↑↓←][^。]*"
    "|[^。]*[（(][^（）()]{0,40}(?:写真|撮影|提供|画像|出典|資料|イメージ)[^（）()]{0,40}[）)]"
    "|[^。]*[＝=][^。＝=]{1,30}(?:撮影|提供|写す|資料写真)"
)
_DATED = re.compile(
    "[^。]*[（(](?:[^（）()。]{0,20}[、，])?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[、，]"
    "[^（）()。]{0,20})?[）)]"
)
_SHORTEST_DATED = 12
_FIGURE = re.compile(
    "(?:写真|図|図表|表|グラフ|資料|画像|動画|figure|fig[.]?|table|photo) ?[0-9]{1,2}(?:[-.][0-9]{1,2})?"
    "(?:[ .:、][^。]*)?"
)


class Clues(NamedTuple):
    """The input of the rules. ``folded`` and ``key`` (see ``keys``) are "" for lines over ``LONGEST``."""

    text: str
    folded: str
    key: str
    ended: bool  # ends with a terminator


def clues(text: str, ended: bool) -> Clues:
    """Return the clues of a line."""
    folded = fold(text) if len(text) <= LONGEST else ""
    return Clues(text, folded, key_of_folded(folded), ended)


def kind_of(line: Clues) -> Kind:
    """Return the kind of a line; "" for prose and for lines that only their neighbours can explain."""
    text = line.text
    if text.startswith(("```", "~~~")):
        return "fence"
    if not any(map(str.isalnum, text)):
        return "tail" if text == "--" else "furniture"  # a mail's signature follows "--"
    if len(text) > LONGEST:
        return "furniture" if _is_markup(text) else ""
    kind = _named(line) or _labelled(line)
    if kind:
        return kind
    for kind, rule in RULES:
        if rule(line):
            return kind
    return ""


def is_interface(text: str) -> bool:
    """Return whether a line is words of a site's interface: menus, sharing, subscription, law."""
    folded = fold(text) if len(text) <= LONGEST else ""
    trail = _is_trail(folded) and ":" not in folded  # Windows: 設定 > 一般 > 言語 tells the reader where
    return _is_button(key_of_folded(folded)) or _is_button_row(folded) or trail


def _is_button(line_key: str) -> bool:
    return (
        line_key in words.FURNITURE
        or line_key.startswith(words.FURNITURE_PREFIXES)
        or _BUTTON.fullmatch(line_key) is not None
    )


def _is_button_row(folded: str) -> bool:
    """Return whether a line is buttons side by side: 保存 印刷 共有, ○○新聞 新規登録 ログイン."""
    parts = folded.split()
    if len(parts) < 2 or max(map(len, parts)) > _LONGEST_BUTTON:
        return False
    known = sum(part.isdigit() or _is_button(key_of_folded(part)) for part in parts)
    return known == len(parts) or (known > 1 and 2 * known >= len(parts))


def _is_trail(folded: str) -> bool:
    """Return whether a line is breadcrumbs or a menu: ホーム > 社会 > 記事."""
    return any(folded.count(mark) > 1 for mark in (">", "»", "›", " | ")) and len(folded) < _LONGEST_ROW


def _named(line: Clues) -> Kind:
    """Recognise a line by its whole text."""
    if label := _box_label(line.key):
        return label
    if line.key in words.COMMENT_HEADERS:
        return "comments"
    if line.key in words.TAIL_HEADERS:
        return "tail"
    if line.key in words.FURNITURE or (line.key.isdigit() and _PAGE_NUMBER.fullmatch(line.text)):
        return "furniture"
    if not line.ended and (_is_button(line.key) or _is_button_row(line.folded)):
        return "furniture"
    return ""


def _labelled(line: Clues) -> Kind:
    """Recognise the label of a box with its text on the same line: 【AI要約】…, AI要約：…."""
    match = _INLINE_LABEL.match(line.folded)
    return _box_label(key(match.group())) if match else ""


def _box_label(name: str) -> Kind:
    return "box" if name in words.BOX_LABELS else "softbox" if name in words.SOFT_BOX_LABELS else ""


def _is_subject(line: Clues) -> bool:
    return line.folded.startswith(words.SUBJECT_PREFIXES)


def _is_notice(line: Clues) -> bool:
    """Recognise copyright, addresses, pictures, references, small print and code."""
    text = line.text
    if line.folded.startswith(("©", "(c)", "copyright", "![", "〒")) or _is_markup(text):
        return True
    if _CITATION.fullmatch(line.folded):
        return True
    if len(text) <= _LONGEST_NOTE and line.key.startswith(words.FURNITURE_PREFIXES):
        return True
    linked = "@" in text or "://" in text or "www." in text
    if linked and _URL.search(text) and (not line.ended or len(_URL.sub("", text)) < _SHORTEST_TALK):
        return True
    return not _JAPANESE.search(text) and _CODE.search(text) is not None


def _is_row(line: Clues) -> bool:
    """Recognise rows of links: a table's row, #tags, breadcrumbs, menus."""
    folded = line.folded
    if line.ended:
        return False
    if folded.startswith("|") and folded.endswith("|"):
        return True
    if folded.startswith("#") and folded.count("#") == len(folded.split()) and "# " not in folded:
        return True
    return _is_trail(folded)


def _is_filing(line: Clues) -> bool:
    """Recognise a contact or a filing word with a colon: 電話：…, タグ：…."""
    label, colon, _ = line.folded[:20].replace("=", ":").partition(":")
    return not line.ended and bool(colon) and key(label) in words.LABELS


def _is_signed(line: Clues) -> bool:
    return is_byline(line.folded, line.ended)


def _is_caption(line: Clues) -> bool:
    text = line.text
    return not line.ended and (
        line.folded.startswith(words.CAPTION_PREFIXES)
        or _CREDITED.fullmatch(text) is not None
        or (len(text) >= _SHORTEST_DATED and _DATED.fullmatch(text) is not None)
        or _FIGURE.fullmatch(line.folded) is not None
    )


def _is_subhead(line: Clues) -> bool:
    text, folded = line.text, line.folded
    marked = text[0] in _SUBHEAD_MARKS or (text[0] == "#" and text.lstrip("#")[:1] in (" ", "　"))
    if line.ended:  # subheads may be calls or questions, but not statements: ◇何が起きた？, 認知症とは？
        calls = text[-1] in "？！?!" and not any(mark in text[:-1] for mark in "。！？")
        return calls and len(text) <= _LONGEST_CALL and (marked or folded.endswith("とは?"))
    shaped = _BRACKETED.fullmatch(text) is not None or _NUMBERED_HEAD.fullmatch(folded) is not None
    return len(text) <= _LONGEST_SUBHEAD and (marked or shaped)


def _is_markup(text: str) -> bool:
    """Return whether at least half of a line is tags."""
    return "<" in text and 2 * sum(map(len, _TAG.findall(text))) >= len(text)


# The first rule that a line passes tells its kind.
RULES: tuple[tuple[Kind, Callable[[Clues], bool]], ...] = (
    ("subject", _is_subject),
    ("furniture", lambda line: is_notice_line(line.text)),
    ("furniture", _is_notice),
    ("furniture", _is_row),
    ("furniture", _is_filing),
    ("byline", _is_signed),
    ("caption", _is_caption),
    ("subhead", _is_subhead),
)
