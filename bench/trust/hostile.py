"""Measures how fast CPython reads each family of hostile texts: processor time, medians."""

from __future__ import annotations

import statistics
import time
from typing import NamedTuple

from tests.hostile.answers import ask
from tests.hostile.corpus import FAMILIES, corpus, well_formed

from youten.bridge import Bridge
from youten.morphology import default_analyzer

RUNS = 3
# Every call has a fixed cost, which would dominate on a few characters.
LEAST = 100  # characters of a text that counts


class Rate(NamedTuple):
    """The result of one family."""

    family: str
    texts: int
    chars: int
    rate: float  # characters per second


def rates() -> list[Rate]:
    """Return the rates, slowest first."""
    bridge = Bridge(default_analyzer())
    found = []
    for family in FAMILIES:
        texts = [well_formed(text) for name, text in corpus() if name.startswith(f"{family}/")]
        texts = [text for text in texts if len(text) >= LEAST]
        if not texts:
            continue
        times = []
        for _ in range(RUNS):
            begin = time.process_time()
            for text in texts:
                ask(bridge, text)
            times.append(time.process_time() - begin)
        chars = sum(map(len, texts))
        found.append(Rate(family, len(texts), chars, chars / statistics.median(times)))
    return sorted(found, key=lambda rate: rate.rate)
