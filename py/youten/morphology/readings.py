"""Reads the second packed file, the readings of dictionary words.

Nothing is decoded before it is needed. The layout is described in ``format``; ``ruby`` divides a reading
among the characters of a word.
"""

from __future__ import annotations

from itertools import accumulate
from struct import unpack

from youten.japanese import is_kana, to_katakana
from youten.morphology import format as layout
from youten.morphology.dictionary import Dictionary

# Sizes of the caches of words and of groups; an article has some 500 words from 300 groups.
KEPT_WORDS, KEPT_GROUPS = 10_000, 200

_END, _MORE = layout.END.encode(), layout.MORE.encode()


def core(surface: str) -> tuple[int, int] | None:
    """Return start and end of the part between the kana at the ends of a word; None if it is all kana."""
    others = [place for place, character in enumerate(surface) if not is_kana(character)]
    return (others[0], others[-1] + 1) if others else None


class Readings:
    """The readings of a dictionary's words, decoded from the bytes of the file."""

    def __init__(self, data: bytes | bytearray | memoryview, dictionary: Dictionary) -> None:
        """Open ``data``; raise ``YoutenError("bad_dictionary")`` if damaged or of another dictionary."""
        sections = layout.read(data, layout.READING_SECTIONS)
        if unpack("<L", sections[layout.BELONGS])[0] != dictionary.checksum:
            raise layout.bad("the readings belong to another one")
        self._dictionary = dictionary
        self._kana = dict(enumerate(str(sections[layout.KANA], "utf-8"), layout.KANA_CODE))
        self._parts = dict(
            zip(
                str(sections[layout.READERS], "utf-8"),
                bytes(sections[layout.READER_KANA]).split(_END),
                strict=False,  # an empty piece follows the last
            )
        )
        sizes = unpack(f"<{len(dictionary.firsts)}L", sections[layout.RECORD_GROUPS])
        self._offsets = list(accumulate(sizes, initial=0))
        self._records = sections[layout.RECORDS]
        self._groups: dict[int, list[bytes]] = {}
        self._words: dict[tuple[str, int], str] = {}

    def reading(self, surface: str, context: int) -> str:
        """Return the reading in katakana of the entry with this surface and id; "" if there is none."""
        key = (surface, context)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= KEPT_WORDS:
                self._words.clear()
            place = self._dictionary.place(surface, context)
            found = self._words[key] = "" if place is None else self._read(surface, *place)
        return found

    def _read(self, surface: str, group: int, number: int) -> str:
        records = self._group(group)
        span = core(surface)
        record = records[number]
        if span is None and not record:
            return to_katakana(surface)
        while not record:
            number -= 1
            record = records[number]
        if record == layout.AS_SPELT:
            return surface
        if span is None or record[0] < layout.READING_CODE:
            return self._spelt(record)
        picks = iter(record)
        start, end = span
        middle = "".join(
            to_katakana(c) if is_kana(c) else self._part(c, next(picks)) for c in surface[start:end]
        )
        return to_katakana(surface[:start]) + middle + to_katakana(surface[end:])

    def _group(self, group: int) -> list[bytes]:
        if group not in self._groups:
            if len(self._groups) >= KEPT_GROUPS:
                self._groups.clear()
            text = bytes(self._records[self._offsets[group] : self._offsets[group + 1]])
            self._groups[group] = text.split(_END)
        return self._groups[group]

    def _part(self, character: str, pick: int) -> str:
        return self._spelt(self._parts[character].split(_MORE)[pick - layout.READING_CODE])

    def _spelt(self, kana: bytes) -> str:
        return kana.decode("latin-1").translate(self._kana)
