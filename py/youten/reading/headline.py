"""Finding the headline, and recognising it where it is repeated.

A page names its article up to three times: in the tab's title (with the site's name), above the text, and
above an AI要約 box, sometimes cut short with …. All of these are the headline, none is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.reading.page import Page
from youten.reading.signs import Sign, key
from youten.reading.vocabulary import SECTION_NAMES

_LONGEST = 90  # characters; newspapers use up to 40, blogs and releases up to twice that
_SHORTEST_KEY = 4
_SHORTEST_ALIKE = 8  # shorter keys have to be equal
_TELLING_KEY = 10  # shorter first lines are often a site's or a section's name
_TOP_LINES = 15
_FAR = 40  # lines a headline may be repeated away from the first
_NEARLY = 0.8  # Dice coefficient of character bigrams

_SITE_NAME = re.compile(r"(?:[ 　]?[｜|][ 　]?| [-–—:／/] )[^｜|]{1,24}$")
_ISSUER = re.compile(
    "(?:株式会社|有限会社|合同会社|(?:一般|公益)(?:社団|財団)法人|NPO法人|学校法人)[^、。]{1,20}|[^、。]{1,20}株式会社"
)


def headline_keys(title: str) -> tuple[str, ...]:
    """Return the keys a repeated headline may have: the whole title's, and that without the site's name."""
    return tuple(dict.fromkeys(filter(None, (key(title), key(without_site(title))))))


def same_headline(keys: Sequence[str], line: str) -> bool:
    """Whether a line is the headline again: equal, cut short, with a site's name added, or nearly equal.

    ``keys`` come from ``headline_keys``; keys ignore punctuation, width and numbers.
    """
    if not keys or len(line) > 2 * _LONGEST:
        return False
    names = headline_keys(line)
    if any(name in keys for name in names):
        return True
    return bool(names) and any(_alike(name, names[-1], line) for name in keys)


def _alike(headline: str, name: str, line: str) -> bool:
    shorter, longer = sorted((headline, name), key=len)
    if len(shorter) < _SHORTEST_ALIKE or 2 * len(shorter) < len(longer):
        return False
    if name == shorter and longer.startswith(shorter) and line.endswith(("…", "...", "‥")):
        return True
    ours, theirs = _bigrams(shorter), _bigrams(longer)
    return 2 * len(ours & theirs) >= _NEARLY * (len(ours) + len(theirs))


def find_headline(page: Page) -> int | None:
    """Return the index of the unit that is the headline, or None.

    It stands above the first prose. Of several such lines a mail's subject wins, then the one that comes
    again further down, then the first that is long enough to say something.
    """
    first = next((index for index, prose in enumerate(page.prose) if prose), None)
    if first is None:
        return None
    above = range(min(first, _TOP_LINES))
    subject = next((index for index in above if page.signs[index] == "subject"), None)
    if subject is not None:
        return subject
    top = [index for index in above if _could_be(page.lines[index], page.signs[index])]
    if not top:  # a headline that ends like a sentence is known by being there twice
        return 0 if first == 0 and _is_repeated(page.lines) else None
    for index in top:
        if _comes_again(page.lines, index):
            return index
    return next((index for index in top if len(key(page.lines[index])) >= _TELLING_KEY), top[0])


def title_text(line: str) -> str:
    """Return a headline without what is not its own: Markdown's #, a mail's 件名:, the site's name."""
    stripped = line.lstrip("#").strip() if line.startswith("#") else line
    head, colon, tail = stripped.replace("：", ":", 1).partition(":")
    if colon and key(head) in ("件名", "subject", "タイトル", "題名"):
        stripped = tail.strip()
    return without_site(stripped)


def without_site(title: str) -> str:
    """Return a title without the site's name behind it (…｜港町新聞), where enough is left."""
    bare = _SITE_NAME.sub("", title[: 2 * _LONGEST + 1])
    return bare if len(bare) >= _SHORTEST_ALIKE and len(title) <= 2 * _LONGEST else title


def _could_be(line: str, sign: Sign) -> bool:
    name = key(line)
    return (
        sign in ("", "subhead")
        and len(line) <= _LONGEST
        and len(name) >= _SHORTEST_KEY
        and name not in SECTION_NAMES
        and not line.endswith(("。", "、", "：", ":"))
        and not _ISSUER.fullmatch(line)
    )


def _comes_again(lines: Sequence[str], index: int) -> bool:
    if len(lines[index]) > _LONGEST:
        return False
    keys = headline_keys(lines[index])
    return any(same_headline(keys, line) for line in lines[index + 1 : index + 1 + _FAR])


def _is_repeated(lines: Sequence[str]) -> bool:
    return len(lines[0]) <= _LONGEST and lines[0] in lines[1 : 1 + _FAR]


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
