"""The bunsetsu and dependencies of a sentence, and functions on a whole tree.

A tree is a tuple of bunsetsu in order. Every head is to the right of its dependent and no two arcs cross, so
a subtree is a contiguous part of the sentence. ``parser`` makes trees.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Bunsetsu(NamedTuple):
    """One bunsetsu; ``start`` and ``end`` are offsets into the sentence's text, in code points.

    A bunsetsu ends where the next one starts; the first starts at 0 and the last ends with the text.
    """

    start: int
    end: int
    first: int  # index of its first morpheme
    last: int  # index of its last morpheme
    core: int  # index of the last morpheme of its content part: a noun, a verb ...
    head: int  # index of the bunsetsu that it depends on; -1 for the last of the sentence
    p: float  # 0..1, calibrated: how likely ``head`` is right
    left: int  # index of the first bunsetsu of the subtree whose head this is
    sure: float  # 0..1, calibrated: how likely that subtree starts where it should


Tree = Sequence[Bunsetsu]


def leftmost(tree: Tree, index: int) -> int:
    """Return the index of the first bunsetsu of the subtree whose head is ``index``."""
    return tree[index].left


def extent(tree: Tree, index: int) -> tuple[int, int]:
    """Return where the subtree whose head is ``index`` starts and ends in the text."""
    return tree[tree[index].left].start, tree[index].end


def certainty(tree: Tree, index: int) -> float:
    """Return the probability that the extent of a subtree is right, 0..1."""
    return tree[index].sure


def children(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the indexes of the direct dependents of ``index``, in order."""
    return tuple(i for i in range(tree[index].left, index) if tree[i].head == index)


def extents(heads: Sequence[int], p: Sequence[float]) -> tuple[list[int], list[float]]:
    """Return the leftmost bunsetsu of every subtree, and the lowest probability of the arcs that settle it.

    These are the arcs inside the subtree and that of the bunsetsu before it, which could belong to it.
    """
    lefts = list(range(len(heads)))
    inside = [1.0] * len(heads)
    for i, head in enumerate(heads[:-1]):
        lefts[head] = min(lefts[head], lefts[i])
        inside[head] = min(inside[head], inside[i], p[i])
    return lefts, [min(sure, p[left - 1]) if left else sure for left, sure in zip(lefts, inside, strict=True)]
