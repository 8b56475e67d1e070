"""Leaves one source out: ``python bench/quality/leave_out.py FOLDER``.

Nothing in youten is fitted to articles, but its constants were set while looking at figures. Here a search
sets them: of all settings below it takes the best one on two sources and measures it on the third, unseen
one. Prints how much of the gain over the first three sentences remains.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[2] / "py"))  # runs from a checkout, nothing installed

from data import SOURCES, load
from measure import analyze_all, new_scorer
from scoring import interval, macro
from systems import System, lead, youten

from youten.ranking import salience
from youten.writing import selection

# constant -> values to choose from; one is moved at a time, away from the product's own
WEIGHTS = {
    "centrality": (0.3, 0.6), "position": (0.7, 1.2), "title_coverage": (0.2, 0.55),
    "title_cosine": (0.1, 0.4), "purpose": (0.0, 0.25, 0.8), "decision": (0.0, 0.3),
}  # fmt: skip
CONSTANTS = {
    "BUDGET_SHARE": (0.03, 0.09), "LEAST_BUDGET": (30, 80), "OVERLENGTH": (0.2, 0.5), "OVERRUN": (0.0, 0.5),
    "REDUNDANCY": (0.2, 0.45),
}  # fmt: skip
MEAN_CHARS = 150  # a setting whose summaries are longer is not allowed

Scores = dict[str, list[tuple[float, float, float]]]  # set -> (ROUGE-1, ROUGE-2, characters) per article


def settings() -> Iterator[tuple[str, Mapping[str, float], Mapping[str, float]]]:
    """Return name -> setting: the weights and constants that it changes."""
    yield "as it is", {}, {}
    for name, values in WEIGHTS.items():
        yield from ((f"{name} {value}", {name: value}, {}) for value in values)
    for name, values in CONSTANTS.items():
        yield from ((f"{name} {value}", {}, {name: value}) for value in values)


@contextmanager
def applied(weights: Mapping[str, float], constants: Mapping[str, float]) -> Iterator[None]:
    """Change constants of the product within a ``with`` block."""
    old_weights = dict(salience.WEIGHTS)
    old_constants = {name: getattr(selection, name) for name in constants}
    salience.WEIGHTS.update(weights)
    for name, value in constants.items():
        setattr(selection, name, value)
    try:
        yield
    finally:
        salience.WEIGHTS.update(old_weights)
        for name, value in old_constants.items():
            setattr(selection, name, value)


def worth(scores: Scores, sets: list[str]) -> float:
    """Return ROUGE-1 + ROUGE-2 of a setting on some sets; minus infinity if its summaries are too long."""
    means = [fmean(fmean(row[i] for row in scores[s]) for s in sets) for i in range(3)]
    return means[0] + means[1] if means[2] <= MEAN_CHARS + 10 else float("-inf")


def main() -> int:
    """Measure every setting on every set, then choose with each source left out in turn."""
    parser = argparse.ArgumentParser(description="Leave one source out")
    parser.add_argument("folder", type=Path)
    articles = analyze_all(load(parser.parse_args().folder))
    _, scorer = new_scorer()

    def score(system: System) -> Scores:
        return {
            name: [
                (*scorer.quick(item.reference, lines).values(), float(sum(map(len, lines))))
                for item, analyzed in pairs
                for lines in [system(item, analyzed, 3)]
            ]
            for name, pairs in articles.items()
        }

    measured: dict[str, Scores] = {}
    for name, weights, constants in settings():
        with applied(weights, constants):
            measured[name] = score(youten)
    baseline = score(lead)
    gains: list[dict[str, list[float]]] = [{}, {}]
    for source in dict.fromkeys(SOURCES.values()):
        seen = [s for s in articles if SOURCES[s] != source]
        chosen = max(measured, key=lambda name: worth(measured[name], seen))
        print(f"{source} unseen: chosen on the others: {chosen}")
        for s in (s for s in articles if SOURCES[s] == source):
            for metric in (0, 1):
                gains[metric][s] = [
                    a[metric] - b[metric] for a, b in zip(measured[chosen][s], baseline[s], strict=True)
                ]
    for label, gain in zip(("ROUGE-1", "ROUGE-2"), gains, strict=True):
        low, high = interval(gain)
        print(f"{label} minus lead-3 on unseen sources: {macro(gain):+.2f} ({low:+.2f} … {high:+.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
