"""How a sentence may be shown: a handful of variants from whole to short, each with what it is worth.

A semi-Markov model gives each span the probability that an editor would cut it, and each character the
probability that it stays. A variant keeps what is more probable than a limit; there are several limits.
The weights are in ``data/weights.json``, thousandths of a log-odds; ``data/README.md`` has their figures and
licence.
Source: Sarawagi and Cohen, Semi-Markov Conditional Random Fields (2004); minimum expected loss decoding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp
from typing import NamedTuple

from youten.learned import path, table
from youten.writing.shorten.features import Surroundings, features
from youten.writing.shorten.spans import Span, spans
from youten.writing.shorten.view import View

FILE = path(__file__)
UNIT = 0.001
# How probable it must be that an editor would cut a character; the last ones for a box that is short of room.
LIMITS = (0.6, 0.5, 0.4, 0.3, 0.2)
CUT_COST = 0.05  # characters; of two ways that differ in nothing else the one with fewer cuts
DIGITS = 6  # decimals of a probability that count; C libraries differ in the last bit of an exponential


class Variant(NamedTuple):
    """One way to show a sentence."""

    cuts: tuple[tuple[int, int, str], ...]  # start, end (offsets of the sentence's text), rule
    quality: float  # 0..1: expected agreement (F1 of characters) with what an editor would keep


def weights() -> Mapping[str, int]:
    """Return the weights; features without one weigh nothing."""
    return table(__file__)


def scores(view: View, found: Sequence[Span], around: Surroundings, table: Mapping[str, int]) -> list[float]:
    """Return the log-odds of each span."""
    known = table.get
    return [UNIT * sum(known(name, 0) for name in features(view, span, around)) for span in found]


def optional(found: Sequence[Span], always: Sequence[tuple[int, int, str]]) -> list[Span]:
    """Return the spans that are apart from what is always cut, or hold more than it.

    What is always cut is no choice: as a span it would take its probability from those around it.
    """
    return [
        s
        for s in found
        if all(
            s.end <= a or b <= s.start or (s.start <= a <= b <= s.end and s[:2] != (a, b))
            for a, b, _ in always
        )
    ]


def variants(
    view: View,
    always: Sequence[tuple[int, int, str]],
    around: Surroundings,
    table: Mapping[str, int] | None = None,
    limits: Sequence[float] = LIMITS,
) -> list[Variant]:
    """Return the ways to show a sentence without duplicates, the one with only ``always`` cut first."""
    size = len(view.text)
    found = optional(spans(view), always)
    kept = _kept(size, found, scores(view, found, around, weights() if table is None else table))
    shown = [1.0] * size
    for start, end, _ in always:
        shown[start:end] = kept[start:end] = [0.0] * (end - start)
    total = [0.0, *accumulate(kept)]
    expected = total[-1]
    result: dict[tuple[tuple[int, int, str], ...], Variant] = {}
    for limit in (1.0, *limits):
        sums = [0.0, *accumulate(x * (1 - limit) - p for x, p in zip(shown, kept, strict=True))]
        gains = [sums[b] - sums[a] - CUT_COST for a, b, *_ in found]
        chosen = [found[i][:3] for i in _best(size, found, gains)] if limit < 1 else []
        cuts = tuple(sorted([*(f for f in always if not any(a <= f[0] < b for a, b, _ in chosen)), *chosen]))
        if cuts not in result:
            inside = expected - sum(total[b] - total[a] for a, b, _ in cuts)
            left = size - sum(b - a for a, b, _ in cuts)
            result[cuts] = Variant(cuts, round(2 * inside / (left + expected), DIGITS) if left else 0.0)
    return list(result.values())


def _kept(size: int, found: Sequence[Span], odds: Sequence[float]) -> list[float]:
    """Return for each character the probability that it stays, by the forward and backward sums."""
    ahead, behind = _sums(size, found, odds), _sums(size, _mirrored(size, found), odds)
    total = ahead[size] or 1.0
    change = [0.0] * (size + 1)
    for (start, end, *_), odd in zip(found, odds, strict=True):
        p = ahead[start] * exp(odd) * behind[size - end] / total
        change[start] += p
        change[end] -= p
    return [round(1 - gone, DIGITS) for gone in list(accumulate(change))[:size]]


def _mirrored(size: int, found: Sequence[Span]) -> list[Span]:
    return [Span(size - s.end, size - s.start, s.family, s.last, s.first) for s in found]


def _sums(size: int, found: Sequence[Span], odds: Sequence[float]) -> list[float]:
    """Return for each place the sum over all ways to cut the text before it."""
    ending: dict[int, list[tuple[int, float]]] = {}
    for span, odd in zip(found, odds, strict=True):
        ending.setdefault(span.end, []).append((span.start, exp(odd)))
    sums = [1.0] * (size + 1)
    for place in range(1, size + 1):
        sums[place] = sums[place - 1] + sum(sums[start] * odd for start, odd in ending.get(place, ()))
    return sums


def _best(size: int, found: Sequence[Span], gains: Sequence[float]) -> list[int]:
    """Return the indexes of the disjoint spans with the largest total gain."""
    ending: dict[int, list[int]] = {}
    for i, span in enumerate(found):
        ending.setdefault(span.end, []).append(i)
    best, back = [0.0] * (size + 1), [-1] * (size + 1)
    for place in range(1, size + 1):
        best[place] = best[place - 1]
        for i in ending.get(place, ()):
            value = best[found[i].start] + gains[i]
            if value > best[place]:
                best[place], back[place] = value, i
    chosen, place = [], size
    while place:
        i = back[place]
        if i < 0:
            place -= 1
        else:
            chosen.append(i)
            place = found[i].start
    return chosen
