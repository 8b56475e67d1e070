"""Scores are scaled within the article, and every part of them has a name."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.toy import ToyAnalyzer

from youten.model import AnalyzedArticle, Article, Sentence, SourceText
from youten.ranking import profile, rank, salience
from youten.ranking.weights import weights

TEXTS = [
    "港町の図書館が新しい建物に移った。",
    "図書館の建物は木造で、海に面している。",
    "住民は長く待っていたと話した。",
    "翌日の朝は雨だった。",
    "図書館は港町の中心になると市は期待する。",
]
# A table small enough to check by hand.
TOY = {"position:0": 500, "centrality:value": 400, "title:share": 1000, "voice:points back": -300}


def analyzed(texts: list[str], title: str = "") -> AnalyzedArticle:
    """Analyse sentences with the toy analyser."""
    toy = ToyAnalyzer()
    sentences = tuple(Sentence(text, 0, len(text), 0, "body") for text in texts)
    article = Article(SourceText("", "", (), ()), title, sentences)
    morphemes = tuple(tuple(toy.analyze(text)) for text in texts)
    profiles = tuple(map(profile, sentences, morphemes))
    return AnalyzedArticle(article, morphemes, profiles, tuple(toy.analyze(title)))


@pytest.fixture(autouse=True, scope="module")
def _toy_weights() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(salience, "weights", lambda: TOY)
        yield


def test_candidates_come_in_document_order_and_short_lines_not_at_all() -> None:
    assert [TEXTS[i] for i in (0, 1, 2, 4)] == [c.sentence.text for c in rank(analyzed(TEXTS), 3)]


def test_scores_run_from_zero_to_one() -> None:
    scores = [candidate.score for candidate in rank(analyzed(TEXTS), 3)]
    assert (pytest.approx(min(scores), abs=1e-11), pytest.approx(max(scores), abs=1e-11)) == (0.0, 1.0)


def test_the_first_central_sentence_is_best() -> None:
    best = max(rank(analyzed(TEXTS), 3), key=lambda c: c.score)
    assert best.sentence.text == TEXTS[0]


def test_the_title_speaks_for_the_sentences_that_share_its_words() -> None:
    plain = rank(analyzed(TEXTS), 3)
    titled = rank(analyzed(TEXTS, "住民は長く待っていた"), 3)
    assert all(not c.parts.get("title") for c in plain)
    assert titled[2].parts["title"] > 0 == titled[1].parts.get("title", 0)
    assert titled[2].score > plain[2].score


def test_a_part_is_what_stands_before_the_colon() -> None:
    first, *_ = rank(analyzed(TEXTS), 3)
    assert set(first.parts) <= {"position", "centrality", "title", "voice", "floor"}


def test_equal_sentences_score_alike() -> None:
    assert [candidate.score for candidate in rank(analyzed(TEXTS[:1]), 3)] == [0.0]


def test_a_fragment_scores_below_the_same_words_as_a_sentence() -> None:
    whole, part = TEXTS[1], TEXTS[1].removesuffix("。")
    candidates = rank(analyzed([TEXTS[0], whole, part]), 3)
    assert candidates[2].parts["fragment"] < 0
    assert "fragment" not in candidates[1].parts


def test_pointing_back_speaks_against_a_sentence() -> None:
    pointing = rank(analyzed([*TEXTS[:4], "この" + TEXTS[4]]), 3)
    assert pointing[3].parts["voice"] < 0 == pointing[0].parts.get("voice", 0)


def test_grades_are_the_same_before_scaling() -> None:
    candidates = rank(analyzed(TEXTS), 3)
    assert fsum(c.grade for c in candidates) == pytest.approx(0.0, abs=1e-9)
    ranked = sorted(candidates, key=lambda c: c.score)
    assert ranked == sorted(candidates, key=lambda c: c.grade)


def test_the_readers_words_move_score_and_grade() -> None:
    plain, focused = rank(analyzed(TEXTS), 3), rank(analyzed(TEXTS), 3, "住民")
    assert focused[2].score - plain[2].score == pytest.approx(salience.FOCUS)
    assert focused[2].grade > plain[2].grade
    assert focused[0].score == plain[0].score


def test_nothing_gives_nothing() -> None:
    assert rank(analyzed([]), 3) == ()


def test_the_learned_weights_are_thousandths_with_a_part_each() -> None:
    assert all(type(weight) is int and ":" in name for name, weight in weights().items())


@given(
    st.lists(st.sampled_from([*TEXTS, "開館時間", "完成は来年の春の見込みとの発表"]), max_size=8),
    st.integers(1, 10),
)
def test_a_score_is_the_sum_of_its_parts(texts: list[str], wanted: int) -> None:
    for candidate in rank(analyzed(texts, "港町の図書館"), wanted):
        assert candidate.score == pytest.approx(fsum(candidate.parts.values()), abs=1e-11)
        assert "-0.0" not in map(repr, candidate.parts.values())
