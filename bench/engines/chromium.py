"""Measures visits in Chromium: the first on a fresh profile, the second in a new browser on that profile."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from figures import Visit
from playwright.sync_api import CDPSession, Page, Playwright
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS

WARM_RUNS = 15
PATIENCE = 60.0  # seconds
# A browser that has just started is busy for more than a second on two cores.
AWAKE = 3.0  # seconds
STOCK_PATIENCE = 900.0
POLL = 0.05  # seconds; each evaluation slows the page a little
# When the stored bytes have not changed for so many seconds, the page's idle work counts as done.
SETTLED = 2.5
SETTLE_PATIENCE = 30.0

MARK = """([name, count]) => {
  const marks = performance.getEntriesByName(name);
  const found = marks[count - 1];
  return found ? { at: found.startTime, detail: found.detail ?? null } : null;
}"""
FAILURE = """() => {
  if (globalThis.bench?.error) return globalThis.bench.error;
  return document.documentElement.dataset.engine === 'failed' ? 'the engine failed' : null;
}"""
PASTE = """(text) => {
  const field = document.querySelector('#field');
  field.value = text;
  const now = performance.now();
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  return now;
}"""
TOKENIZE = """(text) => {
  const begin = performance.now();
  const tokens = globalThis.bench.tokenize(text);
  return { ms: performance.now() - begin, tokens };
}"""
STORED = "async () => (await navigator.storage?.estimate?.())?.usage ?? 0"


class BenchError(Exception):
    """A measurement that failed, with the reason."""


def poll(page: Page, script: str, argument: object, patience: float) -> Any:
    """Evaluate a script until it returns a value (the page's policy forbids Playwright's own waiting)."""
    end = time.monotonic() + patience
    while True:
        found = page.evaluate(script, argument)
        if found is not None:
            return found
        failure = page.evaluate(FAILURE)
        if failure:
            raise BenchError(str(failure))
        if time.monotonic() > end:
            raise BenchError(f"{argument} did not come within {patience:.0f} s")
        time.sleep(POLL)


def mark(page: Page, name: str, count: int = 1, patience: float = PATIENCE) -> dict[str, Any]:
    """Return the time (ms from navigation) and detail of the ``count``-th mark with that name."""
    found: dict[str, Any] = poll(page, MARK, [name, count], patience)
    return found


def settle(page: Page) -> None:
    """Wait until the page has stored everything that it stores when idle."""
    end = time.monotonic() + SETTLE_PATIENCE
    before, since = -1, time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < SETTLED:
        now = page.evaluate(STORED)
        if now != before:
            before, since = now, time.monotonic()
        time.sleep(0.2)


def varied(article: str, count: int) -> Iterator[str]:
    """Yield the article ``count`` times, one character longer each time, so that no answer can be cached."""
    for number in range(count):
        yield article + "\n" + "了" * number


class Pasted(NamedTuple):
    """A pasted text and its summary; ms."""

    at: float  # drawn, from navigation
    shown: float  # drawn, from the paste
    detail: dict[str, Any]  # of the mark


class Browser:
    """Chromium with its own profile, which is removed at the end; ``restart`` keeps the profile."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self.profile = Path(tempfile.mkdtemp(prefix="youten-bench-"))
        self.open()

    def open(self) -> None:
        """Start the browser on the profile."""
        self._context = self._playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=os.environ.get("YOUTEN_CHROMIUM"),
            args=CHROMIUM_FLAGS,
            locale="ja-JP",
        )
        self.page = self._context.pages[0]
        time.sleep(AWAKE)

    def restart(self) -> None:
        """Close the browser and start another on the same profile."""
        self._context.close()
        self.open()

    def devtools(self) -> CDPSession:
        """Return a DevTools protocol session with the page."""
        return self._context.new_cdp_session(self.page)

    def close(self) -> None:
        """Close the browser and remove the profile."""
        self._context.close()
        shutil.rmtree(self.profile, ignore_errors=True)


