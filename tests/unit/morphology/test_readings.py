"""The second file returns every word's reading, for all kinds of characters and kana."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.unit.morphology.toy_dictionary import packed, source, sources

from dictpack import alignment, assemble, assemble_readings, lexicon
from dictpack.wheel import Entry, Source
from youten.model import YoutenError
from youten.morphology import Dictionary, JanomeAnalyzer, readings
from youten.morphology.readings import Readings, core


def of(*words: tuple[str, str]) -> Source:
    """Return toy data with the given (surface, reading) pairs."""
    entries = [Entry(s, 0, 0, "名詞,一般,*,*", "*", "*", s, r) for s, r in words]
    return source(("あ", 0, 0))._replace(entries=entries)


def opened(data: Source) -> Readings:
    return Readings(assemble_readings(data, assemble(data)), packed(data))


@settings(max_examples=200, deadline=None)
@given(sources)
def test_every_reading_survives(data: Source) -> None:
    """The reading is that of the cheapest entry of each surface and id."""
    found = opened(data)
    for entry in lexicon.survivors(data.entries).values():
        assert found.reading(entry.surface, entry.id) == entry.reading


WORDS = (
    ("図書館", "トショカン"), ("図書", "トショ"), ("図面", "ズメン"), ("書館", "ショカン"), ("館", "カン"),
    ("書面", "ショメン"), ("食べる", "タベル"), ("食べ", "タベ"), ("食う", "クウ"), ("今日", "キョウ"),
    ("は", "ハ"), ("へえ", "エー"), ("ヶ月", "カゲツ"), ("。", "。"), ("お茶", "オチャ"), ("茶", "チャ"),
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word[0])
def test_words_of_every_kind(word: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Readings are divided, spelt out, repeated, or as spelt; also without a cache."""
    monkeypatch.setattr(readings, "KEPT_WORDS", 1)
    monkeypatch.setattr(readings, "KEPT_GROUPS", 1)
    found = opened(of(*WORDS))
    assert [found.reading(surface, 0) for surface, _ in WORDS] == [reading for _, reading in WORDS]
    assert found.reading(word[0], 0) == word[1]
    assert found.reading(word[0], 1) == ""
    assert found.reading(word[0] + "図", 0) == ""


def test_parts_are_learnt_from_words() -> None:
    """館 is カン in three words, so the rest of トショカン is divided between 図 and 書."""
    counts = alignment.count_parts(WORDS[:6])
    assert counts["館"].most_common(1)[0][0] == "カン"
    assert counts["図"].most_common(1)[0][0] == "ト"


@pytest.mark.parametrize(
    ("characters", "reading", "expected"),
    [
        ("長い道", "ナガイミチ", None),  # hiragana must be given as katakana
        ("長イ道", "ナガイミチ", ("ナガ", "イ", "ミチ")),
        ("今日", "ア", None),  # fewer kana than characters
        ("志", "ココロザシジ", None),  # more than a character can have
    ],
)
def test_align(characters: str, reading: str, expected: tuple[str, ...] | None) -> None:
    parts = alignment.align(characters, reading, lambda _character, part: abs(len(part) - 2))
    assert parts == expected


@pytest.mark.parametrize(
    ("surface", "expected"), [("お茶会", (1, 3)), ("食べる", (0, 1)), ("取り組む", (0, 3)), ("ここ", None)]
)
def test_core(surface: str, expected: tuple[int, int] | None) -> None:
    assert core(surface) == expected


def test_readings_of_another_dictionary_are_refused() -> None:
    """Entry numbers of one dictionary are meaningless in another."""
    data, other = of(("図", "ズ")), of(("図", "ト"), ("面", "メン"))
    file = assemble_readings(data, assemble(data))
    analyzer = JanomeAnalyzer(Dictionary(assemble(other)))
    for damaged in (file, file[:-1], b""):
        with pytest.raises(YoutenError) as error:
            analyzer.learn(damaged)
        assert error.value.code == "bad_dictionary"
    assert not analyzer.reads
    analyzer = JanomeAnalyzer(Dictionary(assemble(data)))
    analyzer.learn(file)
    assert [(m.surface, reading) for m, reading in analyzer.read("図x")] == [("図", "ズ"), ("x", "*")]


def test_more_kana_than_codes_stop_the_packer() -> None:
    data = of(("図", "".join(map(chr, range(0x100, 0x200)))))
    with pytest.raises(ValueError, match="more kana"):
        assemble_readings(data, assemble(data))
