"""The packed tokenizer gives exactly stock Janome's tokens, on more than a million characters of all kinds.

The reference is Janome as published, on its own dictionary; the text is ``corpus``. Takes about two minutes.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest

import pytest
from tests.parity import corpus

from youten.model import Morpheme
from youten.morphology import JanomeAnalyzer, load_dictionary
from youten.morphology.stock import StockAnalyzer
from youten.morphology.tokenizer import PackedTokenizer

KINDS = (
    "natural", "surfaces", "hiragana words", "hiragana", "katakana", "numerals", "symbols",
    "white space", "rare characters", "mixed", "runs", "chunk ends",
)  # fmt: skip
CONTEXT = 30  # characters shown on either side of a difference


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    by_kind = defaultdict(list)
    for kind, text in corpus.texts():
        by_kind[kind].append(text)
    return by_kind


@pytest.fixture(scope="module")
def packed() -> JanomeAnalyzer:
    return JanomeAnalyzer(load_dictionary())


@pytest.fixture(scope="module")
def stock() -> StockAnalyzer:
    return StockAnalyzer()


def first_difference(text: str, ours: list[Morpheme], theirs: list[Morpheme]) -> str:
    """Return the first difference between two analyses with the text around it, or ""."""
    for number, (a, b) in enumerate(zip_longest(ours, theirs)):
        if a != b:
            place = (a or b).start
            around = text[max(0, place - CONTEXT) : place], text[place : place + CONTEXT]
            shown = [f"  {n} {x!r}" for x, n in ((a, "packed"), (b, "stock "))]
            return "\n".join([f"token {number}, character {place}: {around[0]!r} ▁ {around[1]!r}", *shown])
    return ""


def test_the_corpus_is_large_enough(texts: dict[str, list[str]]) -> None:
    """There are a million characters, 300,000 of them natural, and texts of every kind."""
    sizes = {kind: sum(map(len, of_kind)) for kind, of_kind in texts.items()}
    assert set(sizes) == set(KINDS)
    assert sizes["natural"] >= 300_000
    assert sum(sizes.values()) >= 1_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_tokens_equal_stock_janomes(
    kind: str, texts: dict[str, list[str]], packed: JanomeAnalyzer, stock: StockAnalyzer
) -> None:
    """Surface, part of speech, inflection, base form, known or not, and offsets are all equal."""
    differences = []
    for number, text in enumerate(texts[kind]):
        ours, theirs = packed.analyze(text), stock.analyze(text)
        if ours != theirs:
            differences.append(f"{kind} {number}, {first_difference(text, ours, theirs)}")
    assert not differences, f"{len(differences)} texts differ\n" + "\n".join(differences[:5])


def test_tokenize_yields_janome_tokens(texts: dict[str, list[str]], stock: StockAnalyzer) -> None:
    """``tokenize`` yields Janome tokens that print as stock's, but for the readings, which are not packed."""
    tokenizer = PackedTokenizer(load_dictionary())
    for text in texts["natural"][:3]:
        theirs = list(stock._tokenizer.tokenize(text))
        assert [str(token) for token in tokenizer.tokenize(text)] == [
            ",".join((*str(token).rsplit(",", 2)[0:1], "*", "*")) for token in theirs
        ]
        assert list(tokenizer.tokenize(text, wakati=True)) == [token.surface for token in theirs]


def test_readings_equal_stock_janomes(
    texts: dict[str, list[str]], packed: JanomeAnalyzer, stock: StockAnalyzer
) -> None:
    """Of every token of natural text, unknown words included."""
    assert not packed.reads
    packed.learn()
    assert packed.reads
    for text in texts["natural"]:
        assert packed.read(text) == stock.read(text)


def test_a_difference_is_reported_with_its_position(packed: JanomeAnalyzer) -> None:
    """The message shows the position and both tokens."""
    text = "港町の図書館"
    ours = packed.analyze(text)
    theirs = [*ours[:1], ours[1]._replace(pos="助詞"), *ours[2:]]
    assert first_difference(text, ours, ours) == ""
    assert first_difference(text, ours, theirs).startswith(
        f"token 1, character {ours[1].start}: '港町' ▁ 'の図書館'"
    )
    assert "token 2" in first_difference(text, ours, ours[:2])
