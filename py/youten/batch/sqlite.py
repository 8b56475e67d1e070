"""SQLite in and out: a table or view of articles, and a new database with one table of summaries.

The input is only read. In the output lists are JSON, which SQLite's ``json_each`` takes apart.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from youten.batch.faults import fault, too_long
from youten.batch.model import Input, Record, Settings
from youten.batch.rows import COLUMNS, ID, NAMES

MAGIC = b"SQLite format 3\0"
TABLE = "summaries"
KINDS = {"string": "TEXT", "strings": "TEXT", "integer": "INTEGER", "integers": "TEXT", "number": "REAL"}
INTEGERS = range(-(1 << 63), 1 << 63)  # others are written as text


def is_database(path: str) -> bool:
    """Return whether a file begins as a database does; other programs use the ending ``.db``, too."""
    with open(path, "rb") as file:  # noqa: PTH123 - as it was named
        return file.read(len(MAGIC)) == MAGIC


def read(given: Input, settings: Settings) -> Iterator[Record]:
    """Yield the rows of the table that was named, else of the only one that has the columns."""
    number = 0
    try:
        uri = f"{Path(given.path).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as base:
            # Undecodable bytes become surrogates, so that the other rows can be read.
            base.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
            for record in _rows(given, base, settings):
                number = record.line
                yield record
    except sqlite3.Error as error:
        yield fault(given, number, "bad_sqlite", settings, what=error)


def _rows(given: Input, base: sqlite3.Connection, settings: Settings) -> Iterator[Record]:
    tables = _tables(base)
    fitting = [name for name, columns in tables.items() if set(settings.needed) <= set(columns)]
    named = [settings.table] if settings.table else fitting if len(tables) > 1 else list(tables)
    if len(named) != 1 or named[0] not in tables:
        found = ", ".join(f"{name} ({', '.join(columns)})" for name, columns in tables.items()) or "-"
        yield fault(given, 0, "no_table", settings, given.size or 0, found=found)
        return
    columns = tables[named[0]]
    missing = next((name for name in settings.needed if name not in columns), None)
    if missing is not None:
        found = ", ".join(columns) or "-"
        yield fault(given, 0, "no_column", settings, given.size or 0, what=missing, found=found)
        return
    taken = ", ".join(_quoted(name) if name in columns else "NULL" for name in settings.names)
    table = _quoted(named[0])
    (count,) = base.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a quoted name
    size = (given.size or 0) // max(count, 1)
    rows = base.execute(f"SELECT {taken} FROM {table}")  # noqa: S608 - quoted names
    for number, fields in enumerate(rows, 1):
        text = fields[2]
        if isinstance(text, str) and len(text.encode("utf-8", "surrogateescape")) > settings.longest:
            yield too_long(given, number, settings, size)
        else:
            yield Record(given.path, number, "fields", fields, size)


def _tables(base: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of every table and view; an index for searching is neither."""
    found: dict[str, list[str]] = {}
    listed = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%'"
    for (name,) in base.execute(f"{listed} ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall():
        with suppress(sqlite3.OperationalError):  # a view of what is no longer there
            columns = base.execute("SELECT name FROM pragma_table_xinfo(?)", (name,))
            found[name] = [column for (column,) in columns]
    return found


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def write(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines of JSON, each a flat row, as a new database: the same bytes for the same lines."""
    path.unlink(missing_ok=True)  # a run may have been killed here
    columns = ", ".join(c.name if c.name == ID else f"{c.name} {KINDS[c.kind]}" for c in COLUMNS)
    places = ", ".join("?" * len(NAMES))
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")  # a file that is not complete is thrown away
        base.execute("BEGIN")
        base.execute(f"CREATE TABLE {TABLE} ({columns})")
        rows = (tuple(map(_cell, json.loads(line).values())) for line in lines)
        base.executemany(f"INSERT INTO {TABLE} VALUES ({places})", rows)  # noqa: S608 - our own names
        base.execute("COMMIT")


def _cell(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, int) and value not in INTEGERS else value
