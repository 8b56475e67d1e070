"""Where a new block goes in a Markdown file.

It goes below the headline. A site that shows the beginning of a text as its excerpt or description (Jekyll,
Docusaurus; Hexo its first 200 characters) would show the box there; ``place="lead"`` puts it below the first
paragraph, or below as many as reach that length, at the end if no other block follows. The author's own end
of the excerpt (``<!-- more -->``) counts everywhere. Source: the documentation of Jekyll, Hugo, Hexo,
Docusaurus and Material for MkDocs; kramdown's attribute lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from youten.inject.model import Settings

if TYPE_CHECKING:
    from markdown_it.token import Token

_MORE = re.compile(
    r"(?:<!--|\{/\*)\s*(?:more|truncate|(?:end[-_ ]?(?:of[-_ ]?)?)?excerpt|read[-_ ]?more)\s*(?:-->|\*/\})",
    re.IGNORECASE,
)
_SHOWN = ("text", "code_inline")
_IMPORT = re.compile(
    r"""(?:import\s[^\n]*(?:from\s*)?["'][^\n]*["']|export\s+(?:const|let|default|function)\b)"""
)
_ATTRIBUTES = re.compile(r"\{:?[ .#A-Za-z][^{}\n]*\}\s*")


def place_of(
    tokens: Sequence[Token], text: str, lines: Sequence[int], settings: Settings, separator: str
) -> int:
    """Return the line for a new block; ``lines`` are the offsets of the lines of the body."""

    def blank(line: int) -> bool:
        return not text[lines[line] : lines[line + 1]].strip()

    first = next((token for token in _behind_imports(tokens) if token.map), None)
    top = first.map[0] if first and first.map else 0
    if first and first.type == "heading_open" and first.tag == "h1" and first.map:
        top = first.map[1]
        while top < len(lines) - 2 and _ATTRIBUTES.fullmatch(text[lines[top] : lines[top + 1]]):
            top += 1
    starts = [line for line in _starts(tokens) if line >= top and line and blank(line - 1)]
    lead = _end_of_lead(tokens, top, settings.lead) if settings.place == "lead" else 0
    for end in filter(None, (_end_of_excerpt(tokens, separator), lead)):
        below = next((line for line in starts if line >= end), None)
        if below is not None:
            return below
    if lead:
        return len(lines) - 1
    while top < len(lines) - 2 and blank(top):
        top += 1
    return top


def is_excerpt(body: str, separator: str, begin: str) -> bool:
    """Return whether a site that takes a text up to ``separator`` for its excerpt takes the box with it."""
    return begin in body.lstrip().partition(separator)[0]


def _behind_imports(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind the imports that a file in MDX begins with."""
    at = 0
    while at + 2 < len(tokens) and _IMPORT.match(tokens[at + 1].content):
        at += 3  # a paragraph is three tokens
    return tokens[at:]


def _starts(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the first line of every block that is in no other block."""
    for token in tokens:
        if token.level == 0 and token.map and token.nesting >= 0:
            yield token.map[0]


def _end_of_excerpt(tokens: Sequence[Token], separator: str) -> int:
    """Return the line below the author's mark, 0 where there is none."""
    for token in tokens:
        found = token.content.strip() if token.type in ("html_block", "inline") and token.level <= 1 else ""
        if token.map and found and (found == separator or _MORE.fullmatch(found)):
            return token.map[1]
    return 0


def _end_of_lead(tokens: Sequence[Token], top: int, least: int) -> int:
    """Return the line below the paragraph that reaches ``least`` characters, else below the last."""
    seen = end = 0
    for token, following in pairwise(tokens):
        seen += sum(len(part.content) for part in following.children or () if part.type in _SHOWN)
        if token.type == "paragraph_open" and token.level == 0 and token.map and token.map[0] >= top:
            end = token.map[1]
            if seen >= least:
                break
    return end
