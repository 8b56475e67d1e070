"""A long text costs in proportion to its length, up to the summary; guarded by counting executed lines.

The reading has a test of its own with hostile texts (``reading/test_work.py``); here are those that get past
it, and the lattice's two ways of being slow in stock Janome: runs of one unknown character, and long texts.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.counting import work
from tests.unit.morphology.toy_dictionary import packed, source
from tests.unit.toy import ToyAnalyzer

from youten.morphology import JanomeAnalyzer
from youten.options import Options
from youten.pipeline import summarize

PARAGRAPH = (
    "{n}番の港町は{n}日、古い灯台を直すと決めた。工事は来年の春に始まる見通しだという。"
    "しかし、費用は当初の見込みより{n}割ほど増える。町の人からは「早く直してほしい」との声が上がっている。\n\n"
)


def _different(paragraphs: int) -> str:
    return "".join(PARAGRAPH.format(n=n) for n in range(100, 100 + paragraphs))


TEXTS = {
    "different paragraphs": _different,
    "one sentence again and again": lambda n: "古い灯台を来年の春に直すと町が決めた。" * (4 * n),
    "one paragraph of different sentences": lambda n: _different(n).replace("\n", ""),
    "short lines": lambda n: "灯台を直すという。\n" * (6 * n),
    "one quotation": lambda n: "「" + _different(n).replace("\n", "") + "」と町長は話した。",
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_twice_the_text_is_twice_thework(make: Callable[[int], str]) -> None:
    """From text to summary; what is chosen from does not grow, and its exact search costs the same."""

    def run(text: str) -> object:
        return summarize(text, analyzer=ToyAnalyzer(), options=Options(3))

    small, large = (work(run, make(n)) for n in (20, 40))
    assert large <= 2.3 * small


RUNS = {"one character": "〇", "a character in no word": "Ａ", "two by turns": "あｂ", "signs": "…"}


@pytest.mark.parametrize("unit", RUNS.values(), ids=RUNS)
def test_a_run_of_unknown_characters_is_no_trap(unit: str) -> None:
    """Within Janome's chunk of 1,024 characters and beyond it."""
    analyzer = JanomeAnalyzer(packed(source(("あ", 1, 10))))
    short, small, large = (work(analyzer.analyze, unit * (n // len(unit))) for n in (500, 2000, 4000))
    assert small <= 4.6 * short
    assert large <= 2.3 * small


def test_a_book_is_summarised_from_all_of_its_sentences() -> None:
    """There is no sampling: the one sentence that says what the title says is found at the very end.

    60,000 characters; the sentences between have nothing of the title.
    """
    point = "港町の古い灯台は市民の寄付により来年の春に修復される。"
    text = "港町の古い灯台、市民の寄付で来年の春に修復\n\n" + _filler(60_000) + point + "\n"
    chosen = [
        sentence.text
        for sentence in summarize(text, analyzer=ToyAnalyzer(), options=Options(whole=True)).sentences
    ]
    assert point in chosen


def _filler(length: int) -> str:
    sentence = "山の向こうで{n}人の子どもが静かに絵を描いて遊んでいた。"
    lines = [sentence.format(n=n) + ("\n\n" if n % 5 == 0 else "") for n in range(length // 28)]
    return "".join(lines) + "\n\n"
