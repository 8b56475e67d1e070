"""Builds a tree from right to left: the candidates for a bunsetsu's head, and their features.

All dependents of a bunsetsu are to its left, so the head of a bunsetsu is the next one or an ancestor of the
next: arcs never cross. Nothing attaches into a bracket that opens after it and is still open. ``parser``
chooses among the candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import xor

from youten.syntax.describe import FURTHER, HASH, PREDICATES, Look

# Maximum number of candidates for a head: the nearest ones, and the last of the sentence.
MOST = 16
NONE = HASH["none"]
# Counts by class: distance in bunsetsu, place among the candidates, symbols between.
DISTANCES = [HASH[f"distance{n}"] for n in (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 9, 14)]
RANKS = [[HASH[f"rank{n}{last}"] for n in (0, 1, 2, 3, 4, 5, 5, 7)] for last in (False, True)]
COMMAS = [HASH[f"commas{n}"] for n in range(3)]
TOPICS = [HASH[f"topics{n}"] for n in range(3)]
CLAUSES = [HASH[f"predicates{n}"] for n in range(4)]
FILLED = [
    HASH["free"],
    HASH["filled"],
]  # whether the candidate already has a dependent that attaches the same way
MET = [HASH["new"], HASH["met"]]  # whether a nearer candidate attaches the same way as the dependent
ABOVE = [
    HASH["lord is free"],
    HASH["lord is filled"],
    HASH["lordless"],
]  # the same for the candidate's governor
FRAMES = [HASH[f"frame{n}"] for n in range(256)]  # the cases that a candidate has
LIKENESS = [HASH[f"like{n}"] for n in range(128)]


class Builder:
    """The part of the tree to the right of the bunsetsu whose head is searched."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.looks = looks
        self.heads = [-1] * len(looks)
        self._child = [-1] * len(looks)  # leftmost so far
        self._kinds: list[set[str]] = [set() for _ in looks]  # of the children
        self._frames = [0] * len(looks)
        self._commas = list(accumulate([look.marks.comma for look in looks], initial=0))
        self._topics = list(accumulate([look.form.func[-1:] in ("は", "も") for look in looks], initial=0))
        self._clauses = list(accumulate([look.form.family in PREDICATES for look in looks], initial=0))
        self._inside = _inside(looks)

    def candidates(self, index: int) -> list[int]:
        """Return the candidates for the head of a bunsetsu, the nearest first."""
        chain: list[int] = []
        at = index + 1
        while at >= 0 and len(chain) < MOST - 1:
            chain.append(at)
            at = self.heads[at]
        if at >= 0:
            chain.append(len(self.heads) - 1)
        return [j for j in chain if self._inside[j] <= index] or chain[-1:]

    def attach(self, index: int, head: int) -> None:
        """Set the head of the next bunsetsu to the left."""
        self.heads[index] = head
        self._child[head] = index
        self._kinds[head].add(self.looks[index].form.kind)
        self._frames[head] |= self.looks[index].case

    def features(self, index: int, candidates: Sequence[int]) -> list[list[int]]:
        """Return the features of each candidate, the same number for each."""
        looks = self.looks
        one = looks[index]
        left = looks[index - 1].around.left if index else NONE
        right = looks[index + 1].around.right
        made = []
        met = False
        for rank, j in enumerate(candidates):
            other = looks[j]
            place = RANKS[j == len(looks) - 1][min(rank, 7)]
            apart = DISTANCES[min(j - index, 14)]
            alike = LIKENESS[_likeness(one, other)]
            around = (*self._around(index, j), alike, MET[met], left)
            made.append(_combined(one, other, around, self._family(index, j), apart, place, right))
            met = met or other.form.kind == one.form.kind
        return made

    def _around(self, index: int, j: int) -> tuple[int, ...]:
        """Hash the text between a bunsetsu and a candidate, and the candidate's other dependents."""
        looks, child, governor = self.looks, self._child[j], self.heads[j]
        below, below_word = looks[child].around[:2] if child >= 0 else (NONE, NONE)
        above, above_word = looks[governor].around[2:4] if governor >= 0 else (NONE, NONE)
        return (
            below,
            below_word,
            above,
            above_word,
            FILLED[looks[index].form.kind in self._kinds[j]],
            looks[j - 1].around.before if j - 1 > index else NONE,
            looks[j + 1].around.after if j + 1 < len(looks) else NONE,
            COMMAS[min(self._commas[j] - self._commas[index + 1], 2)],
            TOPICS[min(self._topics[j] - self._topics[index + 1], 2)],
            CLAUSES[min(self._clauses[j] - self._clauses[index + 1], 3)],
        )

    def _family(self, index: int, j: int) -> tuple[int, int]:
        """Hash the cases of a candidate, and whether its governor has a child like the dependent."""
        governor = self.heads[j]
        above = self.looks[index].form.kind in self._kinds[governor] if governor >= 0 else 2
        return FRAMES[self._frames[j]], ABOVE[above]


def _combined(
    one: Look,
    other: Look,
    around: tuple[int, ...],
    family: tuple[int, int],
    apart: int,
    place: int,
    right: int,
) -> list[int]:
    """Combine the descriptions of two bunsetsu with each other and with their positions."""
    kind, word = one.kind, one.word
    keys = list(map(xor, one.dependent, other.head))
    first, second = keys[:2]
    further = keys[:FURTHER]
    context = around + family
    below, below_word, above, above_word, _, before, after, commas, topics, clauses, alike = around[:11]
    between = commas ^ topics ^ clauses
    keys += [x ^ apart for x in further]
    keys += [x ^ place for x in further]
    keys += [x ^ kind for x in context]
    keys += [x ^ first for x in context]
    keys += [x ^ second for x in context]
    return [
        *keys, kind ^ between, first ^ between, kind ^ commas ^ apart, kind ^ before ^ place,
        kind ^ after ^ place, kind ^ alike ^ place, kind ^ right ^ place, kind ^ below ^ above,
        kind ^ family[0] ^ place, word ^ below, word ^ below_word, word ^ above_word,
    ]  # fmt: skip


def _likeness(one: Look, other: Look) -> int:
    """Return a bit for each property that two bunsetsu have in common, like coordinated ones."""
    a, b = one.form, other.form
    return (
        (a.pos == b.pos)
        + 2 * (a.last == b.last)
        + 4 * (a.kind == b.kind)
        + 8 * (a.word == b.word)
        + 16 * (a.family == b.family)
        + 32 * (a.func == b.func)
        + 64 * (one.script == other.script)
    )


def _inside(looks: Sequence[Look]) -> list[int]:
    """Return for each bunsetsu the one with the innermost bracket that is still open after it, or -1.

    Brackets that never close do not count.
    """
    closed = [0] * len(looks)  # brackets that open in a bunsetsu and close somewhere
    opened: list[int] = []
    for i, look in enumerate(looks):
        opened += [i] * look.marks.opens
        for _ in range(min(look.marks.closes, len(opened))):
            closed[opened.pop()] += 1
    opened.clear()
    inside = []
    for i, look in enumerate(looks):
        opened += [i] * closed[i]
        del opened[max(0, len(opened) - look.marks.closes) :]
        inside.append(opened[-1] if opened else -1)
    return inside
