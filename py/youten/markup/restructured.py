"""reStructuredText: paragraphs on one line each, without directives, fields, targets and marks.

Source: the reference of reStructuredText and of Sphinx's roles. Leaves tables to nobody: they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.markup.values import HOLE, Paragraphs, goes_on
from youten.offsets import Edit

_RULE = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}\s*$")
_TABLE = re.compile(r"\+[-=]{2,}[-=+]*\s*$|={2,}(?: +={2,})+\s*$")
_DIRECTIVE = re.compile(r"\.\. +([\w:-]+)::(?:[ \t]+|$)")
_EXPLICIT = re.compile(r"\.\.(?:\s|$)|__\s")
_FIELD = re.compile(r":(?![ :])[^:\n`]{1,60}:(?:\s|$)")
_ITEM = re.compile(r"(?:[-*+•]|(?:[0-9]{1,4}|#)\.|\([0-9]{1,4}\))[ \t]+")
# Directives whose content is text.
_TEXT = frozenset([
    "note", "warning", "tip", "hint", "important", "caution", "danger", "attention", "error", "seealso",
    "admonition", "topic", "sidebar", "versionadded", "versionchanged", "deprecated", "container",
    "compound", "epigraph", "pull-quote", "rubric",
])  # fmt: skip
_INLINE = re.compile(
    r"""([ ]?)(?:
    ``(?P<code>[^`\n]{1,300})``
    |(?P<role>:[\w:.+-]{1,60}:)?`(?P<words>[^`<\n]{1,300}?)(?:\s*<[^<>`\n]{1,600}>)?`_{0,2}
    |\*\*(?P<strong>[^*\s](?:[^*\n]{0,300}[^*\s])?)\*\*
    |(?<![\w*])\*(?P<weak>[^*\s](?:[^*\n]{0,300}[^*\s])?)\*
    |(?P<note>\[(?:\#[\w-]*|\*|[0-9]{1,4}|[\w-]{1,40})\]_)
    |(?P<hole>\|[^|\s][^|\n]{0,100}\|_{0,2})
    |(?P<space>\\[ ]))([ ]?)""",
    re.VERBOSE,
)
_FORMULAS = ("math", "eq", "cite", "numref", "download")
_WIDE = "\u2e80"


def line_edits(text: str) -> Iterator[Edit]:
    """Return the edits that leave paragraphs, items and headings."""
    return iter(_Lines(text).run())


class _Lines(Paragraphs):
    def line(self, start: int, line: str) -> None:
        """Handle a line outside of what is being dropped."""
        indent = len(line) - len(line.lstrip())
        body = line.strip()
        if self.drops_below(indent, body):
            self.drop(start, line)
        elif not body:
            self.blank()
        elif _TABLE.match(body):
            self.skip_paragraph(start, line, "table")
        elif _RULE.fullmatch(body):
            self.rule(start, line)
        elif body.startswith(">>>"):
            self.skip_paragraph(start, line, "code")
        elif _EXPLICIT.match(body):
            self.explicit(start, line, body, indent)
        elif self.end < 0 and _FIELD.match(body):
            self.skip_below(indent)
            self.drop(start, line)
        else:
            self.words(start, line, indent, body)

    def explicit(self, start: int, line: str, body: str, indent: int) -> None:
        """Drop a comment, a target or a directive, but keep the text of a note."""
        directive = _DIRECTIVE.match(body)
        if directive and directive[1] in _TEXT:
            self.close("heading")
            if directive.end() < len(body) and directive[1] != "container":
                self.edits.append((start, start + indent + directive.end(), ""))
                self.add(start, line, indent + directive.end())
            else:
                self.drop(start, line)
            return
        self.skip_below(indent)
        self.drop(start, line)
        if directive:
            self.before = "code"

    def rule(self, start: int, line: str) -> None:
        """End a heading, or drop a rule."""
        if self.end >= 0:
            self.edits.append((self.end, start + len(line), "\n"))
            self.close("heading")
        else:
            self.drop(start, line)

    def words(self, start: int, line: str, indent: int, body: str) -> None:
        if item := _ITEM.match(body):
            self.close("list")
            self.add(start, line, indent + item.end(), kind="list")
        else:
            if self.end < 0 and self.before not in ("", "text", "heading") and goes_on(line, indent):
                self.edits.append((start + indent, start + indent + 1, HOLE))
            self.add(start, line, indent)
        if body.endswith("::"):
            end = start + len(line.rstrip())
            self.edits.append((end - 1, end, ""))
            self.end = end
            self.skip_below(indent, "code")


def mark_edits(text: str) -> Iterator[Edit]:
    """Return the edits that leave the words, without the spaces that only part marks from letters."""
    for match in _INLINE.finditer(text):
        start, end = match.span()
        name = next((name for name in ("code", "words", "strong", "weak") if match[name]), "")
        new = HOLE if match["hole"] or (match["role"] and match["role"].strip(":") in _FORMULAS) else ""
        begin, finish = match.span(name) if name and not new else (end, end)
        yield (start if _is_wide(text, start - 1) else start + len(match[1])), begin, new
        behind = end if _is_wide(text, end) or not name else end - len(match[match.re.groups])
        if finish < behind:
            yield finish, behind, ""


def _is_wide(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] >= _WIDE
