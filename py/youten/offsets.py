"""Offsets: a map through edits of a text, and code points to UTF-16 code units and back.

Everything that changes a text on its way in (normalization, removal of markup) is a list of edits that is
applied here. An edit never makes a text longer, so each new character stands for one or more old ones.
Python counts code points, JavaScript UTF-16 code units; ``bridge`` converts, and nothing else does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from youten.model import SourceText

# (start, end, replacement): text[start:end] becomes the replacement, which is not longer than end - start.
Edit = tuple[int, int, str]

# Characters that only alter how the one before them is drawn: variation selectors (an ideographic one tells
# 葛󠄀 from 葛) and the joiners of emoji. Dropped from the text, they stay with their character in the source,
# so that a name is shown the way it was written.
MODIFIERS = "\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"


def unchanged(source: str) -> SourceText:
    """Return the text as its own normalized form, with ranges as maps, which take no memory."""
    size = len(source)
    return SourceText(source, source, range(size), range(1, size + 1))


def rewrite(text: SourceText, *passes: Callable[[str], Iterable[Edit]]) -> SourceText:
    """Apply passes one after the other, each a function from the text so far to its edits.

    Edits are ascending and do not overlap. Of a replacement's n characters the last n - 1 come from one old
    character each and the first from all those before. An empty replacement drops the stretch, but modifiers
    widen the character they follow.
    """
    for edits in passes:
        text = _applied(text, edits(text.text))
    return text


def _applied(old: SourceText, edits: Iterable[Edit]) -> SourceText:
    """Return the text with the edits applied and the map carried along."""
    text = old.text
    pieces: list[str] = []
    starts: list[int] = []  # new character -> offset in old.text
    ends: list[int] = []
    at = 0
    for start, end, new in edits:
        if at < start:
            pieces.append(text[at:start])
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
        if new:
            pieces.append(new)
            first = end - len(new) + 1
            starts.append(start)
            starts.extend(range(first, end))
            ends.extend(range(first, end + 1))
        elif ends and ends[-1] == start and _modifies(text, start, end) and not text[start - 1].isspace():
            ends[-1] = end
        at = end
    if at == 0:
        return old
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return SourceText(
        old.source, "".join(pieces), _through(old.starts, starts, 0), _through(old.ends, ends, 1)
    )


def _modifies(text: str, start: int, end: int) -> bool:
    """Return whether text[start:end] has modifiers only; the caller's pattern separates them."""
    first = text[start]
    return end > start and (first in "\u200c\u200d" or "\ufe00" <= first <= "\ufe0f" or first >= "\U000e0100")


def _through(older: Sequence[int], newer: list[int], back: int) -> Sequence[int]:
    """Read the newer map's offsets through the older one (``back`` is 1 for ends, which look one back)."""
    if isinstance(older, range):  # untouched so far: the newer offsets are source offsets already
        return newer
    return [older[offset - back] for offset in newer]


def utf16_offset(text: str) -> Callable[[int], int]:
    """Return the function from code points of ``text`` to its UTF-16 code units; scans the text once."""
    astral = _astral(text)
    if not astral:
        return lambda position: position
    return lambda position: position + bisect_left(astral, position)


def code_point_offset(text: str) -> Callable[[int], int]:
    """Return the inverse of ``utf16_offset``; an offset inside a surrogate pair is the one behind it."""
    units = [position + before for before, position in enumerate(_astral(text))]
    if not units:
        return lambda unit: unit
    return lambda unit: unit - bisect_left(units, unit)


def _astral(text: str) -> list[int]:
    """List the positions of the characters that UTF-16 writes as a pair."""
    if not text or max(text) <= "\uffff":
        return []
    return [position for position, character in enumerate(text) if character > "\uffff"]
