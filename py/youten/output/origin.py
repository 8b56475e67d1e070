"""Where a box comes from: a hash of its article, and the version of the program that made it.

A tool can tell from it whether a box still fits its article.
"""

from __future__ import annotations

from typing import NamedTuple

HASH_DIGITS = 16  # hexadecimal: 64 bits, enough to notice a change


class Origin(NamedTuple):
    """Where a box comes from: ``source_hash`` of the article's text, and the version that made it."""

    source: str
    version: str


def source_hash(text: str) -> str:
    """Return ``sha256:`` and 16 hexadecimal digits; line ends and outer white space make no difference."""
    from hashlib import sha256  # loaded on request: the browser needs it for nothing else

    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "sha256:" + sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_DIGITS]
