"""The progress line on a terminal, with a clock that the test controls."""

from __future__ import annotations

import io

import pytest

from youten.batch.model import Answer, Record
from youten.batch.progress import Progress


class Clock:
    """A clock that only moves when told to."""

    now = 100.0

    def __call__(self) -> float:
        """Return the time in seconds."""
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


def test_the_time_left_after_a_resume_is_that_of_the_records_to_answer() -> None:
    """Skipping 50,000 earlier records takes five seconds, answering the other 2,000 takes 400 s."""
    clock = Clock()
    progress = Progress(io.StringIO(), "en", 52_000, live=True, clock=clock)
    for _ in range(50_000):
        clock.now += 0.0001
        progress.keep(_record(1))
    for _ in range(10):
        clock.now += 0.2
        progress.add(_record(1), Answer(b""))
    assert "5.0/s · 6:38 left" in progress.line()


def test_the_line_is_drawn_a_few_times_a_second_and_only_on_a_terminal() -> None:
    for live, drawn in ((True, 6), (False, 0)):
        clock, out = Clock(), io.StringIO()
        progress = Progress(out, "en", None, live=live, clock=clock)
        for _ in range(1000):
            clock.now += 1 / 800
            progress.add(_record(1), Answer(b""))
        assert drawn == out.getvalue().count("\r")
