"""A file that is one article, as title and text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from youten.documents import front_matter
from youten.documents.encoding import decode

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
WORD = ".docx"
HTML = (".html", ".htm", ".xhtml")


class ArticleText(NamedTuple):
    """What a file says, without markup: ``text`` has one paragraph between blank lines, headings with #."""

    title: str
    text: str


def read_article(name: str, data: bytes, encoding: str = "") -> ArticleText:
    """Return the title and the text of a file, markup kept; front matter is no part of the text.

    The encoding is the one that was named, else the one the bytes are in. Raises ``Problem`` where they are
    in none, or where the front matter is broken.
    """
    suffix = Path(name).suffix.lower()
    if suffix == WORD:
        from youten.documents.docx import read_docx

        return ArticleText(*read_docx(data))
    text = decode(data, encoding).text
    if suffix not in (*MARKDOWN, *HTML):
        return ArticleText("", text)
    matter = front_matter.read(text, html=suffix in HTML)
    return ArticleText(matter.title, text[matter.after :])
