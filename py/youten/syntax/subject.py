"""Detects whether the subject of the main predicate is in another sentence.

Japanese omits what earlier sentences have said. A log-linear decision over the last bunsetsu and its
dependents, learned from the annotated arguments (case ガ) of the Wikipedia Annotated Corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from youten.model import Morpheme
from youten.syntax.describe import Look, describe
from youten.syntax.hashing import Hashes
from youten.syntax.tree import Tree
from youten.syntax.weights import ZERO, Weights, likelihood, parser, share

BITS = 16
HASH = Hashes(BITS)
CHILDREN = 6  # of the last bunsetsu at most: the nearest
LONG = 9  # bunsetsu: longer sentences are alike


def needs_subject(tree: Tree, morphemes: Sequence[Morpheme]) -> float:
    """Return the probability, 0..1, that the subject of the last bunsetsu is outside the sentence."""
    weights = parser()
    return share(weights.subjects, likely(features(tree, morphemes), weights)) if tree else 0.0


def likely(keys: Sequence[int], weights: Weights) -> float:
    """Return the model's probability, not calibrated."""
    return likelihood(sum(itemgetter(*keys)(weights.subject)) - ZERO * len(keys), weights.powers)


def features(tree: Tree, morphemes: Sequence[Morpheme]) -> list[int]:
    """Return the features of a sentence, the same number for each."""
    h = HASH
    main = describe(morphemes, tree[-1].first, tree[-1].last).form
    kinds = [_kind(describe(morphemes, b.first, b.last)) for b in tree[:-1] if b.head == len(tree) - 1]
    ends = {kind[-1:] for kind in kinds}
    cases = h["cases" + "".join([case for case in "はがもをにでと" if case in ends])]
    head = h["head" + main.family + main.func], h["shape" + main.family + main.pos], h["word" + main.word]
    first = h["first" + (kinds[0] if kinds else "")]
    length = h[f"length{min(len(tree), LONG)}"]
    start = h["start" + morphemes[0].surface]
    near = [h["child" + kind] for kind in kinds[-CHILDREN:]]
    near += [h["none"]] * (CHILDREN - len(near))
    return [
        h["bias"], cases, *head, first, length, start, *near,
        *(cases ^ x for x in head), *(first ^ x for x in head), cases ^ length, cases ^ first,
        length ^ head[1], start ^ cases, *(x ^ head[1] for x in near), *(x ^ head[2] for x in near),
        cases ^ head[0] ^ head[1],
    ]  # fmt: skip


def _kind(look: Look) -> str:
    return look.form.family + look.form.kind
