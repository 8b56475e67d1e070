"""The main journey in Chromium, Firefox and WebKitGTK: paste, summarise, stop, offline reload."""

from __future__ import annotations

import pytest
from tests.e2e.engines import EngineError, Tab
from tests.server import Server
from tests.subsequence import is_subsequence

READY = "() => document.documentElement.dataset.engine === 'ready'"
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
LINES = "() => Array.from(document.querySelectorAll('#lines li'), (line) => line.textContent)"
STORED = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)"
LONG = 200_000  # characters; keeps every engine busy for seconds


def summary(tab: Tab, text: str) -> list[str]:
    """Paste, wait, and return the summary."""
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", text)
    tab.until(SUMMARISED)
    return list(tab.evaluate(LINES))


def test_the_main_journey(tab, server, article):
    """An article gets three sentences; a long text can be stopped and stays; the next is summarised."""
    tab.goto(server.url)
    lines = summary(tab, article)
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, article)] == []

    long = (article * (LONG // len(article) + 1))[:LONG]
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", long)
    tab.until("() => !document.querySelector('#stop').hidden")
    tab.click("#stop")
    assert "止めました" in tab.text("#result")
    assert not tab.evaluate(SUMMARISED)
    assert tab.evaluate("() => document.querySelector('#field').value") == long

    assert summary(tab, article) == lines


def test_an_offline_reload(tab, dist, article, other_article):
    """The first visit stores everything, so the page works after the server is gone."""
    with Server(dist, prefix="/repo/") as server:
        tab.goto(server.url)
        lines = summary(tab, article)
        tab.until(STORED)
    tab.reload()
    tab.until(READY)
    assert summary(tab, article) == lines
    assert len(summary(tab, other_article)) == 3


def test_the_driver_itself(tab, server, tmp_path):
    """Each function of a tab works on a page of the site."""
    tab.resize(390, 844)
    tab.goto(server.url)
    assert tab.evaluate("(a, b) => Promise.resolve([a + b, document.title])", 1, 2)[0] == 3
    with pytest.raises(EngineError, match="no such thing"):
        tab.evaluate("() => { throw new Error('no such thing'); }")
    tab.type("#field", "abc")
    assert tab.evaluate("() => document.querySelector('#field').value") == "abc"
    tab.evaluate(
        "() => { const input = document.createElement('input'); input.type = 'file';"
        " input.id = 'files'; input.multiple = true; document.body.prepend(input); }"
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    tab.set_files("#files", [tmp_path / "a.txt", tmp_path / "b.txt"])
    read = "() => Promise.all(Array.from(document.querySelector('#files').files, (file) => file.text()))"
    assert tab.evaluate(read) == ["a.txt", "b.txt"]
    tab.screenshot(tmp_path / "shot.png")
    assert (tmp_path / "shot.png").read_bytes()[:4] == b"\x89PNG"
