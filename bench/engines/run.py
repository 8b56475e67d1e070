"""Measures youten and its peers in one run of Chromium; writes docs/performance.md and its charts.

    python3 build.py bench engines [--runs N] [--article FILE] [--skip PART …] [--beside DIST] [--out FOLDER]

youten, stock Janome in Pyodide (``?engine=stock``), lindera-wasm-ipadic, kuromoji and @patdx/kuromoji are
loaded from loopback, in turns: bytes, ready on a first visit (fresh profile) and on a second (new browser,
same profile), memory, the article tokenised warm. Then youten and lindera on a simulated phone, and there
another build of youten beside ours (``--beside`` its ``dist``); the first summary on an idle page; youten in
Firefox and WebKitGTK where they are installed; both analysers in the same Pyodide; growth with length; a
batch on CPython. Nothing is kept between measured runs: each profile is new, and each text is different. A
run takes half an hour. Results are saved part by part for ``--from``. ``--again`` measures parts of a saved
run again, and the report says so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import chromium
import compute
import others
import report
import sites
import texts
import throttle
from chromium import BenchError, browser
from figures import Engine, Results, Visit, median
from playwright.sync_api import Playwright, sync_playwright
from tests.server import Server

from sitebuild.paths import DIST, ROOT

PEERS = tuple(sites.PEERS)
PARTS = ("stock", "floor", "throttled", "beside", "idle", "browsers", "same", "long", "batch")
LONG_TEXT = 200_000
LONG_RUNS = 3
SAVED = sites.FOLDER / "results.json"


def say(text: str) -> None:
    """Report progress on standard error; standard output is for the table."""
    print(text, file=sys.stderr, flush=True)


class Bench:
    """One run of all measurements, on two servers that have compressed their files."""

    def __init__(
        self,
        playwright: Playwright,
        youten: Server,
        peers: Server,
        other: Server | None,
        options: argparse.Namespace,
    ) -> None:
        self.playwright, self.youten, self.peers, self.other = playwright, youten, peers, other
        self.article = options.article.read_text(encoding="utf-8")
        self.runs: int = options.runs

    def _visit(self, opened: chromium.Browser, name: str) -> Visit:
        if name == "floor":
            return chromium.visit_floor(opened, self.peers)
        if name in PEERS:
            return chromium.visit_peer(opened, self.peers, name, self.article)
        runs = 3 if name == "stock" else chromium.WARM_RUNS
        return chromium.visit_youten(opened, self.youten, self.article, stock=name == "stock", runs=runs)

    def _both(self, name: str, found: Engine) -> None:
        """Measure one first and one second visit."""
        with browser(self.playwright) as opened:
            found["first"].append(self._visit(opened, name))
            opened.restart()
            found["second"].append(self._visit(opened, name))
        first, second = found["first"][-1], found["second"][-1]
        say(f"{name}: ready {first['ready']:.0f} ms, second visit {second['ready']:.0f} ms")

    def engines(self, names: list[str]) -> dict[str, Engine]:
        """Measure all engines in turns; each round begins with a different one."""
        found: dict[str, Engine] = {name: {"first": [], "second": []} for name in names}
        for number in range(self.runs):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                self._both(name, found[name])
        return found

    def stock(self) -> Engine:
        """Measure the stock engine once: a visit takes minutes."""
        found: Engine = {"first": [], "second": []}
        self._both("stock", found)
        return found

    def throttled(self) -> dict[str, Any]:
        """Measure youten and lindera on a simulated phone, in turns."""
        found: dict[str, list[Visit]] = {"youten": [], "lindera": []}
        second: list[Visit] = []
        slowdowns = []
        for _ in range(self.runs):
            for name, visits in found.items():
                with browser(self.playwright) as opened:
                    usual = throttle.loop(opened.page)
                    throttle.slow_network(opened)
                    with throttle.slow_processor(opened.profile):
                        slowdowns.append(throttle.loop(opened.page) / usual)
                        visits.append(self._visit(opened, name))
                    if name == "youten":
                        opened.restart()
                        throttle.slow_network(opened)
                        with throttle.slow_processor(opened.profile):
                            second.append(self._visit(opened, name))
                say(f"{name}, throttled: ready {visits[-1]['ready']:.0f} ms")
        return {"first": found, "second": second, "slowdown": median(slowdowns)}

    def beside(self) -> dict[str, list[float]] | None:
        """Measure both builds with a text that waits on a simulated phone: build -> ms; None: no other."""
        if not self.other:
            return None
        found: dict[str, list[float]] = {"ours": [], "other": []}
        for _ in range(self.runs):
            for name, site in (("ours", self.youten), ("other", self.other)):
                with browser(self.playwright) as opened:
                    throttle.slow_network(opened)
                    with throttle.slow_processor(opened.profile):
                        found[name].append(chromium.wait_with_text(opened, site, self.article))
                say(f"{name}, throttled, with a text waiting: {found[name][-1]:.0f} ms")
        return found

    def idle(self) -> list[list[float]]:
        """Measure the first summary on an idle page and warm ones: runs -> ms, the first one first."""
        found = []
        for _ in range(self.runs):
            with browser(self.playwright) as opened:
                found.append(chromium.first_and_warm(opened, self.youten, self.article))
            say(f"first on an idle page: {found[-1][0]:.0f} ms, then {median(found[-1][1:]):.0f} ms")
        return found

    def browsers(self) -> dict[str, list[list[Visit]] | None]:
        """Measure youten in the other browsers: browser -> runs -> visits; None: not installed."""
        found: dict[str, list[list[Visit]] | None] = {}
        for name, visit in {"Firefox": others.firefox, "WebKitGTK": others.webkit}.items():
            rounds = []
            for _ in range(self.runs):
                visits = visit(self.youten, self.article)
                if visits is None:
                    say(f"{name}: not installed, no rows")
                    break
                rounds.append(visits)
                say(f"{name}: ready " + ", ".join(f"{each['ready']:.0f} ms" for each in visits))
            found[name] = rounds or None
        return found

    def same(self, stock: bool) -> dict[str, Any]:
        """Measure both analysers in one Pyodide, and growth with length."""
        with browser(self.playwright) as opened:
            found = compute.same_pyodide(opened, self.peers, self.article, stock=stock)
        say(
            "same Pyodide: "
            + ", ".join(f"{name} {median(ms):.1f} ms" for name, ms in found["tokenize"].items())
        )
        return found

    def long(self) -> list[float]:
        """Paste a very long text into the real page; return the ms until its summary is drawn."""
        text = texts.natural(LONG_TEXT)
        found = []
        for _ in range(LONG_RUNS):
            with browser(self.playwright) as opened:
                found.append(chromium.summarize_once(opened, self.youten, text))
            say(f"{LONG_TEXT:,} characters: {found[-1]:.0f} ms")
        return found

    def parts(self, *, stock: bool) -> dict[str, Callable[[], object]]:
        """Return name -> measurement for all but the engines, in order; ``stock``: with stock Janome."""
        return {
            "stock": self.stock,
            "throttled": self.throttled,
            "beside": self.beside,
            "idle": self.idle,
            "browsers": self.browsers,
            "same": lambda: self.same(stock),
            "long": self.long,
            "batch": compute.batch,
        }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def machine(playwright: Playwright) -> dict[str, Any]:
    """Return what the figures were measured on."""
    with browser(playwright) as opened:
        version = opened.page.evaluate("() => navigator.userAgent.match(/Chrom\\w*\\/(\\d+)/)?.[1]")
    return {
        "date": time.strftime("%Y-%m-%d"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "chromium": version,
    }


def save(results: Results) -> None:
    """Save the results so far, so that an interrupted run is not lost."""
    SAVED.write_text(json.dumps(results, indent=1), encoding="utf-8")


def measure_again(bench: Bench, results: Results, parts: list[str]) -> None:
    """Measure parts of a saved run again; the results record which."""
    runs = bench.parts(stock="stock" in results["engines"])
    for part in parts:
        say(f"— {part}, again")
        results[part] = runs[part]()
    results["again"] = sorted({*results.get("again", []), *parts})
    save(results)


def measure(bench: Bench, wanted: set[str], article: Path) -> Results:
    """Measure all wanted parts."""
    names = ["youten", *PEERS, *(["floor"] if "floor" in wanted else [])]
    name = article.relative_to(ROOT).as_posix() if article.is_relative_to(ROOT) else article.name
    results: Results = {
        "machine": machine(bench.playwright),
        "article": {"name": name, "characters": len(bench.article)},
        "engines": bench.engines(names),
    }
    save(results)
    if not throttle.available():
        say("a simulated phone: only on Linux, no rows")
        wanted -= {"throttled", "beside"}
    for part, run in bench.parts(stock="stock" in wanted).items():
        if part not in wanted:
            continue
        say(f"— {part}")
        try:
            measured = run()
        except BenchError as error:
            say(f"{part}: no rows: {error}")
            continue
        if part == "stock":
            results["engines"]["stock"] = measured
        else:
            results[part] = measured
        save(results)
    say(f"saved: {SAVED}")
    return results


def arguments() -> argparse.Namespace:
    """Parse the command's arguments."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--article", type=Path, default=texts.DEFAULT)
    parser.add_argument("--skip", nargs="*", choices=PARTS, default=[])
    parser.add_argument("--beside", type=Path, help="dist folder of another build of youten")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "docs", help="folder for performance.md and images/"
    )
    parser.add_argument("--from", dest="saved", type=Path, help="write the report of a saved run anew")
    parser.add_argument(
        "--again",
        nargs="*",
        choices=report.AGAIN,
        default=[],
        help="parts of the saved run to measure anew",
    )
    return parser.parse_args()


def main() -> int:
    """Measure, print and write the report."""
    options = arguments()
    if options.again and not options.saved:
        raise SystemExit("--again needs the saved run that it belongs to: --from FILE")
    if options.saved:
        results: Results = json.loads(options.saved.read_text(encoding="utf-8"))
    if options.again or not options.saved:
        options.article = options.article.resolve()
        folder = sites.make()
        with (
            Server(DIST, prefix="/repo/") as youten,
            Server(folder) as peers,
            Server(options.beside.resolve(), prefix="/repo/") if options.beside else nullcontext() as other,
            sync_playwright() as playwright,
        ):
            for site in filter(None, (youten, peers, other)):
                sites.prepare(site)
            bench = Bench(playwright, youten, peers, other, options)
            if options.saved:
                measure_again(bench, results, options.again)
            else:
                results = measure(bench, set(PARTS) - set(options.skip), options.article)
    text = report.write(results, options.out)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
