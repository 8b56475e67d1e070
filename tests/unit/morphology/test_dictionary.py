"""Packing loses no information that matters, and damaged files are refused."""

from __future__ import annotations

import gzip
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.morphology.toy_dictionary import CATEGORIES, RANGES, entries, packed, source, sources

from dictpack import assemble, connection, lexicon
from dictpack.squeeze import squeeze
from dictpack.wheel import Entry, Source
from youten.model import YoutenError
from youten.morphology import Dictionary, analyzer, format, load_dictionary

TOY = assemble(source(("あ", 0, 0), ("あい", 1, -5), ("あいｂ", 2, 300), ("あいｂｃ", 2, 300)))


def at(dictionary: Dictionary, text: str) -> list[tuple[int, int, int, int, str, str, str, str]]:
    """Return the dictionary words that ``text`` starts with: (length, id, cost, rank, attributes)."""
    found, thirds, _ = dictionary.pairs[text[:2]]
    if text[2:3] and text[2:3] in thirds:
        three, longer = dictionary.triples[text[:3]]
        found += three
        for length, words in longer:
            found += words.get(text[:length], ())
    result = []
    for length, row, context, cost, rank, index in found:
        assert row is dictionary.rows[context]
        pos, infl_type, infl_form, cut, suffix = dictionary.classes[index]
        if length <= len(text):
            base_form = text[: length - cut] + suffix
            result.append((length, context, cost, rank, pos, infl_type, infl_form, base_form))
    return sorted(result)


@settings(max_examples=200, deadline=None)
@given(sources, st.data())
def test_lookup_finds_every_word_and_no_other(data: Source, draw: st.DataObject) -> None:
    """The result equals a search among all entries, with only the cheapest per surface and id."""
    dictionary = packed(data)
    best: dict[tuple[str, int], int] = {}
    for number, entry in enumerate(data.entries):
        if entry.cost < data.entries[best.setdefault((entry.surface, entry.id), number)].cost:
            best[entry.surface, entry.id] = number
    ranks = lexicon.rank({number: data.entries[number] for number in best.values()})
    surfaces = st.sampled_from([entry.surface for entry in data.entries])
    text = draw.draw(st.builds(str.__add__, surfaces, st.text("あいｂ一x", max_size=3)) | st.text(min_size=1))
    expected = [
        (len(e.surface), e.id, e.cost, ranks[number], e.pos, e.infl_type, e.infl_form, e.base_form)
        for number, e in ((number, data.entries[number]) for number in best.values())
        if text.startswith(e.surface)
    ]
    assert at(dictionary, text) == sorted(expected)


@given(entries)
def test_ranks_order_entries_that_can_end_at_one_place(words: list[Entry]) -> None:
    """If one surface is a suffix of the other, the lower number has the lower rank."""
    ranks = lexicon.rank(dict(enumerate(words)))
    for a, first in enumerate(words):
        for b, second in enumerate(words[:a]):
            if first.surface.endswith(second.surface) or second.surface.endswith(first.surface):
                assert ranks[b] < ranks[a]


def test_ranks_within_a_class_survive() -> None:
    """A class stores its first rank; entries store the distance from it."""
    dictionary = packed(source(("あ", 0, 0), ("いあ", 0, 0), ("一いあ", 0, 0)))
    ranks = [at(dictionary, surface)[-1][3] for surface in ("あ", "いあ", "一いあ")]
    assert ranks == [ranks[0], ranks[0] + 1, ranks[0] + 2]


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 9), st.data())
def test_connection_costs_survive(count: int, draw: st.DataObject) -> None:
    """All 16 bits are kept; rows are indexed by the id of the following word."""
    cost = st.integers(-(2**15), 2**15 - 1) | st.integers(-3, 3)
    line = st.lists(cost, min_size=count, max_size=count)
    matrix = draw.draw(st.lists(line, min_size=count, max_size=count))
    data = Source(
        [Entry("あ", 0, 0, "", "", "", "")], matrix, CATEGORIES, RANGES, {name: [] for name in CATEGORIES}
    )
    rows = packed(data).rows
    assert [list(row) for row in rows] == [
        [matrix[before][after] for before in range(count)] for after in range(count)
    ]


def test_similar_lines_are_found() -> None:
    """The parent is the most similar earlier line, of several equal ones the nearest."""
    lines = [int.from_bytes(bytes([value, 0] * 9), "little") for value in (10, 200, 11, 201, 10, 0)]
    assert connection.parents(lines, 9) == [0, 0, 0, 1, 2, 4]
    assert connection.parents(lines, 9, may_stay=True) == [0, 1, 0, 1, 2, 5]


