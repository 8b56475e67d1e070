"""Jobs: runs of the pipeline in slices of time, and the results kept of the last finished one."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import cast

from youten.furigana import Furigana
from youten.model import AnalyzedArticle
from youten.morphology import Reader
from youten.options import Options
from youten.pipeline import Phase, Result, Step, compose_steps

Phases = dict[str, float]  # name -> ms

NO_LIMIT = float("inf")
# Summaries of one article that are kept, because a reader goes to and fro between a few options. Each is kept
# with all its candidates, so of a long article there are fewer.
MOST_COMPOSED = 16
MOST_CANDIDATES = 4000


class Job:
    """An active run of the pipeline, timed by phase."""

    def __init__(self, steps: Generator[Step, None, Result], phase: Phase, *, salience: bool) -> None:
        self.phases: Phases = {}
        self.progress = 0.0  # of the analysis, 0..1
        self.salience = salience
        self._steps = steps
        self._phase = phase

    def advance(self, budget: float) -> Result | None:
        """Work for about ``budget`` ms, at least one step; return the result when it is finished."""
        begin = now = perf_counter()
        while True:
            try:
                step = next(self._steps)
            except StopIteration as end:
                result: Result = end.value
                return result
            finally:
                before, now = now, perf_counter()
                self.phases[self._phase] = self.phases.get(self._phase, 0.0) + (now - before) * 1000
            if isinstance(step, float):
                self.progress = step
            elif step is not None:
                self._phase = step
            if (now - begin) * 1000 >= budget:
                return None


class Finished:
    """The results that are kept of the last finished job."""

    def __init__(self, number: int, analyzed: AnalyzedArticle, phases: Phases) -> None:
        self.number = number
        self.analyzed = analyzed
        self.phases = phases
        self._furigana: Furigana | None = None
        self._composed: dict[Options, Result] = {}

    def composed(self, options: Options) -> tuple[Result, Phases]:
        """Return the article's summary with these options, made once, and the time it took now."""
        found = self._composed.get(options)
        if found is not None:
            return found, {"rank": 0.0, "write": 0.0}
        job = Job(compose_steps(self.analyzed, options), "rank", salience=False)
        result = cast(Result, job.advance(NO_LIMIT))
        self._composed[options] = result
        most = min(MOST_COMPOSED, max(1, MOST_CANDIDATES // max(1, len(result.candidates))))
        while len(self._composed) > most:
            del self._composed[next(iter(self._composed))]
        return result, job.phases

    def furigana(self, reader: Reader) -> Furigana:
        """Return the furigana of the article, which cache their answers."""
        if self._furigana is None:
            self._furigana = Furigana(self.analyzed, reader)
        return self._furigana
