"""The headline: what may be cut from its beginning and what may not."""

from __future__ import annotations

import pytest

from youten.model import AnalyzedArticle, Article, Candidate, Sentence, SourceText
from youten.writing import headline

LONG = "港町市の新しい図書館が三つの会社による工事の末に完成して市民に公開された"


def _line(*texts: str) -> str | None:
    source = "".join(texts)
    candidates, start = [], 0
    for place, text in enumerate(texts):
        sentence = Sentence(text, start, start + len(text), 0, "body")
        candidates.append(Candidate(sentence, (), {}, 1 - place / 10, {}))
        start += len(text)
    text = SourceText(source, source, range(len(source)), range(1, len(source) + 1))
    article = Article(text, "", tuple(c.sentence for c in candidates))
    found = headline(AnalyzedArticle(article, (), (), ()), candidates)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (f"{LONG}。", LONG, "a sentence that is short enough"),
        (f"しかし、{LONG}。", LONG, "connectives go"),
        (f"長い工事が続いていた港町で4日、{LONG}。", None, "a phrase with its own subject stays"),
        (f"雪の残る高台の公園の中で4日、{LONG}。", LONG, "when and where may go"),
        (f"港町市の発表によると4日、{LONG}。", None, "who says so stays"),
        (f"雨が降らなければ来月の5日、{LONG}。", None, "a condition stays"),
        (f"これは{LONG[:30]}。", None, "leans on another sentence"),
        ("中止した。", None, "too short to say anything"),
        (f"{LONG}", None, "no sentence"),
    ],
)
def test_line(text: str, expected: str | None, reason: str) -> None:
    assert expected == _line(text), reason


def test_the_best_sentence_that_has_a_line_gives_it() -> None:
    assert (
        _line(f"港町市の発表によると4日、{LONG}。", "住民は長く待っていたと話した。")
        == "住民は長く待っていたと話した"
    )


def test_nothing_gives_nothing() -> None:
    assert _line() is None
