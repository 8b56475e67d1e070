"""What a terminal shows, by a clock that the test turns."""

from __future__ import annotations

import io
import string

import pytest

from youten.batch.progress import Progress
from youten.batch.sentences import SENTENCES, say
from youten.batch.values import Answer, Record


class Clock:
    """A clock that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        """Give the time, in seconds."""
        return self.now


def _record(size: int) -> Record:
    return Record("a", 1, "json", b"", size)


@pytest.mark.parametrize(
    ("total", "lang", "expected"),
    [
        (1000, "en", "6 articles (60%) · 0.5/s · 0:10 left · 1 rejected"),
        (1000, "ja", "6 件 (60%) · 0.5 件/秒 · 残り 0:10 · 不可 1"),
        (None, "en", "6 articles · 0.5/s · 1 rejected"),
    ],
)
def test_the_line_says_how_many_how_fast_how_long(total: int | None, lang: str, expected: str) -> None:
    clock = Clock()
    progress = Progress(io.StringIO(), lang, total, live=True, clock=clock)
    progress.keep(_record(200))
    for number in range(5):
        clock.now += 2
        progress.add(_record(80), Answer(b"", "bad_json" if number == 2 else ""))
    assert expected == progress.line()


def test_no_rate_is_told_of_the_first_answer() -> None:
    clock = Clock()
    progress = Progress(io.StringIO(), "en", 1000, live=True, clock=clock)
    clock.now += 5
    progress.add(_record(10), Answer(b""))
    assert progress.line() == "1 articles (1%)"


def test_the_rate_is_that_of_the_last_seconds() -> None:
    clock = Clock()
    progress = Progress(io.StringIO(), "en", None, live=True, clock=clock)
    for _ in range(100):
        clock.now += 0.1
        progress.add(_record(1), Answer(b""))
    for _ in range(50):
        clock.now += 1
        progress.add(_record(1), Answer(b""))
    assert "· 1.0/s" in progress.line()
    assert "2.5/s" in progress.summary()


def test_the_line_is_drawn_a_few_times_a_second_and_only_on_a_terminal() -> None:
    for live, drawn in ((True, 6), (False, 0)):
        clock, out = Clock(), io.StringIO()
        progress = Progress(out, "en", None, live=live, clock=clock)
        for _ in range(1000):
            clock.now += 1 / 800
            progress.add(_record(1), Answer(b""))
        assert drawn == out.getvalue().count("\r")


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_names_the_same_values_in_both_languages(code: str) -> None:
    names = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in SENTENCES[code]]
    assert names[0] == names[1]
    values = dict.fromkeys(names[0], 5)
    assert say(code, "ja", **values) != say(code, "en", **values)
