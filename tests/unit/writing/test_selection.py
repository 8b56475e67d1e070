"""The search is exact up to the box of three: a brute force over every set finds nothing better."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from youten.ranking import cosine
from youten.writing import selection
from youten.writing.selection import (
    BOX,
    CHARACTER,
    EMPTY_PLACE,
    FEW,
    FREE,
    HEADLINE,
    LAST_PLACE,
    LONGEST,
    NO_SUBJECT,
    REDUNDANCY,
    Variant,
    limit_for,
    select,
)


def _value(variants: list[Variant], chosen: tuple[int, ...], sentences: int, price: float) -> float:
    """Value a set as the module's docstring says, written down a second time."""
    pairs = sum(cosine(variants[a].terms, variants[b].terms) for a, b in combinations(chosen, 2))
    worth = sum(variants[i].worth for i in chosen)
    worth -= price * max(0, sum(variants[i].length for i in chosen) - FREE * sentences // BOX)
    worth -= NO_SUBJECT * (not variants[chosen[0]].subject)
    named = frozenset().union(*(v.told for v in variants))
    told = frozenset().union(*(variants[i].told for i in chosen))
    worth += HEADLINE * len(told) / len(named) if named else 0.0
    empty = sentences - len(chosen)
    last = LAST_PLACE if len({v.group for v in variants}) > FEW else EMPTY_PLACE
    return worth - REDUNDANCY * pairs - (last + EMPTY_PLACE * (empty - 1) if empty else 0.0)


def _sets(variants: list[Variant], sentences: int, limit: int) -> list[tuple[int, ...]]:
    return [
        chosen
        for size in range(1, sentences + 1)
        for chosen in combinations(range(len(variants)), size)
        if len({variants[i].group for i in chosen}) == size
        and sum(variants[i].length for i in chosen) <= limit
    ]


TERMS = ["港町", "港", "雨", "", "町市橋", "橋", "雨港"]  # of each sentence, whatever is shown of it
VARIANTS = st.lists(
    st.builds(
        lambda group, worth, length, subject, told: Variant(
            group, worth / 10, length, dict.fromkeys(TERMS[group], 1.0), subject, told
        ),
        st.integers(0, len(TERMS) - 1),
        st.integers(-10, 30),
        st.integers(5, 120),
        st.booleans(),
        st.frozensets(st.sampled_from("町橋船市")),
    ),
    max_size=9,
).map(lambda found: sorted(found, key=lambda v: v.group))


@settings(max_examples=400)
@given(VARIANTS, st.integers(1, BOX), st.none() | st.integers(1, 400))
def test_no_set_is_better(variants: list[Variant], sentences: int, max_chars: int | None) -> None:
    limit = limit_for(sentences, max_chars)
    if max_chars is None and variants:
        limit = max(limit, min(v.length for v in variants))
    chosen = select(variants, sentences, max_chars)
    price = CHARACTER if max_chars is None else 0.0
    best = max(
        (_value(variants, c, sentences, price) for c in _sets(variants, sentences, limit)), default=None
    )
    assert (best is None) == (chosen == ())
    if best is not None:
        assert chosen in _sets(variants, sentences, limit)
        assert _value(variants, chosen, sentences, price) == pytest.approx(best, abs=1e-5)


@given(VARIANTS, st.integers(BOX, 10), st.none() | st.integers(1, 600))
def test_a_longer_summary_holds_the_shorter_one(
    variants: list[Variant], sentences: int, max_chars: int | None
) -> None:
    sizes = [max_chars] if max_chars else [None]
    boxes = [set(select(variants, n, size)) for size in sizes for n in range(BOX, sentences + 1)]
    if max_chars is None:
        assert all(small <= large for small, large in pairwise(boxes))
    chosen = select(variants, sentences, max_chars)
    assert list(chosen) == sorted(set(chosen))
    assert len({variants[i].group for i in chosen}) == len(chosen) <= sentences
    assert max_chars is None or sum(variants[i].length for i in chosen) <= max_chars


def test_what_the_headline_names_is_told() -> None:
    others = [_variant(0, 1.0), _variant(1, 0.9), _variant(2, 0.8)]
    named = Variant(3, 0.1, 40, {}, told=frozenset(("橋", "開通")))
    assert select([*others, named._replace(told=frozenset())], 3) == (0, 1, 2)
    assert select([*others, named], 3) == (0, 1, 3)


def _variant(group: int, worth: float, length: int = 40, terms: str = "", *, subject: bool = True) -> Variant:
    return Variant(group, worth, length, dict.fromkeys(terms, 1.0), subject)


@pytest.mark.parametrize(
    ("variants", "sentences", "expected"),
    [
        ([_variant(i, 0.5) for i in range(5)], 2, (0, 1)),
        ([_variant(0, 2.0, terms="港"), _variant(1, 1.9, terms="港"), _variant(2, 1.8)], 2, (0, 2)),
        ([_variant(0, 2.0, 60), _variant(0, 1.8), _variant(1, 1.0), _variant(2, 1.0)], 3, (1, 2, 3)),
        ([_variant(0, 2.0, 60), _variant(1, 1.0, 60), _variant(2, -2.6, 5)], 3, (0, 1)),
        ([_variant(i, w, 40) for i, w in enumerate((2.0, 1.0, *[-1.4] * 7))], 3, (0, 1)),
        ([_variant(0, 1.0, subject=False), _variant(1, 0.9)], 1, (1,)),
        ([_variant(0, 1.0, 300), _variant(1, 0.1, 200)], 3, (1,)),
        ([], 3, ()),
    ],
    ids=[
        "of equal sets the earliest", "the same said twice gives way",
        "a shorter variant leaves room for a third",
        "an empty place is better than a poor line", "with more to choose from, than a weak one",
        "the first line names its subject",
        "where nothing fits the budget, the shortest", "nothing gives nothing",
    ],
)  # fmt: skip
def test_choice(variants: list[Variant], sentences: int, expected: tuple[int, ...]) -> None:
    assert select(variants, sentences) == expected


def test_two_good_sentences_beat_three_poor_ones_under_a_hard_limit() -> None:
    variants = [_variant(0, 2.0, 50), _variant(1, 1.9, 50), *(_variant(i, 0.05, 20) for i in range(2, 10))]
    assert select(variants, 3, max_chars=100) == (0, 1)


def test_nothing_fits_a_limit_that_is_too_small() -> None:
    assert select([_variant(0, 1.0, 50)], 3, max_chars=49) == ()


@pytest.mark.parametrize("sentences", range(1, 11))
def test_the_search_stays_bounded(sentences: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With equal worths the bound prunes little; even then no more sets are examined than triples exist."""
    visited = 0
    plain = selection._Search._extend

    def counted(self: selection._Search, *state: object) -> None:
        nonlocal visited
        visited += 1
        plain(self, *state)  # type: ignore[arg-type]

    monkeypatch.setattr(selection._Search, "_extend", counted)
    variants = [_variant(i // 6, 0.5, 30) for i in range(6 * selection.SHORTLIST)]
    select(variants, sentences)
    assert visited <= (6 * selection.SHORTLIST) ** BOX / 6


def test_the_budget_grows_with_the_sentences() -> None:
    assert [limit_for(n, None) for n in (1, 3, 6)] == [LONGEST // 3, LONGEST, 2 * LONGEST]
    assert limit_for(3, 80) == 80
