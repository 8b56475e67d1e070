"""From text to morphemes: the packed dictionary and Janome behind one protocol.

The only place that imports Janome. ``stock`` holds Janome as published and is imported on request only.
"""

from youten.morphology.analyzer import Analyzer, JanomeAnalyzer, default_analyzer, load_dictionary
from youten.morphology.dictionary import Dictionary

__all__ = ["Analyzer", "Dictionary", "JanomeAnalyzer", "default_analyzer", "load_dictionary"]
