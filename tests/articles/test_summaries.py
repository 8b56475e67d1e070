"""Golden summaries: the command line's result for each page, with the real dictionary.

After a change of selection or shortening run ``PYTHONPATH=py python tests/articles/regenerate.py`` from the
top folder. It rewrites every ``summary.txt``, and the diff is reviewed, best beside the sources
(``review.py`` makes a page for that).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from youten.model import Summary
from youten.morphology import default_analyzer
from youten.options import Options
from youten.pipeline import analyze, compose, summarize

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/page.txt"))
OPTIONS = Options(headline=True, keyphrases=5)


def as_lines(summary: Summary) -> str:
    """Return a summary as the lines of ``summary.txt``, with the rules of the cuts after each sentence."""
    source = [f"headline\t{summary.headline.text if summary.headline else ''}"]
    for sentence in summary.sentences:
        trims = " ".join(sorted({trim.rule for trim in sentence.trims}))
        source.append(f"sentence\t{sentence.text}\t{trims}".rstrip("\t"))
    source.append("keyphrases\t" + " ".join(summary.keyphrases))
    source += [f"notice\t{notice.code}" for notice in summary.notices]
    return "\n".join(source) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page_is_summarised_as_reviewed(folder: Path) -> None:
    """The box of a pasted page is the reviewed one."""
    page = (folder / "page.txt").read_text(encoding="utf-8")
    summary = summarize(page, options=OPTIONS, analyzer=default_analyzer())
    assert (folder / "summary.txt").read_text(encoding="utf-8") == as_lines(summary)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_longer_summaries_include_the_box(folder: Path) -> None:
    """Six sentences include the three, and every line is a subsequence of its source."""
    page = (folder / "page.txt").read_text(encoding="utf-8")
    analyzed = analyze(page, "", default_analyzer())
    three, six = (compose(analyzed, Options(sentences=count)).sentences for count in (3, 6))
    assert len(six) >= len(three)
    lost = {s.start for s in three} - {s.start for s in six}
    assert len(lost) <= 1, "one may give way to two that say more"
    for sentence in six:
        rest = iter(page[sentence.start : sentence.end])
        assert all(character in rest for character in sentence.text)


def test_there_are_pages_of_every_kind() -> None:
    assert len(FOLDERS) >= 25


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        *(
            (text, True)
            for text in ("了解", "承知", "禁煙", "立入禁止", "営業中", "本日休業", "関係者以外立入禁止")
        ),
        *((text, False) for text in ("你好", "早安", "谢谢", "欢迎光临", "港口市场", "新年快乐")),
    ],
)
def test_short_texts_in_kanji_alone(text: str, japanese: bool) -> None:
    """Words of the dictionary are Japanese; Chinese is not."""
    codes = {notice.code for notice in summarize(text, analyzer=default_analyzer()).notices}
    assert ("not_japanese" not in codes) is japanese
