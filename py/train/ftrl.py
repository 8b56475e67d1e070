"""Log-linear choice among candidates, learned online with sparse weights.

FTRL-Proximal with L1 (McMahan et al. 2013, "Ad click prediction: a view from the trenches"), in batches. A
feature is an index of a hashed table; a candidate's score is the sum of the weights of its features.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

BETA = 1.0
NOTHING = 0  # a place whose weight stays 0: for candidates without features


class Settings(NamedTuple):
    """The parameters of learning."""

    bits: int  # the table has 2 ** bits places
    l1: float
    alpha: float = 0.1  # rate of learning
    epochs: int = 3
    batch: int = 64  # decisions


class Decisions:
    """Training examples: the features of every candidate, and the index of the right one."""

    def __init__(self) -> None:
        self.keys = array("i")  # of all candidates, as many of each
        self.sizes = array("i")  # candidates of each decision
        self.right = array("i")
        self.weights = array("d")

    def add(self, candidates: Sequence[Sequence[int]], right: int, weight: float = 1.0) -> None:
        """Add a decision."""
        for keys in candidates:
            self.keys.extend(keys)
        self.sizes.append(len(candidates))
        self.right.append(right)
        self.weights.append(weight)


def learn(decisions: Decisions, settings: Settings) -> np.ndarray:
    """Return the table of weights."""
    features = np.frombuffer(decisions.keys, dtype=np.int32).reshape(sum(decisions.sizes), -1)
    sizes = np.array(decisions.sizes, dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.array(decisions.right, dtype=np.int64)
    weights = np.array(decisions.weights)
    learner = _Learner(settings)
    order = np.random.Generator(np.random.PCG64(1))
    for _ in range(settings.epochs):
        shuffled = order.permutation(len(sizes))
        for begin in range(0, len(shuffled), settings.batch):
            chosen = shuffled[begin : begin + settings.batch]
            count = sizes[chosen]
            first = np.cumsum(count) - count
            rows = np.repeat(starts[chosen] - first, count) + np.arange(count.sum())
            learner.step(features[rows], count, first, first + right[chosen], weights[chosen])
    return learner.table


class _Learner:
    def __init__(self, settings: Settings) -> None:
        size = 1 << settings.bits
        self.table = np.zeros(size)
        self._settings = settings
        self._gradients = np.zeros(size)  # accumulated, and shifted as FTRL does
        self._squares = np.zeros(size)
        self._sum = np.zeros(size)  # scratch
        self._place: np.ndarray = np.zeros(size, dtype=np.int64)  # scratch

    def step(
        self, keys: np.ndarray, count: np.ndarray, first: np.ndarray, right: np.ndarray, weights: np.ndarray
    ) -> None:
        """Learn from one batch: rows of ``keys`` are candidates, ``count`` of them per decision."""
        scores = self.table[keys].sum(axis=1)
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, first), count))
        wrong = raised / np.repeat(np.add.reduceat(raised, first), count)
        wrong[right] -= 1.0
        wrong *= np.repeat(weights, count)
        flat = keys.ravel()
        numbers = np.arange(len(flat))
        self._place[flat] = numbers
        places = flat[self._place[flat] == numbers]  # each once
        np.add.at(self._sum, flat, np.repeat(wrong, keys.shape[1]))
        gradient = self._sum[places]
        self._sum[places] = 0.0
        moved = (np.abs(gradient) > 1e-9) & (places != NOTHING)
        self._update(places[moved], gradient[moved])

    def _update(self, places: np.ndarray, gradient: np.ndarray) -> None:
        alpha, l1 = self._settings.alpha, self._settings.l1
        before = self._squares[places]
        after = before + gradient * gradient
        shift = (np.sqrt(after) - np.sqrt(before)) / alpha
        total = self._gradients[places] + gradient - shift * self.table[places]
        self._gradients[places] = total
        self._squares[places] = after
        kept = np.abs(total) > l1
        self.table[places] = np.where(
            kept, (np.sign(total) * l1 - total) / ((BETA + np.sqrt(after)) / alpha), 0.0
        )
