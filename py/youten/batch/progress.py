"""Progress on standard error: a line that changes on a terminal, and a plain one at the end elsewhere."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TextIO

from youten.batch.messages import say
from youten.batch.model import Answer, Record

INTERVAL = 0.2  # seconds between two states of the line
WINDOW = 20.0  # seconds that the rate looks back: steady, but follows a machine that gets busy
FEWEST = 3  # records until a rate is shown: answers come in chunks, so the first alone says nothing
CLEAR = "\r\x1b[K"


class Progress:
    """Counts records and shows the counts. ``total``: bytes of the input, None if unknown."""

    def __init__(
        self,
        out: TextIO,
        lang: str,
        total: int | None,
        *,
        live: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._out = out
        self._lang = lang
        self._total = total
        self._live = live
        self._clock = clock
        self._start = self._drawn = clock()
        self.made = self.kept = self.rejected = 0
        self._passed = 0  # bytes of records that are done
        self._seen: deque[tuple[float, int, int]] = deque([(self._start, 0, 0)])  # time, records, bytes
        self._worked = 0  # bytes of records that were answered now

    def keep(self, record: Record) -> None:
        """Count a record that was answered in an earlier run."""
        self.kept += 1
        self._passed += record.size
        if not self.made + self.rejected:  # the time of skipping says nothing about the time of answering
            self._seen = deque([(self._clock(), 0, 0)])
        self._draw()

    def add(self, record: Record, answer: Answer) -> None:
        """Count a record that was answered now."""
        if answer.code:
            self.rejected += 1
        else:
            self.made += 1
        self._passed += record.size
        self._worked += record.size
        self._draw()

    def clear(self) -> None:
        """Take the line off the terminal."""
        if self._live:
            self._out.write(CLEAR)
            self._out.flush()

    def summary(self) -> str:
        """Return the closing line."""
        took = self._clock() - self._start
        rate = (self.made + self.rejected) / took if took > 0 else 0.0
        return say(
            "finished",
            self._lang,
            made=f"{self.made:,}",
            kept=f"{self.kept:,}",
            rejected=f"{self.rejected:,}",
            time=_clock_face(took),
            rate=f"{rate:,.1f}",
        )

    def line(self) -> str:
        """Return the line of this moment: how many, how fast, how much longer."""
        now, done = self._clock(), self.made + self.rejected
        self._seen.append((now, done, self._worked))
        while len(self._seen) > 2 and self._seen[0][0] < now - WINDOW:
            self._seen.popleft()
        then, records, worked = self._seen[0]
        seconds = max(now - then, 1e-9)
        count = f"{done + self.kept:,}"
        share = f" ({min(self._passed / self._total, 1):.0%})" if self._total else ""
        text = say("progress", self._lang, done=count, share=share)
        if done - records >= FEWEST:
            text += say("rate", self._lang, rate=f"{(done - records) / seconds:,.1f}")
            if self._total and self._worked > worked:
                left = max(self._total - self._passed, 0) * seconds / (self._worked - worked)
                text += say("remaining", self._lang, time=_clock_face(left))
        return text + (say("rejected", self._lang, count=f"{self.rejected:,}") if self.rejected else "")

    def _draw(self) -> None:
        if self._live and self._clock() - self._drawn >= INTERVAL:
            self._drawn = self._clock()
            self._out.write(CLEAR + self.line())
            self._out.flush()


def _clock_face(seconds: float) -> str:
    """Return seconds as h:mm:ss or m:ss."""
    minutes, second = divmod(round(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"
