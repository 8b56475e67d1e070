"""Measures the page while it reads and summarises the costliest files of each kind that it accepts.

Click: the longest time that the page's thread was busy, so that a click had to wait. Stop: from the press in
the middle of the work until the page says that it has stopped. Memory: the largest sum of the private memory
of the browser's renderers, which hold the page, its frame and the engine; MB.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from tests.e2e.documents.docx import docx
from tests.e2e.documents.pdf import pdf
from tests.pages.hostile import HOSTILE, PARAGRAPHS, TEXT
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser
from sitebuild.paths import DIST

LONGEST = 590_000  # characters; the page takes six hundred thousand
MOST_LINES = 39_999  # and forty thousand filled lines
PATIENCE = 240.0  # seconds
EVERY = 0.1  # seconds between two samples
EARLY = 0.4  # seconds after which a reading is stopped

BEAT = """() => {
    window.gap = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
        const now = performance.now();
        window.gap = Math.max(window.gap, now - last);
        last = now;
        setTimeout(() => port2.postMessage(0), 5);
    };
    port2.postMessage(0);
}"""
CLEAR = "() => { performance.clearMarks('youten:summary'); window.gap = 0; }"
ENDED = """() => performance.getEntriesByName('youten:summary').length > 0
    || document.querySelector('#error').textContent"""
STOP = """() => [document.querySelector('#stop'), ...document.querySelectorAll('#taken button')]
    .find((button) => button.textContent.includes('止める') && button.checkVisibility())?.click() ?? false"""
SHOWS_STOP = """() => [document.querySelector('#stop'), ...document.querySelectorAll('#taken button')]
    .some((button) => button.textContent.includes('止める') && button.checkVisibility())"""
STOPPED = """() => ['#note', '#taken'].some((name) =>
    document.querySelector(name).textContent.includes('止めました'))"""


def _filled(line: str) -> str:
    return (line * (LONGEST // len(line) + 1))[:LONGEST]


def _lines(count: int) -> list[str]:
    return [f"第{number}回の市場は港で開く。" for number in range(count)]


def _glyphs(count: int) -> list[str]:
    """Return pieces as a program writes them that places each character."""
    return [chr(0x4E00 + number % 5000) + "市" for number in range(count)]


# Name of a file -> its bytes.
FILES: dict[str, Callable[[], bytes]] = {
    "deep.html": lambda: (
        f"<!doctype html><body>{'<div>' * 650}{PARAGRAPHS}{'<p><a href=x>次</a></p>' * 29_000}"
        f"{'<p>' + _filled(TEXT)[:450_000]}"
    ).encode(),
    "wide.html": HOSTILE["wide.html"],
    "links.html": lambda: f"<!doctype html><p>{_filled('<a href=x>次の市場</a>、')}".encode(),
    "pieces.pdf": lambda: pdf([_glyphs(19_500)] * 15, leading=0.035),
    "pages.pdf": lambda: pdf([_lines(30)] * 1300),
    "empty.docx": HOSTILE["empty-paragraphs.docx"],
    "paragraphs.docx": lambda: docx(_lines(32_000)),
    "sentences.txt": lambda: _filled(TEXT).encode(),
    "answers.txt": lambda: _filled("はい。").encode(),
    "lines.txt": lambda: ("x\n" * MOST_LINES).encode(),
    "line.txt": lambda: _filled("港").encode(),
    "marks.txt": lambda: ("か" + "\u0301" * LONGEST).encode(),
    "dated.txt": lambda: ("港の市場が開かれた朝\n\n2026年5月1日\n\n" * (MOST_LINES // 4)).encode(),
    "rows.csv": lambda: _filled('1,"市場の外れ",三億円余り,港町\n').encode(),
    "cell.csv": lambda: f'id,text\n1,"{_filled(TEXT)}"\n'.encode(),
    "notes.md": lambda: _filled('"[^').encode(),
    "quotes.md": lambda: ("> - `a` *b\n" * MOST_LINES).encode(),
    "headings.md": lambda: ("# 市場の朝\n" * MOST_LINES).encode(),
}


class Worst(NamedTuple):
    """The figures of one file."""

    name: str
    size: int  # bytes
    how: str  # "summary", or the error
    seconds: float
    gap: float  # ms
    stop: float  # ms; -1: the work ended before
    memory: float  # MB


def _memory(browser: Browser) -> float:
    """Return the private memory of all renderers, in MB."""
    session = browser.new_browser_cdp_session()
    total = 0
    for process in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        status = Path(f"/proc/{process['id']}/status")
        if process["type"] != "renderer" or not status.exists():
            continue
        found = [line for line in status.read_text().splitlines() if line.startswith("RssAnon")]
        total += int(found[0].split()[1]) if found else 0
    session.detach()
    return total / 1024


def _until(page: Page, script: str, sample: Callable[[], None]) -> object:
    end = time.monotonic() + PATIENCE
    while not (found := page.evaluate(script)):
        sample()
        if time.monotonic() > end:
            return "nothing"
        time.sleep(EVERY)
    return found


def _stop(page: Page, path: Path) -> float:
    """Stop the reading or the summary of a file; return the time in ms, or -1 if it was over before."""
    page.evaluate(CLEAR)
    page.locator("#file").set_input_files(path)
    time.sleep(EARLY)
    end = time.monotonic() + PATIENCE
    while not page.evaluate(SHOWS_STOP):
        if page.evaluate(ENDED) or time.monotonic() > end:
            return -1
        time.sleep(0.01)
    begin = time.monotonic()
    page.evaluate(STOP)
    while not page.evaluate(STOPPED):
        if page.evaluate(ENDED) or time.monotonic() > end:
            return -1
        time.sleep(0.01)
    return (time.monotonic() - begin) * 1000


@contextmanager
def _page(url: str) -> Iterator[tuple[Browser, Page]]:
    with (
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS) as browser,
    ):
        page = browser.new_context(locale="ja-JP").new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(url)
        while page.evaluate("() => document.documentElement.dataset.engine") != "ready":
            time.sleep(EVERY)
        yield browser, page


def worst(names: list[str] | None = None) -> Iterator[Worst]:
    """Measure each file in a browser of its own."""
    with tempfile.TemporaryDirectory() as folder, Server(DIST, prefix="/repo/") as server:
        for name in names or FILES:
            path = Path(folder) / name
            path.write_bytes(FILES[name]())
            with _page(server.url) as (browser, page):
                most = [0.0]

                def sample(browser: Browser = browser, most: list[float] = most) -> None:
                    most[0] = max(most[0], _memory(browser))

                page.evaluate(BEAT)
                page.evaluate(CLEAR)
                begin = time.monotonic()
                page.locator("#file").set_input_files(path)
                how = _until(page, ENDED, sample)
                seconds = time.monotonic() - begin
                time.sleep(1)
                gap = float(page.evaluate("() => window.gap"))
                sample()
            with _page(server.url) as (_, page):
                stop = _stop(page, path)
            said = "summary" if how is True else str(how)
            yield Worst(name, path.stat().st_size, said, seconds, gap, stop, most[0])
