"""Every check of the finished site can fail, and passes on a good one."""

from __future__ import annotations

import random

import pytest

from sitebuild import checks

NOISE = random.Random(0).randbytes(checks.FIRST_VISIT_BUDGET + 1)  # noqa: S311 -- only must not compress
POLICY = (
    b'<meta http-equiv="Content-Security-Policy"'
    b" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">"
)
GOOD = {
    "index.html": POLICY + b'<link rel="stylesheet" href="r/0/app.css">',
    "r/0/app.js": b"document.createElementNS('http://www.w3.org/2000/svg', 'svg')",
}


def test_a_good_site_passes() -> None:
    """Relative addresses, small files and known names give no problem."""
    assert checks.problems(GOOD) == []


@pytest.mark.parametrize(
    ("path", "data", "word"),
    [
        pytest.param("r/0/pyodide.asm.wasm", NOISE, "first visit", id="too heavy in all"),
        pytest.param("r/0/app.js", NOISE[: checks.PAGE_BUDGET + 1], "page alone", id="page too heavy"),
        pytest.param("r/0/app.js", b'fetch("https://example.com/x")', "example.com", id="foreign address"),
        pytest.param("index.html", POLICY + b'<img src="/logo.svg">', "absolute", id="leaves /repo/"),
        pytest.param("r/0/left-pad.js", b"", "licence", id="nobody's file"),
        pytest.param("index.html", b"<p>", "policies", id="no policy"),
    ],
)
def test_each_fault_is_named(path: str, data: bytes, word: str) -> None:
    """Each fault gives one sentence that names it."""
    problems = checks.problems(GOOD | {path: data})
    assert len(problems) == 1
    assert word in problems[0]


def test_parts_that_load_at_once_count_with_the_page() -> None:
    """Static imports count towards the page's size, dynamic ones do not."""
    noise = NOISE[: checks.PAGE_BUDGET + 1]
    late = {"r/0/app.js": b'import("./app/a.js")', "r/0/app/a.js": noise}
    assert checks.over_budget(GOOD | late) == []
    behind = {
        "r/0/app.js": b'import{a}from"./app/a.js";',
        "r/0/app/a.js": b'import"./b.js";',
        "r/0/app/b.js": noise,
    }
    assert len(checks.over_budget(GOOD | behind)) == 1


def test_stock_files_are_not_part_of_a_first_visit() -> None:
    """The stock engine is large and loads on request only."""
    assert checks.over_budget({"r/0/stock/Janome.whl": NOISE, "r/0/readings.bin.gz": NOISE}) == []
