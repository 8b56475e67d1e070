"""Selection: which of the best variants make the best summary together.

The value of a set is the sum of its scores, less redundancy, less a price for going beyond the soft length
budget. The search is exact over the shortlist (branch and bound over at most 2**14 sets), for every number
of sentences from 1 to 10; it says nothing about variants that did not make the shortlist.
Source: McDonald, A Study of Global Inference Algorithms in Multi-Document Summarization (2007).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

SHORTLIST = 14  # variants; 20 or 30 take in weak short ones and change ROUGE-1 by -0.1
REDUNDANCY = 0.3  # per pair and cosine; measured best of 0 (-0.8), .15 (-0.3), .3, .5 (-0.1)
# The soft budget of a box of three grows with the article: what a long text has to say takes more room, and a
# box half as long as its article is none. Measured against a fixed 150: ROUGE-1 +0.9, mean length -2.
LEAST_BUDGET = 50  # characters of three sentences, however short the article
BUDGET_SHARE = 0.06  # of the article's characters on top of it
MOST_BUDGET = 200
# What 50 characters beyond the budget cost. At .8: -8 characters and -0.8 ROUGE-1. A fixed price for going
# beyond it at all threw out the two opening sentences of which many texts are the best summary (-0.7).
OVERLENGTH = 0.5
# What a place costs that stays empty under a hard limit: more than a redundant sentence loses, so that an
# empty place needs a reason.
EMPTY_PLACE = 0.3
DIGITS = 9  # decimals of a value that count; below that, sets are equal and the earlier one wins


class Variant(NamedTuple):
    """One way to show one sentence."""

    group: int  # the sentence; at most one variant of each is chosen. In document order
    score: float
    length: int  # characters as shown
    terms: Mapping[str, float]  # term -> weight


def select(
    variants: Sequence[Variant],
    similarity: Callable[[Mapping[str, float], Mapping[str, float]], float],
    sentences: int,
    budget: float,
    max_chars: int | None = None,
) -> tuple[int, ...]:
    """Choose from at most ``SHORTLIST`` variants in document order; gives indices in document order.

    Without ``max_chars`` exactly ``sentences`` are chosen (all groups, where there are fewer). With it, their
    lengths sum to no more than that, and places may stay empty; the result is empty where no variant fits.
    ``budget`` is the soft one (characters, see ``soft_budget``).
    ``similarity`` compares two term vectors, 0..1.
    """
    cosines = [
        [similarity(later.terms, earlier.terms) for earlier in variants[:index]]
        for index, later in enumerate(variants)
    ]
    search = _Search(variants, cosines, sentences, max_chars, budget)
    search.run(0, (), 0.0, 0)
    return search.best


def soft_budget(sentences: int, article_chars: int) -> float:
    """Give the characters that so many sentences (1..10) of such an article should not exceed much."""
    return min(MOST_BUDGET, LEAST_BUDGET + BUDGET_SHARE * article_chars) * sentences / 3


class _Search:
    """One branch-and-bound run; ``best`` is the set found, as indices into the variants."""

    def __init__(
        self,
        variants: Sequence[Variant],
        cosines: Sequence[Sequence[float]],
        sentences: int,
        max_chars: int | None,
        soft: float,
    ) -> None:
        self.variants = variants
        self.cosines = cosines  # [later][earlier]
        self.wanted = min(sentences, len({variant.group for variant in variants}))
        self.soft = soft
        self.hard = max_chars
        self.best: tuple[int, ...] = ()
        self.best_value = float("-inf")
        # [start][places]: no set of so many variants from start on can add more score, or fewer characters
        self.most = [_sums(-max(0.0, v.score) for v in variants[start:]) for start in range(len(variants))]
        self.least = [_sums(v.length for v in variants[start:]) for start in range(len(variants))]

    def value(self, gain: float, length: int, places: int) -> float:
        """Value a set by its scores less redundancy (``gain``), its characters, and its empty places."""
        over = length - self.soft
        beyond = OVERLENGTH * over / 50 if over > 0 else 0.0
        return round(gain - beyond - EMPTY_PLACE * places, DIGITS)

    def bound(self, start: int, gain: float, length: int, places: int) -> float:
        """Give a value that no extension by variants from ``start`` on exceeds."""
        left = len(self.variants) - start
        if self.hard is not None:  # places may stay empty
            return self.value(gain - self.most[start][min(places, left)], length, 0)
        if left < places:
            return float("-inf")
        return self.value(gain - self.most[start][places], length + int(self.least[start][places]), 0)

    def run(self, start: int, chosen: tuple[int, ...], gain: float, length: int) -> None:
        """Extend ``chosen`` by variants from ``start`` on, in document order, and keep the best set."""
        places = self.wanted - len(chosen)
        if chosen and (places == 0 or self.hard is not None):
            value = self.value(gain, length, places)
            if value > self.best_value:
                self.best, self.best_value = chosen, value
        if places == 0:
            return
        for index in range(start, len(self.variants)):
            variant = self.variants[index]
            if self.bound(index, gain, length, places) < self.best_value:
                return
            total = length + variant.length
            if self.hard is not None and total > self.hard:
                continue
            if any(self.variants[earlier].group == variant.group for earlier in chosen):
                continue
            redundancy = sum(self.cosines[index][earlier] for earlier in chosen)
            self.run(index + 1, (*chosen, index), gain + variant.score - REDUNDANCY * redundancy, total)


def _sums(values: Iterable[float]) -> list[float]:
    """Give the smallest sums of 0, 1, 2, ... of the values."""
    return [0.0, *accumulate(sorted(values))]
