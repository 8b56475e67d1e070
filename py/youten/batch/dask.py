"""Workers on other machines, through Dask: the optional extra ``youten[dask]``.

Reading, order, journal and output stay here; Dask's scheduler gives the chunks to its workers, and gives
those of a worker that dies to another. Source: dask.distributed's documentation of ``Client`` and resilience.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from youten import __version__
from youten.batch.answers import answer_chunk
from youten.batch.chunks import Collector, Engine, RecordAnswer, Task, in_chunks, retry
from youten.batch.messages import problem
from youten.batch.model import Record, Settings

CONNECT_SECONDS = 10
# Chunks in progress per thread of the cluster, so that none waits for the next.
AHEAD = 3


def on_cluster(address: str, lang: str) -> Engine:
    """Return the engine whose workers are those of the scheduler at ``address``.

    ``YoutenError``: "needs_extra", "no_scheduler", "other_version"; "lost_scheduler" while it runs.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise problem("needs_extra", lang, what="Dask", extra="dask") from error

    def answers(records: Iterable[Record], settings: Settings) -> Iterator[RecordAnswer]:
        try:
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError) as error:
            what = str(error).splitlines()[0]
            raise problem("no_scheduler", lang, path=address, what=what) from error
        with client:
            _check(client, lang)
            yield from _run(client, in_chunks(records), settings)

    return answers


def version() -> str:
    """Return the version of youten; called on a worker."""
    return __version__


def _check(client: Any, lang: str) -> None:
    for found in client.run(version).values():
        if found != __version__:
            raise problem("other_version", lang, what=found, found=__version__)


def _run(client: Any, source: Iterator[list[Record]], settings: Settings) -> Iterator[RecordAnswer]:
    from distributed import CancelledError, KilledWorker

    collector = Collector()
    under_way: deque[tuple[Any, Task]] = deque()

    def submit(task: Task) -> tuple[Any, Task]:
        return client.submit(answer_chunk, task.records, settings, pure=False), task

    try:
        dry = False
        while True:
            while not dry and collector.pending < AHEAD * max(sum(client.nthreads().values()), 1):
                chunk = next(source, None)
                dry = chunk is None
                if chunk is not None:
                    under_way.append(submit(collector.open(chunk)))
            if not under_way:
                return
            # The oldest first, since answers are yielded in order.
            future, task = under_way.popleft()
            try:
                collector.put(task, future.result())
            except KilledWorker:  # several workers died, one after the other
                tasks, blame = retry(task, settings)
                under_way.extendleft(map(submit, reversed(tasks)))
                if blame:
                    collector.put(task, [blame])
            yield from collector.leaving()
    except (OSError, CancelledError) as error:
        what = type(error).__name__
        raise problem("lost_scheduler", settings.options.lang, what=what) from error
