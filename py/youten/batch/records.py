"""From files to records: JSON lines, CSV, Parquet, SQLite, and files that are one article each.

Only one record is in memory at a time. Every fault becomes a record of its own, in its place.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO, cast

from youten.batch import sqlite
from youten.batch.dialect import HEAD, dialect_of
from youten.batch.faults import fault, too_long
from youten.batch.inputs import PACKED
from youten.batch.model import STDIN, Input, Record, Settings

# Characters of a CSV field; a longer one has an unclosed quotation mark.
LONGEST_FIELD = 1 << 24

Tell = Callable[[Input, str], None]  # hears of an input that is read in an unusual way, and in which
Reader = Callable[[Input, BinaryIO, Settings, Tell], Iterator[Record]]


def records(inputs: list[Input], stdin: BinaryIO, settings: Settings, tell: Tell) -> Iterator[Record]:
    """Read all inputs, one after the other."""
    for given in inputs:
        if given.layout == "fault":
            yield Record(given.path, 0, "fault", given.fault, 0)
            continue
        try:
            if given.layout == "parquet":
                from youten.batch.parquet import read  # an optional extra

                yield from read(given, settings)
            elif given.layout == "sqlite":
                yield from sqlite.read(given, settings)
            elif given.path == STDIN:
                yield from READERS[given.layout](given, stdin, settings, tell)
            else:
                with open(given.path, "rb", HEAD) as file:  # noqa: PTH123 - as the other branch has it
                    yield from READERS[given.layout](given, file, settings, tell)
        except (OSError, EOFError, zlib.error) as error:
            # The rest of this input is lost; the other inputs are read.
            what = error.strerror if isinstance(error, OSError) and error.strerror else error
            yield fault(given, 0, "unreadable", settings, what=what)


def _json_lines(given: Input, file: BinaryIO, settings: Settings, _: Tell) -> Iterator[Record]:
    """Yield the lines; blank lines are skipped."""
    passed = 0
    for number, (line, size) in enumerate(_lines(_unpacked(given, file), settings.longest), 1):
        if given.path.endswith(PACKED):
            size, passed = file.tell() - passed, file.tell()
        if line is None:
            yield too_long(given, number, settings, size)
            continue
        line = line.removeprefix(codecs.BOM_UTF8)  # files that were joined have one in the middle
        if line.strip():
            yield Record(given.path, number, "json", line, size)


def _lines(file: IO[bytes], longest: int) -> Iterator[tuple[bytes | None, int]]:
    """Yield (line, its bytes), and (None, bytes) for a line that is too long."""
    while line := file.readline(longest + 1):
        size = len(line)
        if size <= longest or line.endswith(b"\n"):
            yield line, size
            continue
        while part := file.readline(longest + 1):
            size += len(part)
            if part.endswith(b"\n"):
                break
        yield None, size


class _Lines:
    """The lines of a text for ``csv.reader``, and whether the text ended within a row."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.in_row = 0  # lines of the row so far; the caller sets it back after each row
        self.ended_in_row = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline()
        if not line:
            self.ended_in_row = self.in_row > 0
            raise StopIteration
        self.in_row += 1
        return line


def _rows(given: Input, file: BinaryIO, settings: Settings, tell: Tell) -> Iterator[Record]:
    """Yield the rows of CSV. Undecodable bytes become surrogates, so that the other rows can be read."""
    csv.field_size_limit(LONGEST_FIELD)
    wanted = settings.needed
    source = _unpacked(given, file)
    if not hasattr(source, "peek"):
        source = io.BufferedReader(cast("io.RawIOBase", source), HEAD)
    dialect = dialect_of(source.peek(HEAD)[:HEAD], given.layout, settings.encoding, wanted)
    if surprise := dialect.surprise(given.layout):
        tell(given, surprise)
    text = io.TextIOWrapper(source, dialect.encoding, "surrogateescape", newline="")
    lines = _Lines(text)
    reader = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        doublequote=not dialect.escape,
    )
    passed = 0
    try:
        names = next(reader, [])
        lines.in_row = 0
        missing = next((name for name in wanted if name not in names), None)
        if missing is not None:
            found = ", ".join(names) or "-"
            yield fault(given, 1, "no_column", settings, given.size or 0, what=missing, found=found)
            return
        places = [names.index(name) if name in names else None for name in settings.names]
        for row in reader:
            taken, lines.in_row = lines.in_row, 0
            if not row:
                continue
            size, passed = _position(file) - passed, _position(file)
            if lines.ended_in_row:
                begin = reader.line_num - taken + 1
                yield fault(given, begin, "unclosed_quote", settings, size, count=taken)
                continue
            fields = tuple(
                [row[place] if place is not None and place < len(row) else None for place in places]
            )
            if len((fields[2] or "").encode("utf-8", "surrogateescape")) > settings.longest:
                yield too_long(given, reader.line_num, settings, size)
            else:
                yield Record(given.path, reader.line_num, "fields", fields, size)
    except csv.Error as error:
        yield fault(given, reader.line_num, "bad_csv", settings, what=error)
    finally:
        text.detach()  # closing it would close standard input


def _article(given: Input, file: BinaryIO, settings: Settings, _: Tell) -> Iterator[Record]:
    """Yield the whole file as one article."""
    data = file.read(settings.longest + 1)
    if len(data) > settings.longest:
        yield too_long(given, 0, settings, given.size or 0)
    else:
        yield Record(given.path, 0, "file", data, len(data))


def _unpacked(given: Input, file: BinaryIO) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if given.path.endswith(PACKED) else file


def _position(file: BinaryIO) -> int:
    """Return the bytes of the file read so far, buffers included; 0 if unknown."""
    try:
        return file.tell()
    except (OSError, ValueError):
        return 0


READERS: dict[str, Reader] = {"jsonl": _json_lines, "csv": _rows, "tsv": _rows, "text": _article}
