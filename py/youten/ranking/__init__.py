"""Ranking: sentences in, scored candidates out. Knows the morphemes' values, not the analyser."""

from youten.ranking.candidates import ends_as_sentence
from youten.ranking.features import points_back
from youten.ranking.keyphrases import keyphrases
from youten.ranking.profile import profile
from youten.ranking.salience import rank, rank_steps
from youten.ranking.similarity import cosine

__all__ = [
    "cosine",
    "ends_as_sentence",
    "keyphrases",
    "points_back",
    "profile",
    "rank",
    "rank_steps",
]
