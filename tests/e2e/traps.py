"""Makes sites whose interpreter calls a function that a first visit does not have; tells what then happens.

Which texts need such a function is not known, or it would not be missing. So the call is put into the
interpreter, at the beginning of a function that does run: at the start, or while an article is summarised.
The called one traps there as it would for such a text. The whole interpreter is left as it is.
"""

from __future__ import annotations

import json
import subprocess
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.e2e import variants, whole
from tests.e2e.engines import EngineError, Tab
from tests.server import Server

from sitebuild import manifest, steps, wheels
from sitebuild.pyodide import assets, record

SCRIPT = Path(__file__).with_suffix(".mjs")
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
LINES = "() => Array.from(document.querySelectorAll('#lines li'), (line) => line.textContent)"
FIELD = "() => document.querySelector('#field').value"
READY = "() => document.documentElement.dataset.engine === 'ready'"
STORED = f"() => document.querySelector('#offline').textContent.includes('{whole.NOTICE}')"
# The page's own frame is replaced where a function is missing.
REPLACED = "() => !document.querySelector('iframe#engine')"
# The driver of Firefox does not see the end of a reload without a server.
RELOAD = "() => { window.before = true; setTimeout(() => window.location.reload(), 0); }"
RELOADED = "() => !window.before && document.readyState === 'complete'"
PATIENCE = 60.0  # seconds
# Seconds after which an idle engine has begun to summarise a text of its own (engine/worker/warm.js).
WARM = 1.5


class Places(NamedTuple):
    """Numbers of functions of the wasm."""

    first: list[int]  # run first of all
    start: list[int]  # run at the start
    summary: list[int]  # run for the first time while an article is summarised
    cold: list[int]  # are not in the wasm of a first visit


def _run(folder: Path, plan: dict[str, object]) -> str:
    path = folder / "traps.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    command = ["node", str(SCRIPT), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@cache
def places(folder: Path, article: str) -> Places:
    """Run the interpreter once; ``folder`` is for temporary files."""
    slim = wheels.for_browser(wheels.youten_wheel())
    more = {"list": str(assets.HOT_LIST), "marked": str(folder / "marked.wasm"), "text": article}
    return Places(**json.loads(_run(folder, record.plan(folder, slim) | more)))


def site(dist: Path, out: Path, place: int, called: int) -> Path:
    """Write the site to ``out`` in which the function ``place`` first calls ``called``."""
    wasm = out.with_suffix(".wasm")
    hot = steps.engine_files().packed / manifest.WASM
    _run(out.parent, {"wasm": str(hot), "out": str(wasm), "place": place, "called": called})
    return variants.with_wasm(dist, out, wasm.read_bytes())


def _summary(tab: Tab, text: str) -> list[str]:
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", text)
    tab.until(SUMMARISED, patience=PATIENCE)
    return list(tab.evaluate(LINES))


def _reload(tab: Tab) -> None:
    tab.evaluate(RELOAD)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if tab.evaluate(RELOADED):
                return
        except EngineError:  # between the two pages
            pass
        if time.monotonic() > end:
            raise EngineError("the page was not loaded again")
        time.sleep(0.1)


def faults(tab: Tab, made: Path, article: str, lines: list[str]) -> list[str]:
    """Summarise an article on the site, then once more without a server; return what was not as it should be.

    The first time the text is there before the engine is; the second time the engine is idle for a while.
    """
    found = []

    def look(when: str) -> None:
        given, kept, said = _summary(tab, article), tab.evaluate(FIELD), tab.text("#error")
        found.extend(
            f"{when}: {what}"
            for what, is_wrong in (
                (f"the summary was {given}", given != lines),
                ("the text was not kept", kept != article),
                (f"the page said {said}", said != ""),
                ("no function was missing", not tab.evaluate(REPLACED)),
            )
            if is_wrong
        )

    with Server(made, prefix="/repo/") as server:
        tab.goto(server.url)
        look("online")
        tab.until(STORED, patience=PATIENCE)
    _reload(tab)
    tab.until(READY, patience=PATIENCE)
    time.sleep(WARM)
    look("offline")
    return found
