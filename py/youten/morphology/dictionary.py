"""The packed dictionary, opened: what words may start at a place, costs, character categories.

Nothing is decoded before it is needed. The file's bytes stay as they are (7 MB); a group becomes text when
its first character is met, and words are made of it when the characters they start with are. What was made
is kept for the next time, up to a limit. The layout is ``format``; how words make a path is ``lattice``.
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

# What entries of a class have in common: pos, infl_type, infl_form, and how their base form is made: so many
# characters off the surface's end, then these put on.
Class = tuple[str, str, str, int, str]
Entries = tuple[Entry, ...]
# What may start with two characters: entries of the first alone and of both; the third characters that
# longer words have; the categories that make unknown words besides.
Pair = tuple[Entries, str, tuple[Category, ...]]
# What may start with three characters: their own entries, and by length those of longer surfaces.
Triple = tuple[Entries, tuple[tuple[int, dict[str, Entries]], ...]]

# Pairs and triples kept of each: an article has some 1,500 pairs, of a few hundred bytes.
KEPT = 20_000


class Dictionary:
    """A packed dictionary over the bytes it was given.

    ``classes`` are indexed by the last part of an entry; ``characters`` has the categories of every
    character; ``pairs`` and ``triples`` map the next two and three characters of a text to what may start
    there. Of entries that make paths of equal cost the one of lower rank wins. ``place(surface, id)`` is
    where an entry stands in the file: number of its group (an index of ``firsts``), number within it.
    """

    def __init__(self, data: bytes | bytearray | memoryview) -> None:
        """Open ``data``; ``YoutenError("bad_dictionary")`` if it is damaged or of another version."""
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
    """Two characters (one at the end of a text) -> what may start with them."""

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
    """Three characters -> what may start with them."""

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
    """The groups of the file, and the columns that go with them."""

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
        # Code point in a group -> character; the control characters mean themselves.
        controls = "".join(map(chr, range(layout.FIRST_CODE)))
        self._alphabet = controls + str(sections[layout.ALPHABET], "utf-8")
        self._columns = tuple([sections[name] for name in layout.COLUMNS])
        self._rows = rows
        self._bases = bases
        # first character -> text of its group, number of its first entry, entries of the character alone
        self._groups: dict[str, tuple[str, int, Entries]] = {}

    def pair(self, pair: str) -> tuple[Entries, Entries, str]:
        """Entries of the first character, entries of both, third characters of longer words."""
        text, number, one = self._group(pair[0])
        start, end = self._span(text, layout.PAIR, pair[1:], 0, len(text))
        if start == end:
            return one, (), ""
        head, *rest = text[start:end].split(layout.TRIPLE)
        thirds = "".join([part[0] for part in rest]).translate(self._alphabet)
        two = self._entries(2, number + _count(text, start), _count(head, len(head))) if head else ()
        return one, two, thirds

    def triple(self, triple: str) -> dict[str, Entries]:
        """Entries of the surfaces that start with ``triple``."""
        return {
            triple + tail: self._entries(3 + len(tail), number, count)
            for tail, number, count in self._tails(triple)
        }

    def place(self, surface: str, context: int) -> tuple[int, int] | None:
        """Where the entry of this surface and id stands: its group, its number there; None: nowhere."""
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
        """What follows three characters: the tail of each word, the number of its first entry, how many."""
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
        """Where in ``text[start:end]`` stands what follows ``mark`` and ``character``; empty if nowhere."""
        code = self._alphabet.find(character, layout.FIRST_CODE) if character else -1
        found = text.find(mark + chr(code), start, end) if code >= 0 else -1
        if found < 0:
            return 0, 0
        stop = text.find(mark, found + 2, end)
        return found + 2, stop if stop >= 0 else end

    def _entries(self, length: int, number: int, count: int) -> Entries:
        """Make the entries of one surface, ``number`` and following."""
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
    """Entries in ``text[:end]``."""
    return text.count(layout.END, 0, end) + text.count(layout.MORE, 0, end)


def _length(item: tuple[int, dict[str, Entries]]) -> int:
    return item[0]
