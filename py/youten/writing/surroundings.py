"""Collects the article's words for shortening its sentences."""

from __future__ import annotations

from youten.model import AnalyzedArticle
from youten.ranking.terms import is_content
from youten.ranking.traits import base
from youten.writing.shorten import Surroundings


def surroundings(analyzed: AnalyzedArticle) -> Surroundings:
    """Collect the headline's words and how often each word occurs."""
    counts: dict[str, int] = {}
    for morphemes in analyzed.morphemes:
        for m in morphemes:
            word = base(m)
            counts[word] = counts.get(word, 0) + 1
    return Surroundings(frozenset(base(m) for m in analyzed.title if is_content(m)), counts)
