"""The promises about start and speed, and how a run kept them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from figures import Results, median, of


class Promise(NamedTuple):
    """One promise: name, the two bounds, the measured value."""

    name: str
    must: float
    aim: float
    value: float
    least: bool = False  # the bounds are lower ones
    unit: str = ""


def verdict(promise: Promise) -> str:
    """Return which of the bounds was kept."""
    sign = -1 if promise.least else 1
    if promise.value * sign <= promise.aim * sign:
        return "aim"
    return "must" if promise.value * sign <= promise.must * sign else "**missed**"


def ratio(results: Results, visit: str, key: str) -> float:
    """Return the median of ours divided by the median of lindera's."""
    ours, theirs = (results["engines"][name][visit] for name in ("youten", "lindera"))
    return median(of(ours, key)) / median(of(theirs, key))


def doublings(growth: dict[str, list[float]]) -> list[float]:
    """Return time(2n)/time(n), shortest first: medians of the ratios within a round."""
    rounds = [growth[length] for length in sorted(growth, key=int)]
    return [
        median([after / before for before, after in zip(shorter, longer, strict=True)])
        for shorter, longer in pairwise(rounds)
    ]


def promises(results: Results) -> list[Promise]:
    """Return the promises that this run measured."""
    ours = results["engines"]["youten"]["first"]
    found = [
        Promise("ready, first visit, against lindera", 1.15, 1.0, ratio(results, "first", "ready")),
        Promise("ready, second visit, against lindera", 0.8, 0.65, ratio(results, "second", "ready")),
        Promise("first-visit bytes against lindera", 0.70, 0.55, ratio(results, "first", "bytes")),
        Promise(
            "memory after the first summary against lindera", 0.70, 0.55, ratio(results, "first", "memory")
        ),
    ]
    if beside := results.get("beside"):
        gain = median(beside["ours"]) / median(beside["other"])
        found.append(
            Promise("phone, text waiting, first visit: this build / the one beside it", 0.62, 0.55, gain)
        )
    if idle := results.get("idle"):
        slower = median([times[0] / median(times[1:]) for times in idle])
        found.append(Promise("first summary on an idle page / a warm one", 3, 2, slower))
    same = results.get("same")
    if same and "stock" in same["tokenize"]:
        times = {name: median(values) for name, values in same["tokenize"].items()}
        gain = times["stock"] / times["ours"]
        found.append(
            Promise("tokenise the article, warm, same Pyodide: stock / ours", 3.5, 6, gain, least=True)
        )
    whole = median(of(ours, "summary"))
    found.append(Promise("whole summary of the article, warm, in the worker", 80, 40, whole, unit=" ms"))
    if "long" in results:
        took = median(results["long"]) / 1000
        found.append(
            Promise("200,000 characters, from the paste to the drawn summary", 6, 3, took, unit=" s")
        )
    if same:
        worst = max(max(doublings(growth)) for growth in same["growth"].values())
        found.append(Promise("time(2n)/time(n), 4k to 256k characters, the worst of all", 2.3, 2.1, worst))
    if "batch" in results:
        rates = {name: median(values) for name, values in results["batch"]["rates"].items()}
        gain = rates["ours"] / rates["stock"]
        found.append(Promise("`youten batch` on CPython: articles/s, ours / stock", 3, 5, gain, least=True))
    return found
