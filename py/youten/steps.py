"""Work in steps: a generator yields between two steps and returns its result.

So a caller with one thread can do other things in between, and a caller that waits drains it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def drain(steps: Generator[object, None, Result]) -> Result:
    """Do all steps at once; return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
