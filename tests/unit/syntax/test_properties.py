"""Properties of the tree of any text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.counting import work
from tests.unit.toy import ToyAnalyzer

from youten.morphology import default_analyzer
from youten.syntax import Bunsetsu, parse

PIECES = [
    "政府",
    "は",
    "「",
    "」",
    "、",
    "。",
    "支援",
    "を",
    "続ける",
    "と",
    "述べた",
    "（",
    "）",
    "　",
    "\n",
    "の",
    "x",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def _check(text: str, tree: Sequence[Bunsetsu], morphemes: int) -> None:
    assert "".join(text[b.start : b.end] for b in tree) == (text if morphemes else "")
    assert [i for b in tree for i in range(b.first, b.last + 1)] == list(range(morphemes))
    for i, b in enumerate(tree):
        assert b.first <= b.core <= b.last
        assert i < b.head < len(tree) if i < len(tree) - 1 else b.head == -1
        assert 0 <= b.p <= 1
        assert 0 <= b.sure <= 1
        # No arc leaves the span below another arc.
        assert all(tree[j].head <= b.head for j in range(i + 1, b.head))
        assert [j for j in range(b.left, i + 1) if _is_below(tree, j, i)] == list(range(b.left, i + 1))
        assert b.left == 0 or not _is_below(tree, b.left - 1, i)


def _is_below(tree: Sequence[Bunsetsu], index: int, ancestor: int) -> bool:
    while 0 <= index < ancestor:
        index = tree[index].head
    return index == ancestor


@given(TEXTS)
def test_a_tree_covers_its_text_and_its_arcs_do_not_cross(text: str) -> None:
    morphemes = default_analyzer().analyze(text)
    _check(text, parse(text, morphemes), len(morphemes))


@given(TEXTS)
def test_another_analyzer_will_do(text: str) -> None:
    morphemes = ToyAnalyzer().analyze(text)
    _check(text, parse(text, morphemes), len(morphemes))


@pytest.mark.parametrize("sentence", ["赤い花の写真を見て、", "「赤い（白い", "とても長い、"])
def test_time_is_linear(sentence: str) -> None:
    """The texts nest candidates as deeply as possible: every bunsetsu may depend on many."""
    texts = [sentence * times for times in (25, 100)]
    morphemes = {text: default_analyzer().analyze(text) for text in texts}
    parse(sentence, default_analyzer().analyze(sentence))  # loads the weights
    small, large = (work(lambda text: parse(text, morphemes[text]), text) for text in texts)
    assert large < 6 * small  # four times the text; quadratic work would be sixteen times
