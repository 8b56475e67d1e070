"""Texts of every form, and articles that only mention one: its name, what is text in it, what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.forms.made import dressed, plain
from tests.forms.patterns import formed

from youten.reading import read
from youten.reading.forms.naming import evidence, reasons

FOLDER = Path(__file__).parents[2] / "forms"
TABLE = (FOLDER / "expected.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in TABLE if not line.startswith("#")]


def _text(name: str) -> str:
    return (FOLDER / "texts" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(("name", "forms", "shown", "hidden"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_text_is_and_what_in_it_is_text(name: str, forms: str, shown: str, hidden: str) -> None:
    """The body has the sentences that may be shown, and nothing of the form's layout and courtesy."""
    article = read(_text(name))
    body = ["".join(s.text.split("\n")) for s in article.sentences if s.role == "body"]
    assert article.form in forms.split("|"), evidence(article.text.text)
    for part in filter(None, shown.split("|")):
        assert any(part in text for text in body), body
    for part in filter(None, hidden.split("|")):
        assert all(part not in text for text in body), body


def test_every_text_has_a_row() -> None:
    assert {path.stem for path in (FOLDER / "texts").iterdir()} == {row[0] for row in ROWS}


POINTS = [
    # text, a sentence where such a text has its point, one where it has none
    ("minutes-council", "可決されました", "現在の東中学校"),
    ("letter-cleaning", "恒例の秋の清掃", "集合場所は"),
    ("howto-steps", "「回復」を選びます", ""),
    ("speech-new-year", "一人で抱え込まない", "厳しい一年"),
    ("law-judgment", "懲役２年に処する", "被告人は、令和６年"),
]


@pytest.mark.parametrize(("name", "point", "none"), POINTS, ids=[row[0] for row in POINTS])
def test_where_a_text_has_its_point(name: str, point: str, none: str) -> None:
    """Sentences where the form has its point are marked, so that ranking can favour them."""
    sentences = read(_text(name)).sentences
    assert [bool(s.point) for s in sentences if point in s.text and s.role == "body"] == [True]
    assert not none or [s.point for s in sentences if none in s.text and s.role == "body"] == [0]


def test_a_form_can_be_given() -> None:
    """Minutes read as an article keep what minutes leave out."""
    text = _text("minutes-rejected")
    article = read(text, form="article")
    assert article.form == "article"
    assert any("180万円" in s.text for s in article.sentences if s.role == "body")


def test_the_name_can_be_explained() -> None:
    """Every form that a text has signs of is named with them."""
    found = reasons(_text("minutes-council"))
    assert "speaker" in found["minutes"]


def test_texts_of_every_form_are_named() -> None:
    """Every pattern with every topic is named, and no article is taken for minutes or the reverse."""
    wrong = [(name, found) for name, form, text in formed() if (found := read(text).form) != form]
    assert wrong == []


def test_an_article_has_the_same_sentences_in_other_clothes() -> None:
    """Furniture, wraps, pages, breaks and spaces around an article change no sentence of its body."""
    for name, bare, other in dressed(100):
        bodies = [[plain(s.text) for s in read(text).sentences if s.role == "body"] for text in (bare, other)]
        assert bodies[0] == bodies[1], name
