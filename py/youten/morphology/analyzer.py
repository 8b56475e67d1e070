"""The analyser that the rest of the program knows: text in, morphemes with offsets out."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Protocol

from youten.model import Morpheme, YoutenError
from youten.morphology.dictionary import Dictionary
from youten.morphology.format import bad
from youten.morphology.tokenizer import PackedTokenizer

PACKAGE, FILE = "youten.morphology", "data/ipadic.bin.gz"


class Analyzer(Protocol):
    """Anything that divides text into morphemes."""

    def analyze(self, text: str) -> list[Morpheme]:
        """Morphemes in order, with offsets in code points of ``text``; never raises.

        White space may be left out.
        """


class JanomeAnalyzer:
    """Janome on the packed dictionary."""

    name = "packed"

    def __init__(self, dictionary: Dictionary) -> None:
        self._tokenizer = PackedTokenizer(dictionary)

    def analyze(self, text: str) -> list[Morpheme]:
        """See ``Analyzer``."""
        return self._tokenizer.analyze(text)


def load_dictionary(data: bytes | None = None) -> Dictionary:
    """Open packed bytes, or with None the file inside the package.

    ``YoutenError`` with code "bad_dictionary" if the bytes are damaged, "no_dictionary" if there is no file.
    """
    return Dictionary(_packaged() if data is None else data)


def _packaged() -> bytes:
    import pkgutil  # only where no bytes are given: the browser always gives them

    try:
        data = pkgutil.get_data(PACKAGE, FILE)
    except OSError:
        data = None
    if data is None:
        raise YoutenError("no_dictionary", f"The dictionary file {FILE} is missing: build.py makes it.")
    try:
        return zlib.decompress(data, wbits=31)  # gzip
    except zlib.error as error:
        raise bad("it cannot be unpacked") from error


@cache
def default_analyzer() -> JanomeAnalyzer:
    """Analyser on the dictionary inside the package; loaded once."""
    return JanomeAnalyzer(load_dictionary())
