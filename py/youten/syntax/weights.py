"""Reads the learned weights from their file.

The file is gzip of a line of JSON and then the parts that the line names. A table of weights has two parts:
the gaps between the places with a weight, and the weights, one signed byte each. A gap of 255 with weight 0
is part of a longer gap. ``data/README.md`` describes what the weights were learned from.
"""

from __future__ import annotations

import json
import os
import zlib
from functools import cache
from itertools import accumulate, pairwise
from operator import mul
from typing import Any, NamedTuple

FOLDER = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - no pathlib in the browser
PARSER = "parser.bin.gz"
LONGEST_GAP = 255
# Scores that are lower than the best by more do not change a probability.
POWERS = 400

Table = bytes  # hash of a feature -> weight + ZERO, in 1 / scale nats; signed bytes are slower to get at
ZERO = 128


class Weights(NamedTuple):
    """The learned parameters of the parser."""

    boundaries: Table
    heads: Table
    subject: Table
    powers: tuple[float, ...]  # factor of the probability for a score that is lower by the index
    arcs: tuple[tuple[float, float], ...]  # probability by the model -> share that is right
    extents: tuple[tuple[float, float], ...]  # the least sure of the arcs that settle one -> the same
    subjects: tuple[tuple[float, float], ...]


@cache
def parser() -> Weights:
    """Return the weights of the package; loaded once, when first needed."""
    loader: Any = __loader__  # type: ignore[name-defined]
    return decode(loader.get_data(os.path.join(FOLDER, PARSER)))  # noqa: PTH118


def decode(data: bytes) -> Weights:
    """Return the weights from the bytes of a file."""
    raw = zlib.decompress(data, wbits=31)
    line, _, rest = raw.partition(b"\n")
    head = json.loads(line)
    ends = list(accumulate(head["parts"], initial=0))
    parts = [rest[a:b] for a, b in pairwise(ends)]
    tables = [
        _table(gaps, weights, bits)
        for gaps, weights, bits in zip(parts[::2], parts[1::2], head["bits"], strict=True)
    ]
    knots = {
        name: tuple((raw, share) for raw, share in head[name]) for name in ("arcs", "extents", "subjects")
    }
    # Multiplication gives the same numbers everywhere; exp() does not.
    powers = tuple(accumulate([head["ratio"]] * POWERS, mul, initial=1.0))
    return Weights(tables[0], tables[1], tables[2], powers, **knots)


def _table(gaps: bytes, weights: bytes, bits: int) -> Table:
    table = bytearray([ZERO]) * (1 << bits)
    for place, weight in zip(accumulate(gaps), weights, strict=True):
        table[place] = weight
    return bytes(table)


def share(knots: tuple[tuple[float, float], ...], raw: float) -> float:
    """Return the value of ``knots`` at a number, by linear interpolation; rounded, 0..1."""
    low, low_share = knots[0]
    for high, high_share in knots[1:]:
        if raw < high:
            return round(low_share + (high_share - low_share) * (raw - low) / (high - low), 4)
        low, low_share = high, high_share
    return low_share


def likelihood(score: int, powers: tuple[float, ...]) -> float:
    """Return the probability of yes for the score of yes, 0..1: the logistic function."""
    power = powers[min(abs(score), len(powers) - 1)]
    return 1 / (1 + power) if score >= 0 else power / (1 + power)
