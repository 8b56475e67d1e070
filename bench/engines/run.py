"""Measures youten and its peers in one run of Chromium; writes docs/performance.md and its charts.

    python3 build.py bench engines [--runs N] [--article FILE] [--skip PART …] [--beside DIST] [--out FOLDER]

youten, stock Janome in Pyodide (``?engine=stock``), lindera-wasm-ipadic, kuromoji and @patdx/kuromoji are
loaded from loopback, in turns: bytes, ready on a first visit (fresh profile) and on a second (new browser,
same profile), memory, the article tokenised warm. Then youten and lindera on a simulated phone, and there
another build of youten beside ours (``--beside`` its ``dist``); the first summary on an idle page; youten in
Firefox and WebKitGTK where they are installed; both analysers in the same Pyodide; growth with length; a
batch on CPython. Nothing is kept between measured runs: each profile is new, and each text is different. One
visit to each engine is not counted; all others are printed. A run takes half an hour. Results are saved part
by part for ``--from``. ``--again`` measures parts of a saved run again, and the report says so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import report
import sites
import texts
import throttle
from chromium import BenchError, browser
from figures import Results
from playwright.sync_api import Playwright, sync_playwright
from rounds import PEERS, Bench, say
from tests.server import Server

from sitebuild.paths import DIST, ROOT

PARTS = ("stock", "floor", "throttled", "beside", "idle", "browsers", "same", "long", "batch")
SAVED = sites.FOLDER / "results.json"


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
