"""Finds the article among what surrounds it on a whole page: menus, consent, advertisements, lists, comments.

Every line is worth something: text its length, furniture less than nothing. The article is the run of lines
with the largest sum (maximum subsequence segmentation, Pasternack and Roth, WWW 2009). Only texts with some
sure furniture are pages; any other text is left whole. The roles of single lines are left to ``roles``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from youten.japanese import word_pairs
from youten.model import Form, Role
from youten.reading.endings import ends_in_predicate
from youten.reading.forms.notices import may_be
from youten.reading.kinds import is_interface
from youten.reading.lines import Line, Page

# Forms that sites publish; in the others short lines are the text.
_PUBLISHED: frozenset[Form] = frozenset(
    ("article", "webpage", "howto", "interview", "speech", "encyclopedia", "markdown")
)
# Lines of furniture on a page, and their share of all; long articles have a few lines that look like it.
_FEWEST_SURE, _SURE_SHARE = 2, 0.05
# Worth of lines, in characters of text. Two paragraphs stay one article across an advertisement with its
# label; a teaser of one sentence below share buttons and a title does not.
_FURNITURE = -25
_TAIL = -60
_COMMENTS = -200
_SHORT, _ITEM = -6, -2
_MOST_TEXT = 200  # that one line is worth
_SHORTEST_BARE = 24  # characters of a sentence without a full stop
_LONGEST_EDGE = 60  # characters of a notice beside the article that shares no word with it
_LONGEST_ALONE = 30  # characters of a line that may be a title or a site's motto
_LONGEST_VOICE = 110  # characters of a notice in another style than the article
_PLAIN_SHARE = 0.6  # of the characters of an article in plain style
_JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
_KANJI = re.compile("[一-龥]")
_POLITE = re.compile(
    "(?:です|ます|ません|でした|ました|ましょう|でしょう|ください|下さい)(?:か|ね|よ|よね)?[。！？!?♪]*$"
)
_TOLD = ("ました", "でした")  # what no notice ends with
_BEGINS = re.compile("(?:ここから|以下)(?:が)?本文(?:です)?。?|本文(?:ここから|開始)")
_ENDS = re.compile("(?:ここまで|以上)(?:が)?本文(?:です)?。?|本文(?:ここまで|終了)")
_NOTICES = 3  # lines between two paragraphs
# What texts about anything have: numbers, dates, the words of sites.
_COMMON = frozenset("一二三四五六七八九十百千万年月日時分人今回上下中大小新前後") | {
    "記事", "登録", "会員", "無料", "利用", "情報", "当社", "サイ", "イト", "今回", "紹介", "案内", "最新",
}  # fmt: skip
# The buttons below the beginning of another article, and below the writer's profile.
_MORE = frozenset(("続きを読む", "もっと読む", "もっと見る", "続きを見る", "全文を読む", "readmore"))
_FOLLOW = frozenset(("フォロー", "フォローする", "フォロー中", "読者になる"))
_ADVERTS = frozenset(
    ("広告", "pr", "ad", "スポンサーリンク", "スポンサードリンク", "advertisement", "sponsored")
)


def find_article(page: Page, form: Form) -> range | None:
    """Return the lines of the article on a whole page, None for a text that is no page."""
    if form not in _PUBLISHED:
        return None
    lines = page.lines
    sure = _sure(page)
    if sum(sure) < max(_FEWEST_SURE, _SURE_SHARE * len(lines)):
        return None
    first = next((index for index, line in enumerate(lines) if _BEGINS.fullmatch(line.text)), -1) + 1
    last = next((i for i in range(first, len(lines)) if _ENDS.fullmatch(lines[i].text)), len(lines))
    worths = [_worth(page, index, sure[index]) for index in range(first, last)]
    found = _richest(worths)
    if found:  # what it says tells which lines are no part of it
        article = range(first + found.start, first + found.stop)
        foreign, alone = _foreign(page, article, sure)
        for index in range(first, last):
            if index in foreign:
                worths[index - first] = _FURNITURE
            elif index in alone and len(lines[index].text) <= _LONGEST_ALONE:
                worths[index - first] = min(0, worths[index - first])
        found = _richest(worths) or found
    if not found:
        return None
    article = range(first + found.start, first + found.stop)
    return range(article.start, _extended(page, article, sure))


def _sure(page: Page) -> list[bool]:
    """Return for every line whether it is surely furniture of a site."""
    return [
        page.notices[index] == "all"
        or line.kind in ("tail", "comments")
        or (line.kind == "furniture" and is_interface(line.text))
        for index, line in enumerate(page.lines)
    ]


def _extended(page: Page, article: range, sure: Sequence[bool]) -> int:
    """Return the article's end behind notices that stand before its last paragraphs."""
    words = frozenset().union(*(_words(page.lines[index].text) for index in article))
    end, index = article.stop, article.stop
    while index < len(sure) and index <= end + _NOTICES:
        line = page.lines[index]
        if line.kind in ("tail", "comments"):
            break
        if line.prose and not sure[index]:
            if _is_card(page, index) or not _agrees(words & _words(line.text)):
                break
            end = index + 1
        elif not sure[index]:
            break
        index += 1
    return end


