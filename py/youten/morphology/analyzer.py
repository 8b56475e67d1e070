"""The analyser that the rest of the program knows: text in, morphemes with offsets out."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Protocol

from youten.model import Morpheme, YoutenError
from youten.morphology.dictionary import Dictionary
from youten.morphology.format import bad
from youten.morphology.readings import Readings
from youten.morphology.tokenizer import PackedTokenizer

PACKAGE, FILE, READINGS = "youten.morphology", "data/ipadic.bin.gz", "data/readings.bin.gz"


class Analyzer(Protocol):
    """Anything that divides text into morphemes."""

    def analyze(self, text: str) -> list[Morpheme]:
        """Morphemes in order, with offsets in code points of ``text``; never raises.

        White space may be left out.
        """


class Reader(Analyzer, Protocol):
    """An analyser that also knows, or can be told, how words are read."""

    @property
    def reads(self) -> bool:
        """Whether it knows by now."""

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """Morphemes, each with its reading in katakana, "*" where there is none; only if it ``reads``."""


class JanomeAnalyzer:
    """Janome on the packed dictionary."""

    name = "packed"

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self._tokenizer = PackedTokenizer(dictionary)
        self._readings: Readings | None = None

    @property
    def reads(self) -> bool:
        """See ``Reader``."""
        return self._readings is not None

    def analyze(self, text: str) -> list[Morpheme]:
        """See ``Analyzer``."""
        return self._tokenizer.analyze(text)

    def learn(self, data: bytes | None = None) -> None:
        """Learn readings from the bytes of the second file, unpacked; with None from the one in the package.

        ``YoutenError`` as in ``load_dictionary``, and if the file belongs to another dictionary.
        """
        self._readings = Readings(_packaged(READINGS) if data is None else data, self._tokenizer.dictionary)

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """See ``Reader``; learns from the file in the package if it has not learnt yet."""
        if self._readings is None:
            self.learn()
            return self.read(text)
        return self._tokenizer.read(text, self._readings)


def load_dictionary(data: bytes | None = None) -> Dictionary:
    """Open packed bytes, or with None the file inside the package.

    ``YoutenError`` with code "bad_dictionary" if the bytes are damaged, "no_dictionary" if there is no file.
    """
    return Dictionary(_packaged(FILE) if data is None else data)


def _packaged(name: str) -> bytes:
    import pkgutil  # only where no bytes are given: the browser always gives them

    try:
        data = pkgutil.get_data(PACKAGE, name)
    except OSError:
        data = None
    if data is None:
        raise YoutenError("no_dictionary", f"The dictionary file {name} is missing: build.py makes it.")
    try:
        return zlib.decompress(data, wbits=31)  # gzip
    except zlib.error as error:
        raise bad("it cannot be unpacked") from error


@cache
def default_analyzer() -> JanomeAnalyzer:
    """Analyser on the dictionary inside the package; loaded once."""
    return JanomeAnalyzer(load_dictionary())
