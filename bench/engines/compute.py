"""Measurements without visits: the same work with our and stock Janome, and growth with length."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import texts
from chromium import Browser, mark
from tests.server import Server

from sitebuild.paths import PY

ROUNDS = 15
LENGTHS = tuple(2**power for power in range(12, 19))  # 4,096 to 262,144 characters
# Number of rounds over all lengths of all works. A shared machine is slow for seconds at a time; if each
# length were measured in one go, this would look like growth.
GROWTH_ROUNDS = 7
# Short work is repeated more often in each round, because noise affects it more.
TURN_MS, MOST = 200, 60
BATCH_ARTICLES = 150
BATCH_RUNS = 3

TIME = "([name, text]) => globalThis.bench.time(name, text)"
# The same command line with the other analyser.
STOCK_BATCH = (
    "import sys; from youten.cli import run; from youten.morphology.stock import StockAnalyzer;"
    "sys.exit(run(['batch'], sys.stdin.buffer, sys.stdout, sys.stderr, StockAnalyzer()))"
)


def same_pyodide(opened: Browser, site: Server, article: str, *, stock: bool) -> dict[str, Any]:
    """Measure our and stock Janome in one interpreter: ms to tokenise the article; growth with length."""
    page = opened.page
    page.goto(f"{site.url}same/", wait_until="commit")
    mark(page, "bench:ready")

    def work(name: str, text: str) -> float:
        return float(page.evaluate(TIME, [name, text]))

    growth = _growth(work)
    tokenize: dict[str, list[float]] = {"ours": []}
    if stock:
        page.evaluate("() => globalThis.bench.addStock()")
        tokenize["stock"] = []
    for number in range(ROUNDS + 1):
        for name, times in tokenize.items():
            took = work(name, article + "\n" + "了" * number)
            if number:  # the first round warms up
                times.append(took)
    return {"tokenize": tokenize, "growth": growth}


def _growth(work: Callable[[str, str], float]) -> dict[str, dict[str, list[float]]]:
    """Return work -> length -> ms of each round, the smallest of several repetitions."""
    works = {"summary, natural text": ("summary", texts.natural)}
    for kind in texts.RUNS:
        works[f"summary, {kind}"] = ("summary", partial(texts.run, kind))
        works[f"tokens, {kind}"] = ("ours", partial(texts.run, kind))
    inputs = {title: {n: text_of(n) for n in LENGTHS} for title, (_, text_of) in works.items()}
    found: dict[str, dict[str, list[float]]] = {title: {str(n): [] for n in LENGTHS} for title in works}
    for name, text_of in works.values():
        work(name, text_of(LENGTHS[0]))  # warms up
    for _ in range(GROWTH_ROUNDS):
        for title, (name, _) in works.items():
            for length, text in inputs[title].items():
                first = work(name, text)
                repeats = min(MOST, round(TURN_MS / max(first, 1)))
                found[title][str(length)].append(min([first, *(work(name, text) for _ in range(repeats))]))
    return found


def _articles_per_second(command: list[str], lines: bytes, count: int) -> float:
    """Return the rate from the first answer to the last, so that start-up does not count."""
    with tempfile.TemporaryFile() as given:
        given.write(lines)
        given.seek(0)
        env = os.environ | {"PYTHONPATH": str(PY)}
        with subprocess.Popen(
            [sys.executable, *command], stdin=given, stdout=subprocess.PIPE, env=env
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            begin = time.monotonic()
            answers = sum(1 for _ in process.stdout)
            took = time.monotonic() - begin
    assert (process.returncode, answers) == (0, count - 1), "a batch did not answer every line"
    return answers / took


def batch(runs: int = BATCH_RUNS) -> dict[str, Any]:
    """Compare ``youten batch`` on CPython with the same pipeline on stock Janome: articles per second."""
    pages = texts.batch(BATCH_ARTICLES)
    records = ({"id": number, "text": page} for number, page in enumerate(pages))
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    commands = {"ours": ["-m", "youten", "batch"], "stock": ["-c", STOCK_BATCH]}
    rates: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            rates[name].append(_articles_per_second(command, lines, len(pages)))
    characters = statistics.median(map(len, pages))
    return {
        "rates": rates,
        "articles": len(pages),
        "characters": characters,
        "python": sys.version.split()[0],
    }
