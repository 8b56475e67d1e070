"""Records in chunks: dealt out to workers, tried again when one dies, and put back in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from youten.batch.answers import failure
from youten.batch.messages import say
from youten.batch.model import Answer, Record, Settings

RecordAnswer = tuple[Record, Answer]
Engine = Callable[[Iterable[Record], Settings], Iterator[RecordAnswer]]

# A chunk is full at either: about a tenth of a second of work, a hundred times the cost of passing it on.
RECORDS, BYTES = 16, 1 << 16
TRIES = 3  # deaths of workers over one record until it is given up


class Task(NamedTuple):
    """Records to be answered by one worker; ``first`` is the place of the first in its chunk."""

    chunk: int
    first: int
    records: Sequence[Record]
    deaths: int = 0


def in_chunks(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Divide records into chunks that are worth passing to a worker."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += record.size
        if len(chunk) >= RECORDS or size >= BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class Collector:
    """Puts answers back into the order of the records."""

    def __init__(self) -> None:
        self._chunks: dict[int, tuple[Sequence[Record], list[Answer | None]]] = {}
        self._next = self._count = 0

    @property
    def pending(self) -> int:
        """Number of chunks that were opened and not yielded yet."""
        return self._count - self._next

    def open(self, records: Sequence[Record]) -> Task:
        """Add a chunk and return the task to answer it."""
        number = self._count
        self._count += 1
        self._chunks[number] = (records, [None] * len(records))
        return Task(number, 0, records)

    def put(self, task: Task, answers: Sequence[Answer]) -> None:
        """Store the answers of a task."""
        self._chunks[task.chunk][1][task.first : task.first + len(answers)] = answers

    def leaving(self) -> Iterator[RecordAnswer]:
        """Yield what is complete and next in order."""
        while self._next < self._count:
            records, answers = self._chunks[self._next]
            complete = [found for found in answers if found is not None]
            if len(complete) < len(records):
                return
            del self._chunks[self._next]
            self._next += 1
            yield from zip(records, complete, strict=True)


def retry(task: Task, settings: Settings) -> tuple[list[Task], Answer | None]:
    """Return what to do about a task whose worker died: tasks to try, or the answer for a record given up."""
    deaths = task.deaths + 1
    if len(task.records) > 1:
        return [
            Task(task.chunk, task.first + i, [record], deaths) for i, record in enumerate(task.records)
        ], None
    if deaths < TRIES:
        return [task._replace(deaths=deaths)], None
    reason = say("worker_died", settings.options.lang)
    return [], failure(task.records[0], settings, None, "worker_died", reason)
