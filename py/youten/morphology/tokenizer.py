"""Janome's tokenizer on a packed dictionary.

It gives the same chunks and tokens as Janome in a fraction of the time and memory. ``analyze`` also gives the
offsets of the tokens, which Janome does not. Source: ``janome/tokenizer.py`` of Janome 0.5.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from youten.model import Morpheme
from youten.morphology.characters import UNKNOWN, Entry
from youten.morphology.dictionary import Dictionary
from youten.morphology.janome_import import (
    Node,
    NodeType,
    SurfaceNode,
    Token,
    Tokenizer,
)
from youten.morphology.lattice import Lattice
from youten.morphology.readings import Readings


class PackedTokenizer(Tokenizer):  # type: ignore[misc]  # Janome is not typed
    """``janome.tokenizer.Tokenizer`` with the packed dictionary and our own lattice.

    The packed dictionary has no readings (they are "*" in every token; ``read`` takes them from a second
    file) and no entry numbers (tokens have ranks instead). User dictionaries are not supported.
    """

    def __init__(self, dictionary: Dictionary, *, wakati: bool = False) -> None:
        # The constructor of the base class is not called: it would load Janome's own dictionary.
        self.dictionary = dictionary
        self.wakati = wakati
        self.user_dic = None

    def tokenize(
        self, text: str, *, wakati: bool = False, baseform_unk: bool = True
    ) -> Iterator[Token | str]:
        """Yield Janome tokens, or surfaces with ``wakati``; ``baseform_unk`` is as in Janome."""
        wakati = wakati or self.wakati
        classes = self.dictionary.classes
        for start, entry in self._entries(text):
            surface = text[start : start + entry[0]]
            if wakati:
                yield surface
                continue
            _, _, context, cost, rank, index = entry
            pos, infl_type, infl_form, cut, suffix = classes[index]
            base_form = surface[: len(surface) - cut] + suffix
            if rank != UNKNOWN:
                node = SurfaceNode((rank, surface, context, context, cost), NodeType.SYS_DICT)
                yield Token(node, (pos, infl_type, infl_form, base_form, "*", "*"))
            else:
                base_form = surface if baseform_unk else "*"
                word = (surface, context, context, cost, pos, infl_type, infl_form, base_form, "*", "*")
                yield Token(Node(word, NodeType.UNKNOWN))

    def analyze(self, text: str) -> list[Morpheme]:
        """Return the morphemes of ``text`` with their offsets, without white space at its ends."""
        return self._morphemes(text, self._entries(text))

    def read(self, text: str, readings: Readings) -> list[tuple[Morpheme, str]]:
        """Return the morphemes of ``text`` with their readings in katakana; "*" for unknown words."""
        entries = list(self._entries(text))
        return [
            (m, readings.reading(m.surface, entry[2]) if m.known else "*")
            for m, (_, entry) in zip(self._morphemes(text, entries), entries, strict=True)
        ]

    def _morphemes(self, text: str, entries: Iterable[tuple[int, Entry]]) -> list[Morpheme]:
        classes, new = self.dictionary.classes, tuple.__new__
        found = []
        for start, (length, _, _, _, rank, index) in entries:
            end = start + length
            surface = text[start:end]
            pos, infl_type, infl_form, cut, suffix = classes[index]
            base = surface[: len(surface) - cut] + suffix if cut or suffix else surface
            # tuple.__new__ takes a third of the time of the named tuple's own constructor.
            found.append(
                new(Morpheme, (surface, pos, infl_type, infl_form, base, start, end, rank != UNKNOWN))
            )
        return found

    def _entries(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Yield the start and entry of every token, chunk by chunk."""
        position = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        while position < end:
            chunk = text[position : min(end, position + self.MAX_CHUNK_SIZE)]
            lattice = Lattice(self.dictionary, chunk, self.CHUNK_SIZE)
            length = lattice.forward()
            for start, entry in lattice.backward(length):
                yield position + start, entry
            position += length
