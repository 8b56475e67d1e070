"""Learns from annotated arguments whether the subject of the main predicate is in another sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from train import ftrl
from train.ftrl import Decisions, Settings
from train.treebank import Sentence
from youten.syntax import subject
from youten.syntax.parser import attach
from youten.syntax.weights import Weights

SETTINGS = Settings(subject.BITS, l1=2.0, batch=16)
LEAST = 0.5, 0.7, 0.9  # to call a sentence one that lacks its subject


def fitted(sentences: Iterable[Sentence]) -> np.ndarray:
    """Return the table learned from these sentences with their annotated trees."""
    decisions = Decisions()
    for sentence in _annotated(sentences):
        keys = subject.features(sentence.tree(), sentence.morphemes)
        decisions.add([[ftrl.NOTHING] * len(keys), keys], int(sentence.lacks_subject))
    return ftrl.learn(decisions, SETTINGS)


def marks(sentences: Iterable[Sentence], weights: Weights) -> list[tuple[float, bool]]:
    """Return (probability that the subject is missing, by the parser's trees; whether it is) per sentence."""
    return [
        (
            subject.likely(
                subject.features(attach(s.text, s.morphemes, s.firsts, weights), s.morphemes), weights
            ),
            s.lacks_subject,
        )
        for s in _annotated(sentences)
    ]


def text(marks: Sequence[tuple[float, bool]], name: str) -> str:
    """Return precision and recall as a line of text."""
    lacking = sum(lacks for _, lacks in marks)
    said = []
    for least in LEAST:
        chosen = [lacks for p, lacks in marks if p >= least]
        precision, recall = sum(chosen) / max(1, len(chosen)), sum(chosen) / max(1, lacking)
        said.append(f"from {least}: precision {precision:.3f}, recall {recall:.3f}")
    return f"{name}: {lacking} of {len(marks)} lack the subject; " + "; ".join(said)


def _annotated(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.corpus == "wac"]
