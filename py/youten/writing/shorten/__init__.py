"""Shortening by structure: the ways to show a sentence, made by deleting whole phrases.

``view`` parses, ``spans`` lists what may be cut at all, ``features`` and ``model`` estimate what an editor
would cut. ``compression`` cuts readings, connectives and marks, and ``selection`` chooses a variant.
"""

from youten.writing.shorten.features import Surroundings
from youten.writing.shorten.model import LIMITS, Variant, variants
from youten.writing.shorten.view import View, view

__all__ = ["LIMITS", "Surroundings", "Variant", "View", "variants", "view"]
