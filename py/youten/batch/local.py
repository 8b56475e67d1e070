"""Workers on this machine: processes that read, analyse and write while this one deals out and collects.

Each has a pipe of its own. So the parent knows what a worker that dies was at, and gives it to another; and
when the parent dies, however suddenly, its workers read the end of their pipes and go.
Results come in the order of the records. Not more than a few chunks are under way, so memory stays steady.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from youten.batch.answering import answer, answer_chunk, failure
from youten.batch.sentences import say
from youten.batch.values import Answer, Record, Settings
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer

Answered = tuple[Record, Answer]
Engine = Callable[[Iterable[Record], Settings], Iterator[Answered]]

# A chunk is full at either: about a tenth of a second of work, a hundred times what passing it on takes.
RECORDS, BYTES = 16, 1 << 16
# Chunks per worker that may be under way or wait for one before them.
AHEAD = 4
TRIES = 3  # deaths of workers over one record until it is given up
PATIENCE = 5.0  # seconds that a worker gets to end by itself


class Task(NamedTuple):
    """Records to be answered by one worker; ``first`` is the place of the first in its chunk."""

    chunk: int
    first: int
    records: Sequence[Record]
    deaths: int = 0


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_this_process(analyzer: Analyzer | None) -> Engine:
    """Give the engine that answers each record before it reads the next."""

    def answers(records: Iterable[Record], settings: Settings) -> Iterator[Answered]:
        chosen = analyzer or default_analyzer()
        for record in records:
            yield record, answer(record, settings, chosen)

    return answers


def in_processes(count: int) -> Engine:
    """Give the engine that has ``count`` workers, started as they are needed."""

    def answers(records: Iterable[Record], settings: Settings) -> Iterator[Answered]:
        pool = _Pool(chunks(records), settings, count)
        try:
            yield from pool.run()
        finally:
            pool.close()

    return answers


def chunks(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Divide records into pieces of work worth passing on."""
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
    """Puts answers back into the order of the records. ``pending`` counts chunks that are not out yet."""

    def __init__(self) -> None:
        self._chunks: dict[int, tuple[Sequence[Record], list[Answer | None]]] = {}
        self._next = self._count = 0

    @property
    def pending(self) -> int:
        """Chunks that were opened and have not left."""
        return self._count - self._next

    def open(self, records: Sequence[Record]) -> Task:
        """Take a new chunk; what comes back is the task to answer it."""
        number = self._count
        self._count += 1
        self._chunks[number] = (records, [None] * len(records))
        return Task(number, 0, records)

    def put(self, task: Task, answers: Sequence[Answer]) -> None:
        """Take the answers of a task."""
        self._chunks[task.chunk][1][task.first : task.first + len(answers)] = answers

    def leaving(self) -> Iterator[Answered]:
        """Yield what is complete and next in order."""
        while self._next < self._count:
            records, answers = self._chunks[self._next]
            complete = [found for found in answers if found is not None]
            if len(complete) < len(records):
                return
            del self._chunks[self._next]
            self._next += 1
            yield from zip(records, complete, strict=True)


def again(task: Task, settings: Settings) -> tuple[list[Task], Answer | None]:
    """Say what to do about a task whose worker died: tasks to try, or an answer for the record to blame."""
    deaths = task.deaths + 1
    if len(task.records) > 1:
        return [
            Task(task.chunk, task.first + i, [record], deaths) for i, record in enumerate(task.records)
        ], None
    if deaths < TRIES:
        return [task._replace(deaths=deaths)], None
    reason = say("worker_died", settings.options.lang)
    return [], failure(task.records[0], settings, None, "worker_died", reason)


class _Worker:
    """A process, our end of its pipe, and what it is at."""

    def __init__(self, settings: Settings) -> None:
        context = multiprocessing.get_context("spawn")  # fork would copy locks and threads in any state
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, settings), daemon=True, name="youten"
        )
        self.process.start()
        theirs.close()
        self.task: Task | None = None


class _Pool:
    def __init__(self, source: Iterator[list[Record]], settings: Settings, count: int) -> None:
        self._source = source
        self._settings = settings
        self._most = count
        self._workers: dict[Connection, _Worker] = {}
        self._again: deque[Task] = deque()
        self._collector = Collector()
        self._dry = False  # the source has no more

    def run(self) -> Iterator[Answered]:
        self._deal()
        while any(worker.task for worker in self._workers.values()):
            for pipe in wait(list(self._workers)):
                self._collect(self._workers[pipe])  # type: ignore[index]  # it gives what it was given
            self._deal()  # before the results go out: nobody is to wait for a disk
            yield from self._collector.leaving()
            self._deal()

    def close(self) -> None:
        for worker in self._workers.values():
            worker.pipe.close()
        for worker in self._workers.values():
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.terminate()
                worker.process.join(PATIENCE)
        self._workers.clear()

    def _deal(self) -> None:
        """Give every idle worker a task, as long as there are any; start workers that are still lacking."""
        while True:
            idle = next((worker for worker in self._workers.values() if worker.task is None), None)
            if idle is None and len(self._workers) >= self._most:
                return
            task = self._task()
            if task is None:
                return
            worker = idle or self._start()
            worker.task = task
            try:
                worker.pipe.send(task.records)
            except OSError:  # it has died: reading will tell
                continue

    def _task(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._dry or self._collector.pending >= AHEAD * self._most:
            return None
        chunk = next(self._source, None)
        if chunk is None:
            self._dry = True
            return None
        return self._collector.open(chunk)

    def _start(self) -> _Worker:
        worker = _Worker(self._settings)
        self._workers[worker.pipe] = worker
        return worker

    def _collect(self, worker: _Worker) -> None:
        """Take what a worker says: that it cannot work, or its answers, or by silence that it is dead."""
        task = worker.task
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            del self._workers[worker.pipe]
            worker.pipe.close()
            worker.process.join(PATIENCE)
            if task is not None:
                tasks, blame = again(task, self._settings)
                self._again.extend(tasks)
                if blame:
                    self._collector.put(task, [blame])
            return
        if isinstance(said, YoutenError):
            raise said
        if task is not None:
            self._collector.put(task, said)
            worker.task = None


def _serve(pipe: Connection, settings: Settings) -> None:
    """Work until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who closes the pipe
    try:
        default_analyzer()
        while True:
            pipe.send(answer_chunk(pipe.recv(), settings))
    except YoutenError as error:
        pipe.send(_SentError(error.code, str(error)))
    except (EOFError, OSError):
        return


class _SentError(YoutenError):
    """A ``YoutenError`` that can be sent: pickling calls the constructor with ``args`` alone."""

    def __reduce__(self) -> tuple[type[YoutenError], tuple[str, str]]:
        return YoutenError, (self.code, str(self))
