"""Crash-safe, resumable output: complete or not there, never half.

Answers are kept in ``OUTPUT.youten/journal`` as they are made. When all are there, the output is written
beside and takes its name in one step. Answers of an earlier run are used again, whether it was killed or
finished: the key of an answer is a digest of the record and of all that its answer depends on, so records
that were changed, added, moved or removed need no special case.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import sqlite3
import time
from collections import deque
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, cast

from youten.batch import rows, sqlite
from youten.batch.answer_store import AnswerStore
from youten.batch.inputs import PACKED
from youten.batch.messages import problem
from youten.batch.model import FOLDER, ROW, Answer, Record, Settings

FLUSH_SECONDS = 5.0  # between two flushes to the disk
COMMIT_EVERY = 10_000  # records that need no answer, so that the database's log stays short
KEY = 16  # bytes: two of 10^12 records are alike by chance with a probability of 10^-15


class ResumableOutput:
    """The output ``path`` and the answers so far; use it as a context.

    ``overwrite``: start from nothing and replace existing files. ``rejects``: side file for records without
    a summary; without it the errors are in the output.
    """

    def __init__(self, path: Path, rejects: Path | None, settings: Settings, *, overwrite: bool) -> None:
        self._path = path
        self._rejects = rejects
        self._settings = settings
        self._lang = settings.options.lang
        self._folder = path.with_name(path.name + FOLDER)
        self._salt = fingerprint(settings)
        self._places = 0
        self._queue: deque[tuple[int, bytes]] = deque()  # (place, key) of records that are being answered
        self._flushed = time.monotonic()
        self._store = self._open(overwrite=overwrite)
        try:
            with self._reported():
                if overwrite:
                    self._store.forget()
                self._order_there = "" if overwrite else self._order_of_output()
                self._store.clear_order()
                (self._folder / "results").unlink(missing_ok=True)  # of version 0.1.0
        except BaseException:
            self._store.close()
            raise

    def __enter__(self) -> ResumableOutput:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(sqlite3.Error):  # a full disk was reported already
            self._store.close()

    def wants(self, record: Record) -> bool:
        """Take note of a record; whether it still needs an answer."""
        key = self._key(record)
        self._places += 1
        with self._reported():
            self._store.order(self._places, key)
            if self._store.knows(key):
                if self._places % COMMIT_EVERY == 0:
                    self._store.commit()
                return False
        self._queue.append((self._places, key))
        return True

    def add(self, record: Record, answer: Answer) -> None:
        """Keep the answer to the record that has waited longest: answers come in the order of the records."""
        place, key = self._queue.popleft()
        data = b"" if answer.code and self._rejects else answer.data
        with self._reported():
            if answer.code:
                # It is tried again next time, and its message depends on its place.
                key = _hash(key, str(self._rejects is None).encode(), answer.reject)
                self._store.order(place, key)
            if not self._store.knows(key):  # else it is the same record twice
                self._store.add(key, data, answer.reject if answer.code else None)

    def keep(self) -> None:
        """Make what was added survive the end of this process, and at intervals a power cut."""
        with self._reported():
            if time.monotonic() - self._flushed < FLUSH_SECONDS:
                self._store.commit()
            else:
                self._store.flush()
                self._flushed = time.monotonic()

    def finish(self) -> None:
        """Write the output and give it its name; one that holds the same answers already is not touched."""
        with self._reported():
            self._write_rejects()
            order = _hash(*self._store.keys()).hex()
            if order != self._order_there:
                self._replace_output(order)
            self._store.flush()

    def stop(self) -> None:
        """Leave in the middle: what was added is kept, and the side file says what was wrong so far."""
        with self._reported():
            self._store.flush()
            self._write_rejects()

    def _open(self, *, overwrite: bool) -> AnswerStore:
        journal = self._folder / "journal"
        try:
            if self._path.is_file() and not overwrite and not journal.is_file():
                raise problem("foreign_output", self._lang, path=self._path)
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._rejects is not None:
                self._rejects.parent.mkdir(parents=True, exist_ok=True)
            return AnswerStore(journal)
        except sqlite3.OperationalError as error:
            code = "busy_output" if "locked" in str(error) else "bad_output"
            raise problem(code, self._lang, path=self._path, what=error) from error
        except (OSError, sqlite3.DatabaseError) as error:
            what = error.strerror if isinstance(error, OSError) else error
            raise problem("bad_output", self._lang, path=self._path, what=what) from error

    @contextlib.contextmanager
    def _reported(self) -> Iterator[None]:
        """Raise errors of the disk and the database as ``YoutenError`` ("bad_output")."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            what = (error.strerror if isinstance(error, OSError) else None) or error
            raise problem("bad_output", self._lang, path=self._path, what=what) from error

    def _order_of_output(self) -> str:
        """Return the digest of the answers that the output holds, "" where there is no output.

        Raises ``YoutenError`` ("foreign_output") for a file that is not as a batch left it.
        """
        if not self._path.is_file():
            return ""
        there = _signature(self._path)
        for name in (
            "next",
            "signature",
        ):  # a run may have been killed right after the new file took its name
            signature, _, order = self._store.get(name).partition("/")
            if signature == there:
                return order
        raise problem("foreign_output", self._lang, path=self._path)

    def _replace_output(self, order: str) -> None:
        new = self._folder / "new"
        if self._settings.layout == "parquet":
            self._write_parquet(new)
        elif self._settings.layout == "sqlite":
            sqlite.write(new, filter(None, self._store.answers()))
        else:
            with _opened(new, packed=self._path.suffix.lower() == PACKED) as file:
                file.write(rows.header(self._settings.layout))
                file.writelines(self._store.answers())
        _sync(new)
        signature = f"{_signature(new)}/{order}"
        self._store.put("next", signature)
        self._store.flush()
        os.replace(new, self._path)  # noqa: PTH105 - as the tests watch it
        _sync_folder(self._path.parent)
        self._store.put("signature", signature)
        self._store.forget_unplaced()

    def _write_parquet(self, new: Path) -> None:
        from youten.batch.parquet import write  # an optional extra

        try:
            write(new, filter(None, self._store.answers()), integers=True)
        except (TypeError, ValueError, ArithmeticError):  # an id that is no integer of 64 bits
            write(new, filter(None, self._store.answers()), integers=False)

    def _write_rejects(self) -> None:
        if self._rejects is not None:
            write_whole(self._rejects, self._store.rejects())

    def _key(self, record: Record) -> bytes:
        data = record.data if isinstance(record.data, bytes) else repr(record.data).encode("utf-8", "replace")
        name = f"{record.form}\0{record.source if record.form == 'file' else ''}\0"
        if self._settings.names[0] == ROW:
            name += str(record.line)
        return _hash(self._salt, name.encode("utf-8", "surrogateescape"), data.strip())


@contextlib.contextmanager
def _opened(path: Path, *, packed: bool) -> Iterator[IO[bytes]]:
    """Open a new file; a packed one gets no name and no time, so its bytes depend on nothing else."""
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as whole:
            yield cast("IO[bytes]", whole)


def write_whole(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file that is there complete or not at all."""
    new = path.with_name(path.name + ".new")
    with new.open("wb") as file:
        file.writelines(lines)
    os.replace(new, path)  # noqa: PTH105 - as the tests watch it


def fingerprint(settings: Settings) -> bytes:
    """Return a digest of everything that an answer depends on besides its record."""
    state = blake2b(repr(settings).encode("utf-8", "replace"), digest_size=KEY)

    def add(folder: Traversable) -> None:
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.is_dir() and item.name != "__pycache__":
                add(item)
            elif item.name.endswith((".py", ".gz")):
                state.update(item.read_bytes())

    add(files("youten"))
    return state.digest()


def _hash(*parts: bytes) -> bytes:
    state = blake2b(digest_size=KEY)
    for part in parts:
        state.update(part)
    return state.digest()


def _signature(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Write a new name through to the disk, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
