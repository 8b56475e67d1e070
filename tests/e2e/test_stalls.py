"""A file of a first visit that is never finished ends in words, and in a summary once the server answers.

Here a few files are tested in one browser; YOUTEN_FULL tests ten in three (`build.py bench trust stalls`).
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

import pytest
from tests.e2e.engines import EngineError
from tests.server import Server

FULL = bool(os.environ.get("YOUTEN_FULL"))
# Ends of paths: style, the page's scripts, the engine's frame and its script, the fetcher, what it fetches.
FILES = {
    "style": "/app.css",
    "first script": "/start.js",
    "page's script": "/app.js",
    "part of the scripts": ".js",  # the largest chunk
    "frame": "/engine.html",
    "frame's script": "/engine.js",
    "fetcher": "/fetcher.js",
    "wasm": "/pyodide.asm.wasm",
    "dictionary": "/dictionary.bin.gz",
    "snapshot": "/snapshot.bin.gz",
}
USUAL = ("style", "page's script", "frame")
WORDS_WITHIN = 15  # seconds
PATIENCE = 30
MOST_PRESSED = 2
# What the page says, where it can be seen; and the button that begins anew.
SAID = """async () => {
    const button = ['#retry', '#reload'].map((name) => document.querySelector(name))
        .find((node) => node?.checkVisibility?.() && getComputedStyle(node).visibility === 'visible');
    const told = /進んでいません|まだ届いていません/.test(document.body?.innerText ?? '');
    // A page that the browser does not draw says nothing.
    const drawn = await new Promise((resolve) => {
        requestAnimationFrame(() => resolve(true));
        setTimeout(resolve, 500, false);
    });
    // Where all else is there, a summary is better than words.
    if (drawn && performance.getEntriesByName('youten:summary').length && !told) return 'summary';
    return told && drawn && button ? `#${button.id}` : '';
}"""
FIELD = "() => Boolean(document.querySelector('#field'))"
# Whether the page listens, and its field is empty.
WAITS = """() => performance.getEntriesByName('youten:interactive').length > 0
    && !document.querySelector('#field').value"""
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"


@pytest.fixture(scope="module")
def files(dist):
    """Return the ends of the paths."""
    chunk = max((dist / "r").glob("*/app/chunk-*.js"), key=lambda path: path.stat().st_size)
    return FILES | {"part of the scripts": f"/{chunk.name}"}


def until(tab, script):
    """Wait for a true value, also over a navigation."""
    end = time.monotonic() + PATIENCE
    while True:
        with suppress(EngineError):
            if found := tab.evaluate(script):
                return found
        assert time.monotonic() < end, f"still waiting for {script}"
        time.sleep(0.1)


def ends_well(tab, server, silent, article):
    """Let a file stall: words in time, then a summary after a click on the button."""
    server.silent = silent
    begin = time.monotonic()
    tab.begin(server.url)
    until(tab, FIELD)
    if silent != "/app.js":
        tab.paste("#field", article)
    said = until(tab, SAID)
    assert time.monotonic() - begin < WORDS_WITHIN
    server.silent = ""
    if said != "summary":
        tab.evaluate("() => performance.clearMarks('youten:summary')")
        goes_on(tab, article)


def goes_on(tab, article):
    """Press the button, unless the page has gone on by itself, and wait for a summary."""
    pressed = 0
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(EngineError):
            if tab.evaluate(SUMMARISED):
                return
            if (button := tab.evaluate(SAID)) and pressed < MOST_PRESSED:
                tab.click(button)
                pressed += 1
            elif tab.evaluate(WAITS):
                tab.paste("#field", article)
        time.sleep(1)
    raise AssertionError(f"no summary after {pressed} times もう一度")


@pytest.mark.engines(*(("chromium", "firefox", "webkit") if FULL else ("chromium",)))
@pytest.mark.parametrize("name", FILES if FULL else USUAL)
def test_a_stalled_file_ends_in_words(engine, dist, files, article, name):
    tab = engine.open(waits=False)
    with Server(dist, prefix="/repo/") as server:
        ends_well(tab, server, files[name], article)
        server.speak.set()
    tab.close()


@pytest.mark.engines("chromium")
def test_a_stalled_late_half_is_told(tab, dist):
    """A part of the page that is loaded with a click does not keep its reader waiting without a word."""
    half = next((dist / "r").glob("*/app/bookmarklet.late-*.js"))
    with Server(dist, prefix="/repo/") as server:
        server.silent = f"/{half.name}"
        tab.goto(server.url)
        until(tab, "() => performance.getEntriesByName('youten:interactive').length > 0")
        begin = time.monotonic()
        tab.click("#bookmarklet")
        until(tab, "() => document.querySelector('#error').textContent.includes('進んでいません')")
        assert time.monotonic() - begin < WORDS_WITHIN
        server.speak.set()


@pytest.mark.engines("chromium")
def test_a_stalled_dictionary_of_readings_is_told(tab, server, article):
    """It is asked for with a switch, which also begins anew."""
    try:
        server.silent = "/readings.bin.gz"
        tab.goto(server.url)
        tab.paste("#field", article)
        until(tab, SUMMARISED)
        begin = time.monotonic()
        tab.click("#furigana")
        until(tab, "() => document.querySelector('#error').textContent.includes('進んでいません')")
        assert time.monotonic() - begin < WORDS_WITHIN
        tab.click("#furigana")
        until(tab, "() => document.querySelector('#error').textContent === ''")
        server.silent = ""
        server.speak.set()
        tab.click("#furigana")
        until(tab, "() => document.querySelectorAll('#source rt').length > 0")
    finally:
        server.speak.set()
