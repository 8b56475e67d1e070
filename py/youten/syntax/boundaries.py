"""The starts of bunsetsu: a log-linear decision at every gap between two morphemes."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from youten.model import Morpheme
from youten.syntax.hashing import Hashes
from youten.syntax.weights import ZERO, Table

BITS = 20
HASH = Hashes(BITS)
# Features whose weight is 0 only.
NEUTRAL = 29 * ZERO
# Hashes of a morpheme at one of the four places around a gap: its text, its part of speech, the same in full
# with its inflection, its base form.
Look = tuple[int, ...]
# Morphemes remembered.
KEPT = 5_000


class Looks(dict[tuple[str, ...], tuple[Look, ...]]):
    """A morpheme without its offsets -> its hashes at the four places, from left to right."""

    def __missing__(self, morpheme: tuple[str, ...]) -> tuple[Look, ...]:
        if len(self) >= KEPT:
            self.clear()
        surface, pos, _, form, base = morpheme
        texts = "s" + surface, "c" + ",".join(pos.split(",", 2)[:2]), "f" + pos + form, "b" + base
        found = self[morpheme] = tuple([tuple([HASH[place + text] for text in texts]) for place in "0123"])
        return found


_looks = Looks()
_EDGE = ("", "", "", "", "")


def starts(morphemes: Sequence[Morpheme], table: Table) -> list[int]:
    """Return the indexes of the morphemes that start a bunsetsu."""
    gaps = enumerate(features(morphemes), 1)
    return [0, *(i for i, keys in gaps if sum(itemgetter(*keys)(table)) > NEUTRAL)] if morphemes else []


def features(morphemes: Sequence[Morpheme]) -> list[list[int]]:
    """Return the features of every gap between two morphemes, in order."""
    edge = _looks[_EDGE]
    looks = [edge, *[_looks[morpheme[:5]] for morpheme in morphemes], edge]
    return [_gap(*looks[i : i + 4]) for i in range(len(morphemes) - 1)]


def _gap(
    one: tuple[Look, ...], two: tuple[Look, ...], three: tuple[Look, ...], four: tuple[Look, ...]
) -> list[int]:
    """Combine the morphemes around a gap, two on each side."""
    f_word, f_pos = one[0][:2]
    b_word, b_pos, b_fine, b_base = two[1]
    a_word, a_pos, a_fine, a_base = three[2]
    n_word, n_pos = four[3][:2]
    pos = b_pos ^ a_pos
    fine = b_fine ^ a_fine
    words = b_word ^ a_word
    return [
        b_word, b_pos, b_fine, a_word, a_pos, a_fine, pos, fine, words,
        b_word ^ a_pos, b_word ^ a_fine, a_word ^ b_pos, a_word ^ b_fine, b_base ^ a_pos, a_base ^ b_pos,
        pos ^ f_pos, pos ^ n_pos, pos ^ f_pos ^ n_pos, pos ^ f_word, pos ^ n_word,
        fine ^ f_pos, fine ^ n_pos, words ^ f_pos, words ^ n_pos, words ^ f_word, words ^ n_word,
        a_word ^ n_word, a_word ^ n_pos, a_word ^ b_pos ^ f_word,
    ]  # fmt: skip
