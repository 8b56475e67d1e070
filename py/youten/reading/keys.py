"""Keys for comparing lines, and the title that a line would be as a headline.

A headline is in a page up to three times: in the tab's title (with the site's name), above the text, and
above an AI要約 box, sometimes shortened with …. ``headline`` decides which line it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize as unicode_normalize

_LONGEST_KEY = 400  # characters
_LONGEST_TITLE = 180  # twice what blogs and releases use
_SHORTEST_BARE = 8  # of a title without the site's name
_DIGITS = re.compile("[0-9]+")
_SITE_NAME = re.compile(r"(?:[ 　]?[｜|][ 　]?| [-–—:／/] )[^｜|]{1,24}$")
_TITLE_LABELS = ("件名", "subject", "タイトル", "題名")


class Title(NamedTuple):
    """A title, or a line read as one: without Markdown's #, a mail's 件名: and the site's name."""

    text: str
    keys: tuple[str, ...]  # of the text, and of what is left without another site's name; () for prose


def fold(text: str) -> str:
    """Return a text in NFKC and casefolded, without white space around it."""
    return unicode_normalize("NFKC", text).casefold().strip()


def key(text: str) -> str:
    """Return a line's key for comparisons: folded, letters and digits only, each number as 0."""
    return key_of_folded(fold(text[:_LONGEST_KEY]))


def key_of_folded(folded: str) -> str:
    """Return the key of an already folded text."""
    return _DIGITS.sub("0", "".join(filter(str.isalnum, folded)))


def given_title(text: str) -> Title:
    """Return the title that the caller gave."""
    return Title(text, _keys(text, _without_site(text)))


def line_title(line: str, line_key: str) -> Title:
    """Return the title that a line (with its key) would be as a headline."""
    text = line.lstrip("#").strip() if line.startswith("#") else line
    head, colon, tail = text.replace("：", ":", 1).partition(":")
    if colon and key(head) in _TITLE_LABELS:
        text = tail.strip()
    bare = _without_site(text)
    if len(bare) > _LONGEST_TITLE:
        return Title(bare, ())
    if bare == line:  # as most lines
        return Title(line, (line_key,) if line_key else ())
    return Title(bare, _keys(bare, _without_site(bare)))


def _keys(*titles: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(key, titles))))


def _without_site(title: str) -> str:
    """Return a title without the site's name after it (…｜港町新聞), if enough is left."""
    bare = _SITE_NAME.sub("", title[: _LONGEST_TITLE + 1])
    return bare if len(bare) >= _SHORTEST_BARE and len(title) <= _LONGEST_TITLE else title
