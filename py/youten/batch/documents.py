"""A file that is one article: from its bytes to a title and a text, as ``youten inject`` reads them."""

from __future__ import annotations

from pathlib import Path

from youten.batch.values import Settings
from youten.inject import frontmatter
from youten.inject.encoding import decode
from youten.inject.model import Problem
from youten.inject.wording import reason
from youten.model import YoutenError

MARKDOWN = frozenset((".md", ".markdown"))


def document(path: str, data: bytes, settings: Settings) -> tuple[str, str]:
    """Give (title, text). Front matter of Markdown is no part of the text. Offsets count in the text.

    The encoding is the one that was named, else the one the bytes are in. ``YoutenError`` with the code of
    ``youten.inject.wording`` where they are none, or where the front matter is broken.
    """
    try:
        text = decode(data, settings.encoding).text
        if Path(path).suffix.lower() not in MARKDOWN:
            return "", text
        matter = frontmatter.read(text)
    except Problem as problem:
        raise YoutenError(problem.outcome.reason, reason(problem.outcome, settings.options.lang)) from problem
    return matter.title, text[matter.after :]
