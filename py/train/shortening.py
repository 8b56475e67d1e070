"""Learns what an editor cuts from a sentence: a semi-Markov model over the spans that may be cut.

    python -m train.shortening GOLD TRAIN            print how good it is on sources left out
    python -m train.shortening GOLD TRAIN --write    learn from all and write the weights

An editor's short form is laid over its sentence with as few gaps as possible; the spans that come nearest to
the gaps are what is learned. Weights are thousandths of a log-odds; small ones are left out.
Source: Sarawagi and Cohen, Semi-Markov Conditional Random Fields (2004); L-BFGS after Nocedal (1980).
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
from youten.writing.compression import Cut, cuts
from youten.writing.shorten import Surroundings, model
from youten.writing.shorten.features import features
from youten.writing.shorten.spans import Span, spans
from youten.writing.shorten.view import View, view
from youten.writing.surroundings import surroundings

RIDGE = 2.0
LEAST_SENTENCES = 3  # that a feature occurs in
LEAST_WEIGHT = 80  # thousandths
ROUNDS = 60
LONGEST = 400  # characters
WRONG = (
    3.0  # cutting a character that an editor keeps counts so many times as much as keeping one that is cut
)


class Lesson(NamedTuple):
    """A sentence with an editor's short form."""

    article: Graded
    view: View
    around: Surroundings
    always: list[Cut]  # what every line goes without
    spans: list[Span]
    names: list[list[str]]  # features of each span
    mask: list[int]  # 1 for each character that the editor keeps
    gold: list[int]  # indexes of the spans nearest to the editor's gaps


def align(short: str, whole: str, places: set[int]) -> list[int] | None:
    """Lay a short form over its sentence: fewest gaps, their ends at ``places``; None if it does not fit."""
    far = float("inf")
    costs: list[list[float]] = [[far, 0.0]] + [[far, far] for _ in short]
    back = []
    for i, c in enumerate(whole):
        edge = 0 if i in places else 1
        now = [[far, far] for _ in costs]
        came = [[0, 0] for _ in costs]
        for j, (dropped, taken) in enumerate(costs):
            cost = (dropped, taken + 2 + edge)
            came[j][0] = int(cost[1] < cost[0])
            now[j][0] = min(cost)
            if j and short[j - 1] == c:
                before = costs[j - 1]
                cost = (before[0] + edge, before[1])
                came[j][1] = int(cost[1] <= cost[0])
                now[j][1] = min(cost)
        costs = now
        back.append(came)
    state, j = int(costs[-1][1] <= costs[-1][0]), len(short)
    if min(costs[-1]) == far:
        return None
    mask = [0] * len(whole)
    for i in range(len(whole) - 1, -1, -1):
        mask[i] = state
        state, j = back[i][j][state], j - state
    return mask


def nearest(found: Sequence[Span], mask: Sequence[int]) -> list[int]:
    """Return the spans, none overlapping, that agree best with the editor's gaps."""
    sums = [0, *np.cumsum(mask).tolist()]
    gains = []
    for start, end, *_ in found:
        kept = sums[end] - sums[start]
        gains.append(end - start - kept - WRONG * kept - 0.1)
    return model._best(len(mask), found, gains)


def lessons(article: Graded) -> list[Lesson]:
    """Return the shortened sentences of an article with the spans that the editor cut."""
    analyzed, made = article.analyzed, []
    around = surroundings(analyzed)
    for index, short in sorted(article.short.items()):
        sentence, morphemes = analyzed.article.sentences[index], analyzed.morphemes[index]
        if not morphemes or len(sentence.text) > LONGEST:
            continue
        seen = view(sentence.text, morphemes)
        mask = align(short, sentence.text, {c.start for c in seen.chunks})
        if mask is None:
            continue
        always = cuts(sentence.text, morphemes, analyzed.article.text.text)
        for start, end, _ in always:
            mask[start:end] = [0] * (end - start)
        found = model.optional(spans(seen), always)
        names = [features(seen, span, around) for span in found]
        made.append(Lesson(article, seen, around, always, found, names, mask, nearest(found, mask)))
    return made


