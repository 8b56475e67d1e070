"""Selection: which of the best variants make the best summary together.

The value of a set is the sum of its scores, less redundancy, less a price for going beyond the soft length
budget. The search is exact over the shortlist (branch and bound over at most 2**14 sets) for every number of
sentences from 1 to 10, save that other numbers than three give up to ``NESTING`` to hold the box of three;
it says nothing about variants that did not make the shortlist.
Source: McDonald, A Study of Global Inference Algorithms in Multi-Document Summarization (2007).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, combinations
from math import fsum
from typing import NamedTuple

BOX = 3  # sentences of the box; this choice is always the exact one
SHORTLIST = 14  # variants; 20 or 30 take in weak short ones and change ROUGE-1 by -0.1
REDUNDANCY = 0.3  # per pair and cosine; measured best of 0 (-0.8), .15 (-0.3), .3, .5 (-0.1)
# The soft budget of a box of three grows with the article: what a long text has to say takes more room, and a
# box half as long as its article is none. Measured against a fixed 150: ROUGE-1 +0.9.
LEAST_BUDGET = 50  # characters of three sentences, however short the article
BUDGET_SHARE = 0.06  # of the article's characters on top of it
MOST_BUDGET = 200
# What 50 characters beyond the budget cost; .3: ROUGE-1 +0.1, +2 characters, .5: -0.3, -4 characters.
OVERLENGTH = 0.35
# A box of three stays within 150 characters unless there is a reason, and then it costs this to go beyond
# them at all; a longer text than the second figure has a reason (that exception alone is worth 0.5 ROUGE-1).
CEILING = 150
LONG_ARTICLE = 2000  # characters; beyond it the ceiling rises by 10 for every 100
CEILING_RISE = 0.1
OVERRUN = 0.3
# What a place costs that stays empty under a hard limit: more than a redundant sentence loses, so that an
# empty place needs a reason.
EMPTY_PLACE = 0.3
# What a longer summary may lose in value to hold the shorter one; a sentence is worth 0..1.
NESTING = 0.02
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
    article_chars: int,
    max_chars: int | None = None,
) -> tuple[int, ...]:
    """Choose from at most ``SHORTLIST`` variants in document order; gives indices in document order.

    Without ``max_chars`` exactly ``sentences`` are chosen (all groups, where there are fewer). With it, their
    lengths sum to no more than that, and places may stay empty; the result is empty where no variant fits.
    ``article_chars``, the length of the body, sets the budget.
    ``similarity`` compares two term vectors, 0..1.
    """
    cosines = [
        [similarity(later.terms, earlier.terms) for earlier in variants[:index]]
        for index, later in enumerate(variants)
    ]

    def best(count: int) -> _Search:
        search = _Search(variants, cosines, count, max_chars, budget_for(count, article_chars))
        search.run(0, (), 0.0, 0)
        return search

    exact = best(sentences)
    if max_chars is not None or sentences == BOX or exact.wanted < sentences:
        return exact.best
    return _nested(exact, best)


def _nested(exact: _Search, best: Callable[[int], _Search]) -> tuple[int, ...]:
    """Grow the box of three sentence by sentence, or thin it, wherever that costs next to nothing."""
    chosen = best(BOX).best
    if exact.wanted < BOX:
        sets = list(combinations(chosen, exact.wanted))
        return _dearest(exact, sets) or exact.best
    for count in range(BOX + 1, exact.wanted + 1):
        search = exact if count == exact.wanted else best(count)
        groups = {search.variants[index].group for index in chosen}
        more = [i for i, variant in enumerate(search.variants) if variant.group not in groups]
        chosen = _dearest(search, [tuple(sorted((*chosen, i))) for i in more]) or search.best
    return chosen


def _dearest(search: _Search, sets: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Give the best of the sets if it is as good as the best of all; else none."""
    values = [search.value_of(chosen) for chosen in sets]
    highest = max(values, default=float("-inf"))
    return sets[values.index(highest)] if highest >= search.best_value - NESTING else ()


class Budget(NamedTuple):
    """How many characters a summary should have: more than ``soft`` cost, past ``ceiling`` at once more."""

    soft: float
    ceiling: float


def budget_for(sentences: int, article_chars: int) -> Budget:
    """Give the budget of so many sentences (1..10) of an article of that length (characters of body)."""
    soft = min(MOST_BUDGET, LEAST_BUDGET + BUDGET_SHARE * article_chars)
    ceiling = CEILING + CEILING_RISE * max(0, article_chars - LONG_ARTICLE)
    return Budget(soft * sentences / BOX, ceiling * sentences / BOX)


def redundancy_for(sentences: int) -> float:
    """Give the price per pair and cosine; in a longer summary each sentence meets more others."""
    return REDUNDANCY * 2 / max(2, sentences - 1)


class _Search:
    """One branch-and-bound run; ``best`` is the set found, as indices into the variants."""

    def __init__(
        self,
        variants: Sequence[Variant],
        cosines: Sequence[Sequence[float]],
        sentences: int,
        max_chars: int | None,
        budget: Budget,
    ) -> None:
        self.variants = variants
        self.cosines = cosines  # [later][earlier]
        self.wanted = min(sentences, len({variant.group for variant in variants}))
        self.budget = budget
        self.redundancy = redundancy_for(sentences)
        self.hard = max_chars
        self.best: tuple[int, ...] = ()
        self.best_value = float("-inf")
        # [start][places]: no set of so many variants from start on can add more score, or fewer characters
        self.most = [_sums(-max(0.0, v.score) for v in variants[start:]) for start in range(len(variants))]
        self.least = [_sums(v.length for v in variants[start:]) for start in range(len(variants))]

    def value(self, gain: float, length: int, places: int) -> float:
        """Value a set by its scores less redundancy (``gain``), its characters, and its empty places."""
        beyond = OVERLENGTH * max(0.0, length - self.budget.soft) / 50
        if length > self.budget.ceiling:
            beyond += OVERRUN
        return round(gain - beyond - EMPTY_PLACE * places, DIGITS)

    def value_of(self, chosen: tuple[int, ...]) -> float:
        """Value a full set."""
        pairs = fsum(self.cosines[later][earlier] for earlier, later in combinations(chosen, 2))
        gain = fsum(self.variants[index].score for index in chosen) - self.redundancy * pairs
        return self.value(gain, sum(self.variants[index].length for index in chosen), 0)

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
            self.run(index + 1, (*chosen, index), gain + variant.score - self.redundancy * redundancy, total)


def _sums(values: Iterable[float]) -> list[float]:
    """Give the smallest sums of 0, 1, 2, ... of the values."""
    return [0.0, *accumulate(sorted(values))]
