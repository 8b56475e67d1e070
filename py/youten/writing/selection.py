"""Selection: which sentences, each in which of its variants, make the best box together.

The value of a set is the sum of its worths and of what it tells of the headline, less redundancy, less a
price for its length, for empty places and for a first line that names no subject. No set is longer than its
limit. For up to three sentences the search is exact over the shortlist (branch and bound). More sentences are
added to the box of three one by one, so that a longer summary holds the shorter one.
Source: McDonald, A Study of Global Inference Algorithms in Multi-Document Summarization (2007).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from youten.ranking import cosine

BOX = 3  # sentences
# Characters of a box of three; other numbers in proportion. Length costs nothing up to FREE, then each
# character has its price, in grades, and nothing is longer than LONGEST. So boxes have an editor's length on
# the average, and one that needs a few characters more for its third line has them.
FREE = 80
LONGEST = 143
CHARACTER = 0.018
SHORTLIST = 10  # sentences that are shortened and compared; twelve make no better boxes and take longer
REDUNDANCY = 0.15  # of a grade, per pair and cosine
# What empty places cost, in grades. A last line that is worth less is not shown for the sake of three; where
# there is little to choose from, grades say little and three lines are shown if they fit.
EMPTY_PLACE = 2.5
LAST_PLACE = 1.3
FEW = 8  # sentences
# What it is worth to tell of all that the headline names, in grades; of a part of it, that share.
HEADLINE = 1.65
NO_SUBJECT = 0.3  # of a grade, for a first line of which nobody knows whom it is about
DIGITS = 6  # decimals of a value that count; below that, sets are equal and the earlier one wins


class Variant(NamedTuple):
    """One way to show one sentence."""

    group: int  # the sentence; at most one variant of each is chosen. In document order
    worth: float  # grades
    length: int  # characters as shown
    terms: Mapping[str, float]  # term -> weight
    subject: bool = True  # it names what it is about
    told: frozenset[str] = frozenset()  # words of the headline in it


def limit_for(sentences: int, max_chars: int | None) -> int:
    """Return the number of characters that so many sentences (1..10) may have."""
    return LONGEST * sentences // BOX if max_chars is None else max_chars


def select(variants: Sequence[Variant], sentences: int, max_chars: int | None = None) -> tuple[int, ...]:
    """Choose from variants in document order; return indexes in document order.

    At most ``sentences`` (1..10) are chosen, together no longer than ``max_chars`` or the usual limit. Where
    not even one fits the usual limit, the shortest is chosen; where none fits ``max_chars``, none. A limit
    that was asked for may be filled: then length costs nothing.
    """
    if not variants:
        return ()
    limit = limit_for(sentences, max_chars)
    if max_chars is None:
        limit = max(limit, min(variant.length for variant in variants))
    places = min(sentences, BOX)
    search = _Search(variants)
    most = limit if sentences <= BOX else min(limit, limit_for(BOX, None))
    chosen = search.best(places, most, FREE * places // BOX if max_chars is None else most)
    for count in range(BOX + 1, sentences + 1):
        chosen = search.longer(chosen, limit if max_chars is not None else limit_for(count, None))
    return chosen


class _Search:
    """The search for the best set among variants."""

    def __init__(self, variants: Sequence[Variant]) -> None:
        self.variants = variants
        self._last = LAST_PLACE if len({v.group for v in variants}) > FEW else EMPTY_PLACE
        self._cosines: dict[tuple[int, int], float] = {}
        self._named = len(frozenset().union(*(v.told for v in variants)))
        self._word = HEADLINE / self._named if self._named else 0.0  # what one word of the headline is worth
        # [i]: the most that one more variant from i on can add
        self._most = [
            max(0.0, max((v.worth for v in variants[i:]), default=0.0)) for i in range(len(variants) + 1)
        ]

    def best(self, places: int, limit: int, free: int) -> tuple[int, ...]:
        """Return the best set of at most ``places`` variants; ``free`` characters cost nothing."""
        self._found: tuple[int, ...] = ()
        self._value = float("-inf")
        self._paid = limit - free  # room; what is less has its price
        self._extend((), frozenset(), 0, 0.0, places, limit)
        return self._found

    def longer(self, chosen: tuple[int, ...], limit: int) -> tuple[int, ...]:
        """Add the variant that is worth most beside the chosen ones; none if none fits."""
        used = sum(self.variants[i].length for i in chosen)
        groups = {self.variants[i].group for i in chosen}
        found, most = chosen, float("-inf")
        for i, variant in enumerate(self.variants):
            if variant.group not in groups and used + variant.length <= limit:
                gain = round(variant.worth - self._redundancy(chosen, i), DIGITS)
                if gain > most:
                    found, most = tuple(sorted((*chosen, i))), gain
        return found

    def _extend(
        self, chosen: tuple[int, ...], told: frozenset[str], start: int, value: float, places: int, room: int
    ) -> None:
        """Extend a set by variants from ``start`` on, in document order, and keep the best."""
        price = CHARACTER * max(0, self._paid - room)
        total = round(value - price - bool(places) * (self._last + EMPTY_PLACE * (places - 1)), DIGITS)
        if chosen and total > self._value:
            self._found, self._value = chosen, total
        if not places:
            return
        untold = self._word * (self._named - len(told))
        for i in range(start, len(self.variants)):
            if round(value - price + places * self._most[i] + untold, DIGITS) <= self._value:
                return
            variant = self.variants[i]
            if variant.length > room or (chosen and variant.group == self.variants[chosen[-1]].group):
                continue
            now = told | variant.told
            gain = variant.worth - self._redundancy(chosen, i) + self._word * (len(now) - len(told))
            if not chosen and not variant.subject:
                gain -= NO_SUBJECT
            self._extend((*chosen, i), now, i + 1, value + gain, places - 1, room - variant.length)

    def _redundancy(self, chosen: Sequence[int], i: int) -> float:
        return REDUNDANCY * sum(self._cosine(j, i) for j in chosen)

    def _cosine(self, i: int, j: int) -> float:
        a, b = self.variants[i], self.variants[j]
        key = (min(a.group, b.group), max(a.group, b.group))
        if key not in self._cosines:
            self._cosines[key] = cosine(a.terms, b.terms)
        return self._cosines[key]
