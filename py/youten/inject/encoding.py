"""Bytes to text and back, so that every byte outside an edit stays as it was.

Edits are made on the bytes: the text is never encoded anew as a whole, since Shift_JIS has characters with
more than one code. Source: the Encoding Standard (labels), RFC 3629. Leaves ISO-2022-JP and the rest to
their owners.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from youten.inject.model import Edit, Problem, apply

# Byte order mark -> codec without one. UTF-32's begins like UTF-16's, but nobody writes articles in it.
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_JAPANESE = ("cp932", "euc_jp")
# What a page may call its encoding -> codec. Browsers read every kind of Shift_JIS as Windows does.
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
    """Decode a file by ``encoding``, its byte order mark, its ``<meta>``, or by what its bytes can be.

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
    # A declaration may be a leftover of times before the file was saved as UTF-8.
    for name in dict.fromkeys(("utf-8", codec)):
        if name and (text := _tried(data, name)) is not None:
            return Decoded(text, name, b"", data)
    found = [(text, name) for name in _JAPANESE if (text := _tried(data, name)) is not None]
    if not found:
        raise Problem("unknown_encoding")
    text, name = max(found, key=lambda pair: _hiragana(pair[0]))
    if not _hiragana(text):
        raise Problem("unknown_encoding")  # bytes that happen to be valid
    return Decoded(text, name, b"", data)


def spliced(decoded: Decoded, edits: Iterable[Edit]) -> bytes:
    """Give the file's bytes with the edits made; characters the codec lacks become HTML references.

    Raises ``Problem`` ("unsafe_encoding") where the bytes would not read as they should: a codec that was
    named may switch between character sets in the middle of a line.
    """
    body = decoded.data[len(decoded.mark) :]
    exact = decoded.codec == "utf-8" or decoded.text.encode(decoded.codec, "replace") == body
    offset = _quick_offset if exact else _careful_offset
    parts, wanted, at = [], [], 0
    for start, end, new in edits:
        added = new.encode(decoded.codec, "xmlcharrefreplace")
        parts += [body[at : offset(decoded, start)], added]
        wanted.append(Edit(start, end, added.decode(decoded.codec)))
        at = offset(decoded, end)
    data = b"".join([*parts, body[at:]])
    if _tried(data, decoded.codec) != apply(decoded.text, wanted):
        raise Problem("unsafe_encoding", encoding=decoded.codec)
    return decoded.mark + data


def _by(codec: str, mark: bytes, data: bytes) -> Decoded:
    text = _tried(data[len(mark) :], codec)
    if text is None:
        raise Problem("not_that_encoding", encoding=codec)
    return Decoded(text, codec, mark, data)


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeError:
        return None


def _hiragana(text: str) -> int:
    """Count hiragana: every Japanese text has many, and bytes read by the wrong codec hardly any."""
    return sum("\u3041" <= character <= "\u3096" for character in text)


def _quick_offset(decoded: Decoded, at: int) -> int:
    return len(decoded.text[:at].encode(decoded.codec))


def _careful_offset(decoded: Decoded, at: int) -> int:
    """Count bytes where characters have more than one code: decode byte by byte up to the character."""
    decoder = codecs.getincrementaldecoder(decoded.codec)()
    seen = 0
    for offset, byte in enumerate(decoded.data[len(decoded.mark) :]):
        if seen == at and decoder.getstate()[0] == b"":
            return offset
        seen += len(decoder.decode(bytes((byte,))))
    return len(decoded.data) - len(decoded.mark)