def learn(data: Sequence[Lesson], ridge: float = RIDGE) -> dict[str, int]:
    """Return the weights, by name of the feature."""
    seen = Counter(name for lesson in data for name in set().union(*lesson.names))
    names = sorted(name for name, count in seen.items() if count >= LEAST_SENTENCES)
    index = {name: i for i, name in enumerate(names)}
    row, column, offset, total = [], [], [], 0
    truth: list[int] = []
    for lesson in data:
        offset.append(total)
        truth += [total + i for i in lesson.gold]
        for features_ in lesson.names:
            known = sorted({index[name] for name in features_ if name in index})
            row += [total] * len(known)
            column += known
            total += 1
    rows, columns = np.array(row), np.array(column)
    told = np.zeros(total)
    told[truth] = 1

    def loss(w: Any) -> tuple[float, Any]:
        odds = np.bincount(rows, w[columns], total)
        value, gradient = 0.0, np.zeros(total)
        for lesson, start in zip(data, offset, strict=True):
            part = odds[start : start + len(lesson.spans)].tolist()
            logged, chances = _chances(len(lesson.mask), lesson.spans, part)
            value += logged
            gradient[start : start + len(part)] = chances
        value += ridge / 2 * float(w @ w) - float(odds @ told)
        return value, np.bincount(columns, (gradient - told)[rows], len(names)) + ridge * w

    found = _minimize(loss, np.zeros(len(names)))
    weights = {name: round(float(w) / model.UNIT) for name, w in zip(names, found, strict=True)}
    return {name: weight for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def _chances(size: int, found: Sequence[Span], odds: Sequence[float]) -> tuple[float, list[float]]:
    """Return the logarithm of the sum over all ways to cut, and the probability of each span."""
    ahead, behind = model._sums(size, found, odds), model._sums(size, model._mirrored(size, found), odds)
    chances = [
        ahead[s.start] * float(np.exp(odd)) * behind[size - s.end] / ahead[size]
        for s, odd in zip(found, odds, strict=True)
    ]
    return float(np.log(ahead[size])), chances


def _minimize(loss: Callable[[Any], tuple[float, Any]], w: Any, memory: int = 8) -> Any:
    """Minimise a smooth convex function by L-BFGS with backtracking."""
    value, gradient = loss(w)
    pairs: list[tuple[Any, Any]] = []
    for _ in range(ROUNDS):
        direction = -_two_loops(gradient, pairs)
        step = 1.0 if pairs else 1.0 / max(1.0, float(np.abs(gradient).sum()))
        slope = float(gradient @ direction)
        while True:
            tried, after = loss(w + step * direction)
            if tried <= value + 1e-4 * step * slope or step < 1e-10:
                break
            step /= 2
        move, change = step * direction, after - gradient
        if float(move @ change) > 1e-12:
            pairs = [*pairs[-memory + 1 :], (move, change)]
        done = abs(value - tried) < 1e-6 * abs(value)
        w, value, gradient = w + move, tried, after
        if done:
            break
    return w


def _two_loops(gradient: Any, pairs: Sequence[tuple[Any, Any]]) -> Any:
    q, factors = gradient.copy(), []
    for move, change in reversed(pairs):
        a = float(move @ q) / float(move @ change)
        q -= a * change
        factors.append(a)
    if pairs:
        move, change = pairs[-1]
        q *= float(move @ change) / float(change @ change)
    for (move, change), a in zip(pairs, reversed(factors), strict=True):
        q += move * (a - float(change @ q) / float(move @ change))
    return q


def figures(
    data: Sequence[Lesson], learned: dict[object, dict[str, int]], fold: Callable[[Lesson], object]
) -> str:
    """Return how well each limit agrees with the editors, as text: F1 of characters, characters too many."""
    found: dict[float, list[tuple[float, int]]] = {}
    for lesson in (x for x in data if x.article.gold):
        table = learned[fold(lesson)]
        for limit in (1.0, *model.LIMITS):
            variant = model.variants(lesson.view, lesson.always, lesson.around, table, (limit,))[-1]
            kept = [1] * len(lesson.mask)
            for a, b, _ in variant.cuts:
                kept[a:b] = [0] * (b - a)
            both = sum(x and y for x, y in zip(kept, lesson.mask, strict=True))
            agreed = 2 * both / (sum(kept) + sum(lesson.mask))
            found.setdefault(limit, []).append((agreed, sum(kept) - sum(lesson.mask)))
    return "  ".join(
        f"{limit}: {sum(f for f, _ in v) / len(v):.3f} {sum(n for _, n in v) / len(v):.1f}"
        for limit, v in found.items()
    )


def main(arguments: list[str]) -> int:
    """Validate, or learn and write."""
    data = [
        lesson for article in graded(Path(arguments[0]), Path(arguments[1])) for lesson in lessons(article)
    ]
    if "--write" in arguments:
        weights = learn(data)
        Path(model.FILE).parent.mkdir(exist_ok=True)
        Path(model.FILE).write_text(
            json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
        )
        sys.stderr.write(f"{len(weights)} weights\n")
        return 0
    folds: dict[str, Callable[[Lesson], object]] = {
        "by source": lambda x: x.article.source,
        "by article": lambda x: zlib.crc32(x.article.id.encode()) % 5,
    }
    for name, fold in folds.items():
        learned = {key: learn([x for x in data if fold(x) != key]) for key in {fold(x) for x in data}}
        sys.stdout.write(f"{name}: limit: F1, characters too many: {figures(data, learned, fold)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
