"""The answers of a batch and the order of its records, in one SQLite file.

A process may be killed at any moment: what was committed is there afterwards, and nothing else is. Memory
does not grow with the number of records. Source: SQLite's documentation of WAL.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

SCHEMA = 2  # version 0.1.0 (schema 0) kept the answers in a file of their own
TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY,  -- rows in the order they came, so that reading them in order is quick
    key BLOB NOT NULL UNIQUE,
    data BLOB NOT NULL,  -- compressed
    reject BLOB  -- its line for the side file, where there is no summary
);
CREATE TABLE IF NOT EXISTS ordering (place INTEGER PRIMARY KEY, key BLOB NOT NULL);
"""
IN_ORDER = "FROM ordering JOIN answers USING (key) ORDER BY place"
LEVEL = 1  # of the compression: halves the file for 60 microseconds an answer; higher levels gain little


class AnswerStore:
    """One output's answers, held by one process at a time."""

    def __init__(self, path: Path) -> None:
        """Open or make it; ``sqlite3.OperationalError`` if another process holds it."""
        # Transactions are begun by hand; another process is waited for a second.
        self._base = sqlite3.connect(path, timeout=1.0, isolation_level=None)
        try:
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            if self._base.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
                for name in ("answers", "placed", "ordering"):
                    self._base.execute(f"DROP TABLE IF EXISTS {name}")
                self._base.execute(f"PRAGMA user_version = {SCHEMA}")
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
        """Make what was added survive the end of this process; ``flush`` makes it survive a power cut."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def flush(self) -> None:
        """Commit and write through to the disk."""
        self._base.execute("COMMIT")
        self._base.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._base.execute("BEGIN")

    def get(self, name: str) -> str:
        """Return a fact about the output, "" if it was never put."""
        found = self._base.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def put(self, name: str, value: str) -> None:
        """Note a fact about the output."""
        self._base.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def clear_order(self) -> None:
        """Begin a run: empty the table with the order of the output."""
        self._base.execute("DELETE FROM ordering")

    def order(self, place: int, key: bytes) -> None:
        """Note the key of the record at ``place``."""
        self._base.execute("INSERT OR REPLACE INTO ordering VALUES (?, ?)", (place, key))

    def knows(self, key: bytes) -> bool:
        """Return whether there is an answer."""
        return self._base.execute("SELECT 1 FROM answers WHERE key = ?", (key,)).fetchone() is not None

    def add(self, key: bytes, data: bytes, reject: bytes | None) -> None:
        """Keep an answer."""
        row = (key, zlib.compress(data, LEVEL), reject)
        self._base.execute("INSERT INTO answers (key, data, reject) VALUES (?, ?, ?)", row)

    def forget(self) -> None:
        """Forget all answers."""
        self._base.execute("DELETE FROM answers")

    def forget_unplaced(self) -> None:
        """Forget the answers to records that are no longer there."""
        self._base.execute("DELETE FROM answers WHERE key NOT IN (SELECT key FROM ordering)")

    def keys(self) -> Iterator[bytes]:
        """Yield the keys in the order of the records."""
        return (key for (key,) in self._base.execute("SELECT key FROM ordering ORDER BY place"))

    def answers(self) -> Iterator[bytes]:
        """Yield the answers in the order of the records."""
        found = self._base.execute(f"SELECT data {IN_ORDER}")
        return (zlib.decompress(data) for (data,) in found)

    def rejects(self) -> Iterator[bytes]:
        """Yield the lines for the side file in the order of the records."""
        found = self._base.execute(f"SELECT reject {IN_ORDER}")
        return (line for (line,) in found if line is not None)
