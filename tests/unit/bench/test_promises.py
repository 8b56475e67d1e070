"""The benchmark's arithmetic: which promises are kept, and that table and chart show every figure."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

ENGINES = Path(__file__).resolve().parents[3] / "bench" / "engines"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import the report as the benchmark does."""
    monkeypatch.syspath_prepend(str(ENGINES))
    import report

    yield report
    for name in ("report", "promises", "starts", "charts", "figures"):
        sys.modules.pop(name, None)


def visit(ready: float, size: int, memory: int, **more: Any) -> dict[str, Any]:
    return {"ready": ready, "bytes": size, "memory": memory, "tokenize": [4.0, 5.0, 60.0], **more}


def results() -> dict[str, Any]:
    phases = {"download": 200.0, "python": 500.0}
    ours = visit(
        900, 6_000_000, 40 * 2**20, interactive=90, summary=[41.0, 39.0, 70.0], shown=[45.0], phases=phases
    )
    theirs = visit(1000, 12_000_000, 96 * 2**20)
    floor = visit(600, 1, 1, compiled=200.0)
    return {
        "machine": {"date": "2031-09-04", "processor": "P", "cores": 2, "system": "S", "chromium": "1"},
        "article": {"name": "a.txt", "characters": 2000},
        "engines": {
            "youten": {"first": [ours], "second": [ours | {"ready": 700}]},
            "lindera": {"first": [theirs], "second": [theirs | {"ready": 1000}]},
            "floor": {"first": [floor], "second": [floor]},
        },
        "same": {
            "tokenize": {"ours": [10.0], "stock": [40.0]},
            "growth": {
                "plain": {"8192": [21.0, 60.0, 20.0], "4096": [10.0, 30.0, 9.0], "16384": [48.3, 99.0, 60.0]}
            },
        },
        "beside": {"ours": [4000.0, 4200.0, 9000.0], "other": [7000.0, 7300.0, 7400.0]},
        "idle": [[90.0, 40.0, 45.0, 50.0], [500.0, 50.0, 50.0, 50.0], [80.0, 40.0, 40.0, 40.0]],
        "batch": {
            "rates": {"ours": [50.0], "stock": [20.0]},
            "articles": 9,
            "characters": 1000,
            "python": "3.11",
        },
    }


def test_each_promise_is_held_against_its_own_bounds(bench: Any) -> None:
    found = {
        promise.name: (round(promise.value, 3), bench.verdict(promise))
        for promise in bench.promises(results())
    }
    assert found == {
        "ready, first visit, against lindera": (0.9, "aim"),
        "ready, second visit, against lindera": (0.7, "must"),
        "first-visit bytes against lindera": (0.5, "aim"),
        "memory after the first summary against lindera": (0.417, "aim"),
        "tokenise the article, warm, same Pyodide: stock / ours": (4.0, "must"),
        "phone, text waiting, first visit: this build / the one beside it": (0.575, "must"),
        "first summary on an idle page / a warm one": (2.0, "aim"),
        "whole summary of the article, warm, in the worker": (41.0, "must"),
        "time(2n)/time(n), 4k to 256k characters, the worst of all": (2.3, "must"),
        "`youten batch` on CPython: articles/s, ours / stock": (2.5, "**missed**"),
    }


def test_the_document_and_its_charts_are_written(bench: Any, tmp_path: Path) -> None:
    text = bench.write(results(), tmp_path)
    assert (tmp_path / "performance.md").read_text(encoding="utf-8") == text
    assert "| **youten** | 6.0 | 900 | 700 | 40 | 5.0 |" in text
    assert "As on a phone" not in text, "what was not measured has no chapter"
    for name, values in {"engines": ("900", "700", "1,000"), "boot": ("900", "700", "600")}.items():
        drawn = ElementTree.parse(tmp_path / "images" / f"{name}.svg")  # noqa: S314 - written just now
        texts = {element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")}
        assert texts.issuperset(values)


def test_phases_and_what_lies_beside_them_add_up(bench: Any) -> None:
    import starts

    found = starts.phases(results()["engines"]["youten"]["first"])
    assert found == {"page": 200.0, "download": 200.0, "python": 500.0}
