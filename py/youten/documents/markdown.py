"""Markdown to a title and paragraphs of prose.

Source: CommonMark 0.31, and the notations that generators add to it (shortcodes, Liquid, attribute lists,
containers), which are left out of the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTATION = re.compile(
    # Hugo, Liquid, Nunjucks; the limit keeps the search linear
    r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}|\{\{.{0,500}?\}\}"
    r"|\{[:#.][^{}\n]*\}|\{:\s*+[^{}\n]*\}"  # attribute lists
    r"|\[\^[^\[\]\n]+\]"  # footnotes
    r"|^(?::::|!!!|\?\?\?\+?).*$|^\[\[?_?toc_?\]?\]$",  # containers, admonitions, table of contents
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:")
_UNSEEN = ("rt", "rp", "script", "style")  # inline elements whose text is not part of a sentence


def parse(body: str) -> list[Token]:
    """Return the block tokens of a document, tables and strikethrough included."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)


def title_of(tokens: list[Token]) -> str:
    """Return the first top heading, "" where there is none."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return " ".join(_visible(following).split())
    return ""


def prose_of(tokens: Iterable[Token]) -> str:
    """Return the paragraphs, a blank line between them; code, tables, pictures and raw HTML are left out."""
    return "\n\n".join(_paragraphs(tokens))


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    heading, item, tables = "", "", 0
    for token in tokens:
        if token.type in ("table_open", "table_close"):
            tables += 1 if token.type == "table_open" else -1
        elif token.type == "heading_open":
            heading = "#" * int(token.tag[1]) + " "
        elif token.type == "list_item_open":
            item = "- "
        elif token.type == "inline" and not tables:
            text = _visible(token)
            if text and not _FOOTNOTE.match(token.content):
                yield (heading or item) + text
            heading = item = ""


def _visible(inline: Token) -> str:
    """Return the visible text of a paragraph, with the line breaks of its source."""
    parts: list[str] = []
    unseen = 0
    before = ""
    for token in inline.children or ():
        # CommonMark parses a footnote as a link; its text is not part of the sentence.
        note = before == "link_open" and token.content.startswith("^")
        before = token.type
        if token.type == "html_inline":
            name = token.content.strip("</> \n").split(maxsplit=1)[0:1]
            if name and name[0].lower() in _UNSEEN:
                unseen = max(0, unseen + (-1 if token.content.startswith("</") else 1))
        elif not unseen and not note:
            if token.type in ("softbreak", "hardbreak"):
                parts.append("\n")
            elif token.type in ("text", "code_inline", "text_special"):
                parts.append(token.content)
    text = _NOTATION.sub("", "".join(parts))
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)
