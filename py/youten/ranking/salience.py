"""Salience (重要度): the weighted sum of the features, scaled within the article.

Weights are set by hand: few, so that they hold up on sources they were not set on. Every share of a score is
kept by name, so that a reader can be told why a sentence was chosen.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from math import fsum

from youten.model import AnalyzedArticle, Candidate
from youten.ranking.candidates import eligible
from youten.ranking.features import (
    centrality,
    dangling,
    focused,
    position,
    title_cosine,
    title_coverage,
)
from youten.ranking.similarity import DIGITS, centroid, vector
from youten.ranking.terms import content_terms
from youten.ranking.voice import LEANING_VOICES, VOICES, biography
from youten.steps import drain

# feature -> weight. The figures are ROUGE-1 at three sentences, mean over five sets (bench/quality).
WEIGHTS = {
    # At .6, best without a tight length budget, long sentences crowd out what fits (-0.2); at .3: -0.2.
    "centrality": 0.45,
    "position": 0.9,  # worth most; at .7: -0.5, at 1.2: -0.3
    "title_coverage": 0.36,  # both title features by half more: -0.2; either alone: -0.1, -0.3
    "title_cosine": 0.24,
    # Not for ROUGE (-0.2): a third fewer of the chosen sentences cannot stand alone; at -.2: -0.2 more.
    "dangling": -0.1,
    # The author's own words for what the text is about; +2.1 ROUGE-1 on blogs, nothing lost elsewhere.
    "purpose": 0.5,
    "decision": 0.15,  # nothing lost (news lead with it anyway); in minutes it comes late
    # Not for ROUGE (together -0.1): what cannot stand in a box that another writer signs.
    "to_audience": -0.25,
    "loose_talk": -0.25,
    "slight": -0.1,  # at -.25: -0.2
    "elsewhere": -0.2,
    "contentless": -0.4,
    "lost_speaker": -0.3,
    "biography": -0.4,
    # Not for ROUGE (-0.1 and 0.0): a topic or a subject that only the sentence before names.
    "points_inside": -0.12,
    "unnamed": -0.12,
    # As much as the whole title: a fragment is chosen only where complete sentences are too few.
    "fragment": -0.6,
}

# Of what lies between the weakest and the best sentence, and on top of its position: the first sentence names
# the event. In short news a quarter of the boxes did without it, because of its length. ROUGE-1 and 2 +0.1.
OPENING = 0.1
# Half of what lies between the weakest and the best sentence: a bias, no filter.
FOCUS = 0.5

# Sentences at the end of a text that may be about its author; elsewhere the same words tell a life.
SIGNATURE = 3

LEAST_SPREAD = 1e-9  # of the sums of an article; below it its sentences are equally good


def rank(analyzed: AnalyzedArticle, wanted: int, focus: str = "") -> tuple[Candidate, ...]:
    """Score every sentence that may enter a summary of ``wanted`` sentences; candidates in document order.

    The words of ``focus`` (separated by spaces) speak for the sentences that hold them.

    Scores are min-max scaled within the article, 0 for the weakest and 1 for the best candidate, before focus
    and opening are added. The part "floor" is what moves the weakest to 0; it is the same for all.
    """
    return drain(rank_steps(analyzed, wanted, focus))


def rank_steps(
    analyzed: AnalyzedArticle, wanted: int, focus: str = ""
) -> Generator[None, None, tuple[Candidate, ...]]:
    """Do as ``rank`` step by step: of a book, each may take as long as an eye blinks."""
    sentences, profiles = analyzed.article.sentences, analyzed.profiles
    allowed = eligible(sentences, wanted)
    yield
    chosen = sorted(allowed.complete | allowed.fragments)
    values = yield from _features(analyzed, chosen)
    values["fragment"] = [float(index in allowed.fragments and bool(allowed.complete)) for index in chosen]
    parts = _scaled([{name: WEIGHTS[name] * values[name][i] for name in WEIGHTS} for i in range(len(chosen))])
    yield
    # No greeting, and nothing that leans; a short one may well be the point.
    if len(parts) > wanted and all(parts[0][name] >= 0 for name in WEIGHTS if name != "slight"):
        parts[0] = {**parts[0], "opening": OPENING}
    if focus.strip():
        parts = [
            {**shares, "focus": round(FOCUS * hit, DIGITS)}
            for shares, hit in zip(parts, focused([sentences[i].text for i in chosen], focus), strict=True)
        ]
        yield
    return tuple(
        Candidate(
            sentence=sentences[index],
            morphemes=analyzed.morphemes[index],
            terms=profiles[index].terms,
            score=round(fsum(shares.values()), DIGITS) or 0.0,
            parts=shares,
        )
        for index, shares in zip(chosen, parts, strict=True)
    )


def _features(
    analyzed: AnalyzedArticle, chosen: Sequence[int]
) -> Generator[None, None, dict[str, list[float]]]:
    """Name of the feature -> its value for each chosen sentence."""
    profiles = [analyzed.profiles[index] for index in chosen]
    own = [profile.terms for profile in profiles]
    center = centroid(profile.terms for profile in analyzed.profiles if profile.terms)
    yield
    title = vector(content_terms(analyzed.title))
    texts = [analyzed.article.sentences[index].text for index in chosen]
    values = {"centrality": centrality(own, center), "position": position(len(chosen))}
    yield
    values["title_coverage"] = title_coverage(own, title)
    values["title_cosine"] = title_cosine(own, title)
    yield
    values["dangling"] = dangling(texts, [analyzed.morphemes[index] for index in chosen])
    for name in (*VOICES, *LEANING_VOICES):
        values[name] = [profile.voices.get(name, 0.0) for profile in profiles]
    for name in LEANING_VOICES:
        # Nothing stands before the first sentence.
        values[name] = [value if place else 0.0 for place, value in enumerate(values[name])]
    values["biography"] = [
        biography(text) if place >= max(3, len(texts) - SIGNATURE) else 0.0
        for place, text in enumerate(texts)
    ]
    yield
    return values


def _scaled(parts: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Scale sums of parts to 0..1 (all 0 where they are equal), and round every part."""
    sums = [fsum(shares.values()) for shares in parts]
    lowest, highest = min(sums, default=0.0), max(sums, default=0.0)
    factor = 1 / (highest - lowest) if highest - lowest > LEAST_SPREAD else 0.0
    return [
        {name: round(value * factor, DIGITS) or 0.0 for name, value in {**shares, "floor": -lowest}.items()}
        for shares in parts  # "or 0.0": minus zero is no number to show
    ]
