"""Key phrases are whole compounds without duplicates, the highest weight first."""

from __future__ import annotations

import pytest
from tests.unit.toy import ToyAnalyzer

from youten.model import AnalyzedArticle, Article, Sentence, SourceText
from youten.ranking import keyphrases, profile
from youten.ranking.salience import focused


def _analyzed(*texts: str, title: str = "") -> AnalyzedArticle:
    toy = ToyAnalyzer()
    sentences = tuple(Sentence(text, 0, len(text), 0, "body") for text in texts)
    article = Article(SourceText("", "", (), ()), title, sentences)
    morphemes = tuple(tuple(toy.analyze(text)) for text in texts)
    profiles = tuple(map(profile, sentences, morphemes))
    return AnalyzedArticle(article, morphemes, profiles, tuple(toy.analyze(title)))


def test_the_most_frequent_compound_leads() -> None:
    found = keyphrases(_analyzed("市立図書館が移った。", "市立図書館は海に面した。", "住民が待った。"), 2)
    assert found[0] == "市立図書館"


def test_the_title_lifts_a_phrase() -> None:
    texts = ("市立図書館が移った。", "住民会議が開かれた。")
    assert keyphrases(_analyzed(*texts), 1) == ("市立図書館",)
    assert keyphrases(_analyzed(*texts, title="住民会議の一日"), 1) == ("住民会議",)


def test_part_of_a_phrase_is_not_another_phrase() -> None:
    assert keyphrases(_analyzed("市立図書館は図書館の中の図書館だ。"), 5) == ("図書館",)


@pytest.mark.parametrize("text", ["今回は中で見た。", "120人が来た。", "これはそれだ。", ""])
def test_what_names_nothing_is_no_phrase(text: str) -> None:
    assert keyphrases(_analyzed(text), 5) == ()


def test_none_asked_none_given() -> None:
    assert keyphrases(_analyzed("市立図書館が移った。"), 0) == ()


@pytest.mark.parametrize(
    ("focus", "expected"), [("図書館", [1.0, 0.0]), ("図書館 ＷＰＯ", [0.5, 0.5]), (" ", [0.0, 0.0])]
)
def test_focus_is_the_share_of_the_readers_words(focus: str, expected: list[float]) -> None:
    assert expected == focused(["図書館が移った。", "wpoが決めた。"], focus)
