"""ROUGE on Japanese, and confidence intervals of differences.

ROUGE comes from Google's rouge-score with our tokenizer: Janome's surfaces without punctuation. Source: Lin,
ROUGE (2004); Koehn, Statistical Significance Tests (2004) for the paired bootstrap.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import Tokenizer

METRICS = ("rouge1", "rouge2", "rougeL")
RESAMPLES = 2000


class Surfaces(Tokenizer):
    """Splits text by sentence into surfaces with a letter or digit; caches every sentence."""

    def __init__(self, analyze: Callable[[str], Sequence[str]]) -> None:
        self.analyze = analyze
        self.known: dict[str, list[str]] = {}

    def tokenize(self, text: str) -> list[str]:
        """Return the surfaces of all lines; a line is one sentence."""
        return [word for line in text.split("\n") for word in self.words(line)]

    def words(self, sentence: str) -> list[str]:
        """Return the surfaces of one sentence."""
        if sentence not in self.known:
            surfaces = self.analyze(sentence)
            self.known[sentence] = [s for s in surfaces if any(character.isalnum() for character in s)]
        return self.known[sentence]


class Scorer:
    """Scores summaries against references: metric -> F, 0..100."""

    def __init__(self, surfaces: Surfaces) -> None:
        self.rouge = RougeScorer(list(METRICS), tokenizer=surfaces)
        self.without_l = RougeScorer(list(METRICS[:2]), tokenizer=surfaces)

    def score(self, reference: Sequence[str], summary: Sequence[str]) -> dict[str, float]:
        """Compare one summary with its reference."""
        found = self.rouge.score("\n".join(reference), "\n".join(summary))
        return {metric: 100 * found[metric].fmeasure for metric in METRICS}

    def quick(self, reference: Sequence[str], summary: Sequence[str]) -> dict[str, float]:
        """Compare by ROUGE-1 and 2 only, for searches: ROUGE-L is quadratic."""
        found = self.without_l.score("\n".join(reference), "\n".join(summary))
        return {metric: 100 * found[metric].fmeasure for metric in METRICS[:2]}


def macro(values: Mapping[str, Sequence[float]]) -> float:
    """Average over sets of the averages over articles."""
    return fmean(fmean(per_article) for per_article in values.values())


def interval(differences: Mapping[str, Sequence[float]], seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of the macro mean of paired differences, resampling within sets."""
    rng = random.Random(seed)  # noqa: S311 - a reproducible resampling, no secret
    means = sorted(
        macro({name: rng.choices(values, k=len(values)) for name, values in differences.items()})
        for _ in range(RESAMPLES)
    )
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]


def first_characters(summary: Sequence[str], limit: int) -> list[str]:
    """Cut a summary at a limit, inside a sentence if necessary, as DUC did."""
    shown: list[str] = []
    for sentence in summary:
        if limit > 0:
            shown.append(sentence[:limit])
        limit -= len(sentence)
    return shown
