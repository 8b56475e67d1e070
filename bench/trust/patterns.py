"""Measures how the time of every regular expression grows on repetitive texts, in the way it is used.

Finds the compiled patterns in all modules, so a new pattern is measured without being listed.
"""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.hostile.corpus import BOMBS

import youten

# Characters; the growth is the ratio of the second to the first. Quadratic growth would be 16 times.
SIZES = (2_000, 8_000)
# Seconds; a pattern that takes less on the larger text is no danger at any growth.
NEGLIGIBLE = 0.004
RUNS = 3


class Growth(NamedTuple):
    """The growth of one pattern on its worst text."""

    module: str
    name: str
    unit: str
    seconds: float  # for the larger text
    ratio: float  # to the smaller one, a quarter as long


def patterns() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Yield (module, name, pattern) for all named patterns of a module, also in containers."""
    for info in pkgutil.walk_packages(youten.__path__, "youten."):
        if info.name.endswith("__main__") or ".plugins" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            values = value.values() if isinstance(value, dict) else value
            several = values if isinstance(values, (list, tuple, set, frozenset)) else [value]
            for one in several:
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    yield info.name, name, one


def methods(module: str, name: str) -> set[str]:
    """Return how the module uses the pattern; if unknown, it is assumed to be matched from the beginning."""
    source = Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8")
    use = rf"\b{re.escape(name)}\b\.(search|match|fullmatch|finditer|findall|subn?|split)\("
    used = set(re.findall(use, source))
    return used or {"match", "fullmatch"}


def took(pattern: re.Pattern[str], method: str, text: str) -> float:
    """Return the processor seconds of one use on a whole text, the best of a few."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        if method in ("sub", "subn"):
            pattern.sub("", text)
        else:
            found = getattr(pattern, method)(text)
            if method == "finditer":
                list(found)
        times.append(time.process_time() - begin)
    return min(times)


def growths() -> list[Growth]:
    """Return the worst text of every pattern whose time is not negligible, worst pattern first."""
    found: dict[str, Growth] = {}
    for module, name, pattern in patterns():
        for method, (unit, end) in itertools.product(sorted(methods(module, name)), BOMBS):
            small, large = (took(pattern, method, unit * (size // len(unit)) + end) for size in SIZES)
            if large < NEGLIGIBLE:
                continue
            growth = Growth(module, f"{name}.{method}", unit, large, large / max(small, 1e-6))
            if pattern.pattern not in found or found[pattern.pattern].seconds < large:
                found[pattern.pattern] = growth
    return sorted(found.values(), key=lambda growth: -growth.ratio)
