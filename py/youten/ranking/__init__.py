"""Ranking: sentences in, scored candidates out. Uses the values of morphemes, not the analyser."""

from youten.ranking.candidates import ends_as_sentence, is_complete
from youten.ranking.keyphrases import keyphrases
from youten.ranking.leaning import points_away, points_back
from youten.ranking.profile import profile
from youten.ranking.salience import focused, rank, rank_steps
from youten.ranking.similarity import cosine
from youten.ranking.terms import content_terms

__all__ = [
    "content_terms",
    "cosine",
    "ends_as_sentence",
    "focused",
    "is_complete",
    "keyphrases",
    "points_away",
    "points_back",
    "profile",
    "rank",
    "rank_steps",
]
