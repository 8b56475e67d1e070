"""Toy dictionaries, packed like the real one, and stock Janome on the same data for comparison.

Stock Janome's classes accept a dictionary as objects (only its default instance loads the real one), so its
own tokenizer, lattice and matcher run here on a few words.
"""

from __future__ import annotations

from struct import pack
from typing import Any

from hypothesis import strategies as st
from janome.dic import RAMDictionary, UnknownsDictionary
from janome.fst import Matcher, compileFST, create_minimum_transducer

from dictpack import assemble
from dictpack.wheel import Entry, Source
from youten.morphology import Dictionary
from youten.morphology.janome_import import Tokenizer

IDS = 4
# name -> invoked always, groups, length: one category of each behaviour that Janome's rules have
CATEGORIES = {
    "DEFAULT": (False, True, 0),
    "KANJI": (False, False, 2),
    "LETTER": (True, True, 0),
    "NUMERAL": (True, True, 0),
}
RANGES: list[tuple[str, str, str, list[str]]] = [
    ("ａ", "ｃ", "LETTER", []),
    ("一", "十", "KANJI", []),
    ("一", "一", "NUMERAL", ["KANJI"]),
    ("〇", "〇", "KANJI", []),
    ("〇", "〇", "LETTER", ["NUMERAL"]),
]
# The parts of test texts; an empty line and a full stop may end a chunk.
PIECES = (*"あいｂｃ一丁〇 。\n", "\n\n", "\r\n\r\n")

texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
costs = st.integers(-2, 2)  # few values, so that paths often cost the same
ids = st.integers(0, IDS - 1)
entries = st.lists(
    st.builds(
        Entry,
        surface=st.text("あいｂｃ一丁〇", min_size=1, max_size=5),
        id=ids,
        cost=costs,
        pos=st.sampled_from(["名詞,一般,*,*", "動詞,自立,*,*"]),
        infl_type=st.sampled_from(["*", "一段"]),
        infl_form=st.sampled_from(["*", "基本形"]),
        base_form=st.text("あいｂ", min_size=1, max_size=3),
        reading=st.text("アイウッー", min_size=1, max_size=6) | st.just("*"),
    ),
    min_size=1,
    max_size=25,
)
matrices = st.lists(st.lists(costs, min_size=IDS, max_size=IDS), min_size=IDS, max_size=IDS)
unknowns = st.fixed_dictionaries(
    {
        name: st.lists(st.tuples(ids, costs, st.just("名詞,未知,*,*")), min_size=1, max_size=2)
        for name in CATEGORIES
    }
)
sources = st.builds(
    Source,
    entries=entries,
    connections=matrices,
    categories=st.just(CATEGORIES),
    ranges=st.just(RANGES),
    unknowns=unknowns,
)


def source(*words: tuple[str, int, int], connections: list[list[int]] | None = None) -> Source:
    """Return toy data with the given words (surface, id, cost) and one unknown word per category."""
    return Source(
        entries=[Entry(s, i, cost, "名詞,一般,*,*", "*", "*", s) for s, i, cost in words],
        connections=connections or [[0] * IDS for _ in range(IDS)],
        categories=CATEGORIES,
        ranges=RANGES,
        unknowns={name: [(1, 10, "名詞,未知,*,*")] for name in CATEGORIES},
    )


def packed(data: Source) -> Dictionary:
    return Dictionary(assemble(data))


class _StockDictionary(RAMDictionary, UnknownsDictionary):  # type: ignore[misc]
    def __init__(self, data: Source) -> None:
        words = {
            n: (e.surface, e.id, e.id, e.cost, e.pos, e.infl_type, e.infl_form, e.base_form, "*", "*")
            for n, e in enumerate(data.entries)
        }
        RAMDictionary.__init__(self, words, data.connections)
        rules = {
            name: {"INVOKE": always, "GROUP": group, "LENGTH": length}
            for name, (always, group, length) in data.categories.items()
        }
        ranges = [
            {"from": first, "to": last, "cate": name, "compat_cates": joins}
            for first, last, name, joins in data.ranges
        ]
        unknown = {name: [(i, i, c, pos) for i, c, pos in words] for name, words in data.unknowns.items()}
        UnknownsDictionary.__init__(self, (rules, ranges), unknown)


def stock(data: Source) -> Any:
    """Return Janome's own tokenizer on the toy data."""
    tokenizer = Tokenizer.__new__(Tokenizer)
    tokenizer.wakati = False
    tokenizer.user_dic = None
    tokenizer.max_unknown_length = 1024
    tokenizer.sys_dic = _StockDictionary(data)
    numbered = sorted((e.surface.encode(), pack("I", n)) for n, e in enumerate(data.entries))
    _, transducer = create_minimum_transducer(numbered)
    tokenizer.matcher = Matcher([compileFST(transducer)])
    return tokenizer
