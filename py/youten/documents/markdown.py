"""Markdown files: their blocks, by a CommonMark parser, and their prose, by ``youten.markup``.

The parser says where a box may stand; the prose is the same as that of a Markdown text on the page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from youten.markup import strip
from youten.offsets import unchanged

if TYPE_CHECKING:
    from markdown_it.token import Token

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_HEADING = re.compile(r"^(#{1,6} .*)\n(?!\n)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")


def parse(body: str) -> list[Token]:
    """Return the block tokens of a document, tables and strikethrough included."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)


def title_of(tokens: list[Token]) -> str:
    """Return the first top heading, "" where there is none."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return " ".join(prose_of(following.content).split())
    return ""


def prose_of(text: str) -> str:
    """Return headings, paragraphs and items as lines; there is a blank line where the source has one."""
    prose = strip(unchanged(_LINE_END.sub("\n", text)), "markdown").text.text
    return _HEADING.sub(r"\1\n\n", _BLANK.sub("\n\n", prose)).strip()
