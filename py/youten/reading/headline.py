"""Finds the headline and its repetitions. None of them is a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from youten.model import Form, Role
from youten.reading.endings import ends_in_predicate, ends_politely
from youten.reading.keys import Title, given_title
from youten.reading.lines import Line, Page
from youten.reading.terminators import soft_end
from youten.reading.vocabulary import SECTION_NAMES

_LONGEST = 90  # characters; newspapers use up to 40, blogs and releases up to twice that
_SHORTEST_KEY = 4
_SHORTEST_ALIKE = 8  # shorter keys must be equal
_TELLING_KEY = 10  # shorter first lines are often a site's or a section's name
_TOP_LINES = 80  # with the menus of a page
_TITLES = 15  # lines directly above the text that may be its headline
_NO_TITLE = ("furniture", "byline", "caption", "tail")
_FAR = 40  # lines a headline may be repeated away from the first
# Times the agreement with the text that another line must have: in a plain text, among the menus of a page.
_FAR_MORE, _MORE_ON_PAGE = 3, 2
_NAMES = re.compile("[一-龥々ァ-ヶ]")
_NEARLY = 0.8  # Dice coefficient of character bigrams

# Their first lines are labels of sections, or lines of the poem.
_UNTITLED: frozenset[Form] = frozenset(("patent", "chat", "subtitles", "transcript", "verse"))
_ABOUT = re.compile(
    "[^。]{2,40}(?:お知らせ|案内|お詫び[^。]{0,14}|お願い|について|の件|報告|挨拶|お礼|通知|中止|延期|変更)"
)
_TITLES_OF: dict[Form, re.Pattern[str]] = {
    "letter": _ABOUT,
    "minutes": re.compile(".{0,60}(?:議事録|会議録|議事要旨|議事概要)(?:[（(].{0,20}[)）])?"),
}
_ISSUER = re.compile(
    "(?:株式会社|有限会社|合同会社|(?:一般|公益)(?:社団|財団)法人|NPO法人|学校法人)[^、。]{1,20}"
    "|[^、。]{1,20}株式会社"
)


def mark_headlines(
    page: Page, roles: list[Role | None], given: str, form: Form = "article", article: range | None = None
) -> str:
    """Mark all occurrences of the headline; return the given one, else the one found, else "".

    ``article`` is the lines of the text on a whole page (see ``surroundings``).
    """
    top = None if given or form in _UNTITLED else _find_headline(page, form, article)
    title = given_title(given) if top is None else page.lines[top].title
    for index, line in enumerate(page.lines):
        if index == top or (not line.text.endswith("。") and _is_same(title, line.title)):
            roles[index] = "headline"
    return title.text


def _find_headline(page: Page, form: Form, article: range | None) -> int | None:
    """Return the index of the line that is the headline, or None.

    It is above the first prose. Of several such lines, a mail's subject comes first, then a line that is
    repeated further down, then the first line that is long enough.
    """
    lines = page.lines
    first = next((index for index in article or range(len(lines)) if lines[index].prose), None)
    if first is None:
        return _of_list(lines) if form == "list" else None
    about = _TITLES_OF.get(form)
    named = (i for i in range(min(first, _TOP_LINES)) if about and about.fullmatch(lines[i].text))
    found = next(named, None)
    if found is not None:
        return found
    above = [index for index in range(min(first, _TOP_LINES)) if lines[index].kind not in _NO_TITLE]
    above = above[-_TITLES:]
    subject = next((index for index in above if lines[index].kind == "subject"), None)
    if subject is not None:
        return subject
    if form == "mail":  # above the text of a mail stand names
        return None
    top = [index for index in above if _could_be(lines[index])]
    if _has_short_title(page):
        top = [index for index in top if not ends_in_predicate(lines[index].text)] or [0]
    if not top:  # a headline that ends like a sentence is recognised if it occurs twice
        return 0 if first == 0 and _is_repeated(lines) else None
    if form == "markdown" or lines[top[0]].text.startswith("# "):
        marked = next((index for index in top if lines[index].text.startswith("# ")), None)
        if marked is not None:
            return marked
    return _likeliest(lines, top, range(first, article.stop if article else len(lines)), article is not None)


def _likeliest(lines: Sequence[Line], top: Sequence[int], body: range, page: bool) -> int:
    """Return which of several lines is the headline of a body, in a plain text or on a whole page."""
    repeated = next((index for index in top if _is_said_again(lines, index)), None)
    if repeated is not None and not page:
        return repeated
    telling = next((index for index in top if len(lines[index].key) >= _TELLING_KEY), top[0])
    likely = telling if repeated is None else repeated
    return _agreeing(lines, top, likely, lines[body.start : body.stop], _MORE_ON_PAGE if page else _FAR_MORE)


def _has_short_title(page: Page) -> bool:
    """Return whether a text whose sentences have no 。 begins with a word that stands alone: 図書館♪."""
    if len(page.lines) < 3 or not page.lines[1].opens or page.has_stops():
        return False
    first = page.lines[0]
    return not first.kind and not first.ended and 1 < len(first.key) < _SHORTEST_KEY


def _is_said_again(lines: Sequence[Line], index: int) -> bool:
    """Return whether a later line, not too far away, repeats a line as a headline."""
    return any(_is_same(lines[index].title, line.title) for line in lines[index + 1 : index + 1 + _FAR])


def _agreeing(lines: Sequence[Line], top: Sequence[int], likely: int, body: Sequence[Line], far: int) -> int:
    """Return the likely headline unless another line has ``far`` times as many words of the text."""
    if len(top) == 1:
        return likely
    text = "".join(line.text for line in body)
    words = set(_NAMES.findall(text)) | _bigrams(text)
    agreement = {index: _shared(lines[index].title.text, words) for index in top}
    best = max(top, key=lambda index: agreement[index])
    return best if agreement[best] >= max(1, far * agreement[likely]) else likely


def _shared(title: str, words: Set[str]) -> int:
    """Return how many kanji and katakana of a title, and how many pairs of them, a text has."""
    names = _NAMES.findall(title)
    pairs = ("".join(pair) for pair in pairwise(title) if all(map(_NAMES.match, pair)))
    return sum(name in words for name in names) + 2 * sum(pair in words for pair in pairs)


def _of_list(lines: Sequence[Line]) -> int | None:
    """Return the first line if it is above the items of a list and none of them."""
    return 0 if len(lines) > 1 and _could_be(lines[0]) and not lines[0].item and not lines[0].row else None


def _could_be(line: Line) -> bool:
    talks = len(line.sentences) > 1 and ends_politely(line.text[: soft_end(line.text)].rstrip("！!～〜ー"))
    return (
        line.kind in ("", "subhead")
        and not talks
        and not line.label
        and line.text[0] not in "・•*-+"
        and len(line.text) <= _LONGEST
        and len(line.key) >= _SHORTEST_KEY
        and line.key not in SECTION_NAMES
        and not line.text.endswith(("。", "、", "：", ":"))
        and not _ISSUER.fullmatch(line.text)
        and not line.text.endswith(("公式ホームページ", "公式サイト", "公式ウェブサイト"))
    )


def _is_repeated(lines: Sequence[Line]) -> bool:
    first = lines[0].text
    return len(first) <= _LONGEST and any(first == line.text for line in lines[1 : 1 + _FAR])


def _is_same(headline: Title, other: Title) -> bool:
    """Return whether a line repeats the headline: equal, shortened, with a site's name, or nearly equal.

    Keys ignore punctuation, width and numbers.
    """
    if not headline.keys or not other.keys:
        return False
    if any(name in headline.keys for name in other.keys):
        return True
    cut_short = other.text.endswith(("…", "...", "‥"))
    return any(_is_alike(name, other.keys[-1], cut_short) for name in headline.keys)


def _is_alike(headline: str, name: str, cut_short: bool) -> bool:
    shorter, longer = sorted((headline, name), key=len)
    if len(shorter) < _SHORTEST_ALIKE or 2 * len(shorter) < len(longer):
        return False
    if cut_short and name == shorter and longer.startswith(shorter):
        return True
    ours, theirs = _bigrams(shorter), _bigrams(longer)
    return 2 * len(ours & theirs) >= _NEARLY * (len(ours) + len(theirs))


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
