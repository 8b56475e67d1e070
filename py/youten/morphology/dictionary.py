"""Reads the packed dictionary: the words that may start at a position, costs, character categories.

Nothing is decoded before it is needed. The file's bytes stay in memory as they are (7 MB). A group is decoded
to text when its first character occurs, and its words when the characters that they start with occur. Decoded
parts are cached up to a limit. The layout is described in ``format``; ``lattice`` searches the best path.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate
from struct import unpack
from typing import Any

from youten.morphology import connection
from youten.morphology import format as layout
from youten.morphology.characters import UNKNOWN, Category, Characters, Entry

# The common attributes of entries: pos, infl_type, infl_form, and how to make the base form: the number of
# characters to cut from the end of the surface, and the characters to append.
Class = tuple[str, str, str, int, str]
Entries = tuple[Entry, ...]
# The words that may start with two characters: entries of the first alone and of both; the third characters
# of longer words; the categories that add unknown words.
Pair = tuple[Entries, str, tuple[Category, ...]]
# The words that may start with three characters: their own entries, and those of longer surfaces by length.
Triple = tuple[Entries, tuple[tuple[int, dict[str, Entries]], ...]]

# Size of the caches of pairs and of triples: an article has some 1,500 pairs of a few hundred bytes each.
KEPT = 20_000


class Dictionary:
    """A packed dictionary over the given bytes.

    ``classes`` is indexed by the last element of an entry. ``characters`` has the categories of every
    character. ``pairs`` and ``triples`` map the next two and three characters of a text to the words that may
    start there. Of entries on paths of equal cost the one with the lower rank wins. ``place(surface, id)``
    returns the position of an entry in the file: number of its group (an index of ``firsts``), number in it.
    """

    def __init__(self, data: bytes | bytearray | memoryview) -> None:
        """Open ``data``; raise ``YoutenError("bad_dictionary")`` if it is damaged or of another version."""
        sections = layout.read(data)
        meta = json.loads(bytes(sections[layout.META]))
        self.rows = _rows(sections)
        self.classes: list[Class] = [tuple(c[1:6]) for c in meta["classes"]]
        self.characters = self._characters(meta)
        words = _Words(sections, self.rows, [(c[0], c[6], c[7]) for c in meta["classes"]])
        self.checksum = layout.checksum(data)
        self.firsts = words.firsts
        self.place = words.place
        self.pairs = Pairs(words, self.characters)
        self.triples = Triples(words)

    def _characters(self, meta: dict[str, Any]) -> Characters:
        categories = []
        for name, (always, group, length) in meta["categories"].items():
            entries = []
            for context, cost, pos in meta["unknowns"][name]:
                entries.append((1, self.rows[context], context, cost, UNKNOWN, len(self.classes)))
                self.classes.append((pos, "*", "*", 0, ""))
            categories.append(Category(name, always, None if group else length, tuple(entries)))
        return Characters(categories, meta["ranges"])


class Pairs(dict[str, Pair]):
    """Cache: two characters (one at the end of a text) -> the words that may start with them."""

    def __init__(self, words: _Words, characters: Characters) -> None:
        super().__init__()
        self._words = words
        self._characters = characters

    def __missing__(self, pair: str) -> Pair:
        if len(self) >= KEPT:
            self.clear()
        one, two, thirds = self._words.pair(pair)
        found = self[pair] = (one + two, thirds, self._characters[pair[0]].always)
        return found


class Triples(dict[str, Triple]):
    """Cache: three characters -> the words that may start with them."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, triple: str) -> Triple:
        if len(self) >= KEPT:
            self.clear()
        words = self._words.triple(triple)
        three = words.pop(triple, ())
        longer: dict[int, dict[str, Entries]] = {}
        for surface, entries in words.items():
            longer.setdefault(len(surface), {})[surface] = entries
        found = self[triple] = (three, tuple(sorted(longer.items(), key=_length)))
        return found


