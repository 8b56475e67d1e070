"""The values of the batch, also sent from process to process."""

from __future__ import annotations

from typing import Literal, NamedTuple

from youten.options import Options

# What is done with an article's bytes; the layout of an input or output.
Form = Literal["json", "fields", "file", "fault"]
Layout = Literal["jsonl", "csv", "tsv", "parquet", "sqlite", "text"]

DATABASES = {"parquet": "Parquet", "sqlite": "SQLite"}  # layouts that are no streams: they need a file
STDIN = "-"
ROW = "row"  # as the name of the id: the number of the line or row, where there is no such field
FOLDER = ".youten"  # ending of the folder beside an output that a later run continues from
# Bytes of one article: some 350,000 characters, more than a thick book. Analysing them takes 150 MB.
LONGEST = 1_000_000


class Record(NamedTuple):
    """One article as it was found, not yet read.

    ``data`` is by ``form``: "json" the bytes of a line; "fields" a tuple (id, title, text) of whatever the
    table held; "file" the bytes of a file; "fault" a tuple (code, message) for what could not be read.
    """

    source: str  # path as it was named or found; "-": standard input
    line: int  # in it, from 1 (rows of Parquet, too); 0: the whole file
    form: Form
    data: bytes | tuple[object, ...]
    size: int  # bytes of the input that it takes up, for the progress


class Answer(NamedTuple):
    """The answer to a record. ``data`` is its line in the output, line end included."""

    data: bytes
    code: str = ""  # "": a summary; else why there is none
    reject: bytes = b""  # its line for the side file, where there is no summary


class Settings(NamedTuple):
    """The settings that every worker needs."""

    options: Options
    layout: Layout = "jsonl"  # of the output
    names: tuple[str, str, str] = ("id", "title", "text")  # of the fields to read
    encoding: str = ""  # of text files and CSV; "": detected for text files, UTF-8 for CSV
    longest: int = LONGEST  # bytes
    table: str = ""  # of a database; "": the only one that has the fields

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a table must have."""
        identity, _, text = self.names
        return (text,) if identity == ROW else (identity, text)


class Input(NamedTuple):
    """Something to read: a file with one article or many, or standard input."""

    path: str
    layout: Layout | Literal["fault"]
    size: int | None  # bytes; None: not known
    fault: tuple[str, str] = ("", "")  # (code, sentence), where the layout is "fault"
