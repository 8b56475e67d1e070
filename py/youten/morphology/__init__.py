"""Text to morphemes: Janome on the packed dictionary, behind one protocol.

This is the only package that imports Janome. ``stock`` wraps Janome as published and is imported on request
only. A second, optional file has the readings of the words; ``ruby`` makes furigana from them.
"""

from youten.morphology.analyzer import Analyzer, JanomeAnalyzer, Reader, default_analyzer, load_dictionary
from youten.morphology.dictionary import Dictionary
from youten.morphology.ruby import ruby

__all__ = [
    "Analyzer",
    "Dictionary",
    "JanomeAnalyzer",
    "Reader",
    "default_analyzer",
    "load_dictionary",
    "ruby",
]
