"""What is measured of an engine, how many measurements become one figure, and figures a table."""

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
    """One visit. Times in ms, sizes in bytes."""

    ready: float
    bytes: int
    memory: int
    tokenize: list[float]  # the article, warm, each time with another character
    interactive: NotRequired[float]  # from here on ours alone
    summary: NotRequired[list[float]]  # the whole pipeline, in the worker
    shown: NotRequired[list[float]]  # from the paste to the drawn box
    phases: NotRequired[dict[str, float]]
    compiled: NotRequired[float]  # the floor's page alone


class Engine(TypedDict):
    """All visits of one engine: each second one follows the first one of the same place, on its profile."""

    first: list[Visit]
    second: list[Visit]


# Name -> what one part of the benchmark found out; see ``report`` for the shapes.
Results = dict[str, Any]


def median(values: Sequence[float]) -> float:
    """Median."""
    return statistics.median(values)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Median with smallest and largest, where these differ."""
    middle, low, high = (f"{value:,.{digits}f}" for value in (median(values), min(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def of(visits: Sequence[Visit], key: str) -> list[float]:
    """One figure of several visits; of a list in each visit, its median."""
    values = [visit[key] for visit in visits]  # type: ignore[literal-required]
    return [median(value) if isinstance(value, list) else float(value) for value in values]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Markdown table and an empty line."""
    return [
        f"| {' | '.join(head)} |",
        "|---" + "|--:" * (len(head) - 1) + "|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
