"""Lets the interpreter miss a function in many places, in three browsers, with and without a server.

Called are functions that a first visit does not have, drawn by a fixed lot: half of them at the start, half
(if there are as many places) while an article is summarised (tests/e2e/traps.py). What each found is kept
until the site is another one, so an interrupted run goes on where it was.
"""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright
from tests.e2e import traps, whole
from tests.e2e.conftest import ARTICLE
from tests.e2e.engines import ENGINES, Engine, EngineError
from tests.e2e.engines.chromium import Chromium
from tests.e2e.engines.firefox import Firefox
from tests.e2e.engines.webkit import WebKit

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser
from sitebuild.paths import DIST, WORK
from youten import summarize

FUNCTIONS = 50
SEED = 22
KEPT = WORK / "bench" / "trust" / "functions.json"


class Case(NamedTuple):
    """A function that is missing, and the one that calls it."""

    place: int
    called: int
    when: str  # "start" or "summary": when ``place`` runs first


def cases(folder: Path) -> list[Case]:
    """Draw the functions; half of the places run at the start."""
    lot = random.Random(SEED)  # noqa: S311 -- to be repeated
    found = traps.places(folder, ARTICLE)
    called = iter(lot.sample(found.cold, FUNCTIONS))
    late = min(FUNCTIONS // 2, len(found.summary))
    wanted = {"start": (found.start, FUNCTIONS - late), "summary": (found.summary, late)}
    drawn = [
        Case(place, next(called), when)
        for when, (places, number) in wanted.items()
        for place in lot.sample(places, number)
    ]
    return lot.sample(drawn, FUNCTIONS)


@contextmanager
def _browser(name: str) -> Iterator[Engine]:
    if name == "chromium":
        with (
            sync_playwright() as driver,
            driver.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS) as browser,
        ):
            yield Chromium(browser)
        return
    engine = Firefox() if name == "firefox" else WebKit()
    try:
        yield engine
    finally:
        engine.close()


def _kept() -> dict[str, list[str]]:
    """Return what an earlier run found on the same site: browser and functions -> faults."""
    if KEPT.is_file():
        found = json.loads(KEPT.read_text(encoding="utf-8"))
        if found["site"] == whole.name_of(DIST):
            return dict(found["faults"])
    return {}


def _keep(found: dict[str, list[str]]) -> None:
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"site": whole.name_of(DIST), "faults": found}, ensure_ascii=False, indent=1)
    KEPT.write_text(text, encoding="utf-8")


def run(say: Callable[[str], None]) -> dict[str, list[str]]:
    """Return the faults of each case in each browser; ``say`` gets each."""
    found = _kept()
    lines = [sentence.text for sentence in summarize(ARTICLE).sentences]
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as open_ones:
        wanted = cases(Path(scratch))
        browsers = [open_ones.enter_context(_browser(name)) for name in ENGINES]
        for case in wanted:
            left = [browser for browser in browsers if _named(browser.name, case) not in found]
            folder = Path(scratch) / "site"
            shutil.rmtree(folder, ignore_errors=True)
            made = traps.site(DIST, folder, case.place, case.called) if left else folder
            for browser in left:
                name = _named(browser.name, case)
                found[name] = _faults(browser, made, lines)
                say(f"{name}: {found[name] or 'summary and text'}")
                _keep(found)
    return {_named(name, case): found[_named(name, case)] for name in ENGINES for case in wanted}


def _named(browser: str, case: Case) -> str:
    return f"{browser}: {case.called} called by {case.place}, {case.when}"


def _faults(browser: Engine, made: Path, lines: list[str]) -> list[str]:
    tab = browser.open()
    try:
        return traps.faults(tab, made, ARTICLE, lines)
    except EngineError as error:
        return [str(error)[:300]]
    finally:
        tab.close()
