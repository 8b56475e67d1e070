"""Functions on a tree: extents, their certainty, children."""

from __future__ import annotations

import pytest

from youten.syntax import Bunsetsu, certainty, children, extent, leftmost
from youten.syntax.tree import extents

# 古い | 港の | 図書館が | 町に | できた: two characters each; p of each arc.
HEADS = [(1, 0.9), (2, 0.5), (4, 0.8), (4, 0.7), (-1, 1.0)]
LEFTS, SURE = extents([head for head, _ in HEADS], [p for _, p in HEADS])
TREE = tuple(
    Bunsetsu(2 * i, 2 * i + 2, i, i, i, head, p, LEFTS[i], SURE[i]) for i, (head, p) in enumerate(HEADS)
)


@pytest.mark.parametrize(
    ("index", "left", "sure", "below", "reason"),
    [
        (0, 0, 1.0, (), "nothing stands before it"),
        (1, 0, 0.9, (0,), "one arc inside, nothing before"),
        (2, 0, 0.5, (1,), "the least sure arc inside counts"),
        (3, 3, 0.8, (), "what stands before could depend on it"),
        (4, 0, 0.5, (2, 3), "the whole sentence"),
    ],
)
def test_a_subtree(index: int, left: int, sure: float, below: tuple[int, ...], reason: str) -> None:
    assert leftmost(TREE, index) == left, reason
    assert extent(TREE, index) == (2 * left, 2 * index + 2), reason
    assert certainty(TREE, index) == sure, reason
    assert children(TREE, index) == below, reason
