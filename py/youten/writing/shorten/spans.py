"""Lists the stretches of a sentence that may be cut at all.

There are families: rows of whole bunsetsu (``rows`` decides which), parts of a compound noun (a first name
before a title, a common noun before a name), times of day, a medium's report at the end, round brackets.
What stands here and there is hard: no weight overrules it. ``model`` decides whether a stretch should go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from youten.model import Morpheme
from youten.writing.shorten.patterns import AFTER_CLOCK, CLOCK, LIMITS, NAME, REPORT
from youten.writing.shorten.rows import may_go
from youten.writing.shorten.view import CLOSING, OPENING, View

FAMILIES = ("row", "compound", "clock", "report", "bracket")  # also the rules of trims
LONGEST_ROW = 24  # bunsetsu that one cut may take
LEAST_KEPT = 2  # bunsetsu
# Where a word that the dictionary does not know may have been divided: くろし|お.
_HIRAGANA = re.compile("[ぁ-ん]{2}")
# A call: random(1, 6). What it is called with is no aside.
_CALL = re.compile(r"[\w\]][(][\x00-\x27\x2a-\x7f]*[)]", re.ASCII)
# A comma inside a name in Latin letters: Reading Club, Inc.
_LATIN_COMMA = re.compile(r"(?:^|[\x00-\x7f]),( *)(?=[A-Z])")


class Span(NamedTuple):
    """A stretch ``text[start:end]`` that may be cut."""

    start: int
    end: int
    family: str  # one of FAMILIES
    first: int  # index of the first bunsetsu it touches
    last: int  # index of the last


def spans(view: View) -> list[Span]:
    """List every stretch that may be cut, in order of start."""
    found = {*_rows(view), *_names(view), *_clocks(view), *_reports(view), *_brackets(view)}
    joined = {place for match in _LATIN_COMMA.finditer(view.text) for place in _places(match)}
    return sorted(
        s for s in found if not any(p in joined or _in_word(view.text, p) for p in (s.start, s.end))
    )


def _places(comma: re.Match[str]) -> range:
    return range(comma.start(1), comma.end(1) + 1)


def _in_word(text: str, place: int) -> bool:
    """Tell whether a place lies inside a word of Latin letters, such as Next.js."""
    around = text[max(0, place - 1) : place + 1]
    return len(around) == 2 and around.isascii() and not any(c.isspace() or c in "()[]" for c in around)


def _rows(view: View) -> Iterator[Span]:
    """List rows of whole bunsetsu; the last of the sentence stays."""
    chunks = view.chunks
    most = len(chunks) - 1
    for first in range(most):
        depth, opened = 0, False
        for last in range(first, min(most, first + LONGEST_ROW)):
            chunk = chunks[last]
            lowest, depth = _walk(view.text[chunk.start : chunk.end], depth)
            if lowest < 0:
                break
            opened = depth > 0
            if not opened and len(chunks) - (last - first + 1) >= LEAST_KEPT and may_go(view, first, last):
                yield Span(chunks[first].start, chunk.end, "row", first, last)


def _walk(piece: str, depth: int) -> tuple[int, int]:
    lowest = depth
    for c in piece:
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth -= 1
            lowest = min(lowest, depth)
    return lowest, depth


def balanced(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch closes what it opens and nothing else."""
    lowest, depth = _walk(text[start:end], 0)
    return not lowest and not depth


def _names(view: View) -> Iterator[Span]:
    """List first names between a family name and a title, and common nouns before a name."""
    for index, (chunk, bunsetsu) in enumerate(zip(view.chunks, view.tree, strict=True)):
        nouns = [m for m in view.morphemes[bunsetsu.first : bunsetsu.last + 1] if m.end <= chunk.stem]
        for before, name, after in zip(nouns, nouns[1:], nouns[2:], strict=False):
            title = len(after.surface) > 1 or after.pos.startswith("名詞,接尾,人名")  # not 潘|基|文
            if before.pos.endswith("人名,姓") and name.pos.endswith("人名,名") and title:
                yield Span(name.start, after.start, "compound", index, index)
        front = _front(nouns)
        if front and not _HIRAGANA.fullmatch(view.text, nouns[front].start - 1, nouns[front].start + 1):
            yield Span(nouns[0].start, nouns[front].start, "compound", index, index)


def _front(nouns: list[Morpheme]) -> int:
    """Count the common nouns before a name: ゲームメーカー|任天堂; none before a place, 日系アメリカ人."""
    at = next((i for i, m in enumerate(nouns) if m.pos.startswith(NAME)), 0)
    common = all(m.pos.startswith(("名詞,一般", "名詞,接尾")) for m in nouns[:at])
    long = at and nouns[at].start - nouns[0].start > 2
    return at if long and common and not nouns[at].pos.startswith(f"{NAME},地域") else 0


def _clocks(view: View) -> Iterator[Span]:
    """List times of day after a day: 26日|午後6時45分|、."""
    for match in CLOCK.finditer(view.text):
        start, end = match.span()
        after = view.text[end : end + 1]
        if view.text.endswith("日", 0, start) and not (
            after.isdigit() or view.text.startswith(AFTER_CLOCK, end)
        ):
            yield Span(start, end, "clock", _at(view, start), _at(view, end - 1))


def _reports(view: View) -> Iterator[Span]:
    """List a medium's report at the end of a sentence, behind a finished clause."""
    for match in REPORT.finditer(view.text):
        before = next((m for m in reversed(view.morphemes) if m.end <= match.start()), None)
        if before and before.end == match.start() and before.infl_form == "基本形":
            yield Span(*match.span(), "report", _at(view, match.start()), len(view.chunks) - 1)


ROUND = {"（": "）", "(": ")"}


def _brackets(view: View) -> Iterator[Span]:
    """List round brackets with what is in them; not at the sentence's beginning."""
    stack: list[int] = []
    for position, c in enumerate(view.text):
        if c in ROUND:
            stack.append(position)
        elif stack and c == ROUND[view.text[stack[-1]]]:
            start = stack.pop()
            called = _CALL.match(view.text, start - 1)
            if start and not called and not stack and not LIMITS.search(view.text[start:position]):
                yield Span(start, position + 1, "bracket", _at(view, start), _at(view, position))


def _at(view: View, offset: int) -> int:
    return next((i for i, c in enumerate(view.chunks) if c.start <= offset < c.end), len(view.chunks) - 1)