def mark_surroundings(page: Page, roles: list[Role | None], article: range) -> None:
    """Mark what stands around the article, and the notices between its paragraphs."""
    headline = next((index for index in range(article.stop) if roles[index] == "headline"), article.start)
    foreign, _ = _foreign(page, article, _sure(page))
    for index, role in enumerate(roles):
        around = index < min(headline, article.start) or index >= article.stop
        if role in (None, "subhead") and (around or index in foreign):
            roles[index] = "furniture"


def _foreign(page: Page, article: range, sure: Sequence[bool]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the lines of text that another voice says, and those that share no word with the article."""
    lines = page.lines
    texts = [index for index in article if _is_text(lines[index])]
    plain = sum(len(lines[index].text) for index in texts if not _is_polite(lines[index]))
    voice = plain >= _PLAIN_SHARE * sum(len(lines[index].text) for index in texts)
    counts = Counter(word for index in texts for word in _words(lines[index].text))
    foreign, alone = set(), set()
    for index, line in enumerate(lines):
        if line.kind or not _is_text(line):
            continue
        told = line.text.rstrip("。！♪").endswith(_TOLD)
        if not told and not _agrees(word for word in _words(line.text) if counts[word] > (index in article)):
            alone.add(index)
        beside = any(0 <= i < len(sure) and sure[i] for i in (index - 1, index + 1))
        polite = _is_polite(line)
        if voice and polite and len(line.text) <= _LONGEST_VOICE:
            foreign.add(index)
        elif index in alone and len(line.text) <= _LONGEST_EDGE:
            label = index and lines[index - 1].key in _ADVERTS
            if label or (polite and beside and may_be(line.text)):
                foreign.add(index)
    return frozenset(foreign), frozenset(alone)


def _is_polite(line: Line) -> bool:
    """Return whether all sentences of a line are in polite style."""
    return all(
        _POLITE.search(line.text[end - line.start - 12 : end - line.start]) for _, end in line.sentences
    )


def _words(text: str) -> frozenset[str]:
    """Return the kanji of a text and the pairs of kanji or katakana."""
    return frozenset((word_pairs(text) | set(_KANJI.findall(text))) - _COMMON)


def _agrees(words: Iterable[str]) -> bool:
    """Return whether words that two lines share are enough: one pair, or two kanji."""
    return sum(map(len, words)) > 1


def _worth(page: Page, index: int, sure: bool) -> int:
    line = page.lines[index]
    if line.kind == "tail":
        return _TAIL
    if line.kind == "comments":
        return _COMMENTS
    if sure:
        return _FURNITURE
    if page.notices[index] == "again":
        return _SHORT
    if line.kind or (not line.prose and not _JAPANESE.search(line.text)):
        return 0
    if _is_text(line):
        return 0 if _is_card(page, index) else min(len(line.text), _MOST_TEXT)
    if line.opens and index + 1 < len(page.lines) and page.lines[index + 1].prose:
        return 0
    return _ITEM if line.item else _SHORT


def _is_text(line: Line) -> bool:
    """Return whether a line without a kind is one or more sentences, with or without a full stop."""
    if line.ended:
        return True
    return len(line.text) >= _SHORTEST_BARE and ("。" in line.text or ends_in_predicate(line.text))


def _is_card(page: Page, index: int) -> bool:
    """Return whether a line is another article's beginning or a profile: under a name, above a button."""
    if not 0 < index < len(page.lines) - 1:
        return False
    name, button = page.lines[index - 1], page.lines[index + 1]
    return button.key in _FOLLOW or (button.key in _MORE and not name.prose)


def _richest(worths: Sequence[int]) -> range:
    """Return the run with the largest sum, the first and longest of equal ones."""
    best, found = 0, range(0)
    total = begin = 0
    for index, worth in enumerate(worths):
        if total <= 0:
            total, begin = 0, index
        total += worth
        if total > best:
            best, found = total, range(begin, index + 1)
    return found
