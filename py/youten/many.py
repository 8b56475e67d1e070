"""Many articles at once, in several processes: for Python programs that hold their articles in memory.

Leaves files, resuming and faulty records to ``batch``.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from typing import TypeVar

from youten.messages import message
from youten.model import Summary, YoutenError
from youten.options import DEFAULT, Options, check_options
from youten.pipeline import summarize

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 8  # items for each process that are handed out before their turn


def summarize_many(
    texts: Iterable[str], *, options: Options = DEFAULT, jobs: int | None = None
) -> Iterator[Summary]:
    """Yield the summaries of ``texts`` in their order, read ahead by a few texts only.

    ``jobs`` processes do the work; None: one per core, 1: none besides this one. ``YoutenError``
    ("bad_option") at once, "bad_request" at a text that is none.
    """
    check_options(options)
    if jobs is not None and (type(jobs) is not int or jobs < 1):
        raise YoutenError(
            "bad_option", message("bad_option", options.lang, what="jobs >= 1", given=repr(jobs))
        )
    return in_order(partial(_summarize, options), texts, jobs or os.cpu_count() or 1)


def _summarize(options: Options, text: str) -> Summary:
    return summarize(text, options=options)


def in_order(function: Callable[[T], R], items: Iterable[T], processes: int) -> Iterator[R]:
    """Yield ``function`` of each item in order, by several processes unless ``processes`` is 1."""
    if processes == 1:
        yield from map(function, items)
        return
    left = iter(items)
    with ProcessPoolExecutor(processes) as pool:
        waiting: deque[Future[R]] = deque()
        try:
            waiting += [pool.submit(function, item) for item in islice(left, processes * AHEAD)]
            while waiting:
                first = waiting.popleft()
                waiting += [pool.submit(function, item) for item in islice(left, 1)]
                yield first.result()
        finally:
            for future in waiting:  # the caller wants no more
                future.cancel()
