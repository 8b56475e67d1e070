"""Which part of a word's reading belongs to which character: 図書館 トショカン -> ト, ショ, カン.

A character's parts are counted over all words, and the words divided anew by what was counted, a few times
over: expectation maximisation with the best division only. Costs are whole numbers, so that the result does
not depend on a machine's logarithm.
Source: the many-to-many alignment of letters and sounds by Jiampojamarn et al. (2007), one character to many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from youten.japanese import is_kana

Pair = tuple[str, str]  # characters, kana in katakana; the reading of all of them
Counts = dict[str, Counter[str]]  # character -> part of a reading -> words

LONGEST_PART = 5  # kana: 志 こころざし
# Three rounds over all words take half as long again for 0.2 % fewer bytes.
ROUNDS = 2
SAMPLE = 3  # only the last round looks at more than every third word
PRECISION = 16  # steps per bit
UNSEEN = 1 << 10  # a part not counted yet is as likely as one among so many
# No character's part begins with these; a few bits are enough to say so.
NEVER_FIRST = frozenset("ンャュョッーァィゥェォ")
AWKWARD = 8 * PRECISION


def align(characters: str, reading: str, cost: Callable[[str, str], int]) -> tuple[str, ...] | None:
    """Divide ``reading`` so that the parts cost least in all; kana stand for themselves. None: impossible."""
    paths: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}  # kana used -> least cost, parts
    for left, character in zip(range(len(characters) - 1, -1, -1), characters, strict=True):
        longer: dict[int, tuple[int, tuple[str, ...]]] = {}
        for start, (spent, parts) in paths.items():
            last = min(start + LONGEST_PART, len(reading) - left)
            if is_kana(character):
                last = start + 1 if reading.startswith(character, start) else start
            for end in range(max(start + 1, len(reading) - left * LONGEST_PART), last + 1):
                part = reading[start:end]
                price = spent + (0 if is_kana(character) else cost(character, part))
                if end not in longer or price < longer[end][0]:
                    longer[end] = (price, (*parts, part))
        paths = longer
    return paths[len(reading)][1] if len(reading) in paths else None


def count_parts(pairs: Iterable[Pair]) -> Counts:
    """Learn the readings of single characters from those of words."""
    words = [pair for pair in dict.fromkeys(pairs) if pair[0]]
    counts: Counts = defaultdict(Counter)
    for characters, reading in words:
        if len(characters) == 1:
            counts[characters][reading] += 1
    for number in range(ROUNDS):
        cost = _costs(counts)
        counts = defaultdict(Counter)
        for characters, reading in words if number == ROUNDS - 1 else words[::SAMPLE]:
            for character, part in zip(characters, align(characters, reading, cost) or "", strict=False):
                if not is_kana(character):
                    counts[character][part] += 1
    return counts


def _costs(counts: Counts) -> Callable[[str, str], int]:
    totals = {character: sum(of.values()) for character, of in counts.items()}

    @cache
    def cost(character: str, part: str) -> int:
        seen = counts[character][part] if character in counts else 0
        price = _bits((totals.get(character, 0) + 1) * UNSEEN) - _bits(max(1, seen * UNSEEN))
        return price + (0 if seen else abs(len(part) - 2) * PRECISION) + AWKWARD * (part[0] in NEVER_FIRST)

    return cost


def _bits(number: int) -> int:
    """Binary logarithm in steps of 1/PRECISION, from whole numbers alone."""
    return int((number**PRECISION).bit_length())
