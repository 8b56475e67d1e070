"""The values measured for an engine, and functions that turn measurements into figures and tables."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import Any, NotRequired, TypedDict

MEGABYTE = 1_000_000
MEBIBYTE = 2**20
NAMES = {
    "youten": "**youten**",
    "lindera": "lindera-wasm-ipadic 1.0.0",
    "kuromoji": "kuromoji 0.1.2",
    "patdx": "@patdx/kuromoji 1.0.4",
    "stock": "stock Janome in Pyodide",
}


class Visit(TypedDict):
    """One visit. Times are in ms, sizes in bytes."""

    ready: float
    bytes: int
    memory: int
    tokenize: list[float]  # the article, warm, each time with another character
    interactive: NotRequired[float]  # this and the following: youten only
    summary: NotRequired[list[float]]  # the whole pipeline, in the worker
    shown: NotRequired[list[float]]  # from the paste to the drawn box
    phases: NotRequired[dict[str, float]]
    compiled: NotRequired[float]  # the floor's page only


class Engine(TypedDict):
    """All visits of one engine; each second visit uses the profile of the first visit at the same index."""

    first: list[Visit]
    second: list[Visit]


# Name -> results of one part of the benchmark; see ``report`` for the shapes.
Results = dict[str, Any]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Return the median as text, with the smallest and largest value if they differ."""
    middle, low, high = (f"{value:,.{digits}f}" for value in (median(values), min(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def of(visits: Sequence[Visit], key: str) -> list[float]:
    """Return one figure of several visits; where it is a list in each visit, its median."""
    values = [visit[key] for visit in visits]  # type: ignore[literal-required]
    return [median(value) if isinstance(value, list) else float(value) for value in values]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a Markdown table followed by an empty line."""
    return [
        f"| {' | '.join(head)} |",
        "|---" + "|--:" * (len(head) - 1) + "|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
