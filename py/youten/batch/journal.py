"""The journal of an output: what was answered, where that stands, and in what order it belongs.

An SQLite file, so that a process may be killed at any moment: what was committed is there afterwards, and
nothing else is. Memory stays steady, however many records there are. Source: SQLite's documentation of WAL.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Where an answer's bytes stand.
OUTPUT, RESULTS = 0, 1

TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    key BLOB PRIMARY KEY,
    file INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    reject BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS placed (
    key BLOB PRIMARY KEY,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    reject BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ordering (place INTEGER PRIMARY KEY, key BLOB NOT NULL);
"""
IN_ORDER = "FROM ordering JOIN answers USING (key) ORDER BY place"


class Entry(NamedTuple):
    """Where the answer to ``key`` stands; ``reject`` is its line for the side file, where it is none."""

    key: bytes
    file: int
    start: int
    length: int  # bytes
    checksum: int  # CRC-32 of them
    reject: bytes | None = None


class Journal:
    """One output's journal, held by one process at a time."""

    def __init__(self, path: Path) -> None:
        """Open or make it; ``sqlite3.OperationalError`` if another process holds it."""
        # Each statement stands for itself until ``begin``; another process is waited for a second.
        self._base = sqlite3.connect(path, timeout=1.0, isolation_level=None)
        try:
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.executescript(TABLES)
            self._base.execute("BEGIN")
        except sqlite3.Error:
            self._base.close()
            raise

    def close(self) -> None:
        """Commit, and let others have it."""
        self._base.execute("COMMIT")
        self._base.close()

    def commit(self) -> None:
        """Make what was told so far survive this process; ``flush`` makes it survive the machine."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def flush(self) -> None:
        """Commit, and see to it that it is on the disk."""
        self._base.execute("COMMIT")
        self._base.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._base.execute("BEGIN")

    def get(self, name: str, default: int | str) -> int | str:
        """Look up a fact about the output."""
        found = self._base.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return default if found is None else found[0]

    def put(self, **facts: int | str) -> None:
        """Note facts about the output."""
        self._base.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", facts.items())

    def forget(self, file: int | None = None, beyond: int = 0) -> None:
        """Forget the answers that end beyond a byte of a file; without one, all answers."""
        if file is None:
            self._base.execute("DELETE FROM answers")
        else:
            self._base.execute("DELETE FROM answers WHERE file = ? AND start + length > ?", (file, beyond))

    def begin(self) -> None:
        """Begin a run: nothing is in order yet."""
        self._base.execute("DELETE FROM ordering")

    def order(self, place: int, key: bytes) -> None:
        """Note the key of the record at ``place``."""
        self._base.execute("INSERT OR REPLACE INTO ordering VALUES (?, ?)", (place, key))

    def knows(self, key: bytes) -> bool:
        """Whether there is an answer."""
        return self._base.execute("SELECT 1 FROM answers WHERE key = ?", (key,)).fetchone() is not None

    def add(self, entry: Entry) -> None:
        """Note an answer."""
        self._base.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", entry)

    def entries(self, file: int, start: int) -> Iterator[Entry]:
        """Yield the entries of a file that begin at ``start`` or later, in the order they stand in it."""
        found = self._base.execute(
            "SELECT * FROM answers WHERE file = ? AND start >= ? ORDER BY start", (file, start)
        )
        return map(Entry._make, found)

    def in_order(self) -> Iterator[Entry]:
        """Yield the answers in the order of their records."""
        return map(
            Entry._make, self._base.execute(f"SELECT key, file, start, length, checksum, reject {IN_ORDER}")
        )

    def rejects(self) -> Iterator[bytes]:
        """Yield the lines for the side file in the order of their records."""
        return (line for (line,) in self._base.execute(f"SELECT reject {IN_ORDER}") if line is not None)

    def end(self, file: int) -> int:
        """Give the byte at which the last answer of a file ends."""
        found = self._base.execute(
            "SELECT max(start + length) FROM answers WHERE file = ?", (file,)
        ).fetchone()
        return int(found[0] or 0)

    def place(self, entry: Entry) -> None:
        """Note where an answer stands in the output that is being put together."""
        row = (entry.key, *entry[2:])
        self._base.execute("INSERT OR REPLACE INTO placed VALUES (?, ?, ?, ?, ?)", row)

    def clear_places(self) -> None:
        """Begin to put an output together."""
        self._base.execute("DELETE FROM placed")

    def take_places(self) -> None:
        """Let the answers be where they were placed; those that were not are gone."""
        self._base.execute("DELETE FROM answers")
        self._base.execute(
            "INSERT INTO answers SELECT key, ?, start, length, checksum, reject FROM placed", (OUTPUT,)
        )
        self._base.execute("DELETE FROM placed")
