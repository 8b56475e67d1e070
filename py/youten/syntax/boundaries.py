"""Where bunsetsu start: a log-linear decision at every gap between two morphemes."""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Morpheme
from youten.syntax.hashing import Hashes
from youten.syntax.weights import Table

BITS = 20
HASH = Hashes(BITS)
# Hashes of a morpheme as one of the four around a gap: by its text, by its part of speech, and for the two
# beside the gap by its part of speech in full with its inflection, and by its base form.
Look = tuple[int, int, int, int]


def starts(morphemes: Sequence[Morpheme], table: Table) -> list[int]:
    """Return the indexes of the morphemes that a bunsetsu starts with."""
    weight = table.__getitem__
    gaps = enumerate(features(morphemes), 1)
    return [0, *(index for index, keys in gaps if sum(map(weight, keys)) > 0)] if morphemes else []


def features(morphemes: Sequence[Morpheme]) -> list[list[int]]:
    """Return the features of every gap between two morphemes, in order."""
    texts = [(m.surface, _coarse(m.pos), m.pos + m.infl_form, m.base_form) for m in morphemes]
    edge = ("", "", "", "")
    before = [_hashed("1", *text) for text in (edge, *texts)]
    after = [_hashed("2", *text) for text in (*texts, edge)]
    return [
        _gap(before[i - 1], before[i], after[i], after[i + 1]) for i in range(1, len(morphemes))
    ]  # before[i] is the morpheme i - 1


def _coarse(pos: str) -> str:
    return ",".join(pos.split(",", 2)[:2])


def _hashed(side: str, surface: str, coarse: str, fine: str, base: str) -> Look:
    return (
        HASH[side + "s" + surface],
        HASH[side + "c" + coarse],
        HASH[side + "f" + fine],
        HASH[side + "b" + base],
    )


# Tells the far morphemes from the near ones.
FAR = HASH["far"]


def _gap(far: Look, before: Look, after: Look, beyond: Look) -> list[int]:
    b_word, b_pos, b_fine, b_base = before
    a_word, a_pos, a_fine, a_base = after
    f_word, f_pos = far[0] ^ FAR, far[1] ^ FAR
    n_word, n_pos = beyond[0] ^ FAR, beyond[1] ^ FAR
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
