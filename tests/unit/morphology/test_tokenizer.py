"""The packed tokenizer gives stock Janome's tokens, with offsets, in linear work."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.morphology.toy_dictionary import packed, source, sources, stock, texts

from dictpack.wheel import Source
from youten.model import Morpheme
from youten.morphology import JanomeAnalyzer
from youten.morphology.characters import Character, Characters
from youten.morphology.janome_import import Tokenizer
from youten.morphology.lattice import Lattice
from youten.morphology.tokenizer import PackedTokenizer

HOSTILE = [
    "",
    " ",
    "\n\u3000\t",
    "\ud800",
    "あ\udfff",
    "\x00",
    "😀",
    "あ\ud83d\ude00い",
    "\u3000あ\r\n\r\nい\u2028",
]


@pytest.fixture
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limit chunks of both tokenizers to 12 characters, with a possible end from the 5th on."""
    monkeypatch.setattr(Tokenizer, "MAX_CHUNK_SIZE", 12)
    monkeypatch.setattr(Tokenizer, "CHUNK_SIZE", 5)


def attributes(token: Any) -> tuple[str, ...]:
    return (
        token.surface,
        token.part_of_speech,
        token.infl_type,
        token.infl_form,
        token.base_form,
        token.node_type,
    )


@pytest.mark.usefixtures("short_chunks")
@settings(max_examples=300, deadline=None)
@given(sources, st.lists(texts, min_size=1, max_size=5))
def test_tokens_are_those_of_stock_janome(data: Source, examples: list[str]) -> None:
    """Texts include paths of equal cost, chunk boundaries and unknown words."""
    ours, theirs = PackedTokenizer(packed(data)), stock(data)
    for text in examples:
        expected = [attributes(token) for token in theirs.tokenize(text)]
        assert [attributes(token) for token in ours.tokenize(text)] == expected
        morphemes = ours.analyze(text)
        assert [(*m[:5], "SYS_DICT" if m.known else "UNKNOWN") for m in morphemes] == expected


@pytest.mark.usefixtures("short_chunks")
@settings(max_examples=50, deadline=None)
@given(sources, texts)
def test_options_work_as_in_stock_janome(data: Source, text: str) -> None:
    """``wakati`` yields surfaces; ``baseform_unk`` sets the base form of unknown words."""
    ours, theirs = PackedTokenizer(packed(data)), stock(data)
    assert list(ours.tokenize(text, wakati=True)) == list(theirs.tokenize(text, wakati=True))
    assert [attributes(token) for token in ours.tokenize(text, baseform_unk=False)] == [
        attributes(token) for token in theirs.tokenize(text, baseform_unk=False)
    ]


def test_a_wakati_tokenizer_yields_surfaces() -> None:
    """``wakati`` in the constructor works as in stock Janome."""
    tokenizer = PackedTokenizer(packed(source(("あい", 0, 0))), wakati=True)
    assert list(tokenizer.tokenize("あいあい")) == ["あい", "あい"]


@given(st.text() | st.text(st.characters(categories=["Cs", "Cc", "Zs", "So"])) | st.sampled_from(HOSTILE))
def test_offsets_are_exact_for_any_text(text: str) -> None:
    """Nothing raises, and the morphemes cover the stripped text exactly once."""
    morphemes = ANALYZER.analyze(text)
    assert all(text[m.start : m.end] == m.surface for m in morphemes)
    assert "".join(m.surface for m in morphemes) == text.strip()
    assert [m.end for m in morphemes[:-1]] == [m.start for m in morphemes[1:]]


ANALYZER = JanomeAnalyzer(packed(source(("あ", 0, 0), ("い", 0, 0), ("あい", 0, 1), ("丁", 0, 0))))


def test_a_lone_surrogate_is_an_unknown_character() -> None:
    """Stock Janome raises on it."""
    assert ANALYZER.analyze(" あ\ud800丁") == [
        Morpheme("あ", "名詞,一般,*,*", "*", "*", "あ", 1, 2, True),
        Morpheme("\ud800", "名詞,未知,*,*", "*", "*", "\ud800", 2, 3, False),
        Morpheme("丁", "名詞,一般,*,*", "*", "*", "丁", 3, 4, True),
    ]


class CountingCharacters(Characters):
    """Counts how often a character's categories are asked for."""

    looked_up = 0

    def __getitem__(self, key: str) -> Character:
        self.looked_up += 1
        return super().__getitem__(key)


def work(text: str) -> int:
    """Return the steps that the lattices of ``text`` take: relaxations and category look-ups."""
    dictionary = packed(source(("ｂ", 0, 0), ("ｃ", 0, 0), ("丁", 0, 0), ("あ", 0, 0)))
    dictionary.characters.__class__ = CountingCharacters
    steps = 0
    for start in range(0, len(text), 1024):
        lattice = Lattice(dictionary, text[start : start + 1024], 2048)
        lattice.forward()
        starting = [0] * len(lattice.nodes)
        for end, nodes in enumerate(lattice.nodes):
            for _, _, entry in nodes:
                starting[end - entry[0]] += 1
        steps += sum(len(nodes) * n for nodes, n in zip(lattice.nodes, starting, strict=True))
    assert isinstance(dictionary.characters, CountingCharacters)
    return steps + dictionary.characters.looked_up


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("ｂ", id="letters: words and a run at every character"),
        pytest.param("ｂｃ", id="two letters"),
        pytest.param("…", id="no category: one long word"),
        pytest.param("一", id="numerals that are kanji, too"),
        pytest.param("丁〇", id="kanji and a character of two categories"),
        pytest.param("あｂ", id="runs of one"),
        pytest.param(" ", id="white space"),
    ],
)
@pytest.mark.parametrize("size", [200, 800])
def test_work_is_linear(unit: str, size: int) -> None:
    """Stock Janome scans a run of unknown characters again from each of its characters."""
    short, long = work((unit * size)[:size] + "あ"), work((unit * size)[: size // 4] + "あ")
    assert short < 4.5 * long
    assert short < 20 * size
