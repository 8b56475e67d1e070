"""Sentences with and without a subject of their own."""

from __future__ import annotations

import pytest

from youten.morphology import default_analyzer
from youten.syntax import needs_subject, parse


def _likely(text: str) -> float:
    morphemes = default_analyzer().analyze(text)
    return needs_subject(parse(text, morphemes), morphemes)


@pytest.mark.parametrize(
    ("with_subject", "without", "reason"),
    [
        ("市長は計画を説明した。", "計画を説明した。", "a topic is the subject"),
        ("雨が強く降った。", "強く降った。", "a subject with が"),
        ("兄は東京の大学に入学した。", "その後、東京の大学に入学した。", "only an adverb stands first"),
    ],
)
def test_a_sentence_without_its_subject_is_likelier_to_need_one(
    with_subject: str, without: str, reason: str
) -> None:
    assert _likely(with_subject) < _likely(without), reason


def test_a_text_without_words_needs_none() -> None:
    assert needs_subject((), ()) == 0
