"""A page as the cleaning sees it: its units as text, and what each looks like by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from youten.reading.signs import Sign, sign_of
from youten.reading.terminators import ends_sentence
from youten.reading.units import Unit

_SHORTEST_PROSE = 15


class Page(NamedTuple):
    """The units of a page. All fields but the last have one item per unit."""

    units: Sequence[Unit]
    lines: Sequence[str]  # text of each unit
    signs: Sequence[Sign]
    ended: Sequence[bool]  # ends with a terminator
    prose: Sequence[bool]  # no sign, ended and long enough: running text
    prose_before: Sequence[int]  # number of prose units before unit i; one item more than units

    def prose_in(self, start: int, end: int) -> int:
        """Return the number of prose units among units[start:end]."""
        return self.prose_before[end] - self.prose_before[start]

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two units stand in one blank-line-separated block; False outside the page."""
        inside = 0 <= one < len(self.units) and 0 <= other < len(self.units)
        return inside and self.units[one].paragraph == self.units[other].paragraph


def look(text: str, units: Sequence[Unit]) -> Page:
    """Return the page that the units of a text make up."""
    lines = [text[unit.start : unit.end] for unit in units]
    signs = [sign_of(line) for line in lines]
    ended = [ends_sentence(line) for line in lines]
    prose = [
        not sign and done and len(line) >= _SHORTEST_PROSE
        for sign, done, line in zip(signs, ended, lines, strict=True)
    ]
    return Page(units, lines, signs, ended, prose, list(accumulate(prose, initial=0)))
