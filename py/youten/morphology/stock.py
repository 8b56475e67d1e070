"""Janome exactly as published, behind the same protocol: for comparison in tests and ``?engine=stock``.

Importing this module imports Janome's own dictionary: 1 GB of memory in WebAssembly.
"""

from __future__ import annotations

from janome.tokenizer import Tokenizer

from youten.model import Morpheme

SYSTEM = "SYS_DICT"


class StockAnalyzer:
    """Stock Janome. It gives no offsets, so each token is searched for after the one before it."""

    name = "stock"
    reads = True

    def __init__(self) -> None:
        self._tokenizer = Tokenizer()

    def analyze(self, text: str) -> list[Morpheme]:
        """Return the morphemes of ``text``; raise where Janome does, for example for lone surrogates."""
        return [morpheme for morpheme, _ in self.read(text)]

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """Return morphemes with readings, as in ``youten.morphology.Reader``."""
        found = []
        place = 0
        for token in self._tokenizer.tokenize(text):
            surface = token.surface
            start = text.index(surface, place)
            place = start + len(surface)
            morpheme = Morpheme(
                surface, token.part_of_speech, token.infl_type, token.infl_form, token.base_form,
                start, place, token.node_type == SYSTEM,
            )  # fmt: skip
            found.append((morpheme, token.reading))
        return found
