"""An output that a run may be killed over: complete or not there, never half.

Answers are appended to ``OUTPUT.youten/results`` and noted in a journal beside it. When all are there, the
output is put together in the order of the records and takes its name in one step. What an earlier run
answered is not asked again, whether it was killed or finished: the key of an answer is the record itself and
all that its answer depends on. A record that was changed, added, moved or taken away is just that.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from youten.batch import table
from youten.batch.journal import OUTPUT, RESULTS, Entry, Journal
from youten.batch.sentences import say
from youten.batch.values import FOLDER, Answer, Record, Settings
from youten.model import YoutenError

FLUSH_SECONDS = 5.0  # between two flushes to the disk
COMMIT_EVERY = 10_000  # records that need no answer, so that the journal's log stays short
KEY = 16  # bytes: two of 10^12 records are alike by chance with a probability of 10^-15


class Store:
    """The output ``path``, its journal, and the results so far; use it as a context.

    ``overwrite``: begin anew, whatever is there. ``rejects``: side file for what has no summary; without one
    the errors stand in the output.
    """

    def __init__(self, path: Path, rejects: Path | None, settings: Settings, *, overwrite: bool) -> None:
        self.path = path
        self.rejects = rejects
        self.settings = settings
        self._lang = settings.options.lang
        self._folder = path.with_name(path.name + FOLDER)
        self._results_path = self._folder / "results"
        self._new_path = self._folder / "new"
        self._salt = fingerprint(settings)
        self._places = 0
        self._queue: deque[tuple[int, bytes]] = deque()  # (place, key) of records that are being answered
        self._header = table.header(settings.layout)
        try:
            if path.is_file() and not overwrite and not (self._folder / "journal").is_file():
                raise YoutenError("foreign_output", say("foreign_output", self._lang, path=path))
            self._folder.mkdir(parents=True, exist_ok=True)
            if rejects is not None:
                rejects.parent.mkdir(parents=True, exist_ok=True)
            self._journal = Journal(self._folder / "journal")
        except sqlite3.OperationalError as error:
            code = "busy_output" if "locked" in str(error) else "bad_output"
            raise YoutenError(code, say(code, self._lang, path=path, what=error)) from error
        except (OSError, sqlite3.DatabaseError) as error:
            what = error.strerror if isinstance(error, OSError) else error
            raise YoutenError("bad_output", say("bad_output", self._lang, path=path, what=what)) from error
        try:
            self._recover(overwrite=overwrite)
            self._journal.begin()
            self._results = open(self._results_path, "ab")  # noqa: SIM115, PTH123 - closed by __exit__
        except BaseException:
            self._journal.close()
            raise
        self._flushed = time.monotonic()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # a full disk was told already, and the next run cuts the rest off
            self._results.close()
        with contextlib.suppress(sqlite3.Error):
            self._journal.close()

    def wants(self, record: Record) -> bool:
        """Take note of a record; whether it still needs an answer."""
        key = self._key(record)
        self._places += 1
        with self._told():
            self._journal.order(self._places, key)
            if self._journal.knows(key):
                if self._places % COMMIT_EVERY == 0:
                    self._journal.commit()
                return False
        self._queue.append((self._places, key))
        return True

    def add(self, record: Record, answer: Answer) -> None:
        """Keep the answer to the record that has waited longest: answers come in the order of the records."""
        place, key = self._queue.popleft()
        data = b"" if answer.code and self.rejects else answer.data
        with self._told():
            if answer.code:
                # It is tried again next time, and what is said of it depends on where it stands.
                key = self._hash(key, str(self.rejects is None).encode(), answer.reject)
                self._journal.order(place, key)
            if self._journal.knows(key):  # the same record twice
                return
            start = self._results.tell()
            self._results.write(data)
            reject = answer.reject if answer.code else None
            self._journal.add(Entry(key, RESULTS, start, len(data), zlib.crc32(data), reject))

    def keep(self) -> None:
        """Make what was added survive the end of this process, and now and then the end of the machine."""
        with self._told():
            if time.monotonic() - self._flushed < FLUSH_SECONDS:
                self._results.flush()
                self._journal.commit()
            else:
                self._flush()

    def finish(self) -> None:
        """Put the output together and give it its name."""
        with self._told():
            self._flush()
            self._write_rejects()
            if self.settings.layout == "parquet":
                self._finish_parquet()
            elif not self._is_already_there():
                self._assemble()
                self._journal.put(state="placing")
                self._journal.flush()
                self._take()

    def stop(self) -> None:
        """Leave in the middle: what was added is kept, and the side file says what was wrong so far."""
        with self._told():
            self._flush()
            self._write_rejects()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Raise what the disk or the journal refuses as ``YoutenError`` ("bad_output")."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            what = (error.strerror if isinstance(error, OSError) else None) or error
            reason = say("bad_output", self._lang, path=self.path, what=what)
            raise YoutenError("bad_output", reason) from error

    def _recover(self, *, overwrite: bool) -> None:
        """Take up what an earlier run left, as far as it can be trusted."""
        journal = self._journal
        if journal.get("state", "open") != "open":
            self._take()
        if overwrite:
            journal.forget()
        elif self.path.is_file() and journal.get("signature", "") != _signature(self.path):
            # Nobody but us writes there; what stands in it now is somebody else's.
            raise YoutenError("foreign_output", say("foreign_output", self._lang, path=self.path))
        if not self.path.is_file():
            journal.forget(OUTPUT)
        self._trim()

    def _trim(self) -> None:
        """Cut off the results what is not in the journal, and what did not reach the disk."""
        size = self._results_path.stat().st_size if self._results_path.is_file() else 0
        self._journal.forget(RESULTS, size)
        end = min(int(self._journal.get("flushed", 0)), size)
        if size:
            with open(self._results_path, "rb+") as file:  # noqa: PTH123 - as everywhere in this module
                for entry in self._journal.entries(RESULTS, end):
                    file.seek(entry.start)
                    if zlib.crc32(file.read(entry.length)) != entry.checksum:
                        break
                    end = entry.start + entry.length
                else:
                    end = self._journal.end(RESULTS)
                file.truncate(end)
        self._journal.forget(RESULTS, end if size else 0)

    def _flush(self) -> None:
        self._results.flush()
        os.fsync(self._results.fileno())
        self._journal.put(flushed=self._results.tell())
        self._journal.flush()
        self._flushed = time.monotonic()

    def _key(self, record: Record) -> bytes:
        data = record.data if isinstance(record.data, bytes) else repr(record.data).encode("utf-8", "replace")
        name = f"{record.form}\0{record.source if record.form == 'file' else ''}\0"
        return self._hash(self._salt, name.encode("utf-8", "surrogateescape"), data.strip())

    @staticmethod
    def _hash(*parts: bytes) -> bytes:
        state = blake2b(digest_size=KEY)
        for part in parts:
            state.update(part)
        return state.digest()

    def _is_already_there(self) -> bool:
        """Whether the output holds the answers already, all of them, in this order, and nothing else."""
        if not self.path.is_file():
            return False
        end = len(self._header)
        for entry in self._journal.in_order():
            if entry.length and (entry.file != OUTPUT or entry.start != end):
                return False
            end += entry.length
        return end == self.path.stat().st_size

    def _assemble(self) -> None:
        """Write the answers in order to a file beside the output, noting where each stands."""
        journal = self._journal
        journal.clear_places()
        with open(self._new_path, "wb") as new:  # noqa: PTH123
            new.write(self._header)
            end = len(self._header)
            for entry, data in self._contents():
                new.write(data)
                journal.place(entry._replace(start=end))
                end += entry.length
        _sync(self._new_path)

    def _contents(self) -> Iterator[tuple[Entry, bytes]]:
        """Yield the answers in order with their bytes."""
        sources = {}
        try:
            sources[RESULTS] = open(self._results_path, "rb")  # noqa: SIM115, PTH123
            if self.path.is_file():
                sources[OUTPUT] = open(self.path, "rb")  # noqa: SIM115, PTH123
            for entry in self._journal.in_order():
                file = sources[entry.file]
                if file.tell() != entry.start:
                    file.seek(entry.start)
                yield entry, file.read(entry.length)
        finally:
            for file in sources.values():
                file.close()

    def _take(self) -> None:
        """Give the new file the output's name, and let the journal say so. Done again, it does no harm."""
        placing = self._journal.get("state", "open") == "placing"
        if self._new_path.is_file():
            os.replace(self._new_path, self.path)  # noqa: PTH105
            _sync_folder(self.path.parent)
        if placing:
            self._journal.take_places()
            self._journal.put(flushed=0)
        self._journal.put(state="open", signature=_signature(self.path))
        self._journal.flush()
        if placing:
            self._results_path.write_bytes(b"")  # all that was in it is in the output now

    def _finish_parquet(self) -> None:
        """Write Parquet from the results, which stay: answers cannot be taken out of it one by one."""
        from youten.batch.parquet import write  # an optional extra

        digest = blake2b(digest_size=KEY)
        for entry in self._journal.in_order():
            digest.update(entry.key)
        order = digest.hexdigest()
        if self.path.is_file() and order == self._journal.get("order", ""):
            return
        lines = (data for _, data in self._contents() if data)
        try:
            write(self._new_path, lines, integers=True)
        except (TypeError, ValueError, ArithmeticError):  # an id that is no integer of 64 bits
            lines = (data for _, data in self._contents() if data)
            write(self._new_path, lines, integers=False)
        _sync(self._new_path)
        self._journal.put(state="renaming", order=order)
        self._journal.flush()
        self._take()

    def _write_rejects(self) -> None:
        if self.rejects is not None:
            write_whole(self.rejects, self._journal.rejects())


def write_whole(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file that is there complete or not at all."""
    new = path.with_name(path.name + ".new")
    with open(new, "wb") as file:  # noqa: PTH123
        file.writelines(lines)
    os.replace(new, path)  # noqa: PTH105


def fingerprint(settings: Settings) -> bytes:
    """Digest of all that an answer depends on besides its record: settings, code, dictionary."""
    state = blake2b(repr(settings).encode("utf-8", "replace"), digest_size=KEY)

    def add(folder: Traversable) -> None:
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.is_dir() and item.name != "__pycache__":
                add(item)
            elif item.name.endswith((".py", ".gz")):
                state.update(item.read_bytes())

    add(files("youten"))
    return state.digest()


def _signature(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _sync(path: Path) -> None:
    with open(path, "rb+") as file:  # noqa: PTH123
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """See to it that a new name is on the disk, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
