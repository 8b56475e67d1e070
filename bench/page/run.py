"""Measures the page in Chromium: when it is usable, how fast it answers, how little it moves, Lighthouse.

    python3 build.py bench page [--runs N] [--lighthouse-runs N] [--article FILE] [--skip lighthouse]

First interaction: from navigation until a pressed key appears in the field, while the engine is loading.
Answer: from the click on a control to the frame with the new summary, for each control in turn.
Layout shift: the worst window of a first visit, from opening to the drawn summary (shifts.py).
Lighthouse runs in its phone mode, on a server that gzips like GitHub Pages; the median of its runs counts.
Exits with 1 if a promise is not kept.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from lighthouse import figures, lighthouse, median, missed, scores
from playwright.sync_api import Browser, Page, sync_playwright
from shifts import SIZES, texts, visit, worst
from tests.e2e.scripts import in_page
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS
from sitebuild.paths import DIST, ROOT

ARTICLE = ROOT / "tests" / "articles" / "news-harbor" / "page.txt"
PATIENCE = 60.0  # seconds
# Promises of the page.
ANSWER_MS = 100
INTERACTION_MS = 1000
LAYOUT_SHIFT = 0.05
SCORES = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

PASTE = """(text) => {
  const field = document.querySelector('#field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}"""
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
# Clicks, waits until the summary has changed and the frame with it has begun; ms.
ANSWER = """async (selector) => {
  const before = performance.getEntriesByName('youten:changed').length;
  const begin = performance.now();
  document.querySelector(selector).click();
  while (performance.getEntriesByName('youten:changed').length === before) {
    await new Promise((resolve) => { setTimeout(resolve, 1); });
  }
  await new Promise((resolve) => { requestAnimationFrame(resolve); });
  return performance.now() - begin;
}"""
CONTROLS = (
    "#more",
    "#less",
    "#phrases button:first-child",
    "#phrases button:first-child",
    "input[name=unit][value=characters]",
    "#less",
    "#more",
    "input[name=unit][value=lines]",
    "input[name=form][value=whole]",
    "input[name=form][value=short]",
)
# What the worker took of the last answer, ms.
WORKER = """() => {
  const { phases } = performance.getEntriesByName('youten:changed').at(-1).detail;
  return phases.rank + phases.write;
}"""
# Runs before the page: records when the first key's letter is in the field, and the engine's state then.
WATCH = """addEventListener('input', ({ target }) => {
  window.typed ??= [performance.now(), document.documentElement.dataset.engine, target.value];
}, true);"""


def wait(page: Page, script: str) -> None:
    """Evaluate ``script`` until it is true (the page's policy forbids Playwright's own waiting)."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(script):
        if time.monotonic() > end:
            raise SystemExit(f"page: {script} did not come true within {PATIENCE:.0f} s")
        time.sleep(0.02)


def first_interaction(context: Any, url: str) -> float:
    """Press a key as soon as the field exists; return the ms from navigation until it is in the field."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(url, wait_until="commit")
    page.locator("#field").press("a")
    at, engine, value = page.evaluate("() => window.typed")
    page.close()
    if engine != "loading" or value != "a":
        raise SystemExit(f"page: the key came when the engine was {engine}, and gave {value!r}")
    return float(at)


def answers(page: Page, text: str, runs: int) -> tuple[dict[str, list[float]], list[float]]:
    """Return control -> ms from each click to the frame with the new summary; the worker's share of each."""
    found: dict[str, list[float]] = {}
    inside: list[float] = []
    for run in range(runs):
        # Another article each time: summaries that were shown are kept.
        page.evaluate("() => performance.clearMarks('youten:summary')")
        page.evaluate(PASTE, f"{text}\n{run}")
        wait(page, SUMMARISED)
        for selector in CONTROLS:
            found.setdefault(selector, []).append(float(page.evaluate(ANSWER, selector)))
            inside.append(float(page.evaluate(WORKER)))
    return found, inside


def layout_shifts(browser: Browser, url: str) -> dict[str, float]:
    """Print the layout shift of a visit with each text on each screen; return name -> score."""
    print("\n| layout shift | score | moved |\n|---|--:|---|")
    found = {}
    for size, screen in SIZES.items():
        for name, text in texts(ARTICLE.parents[1]).items():
            context = browser.new_context(
                locale="ja-JP", permissions=["clipboard-read", "clipboard-write"], **screen
            )
            page = context.new_page()
            watch = f"({in_page('watchFrames')})()"
            score, shifts = worst(visit(page, url, text, partial(wait, page), watch))
            context.close()
            found[f"{name}, {size}"] = score
            moved = ", ".join(dict.fromkeys(node for *_, nodes in shifts for node in nodes))
            print(f"| {name}, {size} | {score:.3f} | {moved} |")
    return found


def line(name: str, values: list[float]) -> str:
    """Return one row: median, smallest, largest."""
    return f"| {name} | {statistics.median(values):.0f} | {min(values):.0f} | {max(values):.0f} |"


def judge(reports: list[dict[str, Any]]) -> list[str]:
    """Print Lighthouse's findings run by run and return the scores below the promise."""
    found = median(reports)
    print(f"\nLighthouse {reports[0]['lighthouseVersion']}, median of {len(reports)}: {found}")
    for report in reports:
        print(scores(report), figures(report), *missed(report), sep="\n- ")
    return [f"{name} below {SCORES[name]}" for name, points in found.items() if points < SCORES[name]]


def main() -> int:
    """Measure and print; return 1 if a promise is not kept."""
    parser = argparse.ArgumentParser(prog="bench page")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--lighthouse-runs", type=int, default=3)
    parser.add_argument("--article", type=Path, default=ARTICLE)
    parser.add_argument("--skip", choices=["lighthouse"])
    options = parser.parse_args()
    text = options.article.read_text(encoding="utf-8")
    broken = []
    with Server(DIST, prefix="/repo/") as server:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("YOUTEN_CHROMIUM"), args=CHROMIUM_FLAGS
            )
            typed = []
            for _ in range(options.runs):
                context = browser.new_context(locale="ja-JP")
                typed.append(first_interaction(context, server.url))
                context.close()
            page = browser.new_context(locale="ja-JP").new_page()
            page.goto(server.url)
            answers(page, text, 1)
            found, inside = answers(page, text, options.runs)
            moved = layout_shifts(browser, server.url)
            browser.close()
        print(f"Article of {len(text):,} characters; ms.\n\n| | median | least | most |\n|---|--:|--:|--:|")
        print(line("first key in the field", typed))
        for selector, values in found.items():
            print(line(f"click on `{selector}`", values))
        every = [value for values in found.values() for value in values]
        print(line("click on any control", every))
        print(line("of it in the worker", inside))
        if statistics.median(every) > ANSWER_MS:
            broken.append(f"an answer takes more than {ANSWER_MS} ms")
        if statistics.median(typed) > INTERACTION_MS:
            broken.append(f"the first interaction takes more than {INTERACTION_MS} ms")
        broken += [f"layout shift: {name}" for name, score in moved.items() if score > LAYOUT_SHIFT]
        if options.skip != "lighthouse":
            broken += judge([lighthouse(server.url, SCORES) for _ in range(options.lighthouse_runs)])
    print(*broken, sep="\n", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
