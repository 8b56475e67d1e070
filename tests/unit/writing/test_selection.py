"""The search is exact: a brute-force search over all sets finds nothing better."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from youten.writing import selection
from youten.writing.selection import (
    BOX,
    EMPTY_PLACE,
    NESTING,
    OVERLENGTH,
    OVERRUN,
    Variant,
    budget_for,
    redundancy_for,
    select,
)

ARTICLE = 1700  # characters; three sentences of it have a soft budget of 152 and a ceiling of 150


def _similarity(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the similarity of two sets of terms: shared by all (any symmetric 0..1 would do)."""
    return round(len(set(a) & set(b)) / len(set(a) | set(b)), 6) if a or b else 0.0


def _value(variants: list[Variant], chosen: tuple[int, ...], sentences: int, places: int) -> float:
    """Return the value of a set by the module's docstring, implemented independently."""
    pairs = sum(_similarity(variants[a].terms, variants[b].terms) for a, b in combinations(chosen, 2))
    length = sum(variants[i].length for i in chosen)
    soft, ceiling = budget_for(sentences, ARTICLE)
    over = max(0, length - soft)
    scores = sum(variants[i].score for i in chosen)
    return round(
        scores
        - redundancy_for(sentences) * pairs
        - OVERRUN * (length > ceiling)
        - OVERLENGTH * over / 50
        - EMPTY_PLACE * places,
        6,
    )


def _brute_force(variants: list[Variant], sentences: int, max_chars: int | None) -> float | None:
    """Return the value of the best set; None if there is none."""
    wanted = min(sentences, len({v.group for v in variants}))
    sizes = range(1, wanted + 1) if max_chars is not None else [wanted]
    values = [
        _value(variants, chosen, sentences, wanted - size)
        for size in sizes
        if size
        for chosen in combinations(range(len(variants)), size)
        if len({variants[i].group for i in chosen}) == size
        and (max_chars is None or sum(variants[i].length for i in chosen) <= max_chars)
    ]
    return max(values, default=None)


VARIANTS = st.lists(
    st.builds(
        Variant,
        st.integers(0, 9),
        st.integers(-4, 20).map(lambda n: n / 20),
        st.integers(5, 120),
        st.sets(st.sampled_from("港町市雨橋")).map(lambda keys: dict.fromkeys(keys, 1.0)),
    ),
    max_size=9,
).map(lambda found: sorted(found, key=lambda v: v.group))


@settings(max_examples=400)
@given(VARIANTS, st.integers(1, 10), st.none() | st.integers(1, 400))
def test_no_set_is_better(variants: list[Variant], sentences: int, max_chars: int | None) -> None:
    chosen = select(variants, _similarity, sentences, ARTICLE, max_chars)
    best = _brute_force(variants, sentences, max_chars)
    if best is None:
        assert chosen == ()
        return
    wanted = min(sentences, len({v.group for v in variants}))
    lost = best - _value(variants, chosen, sentences, wanted - len(chosen))
    steps = (
        abs(sentences - BOX) if max_chars is None else 0
    )  # each may give up a little to hold the box of three
    assert -1e-5 <= lost <= NESTING * (steps > 0) + 1e-5
    assert list(chosen) == sorted(set(chosen))
    assert len({variants[i].group for i in chosen}) == len(chosen)
    if max_chars is None:
        assert len(chosen) == wanted
    else:
        assert sum(variants[i].length for i in chosen) <= max_chars


def _variant(group: int, score: float, length: int = 40, terms: str = "") -> Variant:
    return Variant(group, score, length, dict.fromkeys(terms, 1.0))


def test_of_equal_sets_the_earliest_wins() -> None:
    assert select([_variant(i, 0.5) for i in range(5)], _similarity, 2, ARTICLE) == (0, 1)


def test_the_same_said_twice_gives_way() -> None:
    variants = [_variant(0, 1.0, terms="港町"), _variant(1, 0.9, terms="港町"), _variant(2, 0.7, terms="雨")]
    assert select(variants, _similarity, 2, ARTICLE) == (0, 2)


def test_a_long_sentence_gives_way_to_a_little_worse_short_one() -> None:
    variants = [_variant(0, 1.0, 60), _variant(1, 0.9, 130), _variant(2, 0.7, 30)]
    assert select(variants, _similarity, 2, ARTICLE) == (0, 2)


def test_two_good_sentences_beat_three_poor_ones_under_a_hard_limit() -> None:
    variants = [_variant(0, 1.0, 50), _variant(1, 0.9, 50), *(_variant(i, 0.05, 20) for i in range(2, 5))]
    assert select(variants, _similarity, 3, ARTICLE, max_chars=100) == (0, 1)


def test_a_limit_that_the_best_set_keeps_changes_nothing() -> None:
    variants = [_variant(i, 1 / (1 + i), 30, "港") for i in range(6)]
    assert select(variants, _similarity, 3, ARTICLE) == select(
        variants, _similarity, 3, ARTICLE, max_chars=90
    )


@pytest.mark.parametrize("sentences", range(1, 11))
def test_the_search_stays_bounded(sentences: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With equal scores the bound prunes nothing; even then no more sets are examined than exist."""
    visited = 0
    plain = selection._Search.run

    def counted(self: selection._Search, *state: object) -> None:
        nonlocal visited
        visited += 1
        plain(self, *state)  # type: ignore[arg-type]

    monkeypatch.setattr(selection._Search, "run", counted)
    variants = [_variant(i, 0.5, 60) for i in range(selection.SHORTLIST)]
    select(variants, _similarity, sentences, ARTICLE)
    assert visited <= 2**selection.SHORTLIST * (1 + abs(sentences - selection.BOX))


def test_a_longer_summary_holds_the_shorter_one_where_that_costs_nothing() -> None:
    variants = [_variant(i, 1 / (1 + i), 40) for i in range(12)]
    boxes = [set(select(variants, _similarity, n, ARTICLE)) for n in range(1, 11)]
    assert all(small < large for small, large in pairwise(boxes))


def test_a_longer_summary_lets_go_of_what_two_others_say_better() -> None:
    short = _variant(0, 0.9, 150)
    variants = [
        short,
        _variant(1, 0.95, 75),
        _variant(2, 0.95, 75),
        _variant(3, 0.94, 75),
        _variant(4, 0.94, 75),
    ]
    assert set(select(variants, _similarity, 4, ARTICLE)) == {1, 2, 3, 4}


def test_the_budget_grows_with_the_article_up_to_a_limit_and_with_the_sentences() -> None:
    soft = [budget_for(3, n).soft for n in (0, 500, 1000, 2500, 9000)]
    ceiling = [budget_for(3, n).ceiling for n in (0, 500, 2000, 2500)]
    assert (soft, ceiling) == (pytest.approx([50, 80, 110, 200, 200]), pytest.approx([150, 150, 150, 200]))
    assert budget_for(6, 1000).soft == pytest.approx(2 * budget_for(3, 1000).soft)
