"""The properties of a single sentence, computed once with its analysis and reused for all options.

``salience`` and ``keyphrases`` compare them with those of other sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Morpheme, Profile, Sentence
from youten.ranking.candidates import LONGEST_SENTENCE
from youten.ranking.phrases import phrases
from youten.ranking.similarity import vector
from youten.ranking.terms import content_terms
from youten.ranking.traits import traits
from youten.ranking.voice import LEANING_VOICES, VOICES

EMPTY = Profile({}, (), {}, ())
HEARD = {**VOICES, **LEANING_VOICES}


def profile(sentence: Sentence, morphemes: Sequence[Morpheme]) -> Profile:
    """Return the profile of a sentence; ``EMPTY`` unless it belongs to the body."""
    if sentence.role != "body":
        return EMPTY
    text = sentence.text
    heard: dict[str, float] = {}
    told: tuple[str, ...] = ()
    if len(text) <= LONGEST_SENTENCE:  # what is longer is no candidate
        values = {name: voice(text) for name, voice in HEARD.items()}
        heard = {name: value for name, value in values.items() if value}
        told = traits(text, morphemes)
    return Profile(vector(content_terms(morphemes)), phrases(text, morphemes), heard, told)
