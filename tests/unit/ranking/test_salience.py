"""Scores are scaled within the article, and every part of them has a name."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.toy import ToyAnalyzer

from youten.model import AnalyzedArticle, Article, Sentence, SourceText
from youten.ranking import profile, rank
from youten.ranking.salience import OPENING, WEIGHTS

TEXTS = [
    "港町の図書館が新しい建物に移った。",
    "図書館の建物は木造で、海に面している。",
    "住民は長く待っていたと話した。",
    "翌日の朝は雨だった。",
    "図書館は港町の中心になると市は期待する。",
]


def _analyzed(texts: list[str], title: str = "") -> AnalyzedArticle:
    toy = ToyAnalyzer()
    sentences = tuple(Sentence(text, 0, len(text), 0, "body") for text in texts)
    article = Article(SourceText("", "", (), ()), title, sentences)
    morphemes = tuple(tuple(toy.analyze(text)) for text in texts)
    profiles = tuple(map(profile, sentences, morphemes))
    return AnalyzedArticle(article, morphemes, profiles, tuple(toy.analyze(title)))


def test_candidates_come_in_document_order_and_short_lines_not_at_all() -> None:
    assert [TEXTS[i] for i in (0, 1, 2, 4)] == [c.sentence.text for c in rank(_analyzed(TEXTS), 3)]


def test_scores_run_from_zero_to_one() -> None:
    """The bonus of the first sentence is added to that."""
    scores = [candidate.score - candidate.parts.get("opening", 0) for candidate in rank(_analyzed(TEXTS), 3)]
    assert (pytest.approx(min(scores), abs=1e-11), pytest.approx(max(scores), abs=1e-11)) == (0.0, 1.0)


def test_the_first_central_sentence_is_best() -> None:
    best = max(rank(_analyzed(TEXTS), 3), key=lambda c: c.score)
    assert best.sentence.text == TEXTS[0]


def test_the_title_speaks_for_the_sentences_that_share_its_words() -> None:
    plain = rank(_analyzed(TEXTS), 3)
    titled = rank(_analyzed(TEXTS, "住民は長く待っていた"), 3)
    assert all(c.parts["title_coverage"] == 0 for c in plain)
    assert titled[2].parts["title_coverage"] > 0 == titled[1].parts["title_coverage"]
    assert titled[2].score > plain[2].score


def test_parts_have_the_names_of_the_features_and_the_floor() -> None:
    first, second, *_ = rank(_analyzed(TEXTS), 3)
    assert {*WEIGHTS, "floor"} == set(second.parts)
    assert {*WEIGHTS, "floor", "opening"} == set(first.parts)


def test_equal_sentences_score_alike() -> None:
    assert [candidate.score for candidate in rank(_analyzed(TEXTS[:1]), 3)] == [0.0]


def test_a_fragment_scores_below_the_same_words_as_a_sentence() -> None:
    whole, part = TEXTS[1], TEXTS[1].removesuffix("。")
    candidates = rank(_analyzed([TEXTS[0], whole, part]), 3)
    assert candidates[2].parts["fragment"] < 0 == candidates[1].parts["fragment"]


def test_pointing_back_speaks_against_a_sentence() -> None:
    plain = rank(_analyzed(TEXTS), 3)
    pointing = rank(_analyzed([*TEXTS[:4], "この" + TEXTS[4]]), 3)
    assert pointing[3].parts["dangling"] < 0 == plain[3].parts["dangling"]
    assert pointing[3].score < plain[3].score


@pytest.mark.parametrize(
    ("name", "text"),
    [("points_inside", "市はこの計画を来年の春までに進める。"), ("unnamed", "来年の春に移転を決めた。")],
)
def test_what_leans_speaks_against_a_sentence_but_the_first(name: str, text: str) -> None:
    first, *_, last = rank(_analyzed([text, *TEXTS, text]), 3)
    assert last.parts[name] < 0 == first.parts[name]


def test_the_opening_counts_only_where_nothing_speaks_against_it() -> None:
    """A greeting gets no bonus for being first."""
    assert (
        "opening"
        not in rank(_analyzed(["港町の便りをお読みいただきありがとうございます。", *TEXTS]), 3)[0].parts
    )
    assert "opening" not in rank(_analyzed(TEXTS[:3]), 3)[0].parts


def test_nothing_gives_nothing() -> None:
    assert rank(_analyzed([]), 3) == ()


@given(
    st.lists(st.sampled_from([*TEXTS, "開館時間", "完成は来年の春の見込みとの発表"]), max_size=8),
    st.integers(1, 10),
)
def test_a_score_is_the_sum_of_its_parts(texts: list[str], wanted: int) -> None:
    for candidate in rank(_analyzed(texts, "港町の図書館"), wanted):
        assert candidate.score == pytest.approx(fsum(candidate.parts.values()), abs=1e-11)
        assert -1e-9 <= candidate.score <= 1 + OPENING + 1e-9
        assert "-0.0" not in map(repr, candidate.parts.values())
