"""A file that is one article, as title and text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from youten.documents import front_matter
from youten.documents.encoding import decode
from youten.documents.html_article import region_of, title_of
from youten.documents.html_prose import hidden
from youten.documents.html_tree import Element, parse
from youten.documents.problem import Problem
from youten.markup import Notation
from youten.markup.pasted import is_page

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
WORD = ".docx"
MAIL = ".eml"
PDF = b"%PDF-"
HTML = (".html", ".htm", ".xhtml")
_NOTATIONS: dict[str, Notation] = {
    **dict.fromkeys((*MARKDOWN, ".mdx", ".qmd", ".rmd"), "markdown"),
    ".rst": "rst",
    ".org": "org",
}


class ArticleText(NamedTuple):
    """What a file says: its text in a notation, and its title where the notation does not name it."""

    title: str
    text: str
    notation: Notation = ""


def read_article(name: str, data: bytes, encoding: str = "") -> ArticleText:
    """Return the article of a file; offsets into its text are those of the decoded file.

    The encoding is the one that was named, else the one the bytes are in. Raises ``Problem`` where they are
    in none, or where front matter is never closed.
    """
    suffix = Path(name).suffix.lower()
    if suffix == WORD:
        from youten.documents.docx import read_docx

        return ArticleText(*read_docx(data))
    if suffix == MAIL:
        from youten.documents.mail import read_mail

        if mail := read_mail(data):
            return ArticleText(*mail)
    if data.startswith(PDF):
        raise Problem("pdf")
    text = decode(data, encoding).text
    if suffix in HTML or (suffix not in _NOTATIONS and is_page(text)):
        return _page(text)
    notation = _NOTATIONS.get(suffix, "")
    if notation == "markdown":
        matter = front_matter.find(text)
        if matter.kind == "open" and front_matter.is_head(text, matter):
            raise Problem("open_front_matter", fence=matter.fence)
    return ArticleText("", text, notation)


def _page(text: str) -> ArticleText:
    """Return the article of a page: everything outside it, and what is hidden, becomes white space."""
    start = front_matter.find(text, html=True)
    try:
        root = parse(_blank(text, [(0, start.after)]))
    except Problem:
        return ArticleText("", text, "html")  # unclosed tags in great number
    region = region_of(root, listed=False) or root
    gone = [(0, region.inner), (region.outer, len(text))]
    gone += [(element.start, element.end) for element in _hidden(region)]
    title = front_matter.title_in(text, start) or title_of(root, region)
    return ArticleText(title, _blank(text, sorted(gone)), "html")


def _hidden(region: Element) -> list[Element]:
    """Return the outermost elements of a region that hold no running text."""
    found, stack = [], [region]
    while stack:
        element = stack.pop()
        if element is not region and hidden(element):
            found.append(element)
        else:
            stack += [child for child in element.children if isinstance(child, Element)]
    return found


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """Put spaces in place of spans, in order, so that all other offsets stay."""
    parts, at = [], 0
    for start, end in spans:
        if end > at:
            start = max(start, at)
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]])
