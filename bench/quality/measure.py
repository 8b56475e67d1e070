"""Run every system on every article, at three sentences and at two lengths, and count the visible faults."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from baselines import METHODS, sumy
from data import Item
from faults import FAULTS, faults
from scoring import METRICS, Scorer, Surfaces, first_characters
from systems import System, drawn, lead, oracle, youten, youten_within

from youten.model import AnalyzedArticle
from youten.morphology import default_analyzer
from youten.pipeline import analyze

LIMITS = (100, 150)  # characters
SENTENCES = 3

Figures = dict[str, dict[str, list[float]]]  # metric -> set -> one figure per article


class Result(NamedTuple):
    """The figures of one system."""

    figures: Figures  # "rouge1", "rouge1@100", ..., "chars"
    faults: dict[str, int]  # fault -> sentences that have it
    sentences: int


class Memory:
    """Summaries of the baselines, cached between runs in one local file, since some take minutes.

    The key contains the article's sentences, so a change of reading is noticed. The file contains article
    text and must stay outside the repository.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: dict[str, list[str]] = {}
        if path and path.exists():
            self.known = pickle.loads(path.read_bytes())  # noqa: S301 - our own file

    def ask(self, name: str, analyzed: AnalyzedArticle, run: Callable[[], list[str]]) -> list[str]:
        """Return the cached summary, or make it."""
        body = [(s.text, s.paragraph) for s in analyzed.article.sentences if s.role == "body"]
        key = hashlib.sha256(repr((name, analyzed.article.title, body)).encode()).hexdigest()
        if key not in self.known:
            self.known[key] = run()
        return self.known[key]

    def keep(self) -> None:
        """Write the file."""
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(pickle.dumps(self.known))


def new_scorer() -> tuple[Surfaces, Scorer]:
    """Return the tokenizer and the ROUGE scorer that all figures use."""
    analyzer = default_analyzer()
    surfaces = Surfaces(lambda text: [morpheme.surface for morpheme in analyzer.analyze(text)])
    return surfaces, Scorer(surfaces)


def all_systems(surfaces: Surfaces, scorer: Scorer) -> dict[str, System]:
    """Return name -> system, youten first, the oracle last."""
    compared = {f"sumy {name}": sumy(name, surfaces) for name in METHODS}
    return {"youten": youten, "lead-3": lead, "random-3": drawn, **compared, "oracle": oracle(scorer)}


def analyze_all(sets: Mapping[str, Sequence[Item]]) -> dict[str, list[tuple[Item, AnalyzedArticle]]]:
    """Read every article once."""
    analyzer = default_analyzer()
    return {
        name: [(item, analyze(item.text, item.title, analyzer)) for item in items]
        for name, items in sets.items()
    }


def measure(
    name: str,
    system: System,
    articles: Mapping[str, Sequence[tuple[Item, AnalyzedArticle]]],
    scorer: Scorer,
    memory: Memory,
) -> Result:
    """Run one system on every article."""
    keys = [*METRICS, *(f"{m}@{limit}" for limit in LIMITS for m in METRICS), "chars"]
    figures: Figures = {key: {s: [] for s in articles} for key in keys}
    counts, shown = dict.fromkeys(FAULTS, 0), 0
    for set_name, pairs in articles.items():
        for item, analyzed in pairs:
            ours = name == "youten"
            lines = _run(name, system, item, analyzed, memory)
            for key, value in scorer.score(item.reference, lines).items():
                figures[key][set_name].append(value)
            for limit in LIMITS:
                cut = youten_within(analyzed, limit) if ours else first_characters(lines, limit)
                for key, value in scorer.score(item.reference, cut).items():
                    figures[f"{key}@{limit}"][set_name].append(value)
            figures["chars"][set_name].append(float(sum(map(len, lines))))
            for line in lines:
                shown += 1
                for fault, has in faults(line, analyzed).items():
                    counts[fault] += has
    return Result(figures, counts, shown)


def _run(name: str, system: System, item: Item, analyzed: AnalyzedArticle, memory: Memory) -> list[str]:
    def run() -> list[str]:
        return system(item, analyzed, SENTENCES)

    key = f"{name} {item.id}"  # the oracle uses the reference too
    return memory.ask(key, analyzed, run) if name.startswith(("sumy", "oracle")) else run()
