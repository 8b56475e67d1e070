"""From text to morphemes: the packed dictionary and Janome behind one protocol.

The only place that imports Janome. ``stock`` holds Janome as published and is imported on request only.
A second file, which only some readers want, tells how words are read; ``ruby`` makes furigana of that.
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
