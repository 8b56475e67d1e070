"""How an editor's short form is laid over its sentence, and what is learned from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from train import choice, gold, shortening
from youten.writing.shorten.spans import Span


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("市は[4日、]橋を開く。", "one gap"),
        ("[しかし、]市は橋を開く。", "a gap at the beginning"),
        ("市は橋[（新しい橋）]を開く。", "a character that stands twice"),
        ("市は橋を開く。", "no gap"),
    ],
)
def test_a_short_form_is_laid_with_the_fewest_gaps(marked: str, reason: str) -> None:
    mask, inside = [], False
    for c in marked:
        if c in "[]":
            inside = c == "["
        else:
            mask.append(int(not inside))
    whole = marked.replace("[", "").replace("]", "")
    short = "".join(c for c, kept in zip(whole, mask, strict=True) if kept)
    assert shortening.align(short, whole, {0, len(whole)}) == mask, reason


def test_what_is_no_part_of_the_sentence_has_no_place() -> None:
    assert shortening.align("川", "橋を開く。", set()) is None


def test_the_nearest_spans_do_not_overlap_and_keep_what_the_editor_keeps() -> None:
    mask = [0, 0, 0, 1, 1, 0, 0, 1]
    found = [Span(*s, "row", 0, 0) for s in ((0, 3), (0, 4), (2, 7), (5, 7))]
    assert sorted(shortening.nearest(found, mask)) == [0, 3]


def test_sentences_are_numbered_as_the_editors_did() -> None:
    text = "市は「開く。」と言った。住民は喜んだ！\n\n 橋。\n"
    assert [text[a:b] for a, b in gold.numbered(text)] == [
        "市は「開く。」と言った。",
        "住民は喜んだ！",
        "橋。",
    ]


def test_tables_hold_places_and_digits_but_no_text() -> None:
    """Articles stay outside the repository."""
    folder = Path(gold.__file__).with_name("data")
    for line in (folder / "grades.tsv").read_text("utf-8").splitlines():
        key, digits, box = line.split("\t")
        assert key.isascii()
        assert set(digits) <= set("0123")
        assert all(0 <= int(n) < len(digits) for n in box.split(","))
    for line in (folder / "cuts.tsv").read_text("utf-8").splitlines():
        assert set(line.split("\t")[2]) <= set("0123456789-,")


def test_a_feature_of_the_better_sentences_gets_a_weight_the_same_each_time() -> None:
    article = gold.Graded("a", "news", True, None, {0: 3, 1: 0}, frozenset({0}), {})  # type: ignore[arg-type]
    rows = [choice.Rows(article, [0, 1], [{"deed:x": 1.0}, {"deed:y": 1.0}], [3.7, 0.0])] * 5
    weights = choice.learn(rows, ridge=1.0)
    assert weights["deed:x"] > 0 > weights["deed:y"]
    assert weights == choice.learn(rows, ridge=1.0)
