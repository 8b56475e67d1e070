"""The encoding and the dialect of a CSV file, told from its beginning.

A dialect is right if the header then names the columns that are wanted; where none does, the usual one is
taken, and the reader says which columns there are. Source: RFC 4180, and the exports of spreadsheets and
databases (semicolons where the comma is the decimal mark, backslashes before quotation marks).
"""

from __future__ import annotations

import csv
import re
from typing import NamedTuple

from youten.batch.rows import DELIMITERS
from youten.documents.encoding import detect
from youten.documents.problem import Problem

HEAD = 1 << 16  # bytes that are looked at
_ESCAPED = re.compile(r'\\"(?![,;\t|\r\n])')  # not the end of a field that ends with a backslash
_DOUBLED = re.compile(r'[^,;\t|\r\n]""')
NAMES = {"utf-8": "", "utf-8-sig": "", "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "utf-16": "UTF-16"}


class Dialect(NamedTuple):
    """How a table is to be read."""

    encoding: str
    delimiter: str
    quote: str = '"'
    escape: str | None = None  # before a quotation mark that is text, where that is not doubled

    def surprise(self, layout: str) -> str:
        """Return what differs from UTF-8 and the layout's own delimiter, in signs; "" if nothing does."""
        parts = [NAMES.get(self.encoding, self.encoding)]
        if self.delimiter != DELIMITERS[layout]:
            parts.append("TAB" if self.delimiter == "\t" else self.delimiter)
        parts += [self.quote] * (self.quote != '"')
        parts += [f"{self.escape}{self.quote}"] if self.escape else []
        return " ".join(filter(None, parts))


def dialect_of(head: bytes, layout: str, encoding: str, names: tuple[str, ...]) -> Dialect:
    """Tell the dialect of a table from its first bytes. ``names``: columns that its header should have."""
    codec = _encoding_of(head, encoding)
    text = head.decode(codec, "replace").removeprefix("\ufeff")
    header = text.split("\n", 1)[0].rstrip("\r")
    usual = DELIMITERS[layout]
    escape = "\\" if _ESCAPED.search(text) and not _DOUBLED.search(text) else None
    for delimiter in dict.fromkeys((usual, ",", ";", "\t", "|")):
        for quote in ('"', "'"):
            found = next(csv.reader([header], delimiter=delimiter, quotechar=quote), [])
            if all(name in found for name in names):
                return Dialect(codec, delimiter, quote, escape)
    return Dialect(codec, usual, escape=escape)


def _encoding_of(head: bytes, named: str) -> str:
    """Return the encoding that was named, else that of the bytes; UTF-8 where they are in none."""
    if named and named != "utf-8":
        return named
    try:
        codec = "utf-8" if named else detect(head)
    except Problem:
        codec = "utf-8"
    # These two drop the byte order mark.
    return {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(codec, codec)
