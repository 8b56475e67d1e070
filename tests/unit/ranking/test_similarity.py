"""Cosines equal their definition."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.ranking.similarity import centroid, cosine, vector

VECTORS = st.lists(st.sampled_from("港町市雨橋"), max_size=8).map(vector)


def test_vector_counts() -> None:
    assert vector(["港", "町", "港"]) == {"港": 2.0, "町": 1.0}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"港": 1.0}, {"港": 3.0}, 1.0),
        ({"港": 1.0}, {"町": 1.0}, 0.0),
        ({"港": 1.0, "町": 1.0}, {"港": 1.0}, 1 / sqrt(2)),
        ({"港": 3.0, "町": 4.0}, {"港": 4.0, "町": 3.0}, 24 / 25),
        ({}, {"港": 1.0}, 0.0),
        ({}, {}, 0.0),
    ],
)
def test_cosine(a: dict[str, float], b: dict[str, float], expected: float) -> None:
    assert expected == pytest.approx(cosine(a, b), abs=1e-11)


@given(VECTORS, VECTORS)
def test_cosine_is_symmetric_and_within_bounds(a: dict[str, float], b: dict[str, float]) -> None:
    assert cosine(a, b) == cosine(b, a)
    assert 0.0 <= cosine(a, b) <= 1.0
    assert cosine(a, a) == (1.0 if a else 0.0)


def test_centroid_weighs_every_sentence_alike() -> None:
    assert centroid([{"港": 2.0}, {"町": 5.0}]) == {"港": 1.0, "町": 1.0}
