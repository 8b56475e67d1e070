"""Salience (重要度): the grade that an editor would give a sentence, by learned weights, scaled per article.

Every part of a score keeps its name, so that a reader can see why a sentence was chosen. The name is the text
before the colon of its features.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from math import fsum
from unicodedata import normalize

from youten.model import AnalyzedArticle, Candidate
from youten.ranking.candidates import eligible
from youten.ranking.features import Features, features
from youten.ranking.similarity import DIGITS
from youten.ranking.weights import UNIT, weights
from youten.steps import drain

# Of what lies between the weakest and the best sentence: a bias of the reader's words, no filter.
FOCUS = 0.5
# As much as half of that: a fragment is chosen only where complete sentences are too few.
FRAGMENT = -0.6
# As much for a sentence that stands where texts of its form have their point (see ``reading``).
POINT = 0.5
LEAST_SPREAD = 1e-9  # of the sums of an article; below it its sentences are equally good


def rank(analyzed: AnalyzedArticle, wanted: int, focus: str = "") -> tuple[Candidate, ...]:
    """Score every sentence that may enter a summary of ``wanted`` sentences; see ``rank_steps``."""
    return drain(rank_steps(analyzed, wanted, focus))


def rank_steps(
    analyzed: AnalyzedArticle, wanted: int, focus: str = ""
) -> Generator[None, None, tuple[Candidate, ...]]:
    """Score every sentence that may enter a summary of ``wanted`` sentences; candidates in document order.

    The words of ``focus`` (separated by spaces) favour sentences that contain them. Scores are min-max scaled
    within the article, 0 for the lowest and 1 for the highest candidate, before the focus is added. The part
    "floor" is the shift of the lowest to 0; it is the same for all.
    """
    sentences = analyzed.article.sentences
    allowed = eligible(sentences, wanted)
    yield
    chosen = sorted(allowed.complete | allowed.fragments)
    rows = features(analyzed, chosen)
    yield
    shares = [_parts(row) for row in rows]
    del rows  # of a long article, most of the memory
    parts = _scaled(shares)
    yield
    if allowed.complete:
        parts = [
            {**row, "fragment": FRAGMENT} if index in allowed.fragments else row
            for index, row in zip(chosen, parts, strict=True)
        ]
    parts = [
        {**row, "point": round(POINT * sentences[index].point, DIGITS)} if sentences[index].point else row
        for index, row in zip(chosen, parts, strict=True)
    ]
    if focus.strip():
        hits = focused([sentences[i].text for i in chosen], focus)
        shares_ = zip(parts, hits, strict=True)
        parts = [{**row, "focus": round(FOCUS * hit, DIGITS)} for row, hit in shares_]
    return tuple(
        Candidate(
            sentence=sentences[index],
            morphemes=analyzed.morphemes[index],
            terms=analyzed.profiles[index].terms,
            score=round(fsum(row.values()), DIGITS) or 0.0,
            parts=row,
            grade=round(grade, DIGITS),
        )
        for index, row, grade in zip(chosen, parts, _grades(shares, parts), strict=True)
    )


def _grades(shares: Sequence[Mapping[str, float]], parts: Sequence[Mapping[str, float]]) -> list[float]:
    """Return each sentence's grade above the article's mean, with focus, fragments and points."""
    sums = [fsum(row.values()) for row in shares]
    spread = max(sums, default=0.0) - min(sums, default=0.0)
    mean = fsum(sums) / (len(sums) or 1)
    return [
        total - mean + spread * sum(row.get(name, 0.0) for name in ("focus", "fragment", "point"))
        for total, row in zip(sums, parts, strict=True)
    ]


def _parts(row: Features) -> dict[str, float]:
    """Sum weighted features by the text before the colon."""
    known = weights()
    sums: dict[str, float] = {}
    for name, value in row.items():
        weight = known.get(name)
        if weight:
            part = name.partition(":")[0]
            sums[part] = sums.get(part, 0.0) + weight * value * UNIT
    return sums


def focused(texts: Sequence[str], focus: str) -> list[float]:
    """Return the share of the reader's words in a sentence, 0..1, ignoring width and case."""
    words = sorted(set(normalize("NFKC", focus).casefold().split()))
    folded = (normalize("NFKC", text).casefold() for text in texts)
    return [sum(word in text for word in words) / len(words) if words else 0.0 for text in folded]


def _scaled(parts: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Scale sums of parts to 0..1 (all 0 if they are equal), and round every part."""
    sums = [fsum(shares.values()) for shares in parts]
    lowest, highest = min(sums, default=0.0), max(sums, default=0.0)
    factor = 1 / (highest - lowest) if highest - lowest > LEAST_SPREAD else 0.0
    return [
        {name: round(value * factor, DIGITS) or 0.0 for name, value in {**shares, "floor": -lowest}.items()}
        for shares in parts  # "or 0.0": minus zero is no number to show
    ]
