"""The interface to the analyser for the rest of the program: text in, morphemes with offsets out."""

from __future__ import annotations

import zlib
from _thread import allocate_lock
from functools import cache
from typing import Protocol

from youten.model import Morpheme, YoutenError
from youten.morphology.dictionary import Dictionary
from youten.morphology.format import bad
from youten.morphology.readings import Readings
from youten.morphology.tokenizer import PackedTokenizer

PACKAGE, FILE, READINGS = "youten.morphology", "data/ipadic.bin.gz", "data/readings.bin.gz"


class Analyzer(Protocol):
    """Divides text into morphemes."""

    def analyze(self, text: str) -> list[Morpheme]:
        """Return the morphemes in order, with offsets in code points of ``text``. Never raise.

        White space may be left out.
        """


class Reader(Analyzer, Protocol):
    """An analyser that can also give the readings of words, once it has loaded them."""

    @property
    def reads(self) -> bool:
        """Whether the readings are loaded."""

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """Return the morphemes with their readings in katakana ("*": none). Call only if it ``reads``."""


class JanomeAnalyzer:
    """Janome's algorithm on the packed dictionary."""

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
        """Return the morphemes of ``text``, as in ``Analyzer``."""
        return self._tokenizer.analyze(text)

    def learn(self, data: bytes | None = None) -> None:
        """Load the readings from uncompressed bytes, or with None from the file in the package.

        Raise ``YoutenError`` as in ``load_dictionary``, and if the file belongs to another dictionary.
        """
        self._readings = Readings(_packaged(READINGS) if data is None else data, self._tokenizer.dictionary)

    def read(self, text: str) -> list[tuple[Morpheme, str]]:
        """Return morphemes with readings, as in ``Reader``; load the package's file first if needed."""
        if self._readings is None:
            self.learn()
            return self.read(text)
        return self._tokenizer.read(text, self._readings)


def load_dictionary(data: bytes | None = None) -> Dictionary:
    """Open packed bytes, or with None the file inside the package.

    Raise ``YoutenError`` with code "bad_dictionary" if the bytes are damaged, "no_dictionary" if there is no
    file.
    """
    return Dictionary(_packaged(FILE) if data is None else data)


def _packaged(name: str) -> bytes:
    import pkgutil  # imported here because the browser never needs it: it always passes bytes

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


_LOADING = allocate_lock()  # ``cache`` alone lets threads that start together each load 40 MB


def default_analyzer() -> JanomeAnalyzer:
    """Return the analyser on the dictionary inside the package; all threads share one."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> JanomeAnalyzer:
    return JanomeAnalyzer(load_dictionary())
