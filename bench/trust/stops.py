"""Measures how soon a stop takes effect in the middle of a long text, and how soon the next summary is there.

Idle: from the press until the worker reports that it has stopped or, if it is ended instead, until the next
worker is there. Ready: until the summary of a short article, pasted then, is on the page. Gone: until the
thread of an ended worker has ended, which releases its lock. Chromium lets the thread finish its current work
for up to two seconds; nothing waits for it.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright
from tests.e2e import variants
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser
from sitebuild.paths import DIST, ROOT

STOPS = 50
LONG = 200_000  # characters; keeps the engine busy for seconds
EARLIEST = 20  # ms after the paste
LATEST = 0.9  # share of the time that the whole text takes
ARTICLE = ROOT / "tests" / "articles" / "news-harbor" / "page.txt"
PATIENCE = 60_000  # ms
SEED = 8

# Pastes and waits for the summary.
SUMMARISE = f"""async (text) => {{
    const end = performance.now() + {PATIENCE};
    performance.clearMarks('youten:summary');
    const field = document.querySelector('#field');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertFromPaste' }}));
    while (!performance.getEntriesByName('youten:summary').length) {{
        if (performance.now() > end) throw new Error('no summary');
        await new Promise((resolve) => {{ setTimeout(resolve, 1); }});
    }}
}}"""
# Pastes the long text, presses stop after ``after`` ms, summarises the next article. Returns nothing if the
# stop came too late.
STOP = f"""async ({{ long, next, after }}) => {{
    const mouth = new BroadcastChannel('youten-probe');
    const field = document.querySelector('#field');
    field.value = long;
    field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertFromPaste' }}));
    await new Promise((resolve) => {{ setTimeout(resolve, after); }});
    const stop = document.querySelector('#stop');
    if (stop.hidden) return undefined;
    const said = new Promise((resolve) => {{
        const words = {{ cancelled: 'stopped', born: 'ended', done: 'finished' }};
        mouth.onmessage = ({{ data }}) => {{ if (data.word in words) resolve(words[data.word]); }};
        setTimeout(resolve, {PATIENCE}, 'never');
    }});
    const patience = new AbortController();
    const {{ signal }} = patience;
    const pressed = performance.now();
    const since = () => performance.now() - pressed;
    stop.click();
    const leaving = navigator.locks.request('youten-probe', {{ signal }}, since).catch(() => undefined);
    const how = await said;
    const idle = since();
    if (how !== 'ended') patience.abort();
    mouth.close();
    await ({SUMMARISE})(next);
    const ready = since();
    return {{ how, idle, ready, gone: (await leaving) ?? idle }};
}}"""


class Stop(NamedTuple):
    """One press; times in ms."""

    after: float  # the paste
    how: str  # "stopped"; "ended" if the worker did not stop in time
    idle: float
    ready: float
    gone: float


def _stops(page: Page, number: int) -> list[Stop]:
    article = ARTICLE.read_text(encoding="utf-8")
    long = (article * (LONG // len(article) + 1))[:LONG]
    page.evaluate(SUMMARISE, article)
    begin = time.monotonic()
    page.evaluate(SUMMARISE, long)
    latest = LATEST * (time.monotonic() - begin) * 1000
    chance = random.Random(SEED)  # noqa: S311 -- moments, not secrets
    found: list[Stop] = []
    for _ in range(2 * number):
        after = chance.uniform(EARLIEST, latest)
        said = page.evaluate(STOP, {"long": long, "next": article, "after": after})
        assert not said or said["how"] != "never", f"no end of the work, stopped after {after:.0f} ms"
        if said and said["how"] != "finished":
            found.append(Stop(after, said["how"], said["idle"], said["ready"], said["gone"]))
        if len(found) == number:
            return found
    raise RuntimeError(f"{number - len(found)} of the stops came too late: the text is too short")


def stops(number: int = STOPS) -> list[Stop]:
    """Press stop ``number`` times, each at a different moment, on the same page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(variants.probed(DIST, Path(folder) / "site"), prefix="/repo/") as server,
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS) as browser,
    ):
        page = browser.new_context(locale="ja-JP").new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(server.url)
        return _stops(page, number)
