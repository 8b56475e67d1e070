"""Shortening by structure: the ways to show a sentence, made by deleting whole phrases of it.

``view`` parses, ``spans`` says what may be cut at all, ``features`` and ``model`` what an editor would cut.
Leaves readings, connectives and other marks to ``compression``, and the choice of a variant to ``selection``.
"""

from youten.writing.shorten.features import Surroundings
from youten.writing.shorten.model import Variant, variants
from youten.writing.shorten.view import View, view

__all__ = ["Surroundings", "Variant", "View", "variants", "view"]
