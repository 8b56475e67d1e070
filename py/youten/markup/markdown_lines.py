"""Markdown, first step: blocks. Each paragraph becomes one line; what is no prose goes.

Source: CommonMark 0.31 and GitHub's tables, and what generators add: shortcodes, Liquid, containers (Zenn,
Docusaurus, MkDocs, MyST), footnotes, definitions, attribute lists, embeds. A soft line break is a space or
nothing, so it never ends a sentence; a hard one stays a line break. A paragraph that goes on behind a block
(「と書く。」 behind code) begins with ``HOLE``. Leaves what is inside a line to ``markdown_inline``.
"""

from __future__ import annotations

import re

from youten.markup.markdown_drops import QUOTE, Dropping
from youten.markup.values import HOLE, goes_on, joint
from youten.offsets import Edit

_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)(\[[ xX]\][ \t]+)?")
_TOC = re.compile(r"\s*\{:\s*toc\b", re.IGNORECASE)


class Blocks(Dropping):
    """Goes through the lines of a text behind its front matter."""

    def __init__(self, text: str, start: int) -> None:
        super().__init__(text)
        self._start = start
        self._quoted = False
        self._lazy = False  # whether the line has no mark, and the one before it had
        self._around: list[int] = []  # the columns of the items around a quotation
        self.hard = False  # whether the line break behind the paragraph so far is the author's

    def run(self, at: int = 0) -> list[Edit]:
        """Return the edits, in order."""
        at = at or self._start
        if at:
            self.edits.append((0, at, ""))
        return super().run(at)

    def line(self, start: int, line: str) -> None:
        """Handle a line outside of what is being dropped."""
        if not line.strip():
            self.blank()
            if self._quoted:  # a blank line ends a quotation
                self._quoted, self.contents = False, self._around
                self.before = "quote" if self.before == "text" else self.before
            return
        mark = QUOTE.match(line)
        at = mark.end() if mark else 0
        if mark and not self._quoted:
            self.close()
            self.leave(line.index(">"))
            self._around, self.contents = self.contents, []
        self._quoted, quoted = bool(mark), self._quoted
        if not line[at:].strip():
            self.drop(start, line)
            return
        if at:
            self.edits.append((start, start + at, ""))
        if mark or not quoted:
            self._content(start, line, at)
        else:
            self._behind_quotation(start, line)

    def _behind_quotation(self, start: int, line: str) -> None:
        """Handle a line without a mark behind lines with one: it may go on with their paragraph."""
        within, self.contents = self.contents, self._around
        self._lazy = self.end >= 0
        if not self._content(start, line, 0) and self.end >= 0:
            self._quoted, self.contents = True, within
        self._lazy = False

    def _content(self, start: int, line: str, at: int) -> bool:
        """Handle a line behind its quotation marks; return whether it begins a block."""
        indent, begin = _indent(line, at)
        if self.note:
            if self.end >= 0 or indent >= 2:
                self.drop(start, line)
                self.end = 0
                return False
            self.note = False
        fresh = self.end < 0
        if fresh:
            self.leave(indent)
        relative = indent - (self.contents[-1] if self.contents else 0)
        if relative >= 4 and fresh:
            self.gone(start, line, "code")
        elif relative >= 4 or not self._starts(start, line, begin, indent):
            self._words(start, line, begin)
            return fresh
        return True

    def _starts(self, start: int, line: str, at: int, indent: int) -> bool:
        """Handle a line that begins a block other than a paragraph; False for any other line."""
        body = line[at:]
        outside = self._lazy or bool(self.contents and indent < self.contents[-1])
        if self.end >= 0 and not outside and _UNDERLINE.match(body):
            self.replace(self.end, start + len(line), "\n")
            self.close("heading")
            return True
        if self.container(start, line, body, indent):
            return True
        if self.drops(start, line, body):
            self.leave(indent)
            return True
        if heading := _HEADING.match(body):
            self.close()
            self.leave(indent)
            self._words(start, line, at)
            bare = line.rstrip().rstrip("#")
            if bare.endswith((" ", "\t")) and len(bare) > at + heading.end() + 1:
                self.edits.append((start + len(bare.rstrip()), start + len(line), ""))
            self.close("heading")
            return True
        if body.startswith((": ", ":\t")):  # a definition
            self.close("text")
            self.edits.append((start + at, start + at + 1, ""))
            self._words(start, line, at + 1)
            return True
        return self._item(start, line, at, indent)

    def _item(self, start: int, line: str, at: int, indent: int) -> bool:
        item = _ITEM.match(line, at)
        if not item:
            return False
        # Only a list that begins with 1 interrupts a paragraph; in a list it is the next item.
        inside = self.end >= 0 and not (self.contents and indent < self.contents[-1])
        if inside and (item.end() == len(line) or item[1][:-1] not in ("", "1")):
            return False
        self.leave(indent)
        self.close("list")
        self.contents.append(indent + min(item.end(1) - at + 1, 5))
        if item[2]:
            self.edits.append((start + item.start(2), start + item.end(2), ""))
        rest = item.end()
        if _TOC.match(self.text, start + len(line)):
            self.drop(start, line)
        elif rest < len(line) and not self.drops(start, line, line[rest:]):
            self._words(start, line, rest, fresh=False)
            if _HEADING.match(line, rest):
                self.close()
        self.before = "list"
        return True

    def _words(self, start: int, line: str, at: int, *, fresh: bool = True) -> None:
        """Begin a paragraph, or join a line to it."""
        text = line.rstrip()
        begin, end = start + at, start + len(text)
        if self.end >= 0:
            self.replace(self.end, begin, "\n" if self.hard else joint(self.text, self.end, begin))
        elif fresh and self.before not in ("", "text", "heading") and goes_on(line, at):
            self.edits.append((begin, begin + 1, HOLE))
        self.hard = len(line) - len(text) >= 2
        if text.endswith("\\") and not text.endswith("\\\\"):
            self.hard, end = True, end - 1
        self.end = end
        self.before = "text" if fresh else "list"


def _indent(line: str, at: int) -> tuple[int, int]:
    """Return the column and the offset where the content begins behind ``at``."""
    column, begin = 0, at
    while begin < len(line) and line[begin] in " \t":
        column += 4 - column % 4 if line[begin] == "\t" else 1
        begin += 1
    return column, begin
