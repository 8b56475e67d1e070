"""Makes the sections with the words: entries, classes, surfaces, characters and unknown words.

Information that cannot change Janome's result is left out. Of the entries with the same surface and id only
the cheapest can be on a minimum-cost path. An entry's number matters only in comparison with entries that
can end at the same place.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from struct import pack
from typing import NamedTuple

from dictpack.wheel import Entry, Source
from youten.morphology import format as layout

# Distance between the first ranks of two parts of speech. Ranks are sometimes pushed up by words of an
# earlier part of speech; with this distance most still end below the first rank of the next one.
# Measured with 0, 1, 8 and 64: 8 is within 1 % of the smallest file.
STEP = 8


class Class(NamedTuple):
    """The common attributes of entries; the base form is the surface less ``cut`` characters + ``suffix``."""

    id: int
    pos: str
    infl_type: str
    infl_form: str
    cut: int
    suffix: str


def sections(source: Source) -> dict[bytes, bytes]:
    """Return all sections except those of the connection costs."""
    entries = survivors(source.entries)
    ranks = rank(entries)
    order = in_order(entries)
    kinds = [kind(entries[number]) for number in order]
    classes = [k for k, _ in sorted(Counter(kinds).items(), key=lambda item: (-item[1], item[0]))]
    index = {k: i for i, k in enumerate(classes)}
    usual = _usual(zip(kinds, (entries[number].cost for number in order), strict=True))
    first = _first(zip(kinds, (ranks[number] for number in order), strict=True))
    costs = [_zigzag(entries[number].cost - usual[k]) for number, k in zip(order, kinds, strict=True)]
    surfaces = [entries[number].surface for number in order]
    alphabet = _alphabet(surfaces)
    firsts, groups, blob = _surfaces(surfaces, alphabet)
    return {
        layout.META: _meta(source, [(*k, usual[k], first[k]) for k in classes]),
        layout.ALPHABET: alphabet.encode(),
        layout.FIRSTS: firsts.encode(),
        layout.GROUPS: groups,
        layout.SURFACES: blob,
        layout.CLASS_LOW: bytes(index[k] & 255 for k in kinds),
        layout.CLASS_HIGH: bytes(index[k] >> 8 for k in kinds),
        layout.COST_LOW: bytes(cost & 255 for cost in costs),
        layout.COST_HIGH: bytes(cost >> 8 for cost in costs),
        layout.RANK: bytes(ranks[number] - first[k] for number, k in zip(order, kinds, strict=True)),
    }


def survivors(entries: list[Entry]) -> dict[int, Entry]:
    """Return number -> entry, with only the cheapest (of equals the first) entry per surface and id."""
    best: dict[tuple[str, int], int] = {}
    for number, entry in enumerate(entries):
        other = best.setdefault((entry.surface, entry.id), number)
        if entry.cost < entries[other].cost:
            best[entry.surface, entry.id] = number
    return {number: entries[number] for number in sorted(best.values())}


def in_order(entries: dict[int, Entry]) -> list[int]:
    """Return the numbers of the entries in the order of the file."""
    return sorted(entries, key=lambda number: (entries[number].surface, entries[number].id))


def rank(entries: dict[int, Entry]) -> dict[int, int]:
    """Return small numbers that order entries like their own numbers, for entries that can end at one place.

    Two entries can end at the same place if one surface is a suffix of the other. An entry's rank is one more
    than the highest rank of the earlier entries with this relation, and at least the base of its part of
    speech. IPADIC has one file per part of speech, numbered one after the other. Most ranks therefore equal
    the base and need no space.
    """
    numbers = defaultdict(list)
    for number, entry in entries.items():
        numbers[entry.pos].append(number)
    middle = {pos: sorted(of)[len(of) // 2] for pos, of in numbers.items()}
    base = {pos: STEP * place for place, pos in enumerate(sorted(middle, key=lambda p: middle[p]))}
    ranks = {}
    of_surface: dict[str, int] = {}  # surface -> highest rank so far of its entries
    of_suffix: dict[str, int] = {}  # suffix -> highest rank so far of the entries that end in it
    for number, entry in sorted(entries.items()):
        suffixes = [entry.surface[i:] for i in range(len(entry.surface))]
        below = max(of_suffix.get(entry.surface, -1), *(of_surface.get(s, -1) for s in suffixes))
        ranks[number] = found = max(base[entry.pos], below + 1)
        of_surface[entry.surface] = found
        for suffix in suffixes:
            of_suffix[suffix] = max(found, of_suffix.get(suffix, -1))
    return ranks


def kind(entry: Entry) -> Class:
    """Return the class of an entry: id, attributes, and how the base form differs from the surface."""
    same = _shared(entry.surface, entry.base_form)
    cut, suffix = len(entry.surface) - same, entry.base_form[same:]
    return Class(entry.id, entry.pos, entry.infl_type, entry.infl_form, cut, suffix)


def _shared(a: str, b: str) -> int:
    """Return the length of the longest common prefix."""
    for place, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return place
    return min(len(a), len(b))


def _usual(costs: Iterable[tuple[Class, int]]) -> dict[Class, int]:
    """Return the most frequent cost of each class, the lowest if several are equally frequent."""
    counts: dict[Class, Counter[int]] = defaultdict(Counter)
    for k, cost in costs:
        counts[k][cost] += 1
    return {k: min(count, key=lambda cost: (-count[cost], cost)) for k, count in counts.items()}


def _first(ranks: Iterable[tuple[Class, int]]) -> dict[Class, int]:
    """Return the lowest rank of each class."""
    lowest: dict[Class, int] = {}
    for k, value in ranks:
        lowest[k] = min(value, lowest.get(k, value))
    return lowest


def _zigzag(number: int) -> int:
    """Map signed to unsigned numbers: 0, -1, 1, -2 … become 0, 1, 2, 3 …."""
    return number << 1 if number >= 0 else ~(number << 1)


def _alphabet(surfaces: list[str]) -> str:
    """Order the characters so that the most frequent take one byte in UTF-8 and the next ones two."""
    counts = Counter(itertools.chain.from_iterable(surfaces))
    common = sorted(counts, key=lambda c: (-counts[c], c))
    one, two = 0x80 - layout.FIRST_CODE, 0x800 - layout.FIRST_CODE
    if len(common) + layout.FIRST_CODE > 0xD800 or min(common) < chr(layout.FIRST_CODE):
        raise ValueError("the surfaces use characters that the format has no code for")
    return "".join(sorted(common[:one]) + sorted(common[one:two]) + sorted(common[two:]))


def _surfaces(surfaces: list[str], alphabet: str) -> tuple[str, bytes, bytes]:
    """Return the first characters, the table of groups, and the groups."""
    code = {ord(c): chr(layout.FIRST_CODE + i) for i, c in enumerate(alphabet)}
    firsts, blobs, counts = [], [], []
    for first, group in itertools.groupby(surfaces, key=lambda surface: surface[0]):
        words = list(group)
        firsts.append(first)
        counts.append(len(words))
        blobs.append(_group(words).translate(code).encode())
    table = pack(f"<{2 * len(firsts)}H", *map(len, blobs), *counts)
    return "".join(firsts), table, b"".join(blobs)


def _group(words: list[str]) -> str:
    """Return one group in plain characters. ``words`` are sorted and have the same first character."""
    parts = []
    pair = ""
    for head, bucket in itertools.groupby(words, key=lambda word: word[:3]):
        if head[1:2] and head[:2] != pair:
            pair = head[:2]
            parts += [layout.PAIR, head[1]]
        if head[2:]:
            parts += [layout.TRIPLE, head[2]]
        before = ""
        for tail, entries in itertools.groupby(word[3:] for word in bucket):
            same = _shared(tail, before)
            more = sum(1 for _ in entries) - 1
            parts += [layout.POP * (len(before) - same), tail[same:], layout.MORE * more, layout.END]
            before = tail
    return "".join(parts)


def _meta(source: Source, classes: list[tuple[object, ...]]) -> bytes:
    """Return the small tables as JSON."""
    return json.dumps(
        {
            "classes": classes,
            "categories": source.categories,
            "ranges": source.ranges,
            "unknowns": source.unknowns,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
