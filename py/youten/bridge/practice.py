"""Works on a text of its own, so that a browser has compiled what the reader's first text needs.

Nothing is kept of it. Leaves to the worker when there is time (static/engine/worker/warm.js).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator

from youten.bridge.jobs import Job
from youten.model import Morpheme
from youten.morphology import Analyzer
from youten.options import Options
from youten.pipeline import Result, Step, analyze, summarize_steps

# One of each thing that articles have.
TEXT = (
    "港町の図書館が、海の見える新しい建物に移った。市は来年の春に開くと発表した。費用は約3億円で、国が半分を負担する。"
    "「長く待っていた」と住民の男性（64）は話した。しかし、駐車場が足りないという意見もある。市は今後、対策を検討する。"
)
OPTIONS = Options(keyphrases=5, headline=True)
# Times that it is summarised: a browser compiles again, and better, what has run often.
ROUNDS = 12


class Recorded:
    """An analyser that knows the text of the practice, and needs no dictionary."""

    def __init__(self, recorded: str) -> None:
        self._known = json.loads(recorded)

    def analyze(self, text: str) -> list[Morpheme]:
        """Return the recorded morphemes of a sentence of the text; of another text, none."""
        return [Morpheme(*each) for each in self._known.get(text, ())]


def record(analyzer: Analyzer) -> str:
    """Return what ``Recorded`` needs."""
    found = analyze(TEXT, "", analyzer)
    texts = (sentence.text for sentence in found.article.sentences)
    return json.dumps(dict(zip(texts, found.morphemes, strict=True)), ensure_ascii=False)


def practise(analyzer: Analyzer) -> Callable[[float], bool]:
    """Return a function that practises for so many ms; it returns whether there is more to do."""
    job = Job(_rounds(analyzer), "read", salience=False)
    return lambda budget: job.advance(budget) is None


def _rounds(analyzer: Analyzer) -> Generator[Step, None, Result]:
    for _ in range(ROUNDS - 1):
        yield from summarize_steps(TEXT, "", analyzer, OPTIONS)
    return (yield from summarize_steps(TEXT, "", analyzer, OPTIONS))
