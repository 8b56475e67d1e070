"""Calibration: maps a score to the share of right answers."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

Knots = list[tuple[float, float]]


def fit(observed: Iterable[tuple[float, bool]], most: int = 12) -> Knots:
    """Return rising knots (number, share right): isotonic regression over ``most`` bins of equal size.

    Pool-adjacent-violators (Ayer et al. 1955). The counts are smoothed by one right and one wrong answer.
    """
    ordered = sorted(observed)
    pools: list[tuple[float, int, int]] = []  # sum of the numbers, right ones, how many
    for begin in range(most):
        part = ordered[begin * len(ordered) // most : (begin + 1) * len(ordered) // most]
        if not part:
            continue
        pools.append((fsum(number for number, _ in part), sum(right for _, right in part), len(part)))
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            (a, b, c), (d, e, f) = pools.pop(), pools.pop()
            pools.append((a + d, b + e, c + f))
    knots = [(round(total / count, 4), round((right + 1) / (count + 2), 4)) for total, right, count in pools]
    return [(0.0, 0.0), *knots, (1.0001, knots[-1][1])] if knots else [(0.0, 0.0), (1.0, 1.0)]
