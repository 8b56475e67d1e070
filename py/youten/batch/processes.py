"""Worker processes on this machine: the parent reads, deals out and collects.

Each worker has a pipe of its own. So the parent knows which records a worker that died was at, and gives them
to another; and when the parent dies, its workers read the end of their pipes and exit.
Results come in the order of the records. Only a few chunks are in progress, so memory stays constant.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from youten.batch.answers import answer, answer_chunk
from youten.batch.chunks import Collector, Engine, RecordAnswer, Task, in_chunks, retry
from youten.batch.model import Record, Settings
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer

# Chunks per worker that may be in progress or wait for one before them.
AHEAD = 4
PATIENCE = 5.0  # seconds that a worker gets to end by itself


def cores() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_this_process(analyzer: Analyzer | None) -> Engine:
    """Return the engine that answers each record before it reads the next."""

    def answers(records: Iterable[Record], settings: Settings) -> Iterator[RecordAnswer]:
        chosen = analyzer or default_analyzer()
        for record in records:
            yield record, answer(record, settings, chosen)

    return answers


def in_processes(count: int) -> Engine:
    """Return the engine that has ``count`` workers, started as they are needed."""

    def answers(records: Iterable[Record], settings: Settings) -> Iterator[RecordAnswer]:
        pool = _Pool(in_chunks(records), settings, count)
        try:
            yield from pool.run()
        finally:
            pool.close()

    return answers


class _Worker:
    """A process, our end of its pipe, and the task it has."""

    def __init__(self, settings: Settings) -> None:
        context = multiprocessing.get_context("spawn")  # fork would copy locks in any state
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
        self._exhausted = False

    def run(self) -> Iterator[RecordAnswer]:
        self._deal()
        while any(worker.task for worker in self._workers.values()):
            for pipe in wait(list(self._workers)):
                self._collect(self._workers[pipe])  # type: ignore[index]  # wait() returns the connections it was given
            self._deal()  # before the results go out, so that no worker waits for the disk
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
        """Send a task to every idle worker, and start workers up to the limit."""
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
            except OSError:  # it has died, and reading from it will show so
                continue

    def _task(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._exhausted or self._collector.pending >= AHEAD * self._most:
            return None
        chunk = next(self._source, None)
        if chunk is None:
            self._exhausted = True
            return None
        return self._collector.open(chunk)

    def _start(self) -> _Worker:
        worker = _Worker(self._settings)
        self._workers[worker.pipe] = worker
        return worker

    def _collect(self, worker: _Worker) -> None:
        """Receive from a worker: its answers, an error that stops it, or the end of the pipe if it died."""
        task = worker.task
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            del self._workers[worker.pipe]
            worker.pipe.close()
            worker.process.join(PATIENCE)
            if task is not None:
                tasks, blame = retry(task, self._settings)
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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl-C and closes the pipe
    try:
        default_analyzer()
        while True:
            pipe.send(answer_chunk(pipe.recv(), settings))
    except YoutenError as error:
        pipe.send(error)
    except (EOFError, OSError):
        return
