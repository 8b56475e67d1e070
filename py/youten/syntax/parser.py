"""Morphemes -> a tree: first boundaries, then heads from right to left, each with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from operator import itemgetter

from youten.model import Morpheme
from youten.syntax.boundaries import starts
from youten.syntax.describe import describe
from youten.syntax.heads import Builder
from youten.syntax.tree import Bunsetsu, extents
from youten.syntax.weights import Weights, parser, share


def parse(text: str, morphemes: Sequence[Morpheme]) -> tuple[Bunsetsu, ...]:
    """Return the bunsetsu of ``text``, each with its head; empty if there is no morpheme.

    The time is proportional to the length of the text.
    """
    if not morphemes:
        return ()
    weights = parser()
    return attach(text, morphemes, starts(morphemes, weights.boundaries), weights)


def attach(
    text: str, morphemes: Sequence[Morpheme], firsts: Sequence[int], weights: Weights
) -> tuple[Bunsetsu, ...]:
    """Find the heads of given bunsetsu; ``firsts`` are the indexes of their first morphemes."""
    lasts = [*(first - 1 for first in firsts[1:]), len(morphemes) - 1]
    looks = [describe(morphemes, first, last) for first, last in zip(firsts, lasts, strict=True)]
    builder = Builder(looks)
    sure = [1.0] * len(looks)
    for i in reversed(range(len(looks) - 1)):
        candidates = builder.candidates(i)
        best, p = choose(builder, i, candidates, weights) if len(candidates) > 1 else (0, 1.0)
        sure[i] = share(weights.arcs, p)
        builder.attach(i, candidates[best])
    lefts, least = extents(builder.heads, sure)
    trusted = [*(share(weights.extents, number) for number in least[:-1]), 1.0]  # the last is the sentence
    offsets = [0, *(morphemes[first].start for first in firsts[1:]), len(text)]
    return tuple(
        Bunsetsu(
            offsets[i],
            offsets[i + 1],
            firsts[i],
            lasts[i],
            look.form.core,
            builder.heads[i],
            sure[i],
            lefts[i],
            trusted[i],
        )
        for i, look in enumerate(looks)
    )


def choose(builder: Builder, index: int, candidates: Sequence[int], weights: Weights) -> tuple[int, float]:
    """Return the most likely of the candidates and its probability by the model."""
    table = weights.heads
    scores = [sum(itemgetter(*keys)(table)) for keys in builder.features(index, candidates)]
    best = max(scores)
    powers = weights.powers
    # fsum is exactly rounded; sum() rounds differently in some versions of Python.
    total = fsum([powers[best - score] for score in scores if best - score < len(powers)])
    return scores.index(best), 1 / total