@contextmanager
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser with a fresh profile."""
    running = Browser(playwright)
    try:
        yield running
    finally:
        running.close()


def heap(opened: Browser) -> int:
    """Return the JavaScript memory after a garbage collection: objects, and array bytes outside the heap."""
    session = opened.devtools()
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    session.detach()
    return int(usage["usedSize"] + usage.get("backingStorageSize", 0))


def visit_peer(opened: Browser, site: Server, page_name: str, article: str) -> Visit:
    """Open a peer's page, wait until it can tokenise, and tokenise until warm."""
    sent = site.sent_bytes
    page = opened.page
    page.goto(f"{site.url}{page_name}/", wait_until="commit")
    ready = mark(page, "bench:ready")["at"]
    texts = list(varied(article, WARM_RUNS + 1))
    page.evaluate(TOKENIZE, texts[0])
    memory = page.evaluate("() => globalThis.bench.memory()")
    times = [page.evaluate(TOKENIZE, text)["ms"] for text in texts[1:]]
    memory = heap(opened) if memory is None else memory
    settle(page)
    return Visit(ready=ready, bytes=site.sent_bytes - sent, memory=memory, tokenize=times)


def visit_floor(opened: Browser, site: Server) -> Visit:
    """Open the page that only starts Python."""
    sent = site.sent_bytes
    page = opened.page
    page.goto(f"{site.url}floor/", wait_until="commit")
    ready = mark(page, "bench:ready")["at"]
    compiled = mark(page, "bench:compiled")["at"]
    memory = page.evaluate("() => globalThis.bench.memory()")
    settle(page)
    return Visit(ready=ready, bytes=site.sent_bytes - sent, memory=memory, tokenize=[], compiled=compiled)


def paste(page: Page, text: str, number: int, patience: float = PATIENCE) -> Pasted:
    """Paste the ``number``-th text of a visit and wait until its summary is drawn."""
    begin = page.evaluate(PASTE, text)
    done = mark(page, "youten:summary", number, patience)
    return Pasted(done["at"], done["at"] - begin, done["detail"])


def visit_youten(
    opened: Browser, site: Server, article: str, *, stock: bool = False, runs: int = WARM_RUNS
) -> Visit:
    """Open the real page, wait for the engine, paste until warm, and wait until everything is stored."""
    patience = STOCK_PATIENCE if stock else PATIENCE
    sent = site.sent_bytes
    page = opened.page
    page.goto(site.url + ("?engine=stock" if stock else ""), wait_until="commit")
    interactive = mark(page, "youten:interactive")["at"]
    ready = mark(page, "youten:ready", patience=patience)
    pasted = [paste(page, text, number, patience) for number, text in enumerate(varied(article, runs + 1), 1)]
    details, shown = [each.detail for each in pasted], [each.shown for each in pasted]
    settle(page)
    return Visit(
        ready=ready["at"],
        bytes=site.sent_bytes - sent,
        memory=details[0]["heapBytes"],
        tokenize=[detail["phases"]["analyze"] for detail in details[1:]],
        interactive=interactive,
        summary=[sum(detail["phases"].values()) for detail in details[1:]],
        shown=shown[1:],
        phases=ready["detail"]["phases"],
    )


def wait_with_text(opened: Browser, site: Server, article: str) -> float:
    """Return the ms from navigation to the drawn summary of a text pasted as soon as the page takes input."""
    page = opened.page
    page.goto(site.url, wait_until="commit")
    mark(page, "youten:interactive")
    return paste(page, article, 1).at


def first_and_warm(opened: Browser, site: Server, article: str) -> list[float]:
    """Return the ms from paste to drawn summary: of the first text on an idle page, then of warm ones."""
    page = opened.page
    page.goto(site.url, wait_until="commit")
    mark(page, "youten:ready")
    settle(page)
    return [paste(page, text, number).shown for number, text in enumerate(varied(article, WARM_RUNS + 1), 1)]


def summarize_once(opened: Browser, site: Server, text: str) -> float:
    """Return the ms from the paste of ``text`` to its drawn summary, with a warm engine."""
    page = opened.page
    page.goto(site.url, wait_until="commit")
    mark(page, "youten:ready")
    paste(page, text[:2000], 1)
    return paste(page, text, 2, STOCK_PATIENCE).shown