class _Words:
    """Decodes words from the groups and columns of the file."""

    def __init__(
        self,
        sections: Mapping[bytes, memoryview],
        rows: list[connection.Row],
        bases: list[tuple[int, int, int]],  # by class: id, usual cost, first rank
    ) -> None:
        self.firsts = firsts = str(sections[layout.FIRSTS], "utf-8")
        sizes = unpack(f"<{2 * len(firsts)}H", sections[layout.GROUPS])
        self._places = dict(zip(firsts, range(len(firsts)), strict=True))
        self._offsets = list(accumulate(sizes[: len(firsts)], initial=0))
        self._numbers = list(accumulate(sizes[len(firsts) :], initial=0))
        self._surfaces = sections[layout.SURFACES]
        # Code point in a group -> character; control characters are not translated.
        controls = "".join(map(chr, range(layout.FIRST_CODE)))
        self._alphabet = controls + str(sections[layout.ALPHABET], "utf-8")
        self._columns = tuple([sections[name] for name in layout.COLUMNS])
        self._rows = rows
        self._bases = bases
        # first character -> text of its group, number of its first entry, entries of the character alone
        self._groups: dict[str, tuple[str, int, Entries]] = {}

    def pair(self, pair: str) -> tuple[Entries, Entries, str]:
        """Return the entries of the first character, those of both, the third characters of longer words."""
        text, number, one = self._group(pair[0])
        start, end = self._span(text, layout.PAIR, pair[1:], 0, len(text))
        if start == end:
            return one, (), ""
        head, *rest = text[start:end].split(layout.TRIPLE)
        thirds = "".join([part[0] for part in rest]).translate(self._alphabet)
        two = self._entries(2, number + _count(text, start), _count(head, len(head))) if head else ()
        return one, two, thirds

    def triple(self, triple: str) -> dict[str, Entries]:
        """Return surface -> entries, for the surfaces that start with ``triple``."""
        return {
            triple + tail: self._entries(3 + len(tail), number, count)
            for tail, number, count in self._tails(triple)
        }

    def place(self, surface: str, context: int) -> tuple[int, int] | None:
        """Return the entry's group and its number there; None if no entry has this surface and id."""
        text, first, entries = self._group(surface[:1])
        number = first
        if len(surface) == 2:
            _, entries, _ = self.pair(surface)
            number += _count(text, self._span(text, layout.PAIR, surface[1], 0, len(text))[0])
        elif len(surface) > 2:
            tails = (found for found in self._tails(surface[:3]) if found[0] == surface[3:])
            _, number, count = next(tails, ("", 0, 0))
            entries = self._entries(len(surface), number, count)
        ids = [entry[2] for entry in entries]
        return (self._places[surface[0]], number - first + ids.index(context)) if context in ids else None

    def _tails(self, triple: str) -> Iterator[tuple[str, int, int]]:
        """Yield the words that start with ``triple``: (tail, number of the first entry, entry count)."""
        text, number, _ = self._group(triple[0])
        start, end = self._span(text, layout.PAIR, triple[1:2], 0, len(text))
        start, end = self._span(text, layout.TRIPLE, triple[2:], start, end)
        if start == end:
            return
        number += _count(text, start)
        tail = ""
        for piece in text[start : end - 1].translate(self._alphabet).split(layout.END):
            put = piece.lstrip(layout.POP)
            fresh = put.rstrip(layout.MORE)
            tail = tail[: len(tail) + len(put) - len(piece)] + fresh
            count = 1 + len(put) - len(fresh)
            yield tail, number, count
            number += count

    def _group(self, first: str) -> tuple[str, int, Entries]:
        group = self._groups.get(first)
        if group is None:
            place = self._places.get(first)
            if place is None:
                return "", 0, ()
            number = self._numbers[place]
            text = str(self._surfaces[self._offsets[place] : self._offsets[place + 1]], "utf-8")
            end = text.find(layout.PAIR)
            alone = _count(text, end if end >= 0 else len(text))
            group = self._groups[first] = (text, number, self._entries(1, number, alone))
        return group

    def _span(self, text: str, mark: str, character: str, start: int, end: int) -> tuple[int, int]:
        """Return the part of ``text[start:end]`` that follows ``mark`` and ``character``; (0, 0) if none."""
        code = self._alphabet.find(character, layout.FIRST_CODE) if character else -1
        found = text.find(mark + chr(code), start, end) if code >= 0 else -1
        if found < 0:
            return 0, 0
        stop = text.find(mark, found + 2, end)
        return found + 2, stop if stop >= 0 else end

    def _entries(self, length: int, number: int, count: int) -> Entries:
        """Return ``count`` entries of one surface, starting at ``number``."""
        low, high, cost_low, cost_high, ranks = self._columns
        made = []
        for i in range(number, number + count):
            index = low[i] | high[i] << 8
            context, usual, first = self._bases[index]
            code = cost_low[i] | cost_high[i] << 8
            cost = usual + (code >> 1 ^ -(code & 1))
            made.append((length, self._rows[context], context, cost, first + ranks[i], index))
        return tuple(made)


def _rows(sections: Mapping[bytes, memoryview]) -> list[connection.Row]:
    parents = sections[layout.PARENTS]
    count = len(parents) // 8
    numbers = unpack(f"<{4 * count}H", parents)
    steps = [numbers[i : i + count] for i in range(0, 4 * count, count)]
    return connection.decode(sections[layout.CONNECTION_LOW], sections[layout.CONNECTION_HIGH], steps)


def _count(text: str, end: int) -> int:
    """Return the number of entries in ``text[:end]``."""
    return text.count(layout.END, 0, end) + text.count(layout.MORE, 0, end)


def _length(item: tuple[int, dict[str, Entries]]) -> int:
    return item[0]