def test_characters_have_janomes_categories() -> None:
    """They have the order of the ranges; a character outside all ranges is DEFAULT."""
    characters = packed(source(("あ", 0, 0))).characters
    assert [c.name for c in characters["〇"].categories] == ["KANJI", "LETTER"]
    assert [c.name for c in characters["〇"].always] == ["LETTER"]
    assert characters["一"].joins == {"KANJI", "NUMERAL"}
    assert [c.name for c in characters["\ud800"].categories] == ["DEFAULT"]


def test_caches_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the variety of the texts."""
    monkeypatch.setattr("youten.morphology.dictionary.KEPT", 3)
    monkeypatch.setattr("youten.morphology.characters.REMEMBERED", 3)
    dictionary = Dictionary(TOY)
    for text in ("あいｂｃ", "いい", "xx", "xy", "あいｂｃ", "yx", "ab", "あいｃ"):
        at(dictionary, text)
        assert max(len(dictionary.pairs), len(dictionary.triples), len(dictionary.characters)) <= 3
    assert len(at(dictionary, "あいｂｃ")) == 4


def test_compression_is_reproducible() -> None:
    """The compressed file is ordinary gzip of the packed bytes, and its bytes are reproducible."""
    assert gzip.decompress(squeeze(TOY)) == TOY
    assert squeeze(TOY) == squeeze(TOY)


def _with(place: int, value: int) -> bytes:
    return TOY[:place] + bytes([value]) + TOY[place + 1 :]


def _without(name: bytes) -> bytes:
    return format.write({n: bytes(s) for n, s in format.read(TOY).items() if n != name})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x1f\x8b", id="shorter than the header"),
        pytest.param(squeeze(TOY), id="still compressed"),
        pytest.param(_with(8, 99), id="of another version"),
        pytest.param(TOY[:-1], id="cut off"),
        pytest.param(_with(len(TOY) - 1, TOY[-1] ^ 1), id="one bit wrong"),
        pytest.param(TOY + b"\0", id="longer"),
        pytest.param(_without(format.RANK), id="a section missing"),
    ],
)
def test_a_damaged_dictionary_is_refused(data: bytes) -> None:
    """``YoutenError`` is raised; stock Janome logs the text and ends the process."""
    with pytest.raises(YoutenError) as error:
        load_dictionary(data)
    assert error.value.code == "bad_dictionary"


@given(st.integers(0, len(TOY) - 1), st.integers(1, 255))
def test_every_changed_byte_is_noticed(place: int, change: int) -> None:
    """A change at any position is detected."""
    with pytest.raises(YoutenError):
        load_dictionary(_with(place, TOY[place] ^ change))


def test_loading_the_file_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found beside the code, refused if damaged, and reported if missing."""
    folder = tmp_path / "toy_package"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(analyzer, "PACKAGE", "toy_package")
    monkeypatch.setattr(analyzer, "FILE", "toy.gz")
    codes = []
    for content in (None, b"no gzip", squeeze(TOY)[:-9]):
        if content is not None:
            (folder / "toy.gz").write_bytes(content)
        with pytest.raises(YoutenError) as error:
            load_dictionary()
        codes.append(error.value.code)
    assert codes == ["no_dictionary", "bad_dictionary", "bad_dictionary"]
    (folder / "toy.gz").write_bytes(squeeze(TOY))
    assert analyzer._loaded.__wrapped__().analyze("あい")[0].surface == "あい"


def test_numbers_that_the_format_cannot_hold_stop_the_packer() -> None:
    """They are not packed with wrong values."""
    with pytest.raises(ValueError, match="no code"):
        assemble(source(("\t", 0, 0)))


def test_threads_that_start_together_load_one_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every thread that finds no analyser would load its own 40 MB."""
    loads, packed = [], Dictionary(TOY)
    started = threading.Barrier(16)

    def load() -> Dictionary:
        loads.append(None)
        time.sleep(0.05)  # long enough for the others to ask, too
        return packed

    def ask(_: int) -> object:
        started.wait()
        return analyzer.default_analyzer()

    analyzer._loaded.cache_clear()
    monkeypatch.setattr(analyzer, "load_dictionary", load)
    try:
        with ThreadPoolExecutor(16) as pool:
            assert len(set(map(id, pool.map(ask, range(16))))) == len(loads) == 1
    finally:
        analyzer._loaded.cache_clear()
