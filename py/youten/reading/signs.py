"""What one line looks like by itself: a subhead, a byline, a caption, furniture, the label of a box or list.

Looks at single lines only; what a line is in its page (the headline repeated, a list of related articles,
the extent of a box) is decided in ``cleaning``. Lines over ``LONGEST_SIGN`` characters are prose, so every
pattern here works on bounded text. *Folded* text is NFKC and casefolded.
"""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import normalize as unicode_normalize

from youten.reading import vocabulary as words
from youten.reading.bylines import is_byline
from youten.reading.terminators import ends_sentence

Sign = Literal[
    "",  # no sign: prose, or a line that only its neighbours can explain
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

LONGEST_SIGN = 200
# Characters.
_LONGEST_KEY = 400
_LONGEST_SUBHEAD = 60
_LONGEST_CALL = 40
_LONGEST_NOTE = 80  # small print
_LONGEST_ROW = 100
_SHORTEST_TALK = 10  # beside an address

_DIGITS = re.compile("[0-9]+")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_TAG = re.compile("</?[A-Za-z!][^<>]*>")
_JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
_CODE = re.compile(
    r"[;{}]$|^\s*[$%] [a-z./]|^\s*[})\]]|=>|\(\)|[\w)\]] ?[=!+]?= ?[\w\"'(\[{]"
    "|^(?:import|from|const|let|var|def|class|return|npm|npx|pip|git|cd|sudo|curl|function|export|public) "
)
_PAGE_NUMBER = re.compile("[-–—―ー− ]*[0-9]{1,4}(?: ?/ ?[0-9]{1,4})?(?: ?(?:ページ|頁))?[-–—―ー− ]*")
_INLINE_LABEL = re.compile("[【<《[(■◆●]?[^】>》\\])。、:]{2,20}[】>》\\]):]+(?=.)")

# A reference: when a page was looked at, or its title alone. The folded text has plain quotation marks too.
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
    "[^。]*[（(](?:[^（）()。]{0,20}[、，])?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[、，][^（）()。]{0,20})?[）)]"
)
_SHORTEST_DATED = 12
_FIGURE = re.compile(
    "(?:写真|図|図表|表|グラフ|資料|画像|動画|figure|fig[.]?|table|photo) ?[0-9]{1,2}(?:[-.][0-9]{1,2})?"
    "(?:[ .:、][^。]*)?"
)


def key(text: str) -> str:
    """Return what identifies a line: NFKC, lower case, letters and digits only, numbers as 0."""
    folded = unicode_normalize("NFKC", text[:_LONGEST_KEY]).casefold()
    return _DIGITS.sub("0", "".join(filter(str.isalnum, folded)))


def sign_of(text: str) -> Sign:
    """Return what a line says about itself; "" for prose and for what cannot be told from the line alone."""
    if not any(map(str.isalnum, text)):
        if text == "--":  # a mail's signature follows
            return "tail"
        return "fence" if text.startswith(("```", "~~~")) else "furniture"
    if text.startswith(("```", "~~~")):
        return "fence"
    if len(text) > LONGEST_SIGN:
        return "furniture" if _is_markup(text) else ""
    folded = unicode_normalize("NFKC", text).casefold().strip()
    name = key(text)
    return _by_name(name, text) or _box_line(folded) or _by_shape(text, folded, ends_sentence(text))


def _by_name(name: str, text: str) -> Sign:
    if name in words.BOX_LABELS:
        return "box"
    if name in words.SOFT_BOX_LABELS:
        return "softbox"
    if name in words.COMMENT_HEADERS:
        return "comments"
    if name in words.TAIL_HEADERS:
        return "tail"
    if name in words.FURNITURE or (name.isdigit() and _PAGE_NUMBER.fullmatch(text)):
        return "furniture"
    return ""


def _box_line(folded: str) -> Sign:
    """Recognise the label of a box with its text on the same line: 【AI要約】…, AI要約：…."""
    match = _INLINE_LABEL.match(folded)
    name = key(match.group()) if match else ""
    return "box" if name in words.BOX_LABELS else "softbox" if name in words.SOFT_BOX_LABELS else ""


def _by_shape(text: str, folded: str, ended: bool) -> Sign:
    if folded.startswith(words.SUBJECT_PREFIXES):
        return "subject"
    if _is_furniture(text, folded, ended):
        return "furniture"
    if is_byline(folded, ended):
        return "byline"
    if not ended and _is_caption(text, folded):
        return "caption"
    return "subhead" if _is_subhead(text, folded, ended) else ""


def _is_furniture(text: str, folded: str, ended: bool) -> bool:
    if folded.startswith(("©", "(c)", "copyright", "![", "〒")) or _is_markup(text):
        return True
    if _CITATION.fullmatch(folded):
        return True
    if len(text) <= _LONGEST_NOTE and key(text).startswith(words.FURNITURE_PREFIXES):
        return True
    linked = "@" in text or "://" in text or "www." in text
    if linked and _URL.search(text) and (not ended or len(_URL.sub("", text)) < _SHORTEST_TALK):
        return True
    if not _JAPANESE.search(text) and _CODE.search(text):
        return True
    return not ended and (_is_row(folded) or _is_label(folded))


def _is_row(folded: str) -> bool:
    """Recognise rows of links: a table's row, #tags, breadcrumbs, menus."""
    if folded.startswith("|") and folded.endswith("|"):
        return True
    if folded.startswith("#") and folded.count("#") == len(folded.split()) and "# " not in folded:
        return True
    return any(folded.count(mark) > 1 for mark in (">", "»", "›", " | ")) and len(folded) < _LONGEST_ROW


def _is_label(folded: str) -> bool:
    """Recognise a contact or a filing word with its colon: 電話：…, タグ：…."""
    label, colon, _ = folded[:20].replace("=", ":").partition(":")
    return bool(colon) and key(label) in words.LABELS


def _is_caption(text: str, folded: str) -> bool:
    return (
        folded.startswith(words.CAPTION_PREFIXES)
        or _CREDITED.fullmatch(text) is not None
        or (len(text) >= _SHORTEST_DATED and _DATED.fullmatch(text) is not None)
        or _FIGURE.fullmatch(folded) is not None
    )


def _is_subhead(text: str, folded: str, ended: bool) -> bool:
    marked = text[0] in _SUBHEAD_MARKS or (text[0] == "#" and text.lstrip("#")[:1] in (" ", "　"))
    if ended:  # subheads may call or ask, but not tell: ◇何が起きた？, 認知症とは？
        calls = text[-1] in "？！?!" and not any(mark in text[:-1] for mark in "。！？")
        return calls and len(text) <= _LONGEST_CALL and (marked or folded.endswith("とは?"))
    shaped = _BRACKETED.fullmatch(text) is not None or _NUMBERED_HEAD.fullmatch(folded) is not None
    return len(text) <= _LONGEST_SUBHEAD and (marked or shaped)


def _is_markup(text: str) -> bool:
    """Whether at least half of a line is tags."""
    return "<" in text and 2 * sum(map(len, _TAG.findall(text))) >= len(text)
