"""Work in steps: a generator yields between its steps and returns its result.

A caller with one thread can do other things between the steps; a caller that waits uses ``drain``.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def drain(steps: Generator[object, None, Result]) -> Result:
    """Run all steps and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
