"""Bytes to text, by name, byte order mark, ``<meta>`` or content.

Source: the Encoding Standard (labels), RFC 3629. Leaves ISO-2022-JP and other encodings to their users.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from youten.documents.problem import Problem
from youten.japanese import is_hiragana

# Byte order mark -> codec without one. UTF-32 (whose mark begins like UTF-16's) is not used for articles.
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_JAPANESE = ("cp932", "euc_jp")
# Label in a page -> codec. Browsers read every kind of Shift_JIS as Windows-31J.
_LABELS = {
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "csshiftjis", "cp932"),
        "cp932",
    ),
    **dict.fromkeys(("euc-jp", "x-euc-jp", "eucjp", "euc_jp"), "euc_jp"),
    **dict.fromkeys(("utf-8", "utf8", "us-ascii", "ascii"), "utf-8"),
}
_META = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_HEAD = 2048  # bytes in which a declaration counts (the HTML Living Standard says 1024)


class Decoded(NamedTuple):
    """A file's text; ``data == mark + text in codec``, though not every codec gives the same bytes back."""

    text: str
    codec: str
    mark: bytes
    data: bytes


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a file by ``encoding``, its byte order mark, its ``<meta>``, or by its bytes.

    Raises ``Problem``: "binary", "iso_2022_jp", "unknown_encoding", "not_that_encoding".
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _by(codec, mark, data)
    if b"\0" in data:
        raise Problem("binary")
    if encoding:
        return _by(encoding, b"", data)
    if b"\x1b$" in data:
        raise Problem("iso_2022_jp")
    declared = _META.search(data[:_HEAD])
    codec = _LABELS.get(declared[1].decode().lower(), "") if declared else ""
    # A declaration may be older than the file's conversion to UTF-8.
    for name in dict.fromkeys(("utf-8", codec)):
        if name and (text := try_codec(data, name)) is not None:
            return Decoded(text, name, b"", data)
    found = [(text, name) for name in _JAPANESE if (text := try_codec(data, name)) is not None]
    if not found:
        raise Problem("unknown_encoding")
    text, name = max(found, key=lambda pair: _hiragana(pair[0]))
    if not _hiragana(text):
        raise Problem("unknown_encoding")  # valid by chance
    return Decoded(text, name, b"", data)


def try_codec(data: bytes, codec: str) -> str | None:
    """Return the text, None if the bytes are not of the codec."""
    try:
        return data.decode(codec)
    except UnicodeError:
        return None


def _by(codec: str, mark: bytes, data: bytes) -> Decoded:
    text = try_codec(data[len(mark) :], codec)
    if text is None:
        raise Problem("not_that_encoding", encoding=codec)
    return Decoded(text, codec, mark, data)


def _hiragana(text: str) -> int:
    """Count hiragana: frequent in Japanese, rare in bytes read by the wrong codec."""
    return sum(map(is_hiragana, text))
