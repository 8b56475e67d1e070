"""Tests of Japanese characters: kana, kanji and brackets; hiragana to katakana and back; pairs of characters.

Source of the ranges: the Unicode Standard's blocks. Leaves marks that end a sentence to ``reading``.
"""

from __future__ import annotations

import re

# Opening bracket or quotation mark -> the one that closes it.
BRACKETS = dict(zip("「『（(【〔［[〈《〖〘｛{“‘«〝＜｢", "」』）)】〕］]〉》〗〙｝}”’»〟＞｣", strict=True))
CLOSERS = frozenset(BRACKETS.values())

_TO_KATAKANA = {code: code + 0x60 for code in (*range(ord("ぁ"), ord("ゖ") + 1), ord("ゝ"), ord("ゞ"))}
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_RUNS = re.compile("[一-龥々]{2,}|[ァ-ヶー]{2,}")


def is_hiragana(character: str) -> bool:
    """Return whether a character is a hiragana letter."""
    return "ぁ" <= character <= "ゖ"


def is_katakana(character: str) -> bool:
    """Return whether a character is a katakana letter."""
    return "ァ" <= character <= "ヺ"


def is_kana(character: str) -> bool:
    """Return whether a character is a kana letter, or one of the marks written among them."""
    return is_hiragana(character) or is_katakana(character) or character in "ーゝゞヽヾ"


def is_kanji(character: str) -> bool:
    """Return whether a character is kanji, or one of the marks that are read like kanji."""
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or character in "々〆" or character >= "𠀀"


def has_hiragana(text: str) -> bool:
    """Return whether a text has hiragana, which carries the grammar."""
    return any(map(is_hiragana, text))


def count_kana(text: str) -> int:
    """Count the characters of a text that lie in the blocks of kana."""
    # Per different character, in C: the text may have 200,000 of them.
    return sum(text.count(character) for character in set(text) if "ぁ" <= character <= "ヺ")


def to_katakana(text: str) -> str:
    """Return a text with its hiragana as katakana."""
    return text.translate(_TO_KATAKANA)


def to_hiragana(text: str) -> str:
    """Return a text with its katakana as hiragana."""
    return text.translate(_TO_HIRAGANA)


def word_pairs(text: str) -> set[str]:
    """Return the pairs of kanji or of katakana in a text, which texts on one topic share."""
    return {run[i : i + 2] for run in _RUNS.findall(text) for i in range(len(run) - 1)}
