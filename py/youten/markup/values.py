"""What the parts of ``markup`` have in common."""

from __future__ import annotations

import re
from collections.abc import Callable

from youten.offsets import Edit

_WIDE = "\u2e80"  # from here on, letters are written without spaces between them
# Stands for a part of a sentence that has no text here; U+FFFC is Unicode's character for such objects.
HOLE = "\ufffc"
# The beginning of a paragraph that goes on with a sentence from before a block of code or a list.
# Words that begin so are spared: とても, はじめ, では, のち …
_GOES_ON = re.compile(
    "[、。，)）」]|を|が(?![んっけれす])|と(?![こきてもりくっどなんに]|は(?:いえ|言え))|は(?![いじなっずねたれしが])"
    "|に(?![ほっわぎげこし])|で(?![すもはきん])|の(?![ちみぞばり])|へ(?![んい])|から(?!だ)|まで|など|のよう|して|した"
)


def goes_on(text: str, at: int = 0) -> bool:
    """Return whether the text at an offset begins in the middle of a sentence: with a particle."""
    return _GOES_ON.match(text, at) is not None


class Paragraphs:
    """Goes through the lines of a text; subclasses say in ``line`` what each of them is.

    A paragraph becomes one line: a line break in it is a space between Latin words, else nothing.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.end = -1  # of the open paragraph's text so far, -1: none is open
        self.before = ""  # kind of the last block
        self._skipped: Callable[[str], object] | None = None  # whether a line ends what is being dropped
        self._keeps = False  # whether that line is no part of it
        self._below: tuple[int, str] | None = None  # drop what is indented more, and what kind it is

    def run(self, at: int = 0) -> list[Edit]:
        """Return the edits behind an offset, in order."""
        for line in self.text[at:].split("\n"):
            skipped, ended = self._skipped, self._skipped is None or self._skipped(line)
            if ended:
                self._skipped = None
            if skipped is None or (ended and self._keeps):
                self.line(at, line)
            else:
                self.drop(at, line)
            at += len(line) + 1
        return self.edits

    def line(self, start: int, line: str) -> None:
        """Handle a line outside of what is being dropped."""
        raise NotImplementedError

    def skip_until(self, end: Callable[[str], object], *, keeps: bool = False) -> None:
        """Drop the following lines, to the first for which ``end`` holds; ``keeps``: but not that one."""
        self._skipped, self._keeps = end, keeps

    def skip_paragraph(self, start: int, line: str, kind: str) -> None:
        """Drop a line and those below it, to the next blank one."""
        self.skip_until(lambda later: not later.strip())
        self.drop(start, line)
        self.before = kind

    def skip_below(self, indent: int, kind: str = "") -> None:
        """Drop the following lines that are blank or indented more."""
        self._below = indent, kind

    def drops_below(self, indent: int, body: str) -> bool:
        """Return whether a line belongs to what ``skip_below`` drops."""
        if self._below is None:
            return False
        if not body:
            self.end = -1
            return True
        if indent > self._below[0]:
            self.before = self._below[1] or self.before
            return True
        self._below = None
        return False

    def blank(self) -> None:
        """End the paragraph."""
        self.end = -1

    def close(self, kind: str = "") -> None:
        """End the paragraph before a block of a kind."""
        self.end = -1
        self.before = kind or self.before

    def drop(self, start: int, line: str) -> None:
        """Leave a line out."""
        self.replace(start, start + len(line), "")
        self.end = -1

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a stretch, and what was found in it."""
        while self.edits and self.edits[-1][0] >= start:
            self.edits.pop()
        if start < end:
            self.edits.append((start, end, new))

    def add(self, start: int, line: str, at: int, kind: str = "text") -> None:
        """Begin a paragraph with the line behind ``at``, or join it to the open one."""
        if self.end >= 0:
            self.replace(self.end, start + at, joint(self.text, self.end, start + at))
        self.end = start + len(line.rstrip())
        self.before = kind


def joint(text: str, end: int, begin: int) -> str:
    """Return what joins two lines of a paragraph: a space between Latin words."""
    return " " if text[end - 1 : end] < _WIDE and text[begin : begin + 1] < _WIDE else ""
