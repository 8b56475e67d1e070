"""A tree in the making, right to left: who may be a bunsetsu's head, and the features of each candidate.

Whatever depends on a bunsetsu stands to its left, so the head of a bunsetsu is the next one or an ancestor of
the next: arcs never cross. Nothing attaches into a bracket that opens after it and is still open.
Leaves the choice to ``parser``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from youten.syntax.describe import HASH, PREDICATES, Look

# Candidates for a head at most: the nearest ones, and the last of the sentence.
MOST = 16
NONE = HASH["none"]
# What is counted, in steps: distance in bunsetsu, place among the candidates, what stands between.
DISTANCES = [HASH[f"distance{n}"] for n in (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 9, 14)]
RANKS = [[HASH[f"rank{n}{last}"] for n in (0, 1, 2, 3, 4, 5, 5, 7)] for last in (False, True)]
COMMAS = [HASH[f"commas{n}"] for n in range(3)]
TOPICS = [HASH[f"topics{n}"] for n in range(3)]
CLAUSES = [HASH[f"predicates{n}"] for n in range(4)]
FILLED = [HASH["free"], HASH["filled"]]  # whether something attaches to the candidate the same way already
MET = [HASH["new"], HASH["met"]]  # whether a nearer candidate attaches the same way as the dependent
LIKENESS = [HASH[f"like{n}"] for n in range(128)]


class Builder:
    """Holds what is known of the tree right of the bunsetsu whose head is sought."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.looks = looks
        self.heads = [-1] * len(looks)
        self._child = [-1] * len(looks)  # leftmost so far
        self._kinds: list[set[str]] = [set() for _ in looks]  # of the children
        self._commas = list(accumulate([look.marks.comma for look in looks], initial=0))
        self._topics = list(accumulate([look.form.func[-1:] in ("は", "も") for look in looks], initial=0))
        self._clauses = list(accumulate([look.form.family in PREDICATES for look in looks], initial=0))
        self._inside = _inside(looks)

    def candidates(self, index: int) -> list[int]:
        """Return who may be the head of a bunsetsu, from near to far."""
        chain: list[int] = []
        at = index + 1
        while at >= 0 and len(chain) < MOST - 1:
            chain.append(at)
            at = self.heads[at]
        if at >= 0:
            chain.append(len(self.heads) - 1)
        return [j for j in chain if self._inside[j] <= index] or chain[-1:]

    def attach(self, index: int, head: int) -> None:
        """Settle the head of the next bunsetsu to the left."""
        self.heads[index] = head
        self._child[head] = index
        self._kinds[head].add(self.looks[index].form.kind)

    def features(self, index: int, candidates: Sequence[int]) -> list[list[int]]:
        """Return the features of each candidate, as many of each."""
        looks = self.looks
        one = looks[index]
        kind = one.form.kind
        left = looks[index - 1].around[4] if index else NONE
        right = looks[index + 1].around[5]
        made = []
        met = False
        for rank, j in enumerate(candidates):
            other = looks[j]
            place = RANKS[j == len(looks) - 1][min(rank, 7)]
            apart = DISTANCES[min(j - index, 14)]
            alike = LIKENESS[_likeness(one, other)]
            around = self._around(index, j)
            context = (*around, left, right, alike, alike ^ place, right ^ place, MET[met])
            made.append(_combined(one, other, apart, place, context))
            met = met or other.form.kind == kind
        return made

    def _around(self, index: int, j: int) -> list[int]:
        """Hash what stands between a bunsetsu and a candidate, and who else belongs to the candidate."""
        looks = self.looks
        child, governor = self._child[j], self.heads[j]
        below, word = looks[child].around[:2] if child >= 0 else (NONE, NONE)
        above, lord = looks[governor].around[2:4] if governor >= 0 else (NONE, NONE)
        before = looks[j - 1].around[6] if j - 1 > index else NONE
        after = looks[j + 1].around[7] if j + 1 < len(looks) else NONE
        commas = COMMAS[min(self._commas[j] - self._commas[index + 1], 2)]
        topics = TOPICS[min(self._topics[j] - self._topics[index + 1], 2)]
        clauses = CLAUSES[min(self._clauses[j] - self._clauses[index + 1], 3)]
        filled = FILLED[looks[index].form.kind in self._kinds[j]]
        return [
            below, word, above, lord, filled, before, after, commas, topics, clauses,
            commas ^ topics ^ clauses, below ^ above,
        ]  # fmt: skip


def _combined(one: Look, other: Look, apart: int, place: int, context: Sequence[int]) -> list[int]:
    """Combine what two bunsetsu look like with each other and with where they stand."""
    dependent, head = one.dependent, other.head
    kind, family, _, _, word = dependent[:5]
    pairs = [x ^ y for x in dependent[:4] for y in head[:4]]
    bases = (kind, kind ^ head[0], family ^ head[1], kind ^ head[3])
    below, below_word, above, above_word, filled, before, after, commas = context[:8]
    context = (*context, commas ^ apart, before ^ place, after ^ place)
    keys = [x ^ y for x in dependent for y in head]
    keys += [x ^ apart for x in pairs]
    keys += [x ^ place for x in pairs]
    keys += [x ^ y for x in bases for y in context]
    return [
        *keys,
        kind ^ head[4] ^ filled, kind ^ head[4] ^ below, kind ^ head[6] ^ above,
        word ^ below, word ^ below_word, word ^ above_word,
    ]  # fmt: skip


def _likeness(one: Look, other: Look) -> int:
    """Return a bit for each thing that two bunsetsu have in common, as coordinated ones do."""
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
    """Return for each bunsetsu in which one the innermost bracket opened that is still open after it, or -1.

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
