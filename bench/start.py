"""Times the start of the engine in real Chromium: youten against stock Janome, in one run.

    python3 build.py bench start [--runs N] [--article FILE]

For each engine: ready on a first visit (fresh profile, loopback), bytes of that visit as gzip, WASM heap
after the first summary, and the article's full summary, warm, in the worker. Medians over N runs with the
spread; the stock engine runs once, because one start takes minutes. The marks read are the page's own User
Timing marks, so nothing is measured that a reader would not wait for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from buildsteps.paths import DIST
from buildsteps.release import transfer_size
from buildsteps.server import Server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WARM_SUMMARIES = 15
STOCK_TIMEOUT_MS = 600_000
DEFAULT_ARTICLE = Path(__file__).resolve().parents[1] / "tests" / "articles" / "news-harbor" / "page.txt"

# Waits for the n-th mark of a name and gives its time and detail.
MARK = """([name, count]) => {
  const marks = performance.getEntriesByName(name);
  return marks.length >= count
    ? { at: marks[count - 1].startTime, detail: marks[count - 1].detail }
    : null;
}"""


@dataclass(frozen=True)
class Visit:
    """One first visit: times in ms, sizes in bytes."""

    interactive: float
    ready: float
    transferred: int
    heap: int
    first_summary: float
    warm: list[float]
    phases: dict[str, float]


def mark(page: Page, name: str, count: int = 1, timeout: float = 60_000) -> dict[str, Any]:
    """Wait for the ``count``-th mark ``name``."""
    found: dict[str, Any] = page.wait_for_function(MARK, arg=[name, count], timeout=timeout).json_value()
    return found


def visit(browser: Browser, site: Server, engine: str, article: str) -> Visit:
    """Open the page in a fresh profile, wait for the engine, summarise until warm."""
    site.requests.clear()
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    query = "?engine=stock" if engine == "stock" else ""
    timeout = STOCK_TIMEOUT_MS if engine == "stock" else 60_000
    page.goto(site.url + query, wait_until="commit")
    interactive = mark(page, "youten:interactive")["at"]
    ready = mark(page, "youten:ready", timeout=timeout)
    asked = set(site.requests)
    field = page.get_by_role("textbox", name="記事")
    summaries = []
    # A character more each time: nothing can be answered from what was kept of the run before.
    for run in range(WARM_SUMMARIES + 1):
        field.fill(article + "\n" + "了" * run)
        summaries.append(mark(page, "youten:summary", run + 1, timeout)["detail"])
    context.close()
    paths = {path.partition("?")[0].removeprefix(site.prefix) or "index.html" for path in asked}
    files = [site.folder / path for path in paths]
    return Visit(
        interactive=interactive,
        ready=ready["at"],
        transferred=sum(transfer_size(file.read_bytes()) for file in files if file.is_file()),
        heap=summaries[0]["heapBytes"],
        first_summary=sum(summaries[0]["phases"].values()),
        warm=[sum(detail["phases"].values()) for detail in summaries[1:]],
        phases=ready["detail"]["phases"],
    )


def spread(values: list[float], digits: int = 0) -> str:
    """Median with minimum and maximum."""
    return f"{statistics.median(values):,.{digits}f} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def row(name: str, visits: list[Visit]) -> str:
    """One line of the table."""
    megabytes = 1_000_000
    return " | ".join(
        (
            f"| {name}",
            spread([v.interactive for v in visits]),
            spread([v.ready for v in visits]),
            f"{visits[0].transferred / megabytes:.2f}",
            f"{visits[0].heap / 2**20:.0f}",
            spread([v.first_summary for v in visits]),
            spread([time_ms for v in visits for time_ms in v.warm], 1) + " |",
        )
    )


def main() -> int:
    """Run and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--article", type=Path, default=DEFAULT_ARTICLE)
    parser.add_argument("--skip-stock", action="store_true")
    options = parser.parse_args()
    article = options.article.read_text(encoding="utf-8")
    executable = os.environ.get("YOUTEN_CHROMIUM")
    ours: list[Visit] = []
    stock: list[Visit] = []
    with Server(DIST, prefix="/repo/") as site, sync_playwright() as playwright:
        site.compress_all()
        for run in range(options.runs):
            # A browser of its own per run: a first visit finds no compiled code of an earlier one.
            browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
            ours.append(visit(browser, site, "youten", article))
            browser.close()
            print(f"youten, run {run + 1}: ready {ours[-1].ready:.0f} ms", file=sys.stderr)
        if not options.skip_stock:
            began = time.monotonic()
            browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
            stock.append(visit(browser, site, "stock", article))
            browser.close()
            print(f"stock: {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(
        "| engine | interactive, ms | ready, ms | first visit, MB gzip | heap, MiB "
        "| first summary, ms | warm, ms |"
    )
    print("|---|---|---|---|---|---|---|")
    print(row("youten", ours))
    if stock:
        print(row("stock Janome", stock))
        ratio = stock[0].ready / statistics.median(v.ready for v in ours)
        print(f"\nready: {ratio:.0f} times sooner than stock")
    phases = {name: statistics.median(v.phases.get(name, 0) for v in ours) for name in ours[0].phases}
    print("phases, ms: " + ", ".join(f"{name} {ms:.0f}" for name, ms in phases.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
