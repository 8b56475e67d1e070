"""Every feature on values small enough to check by hand."""

from __future__ import annotations

from math import log, sqrt
from typing import Never

import pytest
from tests.unit.toy import ToyAnalyzer

from youten.ranking.features import centrality, dangling, position, title_cosine, title_coverage

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


def test_position_falls_with_the_place_and_grows_with_the_article() -> None:
    assert [log(3) / 4, log(3) / 8, log(3) / 12] == pytest.approx(position(3))
    assert position(1) == [0.0]
    assert position(0) == []


def test_title_coverage_is_the_share_of_the_titles_terms() -> None:
    assert title_coverage([A, B, C], B) == [0.5, 1.0, 0.0]
    assert title_coverage([A], {}) == [0.0]


def test_title_cosine() -> None:
    assert [1 / sqrt(2), 1.0, 0.0] == pytest.approx(title_cosine([A, B, C], B))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("これを見た住民は驚いた。", 1.0),
        ("同氏は来年に引退する。", 1.0),
        ("しかし、この計画は中止された。", 1.0),
        ("続けて「来年も開く」と話した。", 1.0),
        ("この記事では港の歴史を紹介する。", 0.0),
        ("この日、港が開いた。", 0.0),
        ("これまでに3隻が入港した。", 0.0),
        ("このため、祭りは中止された。", 0.0),
        ("同時に二つの橋が開通した。", 0.0),
        ("港町の図書館が移った。", 0.0),
        ("", 0.0),
    ],
    ids=[
        "pronoun", "same person", "behind a connective", "continued speech", "speaks of itself", "a date",
        "until now", "cut off before it is shown", "begins with 同 only", "ordinary", "empty",
    ],
)  # fmt: skip
def test_dangling(text: str, expected: float) -> None:
    assert [expected] == dangling([text], [ToyAnalyzer().analyze(text)])
