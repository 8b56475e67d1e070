"""Kinds of characters at the edges of their ranges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from youten.japanese import (
    BRACKETS,
    count_kana,
    has_hiragana,
    is_hiragana,
    is_kana,
    is_kanji,
    is_katakana,
    to_hiragana,
    to_katakana,
)

CHARACTERS = [
    # test, what passes, what does not
    (is_hiragana, "ぁあんゔゖ", "ァ゛ゝー漢a"),
    (is_katakana, "ァアンヴヺ", "ぁ・ーヽ漢ｱ"),
    (is_kana, "ぁゖァヺーゝゞヽヾ", "゛・漢aｱ"),
    (is_kanji, "一鿿㐀䶿々〆𠮷", "ぁァー、a１"),
]


@pytest.mark.parametrize(
    ("test", "passing", "others"), CHARACTERS, ids=[row[0].__name__ for row in CHARACTERS]
)
def test_kinds(test: Callable[[str], bool], passing: str, others: str) -> None:
    assert "".join(filter(test, passing + others)) == passing


def test_texts() -> None:
    assert has_hiragana("港に着く")
    assert not has_hiragana("港湾ビルABC")
    assert count_kana("かなとカナと漢字") == 6
    assert count_kana("") == 0


def test_kana_in_the_other_script() -> None:
    assert to_katakana("ゔぁゖゝ漢ー") == "ヴァヶヽ漢ー"
    assert to_hiragana("ヴァヶ漢ーヽ") == "ゔぁゖ漢ーヽ"


def test_brackets_pair_off() -> None:
    """No bracket opens and closes, and no closing bracket serves two."""
    assert not BRACKETS.keys() & set(BRACKETS.values())
    assert len(set(BRACKETS.values())) == len(BRACKETS)
