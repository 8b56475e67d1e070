"""Which sentences may enter a summary."""

from __future__ import annotations

import pytest

from youten.model import Role, Sentence
from youten.ranking.candidates import eligible, is_balanced, is_complete

GOOD = "港町の図書館が新しい建物に移った。"
LINE = "図書館の新しい建物が来年春に完成"
SHORT = "開館時間"


def _sentences(*texts: str | tuple[str, Role]) -> list[Sentence]:
    pairs: list[tuple[str, Role]] = [(t, "body") if isinstance(t, str) else t for t in texts]
    return [Sentence(text, 0, len(text), 0, role) for text, role in pairs]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (GOOD, True, "an ordinary sentence"),
        ("図書館はいつ開くのだろうか？", True, "a question"),
        (
            "市は「来年の春には必ず開く。もう遅らせることはない。長く待たせて申し訳なかった」と説明した」",
            False,
            "stray 」",
        ),
        (
            "「来年の春には必ず開く。もう遅らせることはない。長く待たせてしまい、本当に申し訳なかった」",
            True,
            "long 」",
        ),
        ("担当者は「必ず開く」", False, "a short quotation is a retort"),
        ("市は「必ず開くと約束した。", False, "a bracket that never closes"),
        ("市は（必ず「開く）と」約束した。", False, "brackets that cross"),
        (LINE, False, "no ending"),
        (GOOD + "🎉", True, "an emoji behind the ending"),
        (GOOD + "（笑）", False, "a bracket behind the ending"),
        ("移った。", False, "too short"),
        ("あ" * 399 + "。", True, "the longest"),
        ("あ" * 400 + "。", False, "too long for any summary"),
        ("図書館、港湾局、教育委員会！", False, "no hiragana: a list"),
        ("console.log('ready!'); wow!", False, "code"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else None,
)
def test_is_complete(text: str, expected: bool, reason: str) -> None:
    assert expected is is_complete(text), reason


@pytest.mark.parametrize(
    ("text", "expected"), [("", True), ("（「」）", True), ("」", False), ("「", False), ("（」", False)]
)
def test_is_balanced(text: str, expected: bool) -> None:
    assert expected is is_balanced(text)


@pytest.mark.parametrize(
    ("texts", "wanted", "complete", "fragments"),
    [
        ([GOOD, LINE, GOOD], 2, {0, 2}, set()),
        ([GOOD, LINE, SHORT, LINE], 2, {0}, {1, 3}),
        ([LINE, SHORT, LINE, SHORT], 1, set(), {0, 2}),
        ([SHORT, SHORT, SHORT], 2, set(), {0, 1, 2}),
        ([GOOD, SHORT], 3, {0}, {1}),
        ([GOOD, SHORT, SHORT, SHORT], 2, {0}, set()),
        ([GOOD, "</p><script>x()</script>"], 3, {0}, set()),
        (["The library moved."], 3, set(), {0}),
        ([(GOOD, "summary"), (GOOD, "headline"), (GOOD, "furniture"), GOOD], 3, {3}, set()),
        (["あ" * 401], 3, set(), set()),
        ([], 3, set(), set()),
    ],
    ids=[
        "enough sentences", "lines fill up", "lines alone", "nothing but short lines", "all of a short text",
        "short lines never join sentences", "markup never joins sentences",
        "another language alone", "body only", "too long", "nothing",
    ],
)  # fmt: skip
def test_eligible(
    texts: list[str | tuple[str, Role]], wanted: int, complete: set[int], fragments: set[int]
) -> None:
    assert (complete, fragments) == tuple(eligible(_sentences(*texts), wanted))
