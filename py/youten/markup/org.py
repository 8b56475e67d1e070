"""Org: paragraphs on one line each, without keywords, drawers, code, tables and marks.

Source: the Org syntax reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.markup.values import HOLE, Paragraphs, goes_on
from youten.offsets import Edit

_TITLE = re.compile(r"^#\+title:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_BLOCK = re.compile(r"#\+begin_(\w+)", re.IGNORECASE)
_TEXT = frozenset({"quote", "verse", "center"})
_DRAWER = re.compile(r":[\w-]+:$")
_HEADING = re.compile(r"(\*+)[ \t]+((?:TODO|DONE|NEXT|WAIT)[ \t]+)?")
_ITEM = re.compile(r"(?:[-+]|[0-9]{1,4}[.)])[ \t]+(\[[ X-]\][ \t]+)?")
_GONE = re.compile(r"#(?:\s|$|\+)|(?:SCHEDULED|DEADLINE|CLOSED):|-{5,}$|\[fn:[^\]]{1,60}\]|: ")
_INLINE = re.compile(
    r"\[\[[^\[\]\n]{1,600}\]\[(?P<link>[^\[\]\n]{1,300})\]\]|(?P<hole>\[\[[^\[\]\n]{1,600}\]\])"
    r"|(?P<note>\[fn:[^\[\]\n]{0,300}\])"
    r"|(?<![^\s({'\"「（、。])(?P<mark>[*/_=~+])(?P<words>[^\s*/_=~+](?:[^\n]{0,200}?\S)??)(?P=mark)(?![^\s.,;:!?'\")}」）、。])"
)


def title(text: str) -> str:
    """Return the title that the text names, "" for none."""
    found = _TITLE.search(text) if "#+" in text else None
    return found[1].strip() if found else ""


def line_edits(text: str) -> Iterator[Edit]:
    """Return the edits that leave paragraphs, items and headings."""
    return iter(_Lines(text).run())


def mark_edits(text: str) -> Iterator[Edit]:
    """Return the edits that leave the words of links and of emphasis; struck words leave a hole."""
    for match in _INLINE.finditer(text):
        start, end = match.span()
        name = "link" if match["link"] else "words" if match["words"] else ""
        if not name or match["mark"] == "+":
            yield start, end, "" if match["note"] else HOLE
            continue
        begin, finish = match.span(name)
        yield start, begin, ""
        yield finish, end, ""


class _Lines(Paragraphs):
    def line(self, start: int, line: str) -> None:
        """Handle a line outside of what is being dropped."""
        indent = len(line) - len(line.lstrip())
        body = line.strip()
        if not body:
            self.blank()
        elif block := _BLOCK.match(body):
            if block[1].lower() not in _TEXT:
                end = f"#+end_{block[1].lower()}"
                self.skip_until(lambda later: later.strip().lower().startswith(end))
                self.before = "code"
            self.drop(start, line)
        elif _DRAWER.match(body):
            self.skip_until(lambda later: later.strip().upper() == ":END:")
            self.drop(start, line)
        elif _GONE.match(body):
            self.drop(start, line)
        elif body.startswith("|"):
            self.drop(start, line)
            self.before = "table"
        elif not indent and (heading := _HEADING.match(line)):
            self.heading(start, line, heading)
        elif item := _ITEM.match(body):
            self.close("list")
            if item[1]:
                self.edits.append((start + indent + item.start(1), start + indent + item.end(1), ""))
            self.add(start, line, indent + item.end(), kind="list")
        else:
            if self.end < 0 and self.before not in ("", "text", "heading") and goes_on(line, indent):
                self.edits.append((start + indent, start + indent + 1, HOLE))
            self.add(start, line, indent)

    def heading(self, start: int, line: str, heading: re.Match[str]) -> None:
        """Write a heading as Markdown does, which ``reading`` knows."""
        self.close()
        self.edits.append((start, start + heading.end(1), "#" * len(heading[1])))
        if heading[2]:
            self.edits.append((start + heading.start(2), start + heading.end(2), ""))
        title, _, last = line.rstrip().rpartition(" ")
        if len(last) > 2 and last[0] == last[-1] == ":":
            self.edits.append((start + len(title.rstrip()), start + len(line), ""))
        self.close("heading")
