"""Time is linear, tested by counting executed lines and not by the clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.counting import work

from youten.reading import normalize, read, split_sentences

HOSTILE = {
    "openers": "「",
    "closers": "」",
    "mixed-brackets": "「（",
    "closed-late": "（「」",
    "stops": "。",
    "calls": "！",
    "calls-with-text": "！と",
    "newlines": "\n",
    "short-lines": "あ\n",
    "unclosed-lines": "「あ\n",
    "one-giant-line": "これは「長い」文だ。",
    "headlines": "港の岸壁を直す話\n",
    "box-labels": "AI要約\n",
    "boxes": "AI要約\n\nこれは一つの文である。\n\n",
    "list-headers": "関連記事\n",
    "fences": "```\n",
    "dates": "2025年5月14日\n",
    "tags": "<p>",
    "open-tags": "<a",
    "open-scripts": "<html><script>",
    "open-comments": "<html><!--",
    "links": "[a",
    "entities": "<html>&amp;",
    "combining-marks": "か\u3099\u3099",
    "half-width": "ｶﾞ",
    "invisible": "a\u200b",
    "surrogates": "\ud800",
    "spaces": " ",
    "english": "A b. ",
}


@pytest.mark.parametrize(
    "function", [normalize, split_sentences, read], ids=lambda function: function.__name__
)
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work(function: Callable[[str], object], unit: str) -> None:
    """Twice a hostile text executes about twice as many lines; quadratic work would be four times."""
    small, large = (work(function, unit * (size // len(unit))) for size in (1500, 3000))
    assert large <= 2.05 * small + 400


def test_a_line_of_one_character_costs_little() -> None:
    """What is known of a very short line is not found again: 300,000 of them are read in a bearable time."""
    assert work(read, "".join(f"{'港市図書館の人'[i % 7]}\n" for i in range(1400))) <= 300 * 1400


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_a_very_long_text_is_read(unit: str) -> None:
    """200,000 characters of any kind are split without loss and read without an error."""
    text = unit * (200_000 // len(unit))
    assert text == "".join(split_sentences(text))
    assert read(text).text.source == text
