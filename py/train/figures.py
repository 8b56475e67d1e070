"""Measures a parser: boundaries, heads, and the calibration of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from train.treebank import Sentence
from youten.syntax import Bunsetsu, boundaries, certainty, extent
from youten.syntax.parser import attach
from youten.syntax.weights import Weights

BUCKETS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
LONG = 5  # bunsetsu: many units of the Wikipedia corpus are short fragments


class Figures(NamedTuple):
    """Counts over a set of sentences."""

    arcs: list[tuple[float, bool]]  # with gold bunsetsu: how likely by the parser, whether right
    long: list[bool]  # the same, in sentences of ``LONG`` bunsetsu and more
    extents: list[tuple[float, bool]]  # subtrees of two bunsetsu and more, with own bunsetsu
    boundaries: tuple[int, int, int]  # right, found, gold; those that we cannot have count as gold
    end_to_end: tuple[int, int]  # arcs between bunsetsu that are both exact and right, gold arcs

    def text(self, name: str) -> str:
        """Return the figures as lines of text."""
        right, found, gold = self.boundaries
        rows = [
            f"{name}: {len(self.arcs)} arcs",
            f"  arcs with gold bunsetsu {_share(self.arcs)}",
            f"  the same, sentences of {LONG} bunsetsu and more {_mean(self.long)}",
            f"  boundaries F1 {2 * right / max(1, found + gold):.4f}",
            f"  arcs end to end {self.end_to_end[0] / max(1, self.end_to_end[1]):.4f}",
            f"  extents of two and more, end to end {_share(self.extents)}",
            f"  arcs by certainty {_by_bucket(self.arcs)}",
            f"  extents by certainty {_by_bucket(self.extents)}",
        ]
        return "\n".join(rows)


def measure(sentences: Iterable[Sentence], weights: Weights) -> Figures:
    """Parse the sentences with gold and with own bunsetsu, and count."""
    arcs, long, subtrees = [], [], []
    right = found = gold = good = total = 0
    for sentence in sentences:
        text, morphemes, firsts, heads = sentence.text, sentence.morphemes, sentence.firsts, sentence.heads
        tree = attach(text, morphemes, firsts, weights)
        marks = [(b.p, b.head == head) for b, head in zip(tree[:-1], heads, strict=False)]
        arcs += marks
        long += [hit for _, hit in marks] if len(tree) >= LONG else []
        starts = boundaries.starts(morphemes, weights.boundaries)
        own = attach(text, morphemes, starts, weights)
        gold_tree = sentence.tree()
        right += len(set(firsts[1:]) & set(starts[1:]))
        found += len(starts) - 1
        gold += len(firsts) - 1 + sentence.lost
        spans = _arcs(gold_tree)
        good += len(spans & _arcs(own))
        total += len(spans)
        subtrees += _extents(own, gold_tree)
    return Figures(arcs, long, subtrees, (right, found, gold), (good, total))


def _arcs(tree: Sequence[Bunsetsu]) -> set[tuple[int, int, int, int]]:
    return {(b.start, b.end, tree[b.head].start, tree[b.head].end) for b in tree if b.head >= 0}


def _extents(own: Sequence[Bunsetsu], gold: Sequence[Bunsetsu]) -> list[tuple[float, bool]]:
    """Return (probability of its extent, whether gold has it) for each subtree of two or more bunsetsu."""
    true = {extent(gold, i) for i in range(len(gold) - 1)}
    spans = [(i, extent(own, i)) for i in range(len(own) - 1)]
    return [(certainty(own, i), span in true) for i, span in spans if span[0] < own[i].start]


def _share(marks: Sequence[tuple[float, bool]]) -> str:
    return _mean([hit for _, hit in marks])


def _mean(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / max(1, len(hits)):.4f}"


def _by_bucket(marks: Sequence[tuple[float, bool]]) -> str:
    said, low = [], 0.0
    for high in BUCKETS:
        part = [(p, hit) for p, hit in marks if low <= p < high]
        if part:
            mean = sum(p for p, _ in part) / len(part)
            said.append(
                f"{low:.2f}-{min(high, 1.0):.2f}: {mean:.3f} said, {_share(part)} right of {len(part)}"
            )
        low = high
    return "; ".join(said)
