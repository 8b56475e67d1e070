"""Lines and their facts: the properties of each line of a page, computed once for all passes.

``roles`` decides what depends on a line's neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from youten.model import Role
from youten.reading.forms.notices import Share, notice_lines
from youten.reading.keys import Title, line_title
from youten.reading.kinds import Kind, clues, kind_of
from youten.reading.sentences import find_prefixes, sentence_spans
from youten.reading.terminators import ends_sentence
from youten.reading.wrapping import Span

_SHORTEST_PROSE = 15
_SHORT = 3  # characters of a line whose facts are kept for the next one like it


class Line(NamedTuple):
    """A line of a page. Offsets are normalized."""

    text: str
    start: int
    end: int
    paragraph: int  # blank-line-separated blocks, counted from 0
    opens: bool  # first of its paragraph
    item: bool  # begins a heading, an item of a list, or an indented paragraph
    ended: bool  # ends with a terminator
    kind: Kind
    key: str  # "" for lines that are too long to have a kind
    title: Title  # that it would be as a headline
    prefixes: tuple[tuple[int, int, Role], ...]  # the parts before the first sentence: (start, end, role)
    sentences: tuple[tuple[int, int], ...]  # (start, end), behind the prefixes
    row: bool = False  # of a table: it has tabs
    label: str = ""  # the label of its form that it begins with (see ``forms.labels``)

    @property
    def prose(self) -> bool:
        """Whether it is running text: without a kind, ended and long enough."""
        return not self.kind and self.ended and len(self.text) >= _SHORTEST_PROSE


class Page(NamedTuple):
    """The lines of a page."""

    lines: Sequence[Line]
    prose_before: Sequence[int]  # number of prose lines before line i; one item more than lines
    notices: Sequence[Share]  # how much of line i is notices of a site

    def prose_in(self, start: int, end: int) -> int:
        """Return the number of prose lines among lines[start:end]."""
        return self.prose_before[end] - self.prose_before[start]

    def has_stops(self) -> bool:
        """Return whether any sentence ends in 。; blogs and messages may have none."""
        return any("。" in line.text for line in self.lines)

    def beside(self, index: int) -> Sequence[Line]:
        """Return the lines before and after a line."""
        return [*self.lines[max(0, index - 1) : index], *self.lines[index + 1 : index + 2]]


def look(
    text: str,
    spans: Sequence[Span],
    labels: re.Pattern[str] | None = None,
    rows: Collection[int] = (),
) -> Page:
    """Return the page with the lines that ``spans`` delimit in a text; ``rows`` begin the rows of tables."""
    short: dict[str, Line] = {}  # a text of very short lines repeats them
    lines = []
    for span in spans:
        line = text[span.start : span.end]
        if len(line) > _SHORT:
            found = _line(text, span, labels)
        else:
            if line not in short:
                short[line] = _line(line, Span(0, len(line), 0, False), labels)
            found = _moved(short[line], span)
        lines.append(found._replace(row=True) if span.start in rows else found)
    notices = notice_lines([line.text for line in lines])
    return Page(lines, list(accumulate((line.prose for line in lines), initial=0)), notices)


def _moved(line: Line, to: Span) -> Line:
    """Return the facts of a line that stands at another place."""
    start, end, paragraph, opens, item = to
    return line._replace(
        start=start,
        end=end,
        paragraph=paragraph,
        opens=opens,
        item=item,
        prefixes=tuple((a + start, b + start, role) for a, b, role in line.prefixes),
        sentences=tuple((a + start, b + start) for a, b in line.sentences),
    )


def _line(text: str, span: Span, labels: re.Pattern[str] | None) -> Line:
    start, end, paragraph, opens, item = span
    line = text[start:end]
    prefixes, content = find_prefixes(text, start, end, labels)
    label = labels.match(text, start, end) if labels else None
    sentences = tuple(sentence_spans(text, content, end))
    ended = ends_sentence(line)
    seen = clues(line, ended)
    kind = kind_of(seen)
    return Line(
        line,
        start,
        end,
        paragraph,
        opens,
        item,
        ended,
        kind,
        seen.key,
        line_title(line, seen.key),
        prefixes,
        sentences,
        label=label.group() if label else "",
    )
