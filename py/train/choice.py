"""Learns which sentences belong into a box: ridge regression of the editors' grades on the features.

    python -m train.choice GOLD TRAIN            print how good it is on sources left out
    python -m train.choice GOLD TRAIN --write    learn from all and write ``youten/ranking/data/weights.json``

Grades and features are taken less their mean in the article, so that only the order within it is learned.
Weights are thousandths of a grade; small ones are left out. The same input gives the same bytes.
Source: Hoerl and Kennard, Ridge Regression (1970), solved by conjugate gradients.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from train.gold import Graded, graded
from youten.ranking.features import Features, features
from youten.ranking.weights import FILE, UNIT

RIDGE = 100.0
IN_BOX = 0.7  # of a grade, on top of the grade, for a sentence of the box
LEAST_ARTICLES = 4  # that a feature occurs in
LEAST_WEIGHT = 10  # thousandths
ROUNDS = 200


class Rows(NamedTuple):
    """The sentences of one article."""

    article: Graded
    chosen: list[int]
    rows: list[Features]
    target: list[float]


def rows(article: Graded) -> Rows:
    """Return an article's sentences with their features and the grades to learn."""
    chosen = sorted(i for i in article.grades if article.analyzed.morphemes[i])
    target = [article.grades[i] + IN_BOX * (i in article.box) for i in chosen]
    return Rows(article, chosen, features(article.analyzed, chosen), target)


def learn(data: Sequence[Rows], ridge: float = RIDGE) -> dict[str, int]:
    """Return the weights, by name of the feature."""
    seen = Counter(name for article in data for name in set().union(*article.rows))
    names = sorted(name for name, count in seen.items() if count >= LEAST_ARTICLES)
    index = {name: i for i, name in enumerate(names)}
    row: list[int] = []
    column: list[int] = []
    value: list[float] = []
    target: list[float] = []
    group: list[int] = []
    for number, article in enumerate(data):
        for features_, wanted in zip(article.rows, article.target, strict=True):
            for name, x in features_.items():
                if name in index:
                    row.append(len(target))
                    column.append(index[name])
                    value.append(x)
            target.append(wanted)
            group.append(number)
    weights = _solve(
        np.array(row), np.array(column), np.array(value), np.array(target), np.array(group), len(names), ridge
    )
    found = {name: round(float(weight) / UNIT) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in found.items() if abs(weight) >= LEAST_WEIGHT}


def _solve(row: Any, column: Any, value: Any, target: Any, group: Any, size: int, ridge: float) -> Any:
    """Solve the normal equations by conjugate gradients, with the means within groups subtracted."""
    count = np.bincount(group)

    def centered(v: Any) -> Any:
        return v - (np.bincount(group, v) / count)[group]

    def forward(w: Any) -> Any:
        return centered(np.bincount(row, value * w[column], len(target)))

    def backward(v: Any) -> Any:
        return np.bincount(column, value * centered(v)[row], size)

    w = np.zeros(size)
    r = backward(centered(target))
    p, rr = r.copy(), r @ r
    for _ in range(ROUNDS):
        q = backward(forward(p)) + ridge * p
        step = rr / (p @ q)
        w += step * p
        r -= step * q
        rr, before = r @ r, rr
        if rr < 1e-12:
            break
        p = r + (rr / before) * p
    return w


def score(article: Rows, weights: dict[str, int]) -> list[float]:
    """Score an article's sentences, in thousandths of a grade."""
    return [sum(weights.get(name, 0) * x for name, x in row.items()) for row in article.rows]


def figures(
    data: Sequence[Rows], learned: dict[object, dict[str, int]], fold: Callable[[Rows], object]
) -> str:
    """Return how well the three best sentences agree with the editors, by source, as text."""
    kept: dict[str, list[tuple[float, float]]] = {}
    for article in data:
        scores = score(article, learned[fold(article)])
        best = sorted(range(len(scores)), key=lambda i: -scores[i])[:3]
        chosen = {article.chosen[i] for i in best}
        box = article.article.box
        covered = len(chosen & box) / len(box) if box else 0.0
        grade = sum(article.article.grades[i] == 3 for i in chosen) / max(1, len(chosen))
        for key in (article.article.source, "all"):
            kept.setdefault(key, []).append((covered, grade))
    mean = {
        k: tuple(round(sum(x[i] for x in v) / len(v), 3) for i in (0, 1)) for k, v in sorted(kept.items())
    }
    return "  ".join(f"{k} {v[0]:.3f} {v[1]:.3f}" for k, v in mean.items())


def main(arguments: list[str]) -> int:
    """Validate, or learn and write."""
    data = [rows(article) for article in graded(Path(arguments[0]), Path(arguments[1]))]
    gold = [article for article in data if article.article.gold]
    if "--write" in arguments:
        weights = learn(data)
        Path(FILE).parent.mkdir(exist_ok=True)
        Path(FILE).write_text(
            json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
        )
        sys.stderr.write(f"{len(weights)} weights\n")
        return 0
    folds: dict[str, Callable[[Rows], object]] = {
        "by source": lambda x: x.article.source,
        "by article": lambda x: zlib.crc32(x.article.id.encode()) % 5,
    }
    for name, fold in folds.items():
        learned = {key: learn([a for a in data if fold(a) != key]) for key in {fold(a) for a in gold}}
        sys.stdout.write(f"{name}: covered, graded 3: {figures(gold, learned, fold)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
