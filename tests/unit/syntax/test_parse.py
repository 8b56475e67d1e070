"""Sentences and their trees: ``▁`` marks the start of a bunsetsu, the numbers are heads."""

from __future__ import annotations

import pytest

from youten.morphology import default_analyzer
from youten.syntax import parse


@pytest.mark.parametrize(
    ("marked", "heads", "reason"),
    [
        ("市長は▁会議で▁計画を▁説明した。", [3, 3, 3, -1], "a topic and cases of one predicate"),
        ("赤い▁屋根の▁家に▁住む▁人が▁来た。", [1, 2, 3, 4, 5, -1], "a chain of modifiers"),
        (
            "雨が▁降った▁ため、▁祭りは▁中止に▁なった。",
            [1, 2, 5, 5, 5, -1],
            "an adverbial clause",
        ),
        ("反対する▁人も▁いるが、▁市は▁工事を▁始める。", [1, 2, 5, 5, 5, -1], "two clauses joined by が"),
        (
            "首相は、▁増税しない▁考えを▁示した▁大臣を▁批判した。",
            [5, 2, 3, 4, 5, -1],
            "beyond a relative clause",
        ),
        (
            "市長は▁「来年までに▁橋を▁直す」と▁約束した。",
            [4, 3, 3, 4, -1],
            "a quotation is closed",
        ),
        ("「港」は▁古い▁店だ。", [2, 2, -1], "brackets inside a bunsetsu"),
        ("東京、▁大阪、▁福岡で▁説明会を▁開く。", [1, 2, 4, 4, -1], "coordinated nouns"),
        ("それは▁事実ではない。", [1, -1], "a noun as the predicate"),
        ("中止。", [-1], "one bunsetsu"),
    ],
)
def test_a_sentence(marked: str, heads: list[int], reason: str) -> None:
    text = marked.replace("▁", "")
    tree = parse(text, default_analyzer().analyze(text))
    assert "▁".join(text[b.start : b.end] for b in tree) == marked, reason
    assert [b.head for b in tree] == heads, reason


def test_arcs_without_a_choice_are_surer_than_ambiguous_ones() -> None:
    text = "古い町の写真を見た。"  # the town is old, or the photograph
    tree = parse(text, default_analyzer().analyze(text))
    assert tree[0].p < 0.9 < tree[2].p


def test_no_morphemes_no_tree() -> None:
    assert parse("", ()) == parse("　", ()) == ()
