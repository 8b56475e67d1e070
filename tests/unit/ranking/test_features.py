"""Every feature on values small enough to check by hand."""

from __future__ import annotations

from math import sqrt
from typing import Never

import pytest
from tests.unit.ranking.test_salience import TEXTS, analyzed

from youten.ranking.features import centrality, features, share, steps
from youten.ranking.leaning import points_back

A, B, C = {"港": 1.0}, {"港": 1.0, "町": 1.0}, {"雨": 1.0}


def test_centrality_gives_the_nearest_sentence_one() -> None:
    assert [1 / sqrt(2), 1.0, 0.0] == pytest.approx(centrality([A, B, C], {"港": 1.0, "町": 1.0}))


class _Large(dict[str, float]):
    """A centroid that fails if it is iterated; only look-ups are allowed."""

    def items(self) -> Never:
        raise AssertionError("work of the whole text for one sentence")

    values = keys = __iter__ = items


def test_centrality_does_not_go_through_the_centroid_for_every_sentence() -> None:
    center = _Large(dict.fromkeys("港町雨橋", 1.0))
    assert centrality([A, B, C], center) == pytest.approx(
        centrality([A, B, C], dict.fromkeys("港町雨橋", 1.0))
    )


def test_centrality_of_nothing() -> None:
    assert centrality([], {}) == []
    assert centrality([{}, {}], {}) == [0.0, 0.0]


def test_share_is_that_of_the_first_vectors_terms() -> None:
    assert [share(B, A), share(B, B), share({}, A)] == [0.5, 1.0, 0.0]


def test_steps_count_the_edges_that_are_reached() -> None:
    assert [steps(x, (0.2, 0.4)) for x in (0.1, 0.2, 0.5)] == [0, 1, 2]


def test_a_sentence_says_where_it_stands_and_what_it_shares() -> None:
    rows = features(analyzed(TEXTS, "港町の図書館"), [0, 1, 2, 4])
    assert [f"position:{i}" in row for i, row in enumerate(rows)] == [True] * 4
    assert rows[0]["title:share"] == 1.0 > rows[1]["title:share"] > rows[2]["title:share"] == 0.0
    assert "lead:cosine" not in rows[0]
    assert rows[1]["lead:cosine"] > rows[2]["lead:cosine"] == 0.0
    assert rows[0]["repeats:cosine"] == 0.0 < rows[1]["repeats:cosine"]


def test_subheads_say_what_stands_below_them() -> None:
    article = analyzed(["まとめ", *TEXTS])
    head = article.article.sentences[0]._replace(role="subhead")
    article = article._replace(
        article=article.article._replace(sentences=(head, *article.article.sentences[1:]))
    )
    first, second = features(article, [1, 2])
    assert (
        first["position:below subhead"]
        == first["position:conclusion"]
        == second["position:conclusion"]
        == 1.0
    )
    assert "position:below subhead" not in second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("これを見た住民は驚いた。", True),
        ("同氏は来年に引退する。", True),
        ("続けて「来年も開く」と話した。", True),
        ("この記事では港の歴史を紹介する。", False),
        ("この日、港が開いた。", False),
        ("これまでに3隻が入港した。", False),
        ("このため、祭りは中止された。", False),
        ("同時に二つの橋が開通した。", False),
        ("港町の図書館が移った。", False),
        ("", False),
    ],
    ids=[
        "pronoun", "same person", "continued speech", "speaks of itself", "a date", "until now",
        "cut off before it is shown", "begins with 同 only", "ordinary", "empty",
    ],
)  # fmt: skip
def test_points_back(text: str, expected: bool) -> None:
    assert points_back(text) is expected
