"""The packed dictionary has exactly what stock Janome's search can use: every entry and every cost."""

from __future__ import annotations

import gzip
import pkgutil
from collections import defaultdict

import pytest

from youten.morphology import Dictionary, load_dictionary
from youten.morphology.characters import Entry
from youten.morphology.readings import Readings
from youten.morphology.stock import StockAnalyzer

# Number of entries in Janome 0.5.0, and of those that remain if only the cheapest per surface and id is kept.
ENTRIES, SURVIVORS = 392_127, 378_916


@pytest.fixture(scope="module")
def packed() -> Dictionary:
    return load_dictionary()


@pytest.fixture(scope="module")
def readings(packed: Dictionary) -> Readings:
    data = pkgutil.get_data("youten.morphology", "data/readings.bin.gz")
    return Readings(gzip.decompress(data or b""), packed)


@pytest.fixture(scope="module")
def stock() -> dict[str, dict[int, tuple[int, int, tuple[str, ...]]]]:
    """Return surface -> id -> (cost, number, attributes) of the cheapest entry, of equals the first."""
    dictionary = StockAnalyzer()._tokenizer.sys_dic
    found: dict[str, dict[int, tuple[int, int, tuple[str, ...]]]] = defaultdict(dict)
    for number in range(ENTRIES):
        surface, left, right, cost = dictionary._find_entry(number)
        assert left == right
        if left not in found[surface] or cost < found[surface][left][0]:
            found[surface][left] = (cost, number, dictionary.lookup_extra(number)[:5])
    with pytest.raises(SystemExit):
        dictionary.lookup_extra(ENTRIES)
    return found


def of_surface(dictionary: Dictionary, surface: str) -> list[Entry]:
    """Return the entries of exactly this surface."""
    found, thirds, _ = dictionary.pairs[surface[:2]]
    if surface[2:]:
        assert surface[2] in thirds
        three, longer = dictionary.triples[surface[:3]]
        found = three if len(surface) == 3 else dict(longer)[len(surface)][surface]
    return [entry for entry in found if entry[0] == len(surface)]


def test_entries_equal_stock_janomes(
    packed: Dictionary, stock: dict[str, dict[int, tuple[int, int, tuple[str, ...]]]]
) -> None:
    """Each entry has its id, cost, part of speech, inflection and base form."""
    assert sum(map(len, stock.values())) == SURVIVORS
    for surface, expected in stock.items():
        actual = {}
        for length, _, context, cost, _, index in of_surface(packed, surface):
            pos, infl_type, infl_form, cut, suffix = packed.classes[index]
            actual[context] = (cost, (pos, infl_type, infl_form, surface[: length - cut] + suffix))
        assert actual == {context: (cost, extra[:4]) for context, (cost, _, extra) in expected.items()}


def test_readings_equal_stock_janomes(
    readings: Readings, stock: dict[str, dict[int, tuple[int, int, tuple[str, ...]]]]
) -> None:
    """The readings equal stock Janome's; an unknown word has none."""
    for surface, expected in stock.items():
        actual = {context: readings.reading(surface, context) for context in expected}
        assert actual == {context: extra[4] for context, (_, _, extra) in expected.items()}
    for surface, context in (("", 0), ("港", 9999), ("港町線", 1285), ("\ud800", 0), ("ab", 0), ("港xx", 0)):
        assert readings.reading(surface, context) == ""


def test_ranks_have_the_order_of_the_numbers(
    packed: Dictionary, stock: dict[str, dict[int, tuple[int, int, tuple[str, ...]]]]
) -> None:
    """For every two entries that can end at one place: one's surface is a suffix of the other's."""
    ordered = {}
    for surface, expected in stock.items():
        entries = of_surface(packed, surface)
        ordered[surface] = sorted((expected[entry[2]][1], entry[4]) for entry in entries)
    for surface, entries_of_word in ordered.items():
        for start in range(len(surface)):
            together = sorted(entries_of_word + ordered.get(surface[start:], []) * (start > 0))
            for number, rank in entries_of_word:
                assert all((a < number) == (b < rank) for a, b in together if a != number)


def test_connection_costs_equal_stock_janomes(packed: Dictionary) -> None:
    """All 1,731,856 costs are equal."""
    from janome.sysdic import connections

    assert [list(row) for row in packed.rows] == [list(column) for column in zip(*connections, strict=True)]
