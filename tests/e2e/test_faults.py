"""After any fault of the worker, the engine is back without a reload, and the text is still there.

Each kind of fault occurs once here, while an article is processed or in between; YOUTEN_FULL repeats it five
times (`build.py bench trust faults`). `build.py bench trust stops` measures how soon a stop takes effect.
"""

from __future__ import annotations

import os

import pytest
from tests.e2e import traps, variants, whole
from tests.e2e.conftest import ARTICLE
from tests.server import Server

from youten import summarize

FULL = bool(os.environ.get("YOUTEN_FULL"))
REPEATS = 5 if FULL else 1
# The watchdog's own patience at full count; ms, see static/engine/limits.js.
SHORT = {} if FULL else {"SILENCE_MS": 3000, "RESTORE_MS": 5000}
# Kind (see probe/faults.js) -> whether it occurs during a request.
FAULTS = {
    "out of memory": True,
    "stack overflow": True,
    "missing function": True,
    "Python recursion": True,
    "fatal Pyodide error": True,
    "SystemExit": True,
    "os._exit": True,
    "internal error": True,
    "Python hang": True,  # only the watchdog helps
    "endless loop": False,  # and here
    "worker gone": False,  # and here
    "uncaught exception": False,
    "unhandled rejection": False,
    "a word that cannot be sent": True,
    "a word that nobody knows": True,
    "no word at all": True,
}
ELSEWHERE = (
    "out of memory",
    "stack overflow",
    "missing function",
    "fatal Pyodide error",
    "Python hang",
    "worker gone",
)
POISON = "【毒】"  # brings the probed worker down every time
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
LINES = "() => Array.from(document.querySelectorAll('#lines li'), (line) => line.textContent)"
READY = "() => document.documentElement.dataset.engine === 'ready'"
FAILED = "() => document.documentElement.dataset.engine === 'failed'"
FIELD = "() => document.querySelector('#field').value"
STORED = f"() => document.querySelector('#offline').textContent.includes('{whole.NOTICE}')"
# A mark on the page that a reload would remove.
MARK = "() => { window.here = true; }"
MARKED = "() => window.here === true"
STRIKE = f"""async (name, within) => {{
    await ({variants.ASK})({{ do: 'fault', name, within }}, 10000);
}}"""


@pytest.fixture(scope="module")
def site(dist, tmp_path_factory):
    """Make the site with a worker that can be told to break."""
    return variants.probed(dist, tmp_path_factory.mktemp("probed") / "site", patience=SHORT)


@pytest.fixture
def probed(site):
    with Server(site, prefix="/repo/") as server:
        yield server


def paste(tab, text):
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", text)


def summary(tab, text):
    """Paste, wait, and return the summary."""
    paste(tab, text)
    tab.until(SUMMARISED)
    return tab.evaluate(LINES)


@pytest.fixture(scope="module")
def opened(engine, site):
    """Open one tab of a browser for all faults of the worker."""
    tab = engine.open()
    with Server(site, prefix="/repo/") as server:
        yield tab, server.url
    tab.close()


@pytest.fixture
def running(opened):
    """Return the tab with a running engine; the page is opened again only if the last fault ended it."""
    tab, url = opened
    if not tab.evaluate(f"() => ({MARKED})() && ({READY})()"):
        tab.goto(url)
        tab.evaluate(MARK)
    return tab


def recovers(tab, kind, article):
    """Cause the fault repeatedly; each time the next article gets its summary on the same page."""
    lines = summary(tab, article)
    for number in range(REPEATS):
        tab.until(READY)
        tab.evaluate(STRIKE, kind, FAULTS[kind])
        text = article + "\n" * number
        assert summary(tab, text) == lines
        assert tab.evaluate(FIELD) == text
        assert tab.text("#error") == ""
    assert tab.evaluate(MARKED)


@pytest.mark.engines("chromium")
@pytest.mark.parametrize("kind", FAULTS)
def test_the_engine_recovers(running, kind, article, record_property):
    """The current or the next article gets its summary from a new worker."""
    recovers(running, kind, article)
    record_property("recovered", f"{REPEATS} of {REPEATS}")


@pytest.mark.engines("firefox", "webkit")
@pytest.mark.parametrize("kind", ELSEWHERE)
def test_the_engine_recovers_elsewhere(running, kind, article, record_property):
    """Only faults that browsers handle differently."""
    recovers(running, kind, article)
    record_property("recovered", f"{REPEATS} of {REPEATS}")


# The driver of Firefox does not see the end of this reload without a server.
@pytest.mark.engines("chromium", "webkit")
def test_a_missing_function_offline(tab, site, article, other_article):
    """Once the page says that it works offline, the whole interpreter is there too, and takes over."""
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        lines = summary(tab, article)
        tab.until(STORED)
    tab.reload()
    tab.until(READY)
    tab.evaluate(MARK)
    tab.evaluate(STRIKE, "missing function", True)
    assert len(summary(tab, other_article)) == len(lines)
    assert tab.evaluate(FIELD) == other_article
    assert tab.text("#error") == ""
    assert summary(tab, article) == lines
    assert tab.evaluate(MARKED)


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    return traps.places(tmp_path_factory.mktemp("places"), ARTICLE)


@pytest.mark.engines("chromium")
@pytest.mark.parametrize("when", ["first", "start", "summary"])
def test_a_missing_function_anywhere(tab, dist, tmp_path, places, article, when):
    """A part of the interpreter that a first visit does not have is called at the start, or in an article.

    First of all run the constructors of the wasm, whose failure Emscripten tells nobody.

    `build.py bench trust functions` does the same in fifty places, in three browsers.
    """
    where = getattr(places, when)
    site = traps.site(dist, tmp_path / "site", where[len(where) // 2], places.cold[len(places.cold) // 2])
    assert traps.faults(tab, site, article, [line.text for line in summarize(article).sentences]) == []


@pytest.mark.engines("chromium")
def test_an_article_that_always_brings_the_worker_down(tab, probed, article):
    """After the last attempt there is a message and the text stays; the next article is summarised."""
    tab.goto(probed.url)
    lines = summary(tab, article)
    text = POISON + article
    paste(tab, text)
    tab.until("() => document.querySelector('#error').textContent !== ''")
    assert "要約の途中で問題が起きました" in tab.text("#error")
    assert tab.evaluate(FIELD) == text
    assert summary(tab, article) == lines
    assert tab.text("#error") == ""


@pytest.mark.engines("chromium")
def test_a_start_that_says_nothing_is_made_in_another_way(tab, dist, tmp_path, article, record_property):
    """If the worker is silent with its snapshot, the article pasted meanwhile is still summarised."""
    site = variants.probed(dist, tmp_path / "site", silent=["snapshot"], patience=SHORT)
    with Server(site, prefix="/repo/") as server:
        for _ in range(REPEATS):
            tab.goto(server.url)
            tab.evaluate(MARK)
            assert len(summary(tab, article)) == 3
            assert tab.evaluate(FIELD) == article
            assert tab.evaluate(MARKED)
            tab.evaluate(f"() => localStorage.removeItem('{whole.OWN}variant')")
    record_property("recovered", f"{REPEATS} of {REPEATS}")


@pytest.mark.engines("chromium")
def test_no_start_that_says_a_word_ends_in_a_sentence(tab, dist, tmp_path, article):
    """If every way to start is silent, the page says so, keeps the text, and offers to load again."""
    soon = {"RESTORE_MS": 1000, "START_MS": 1000}
    site = variants.probed(dist, tmp_path / "site", silent=["snapshot", "packed"], patience=soon)
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        paste(tab, article)
        tab.until(FAILED)
    assert "要約の仕組みを始められませんでした" in tab.text("#error")
    assert tab.evaluate(FIELD) == article
    assert tab.evaluate("() => !document.querySelector('#retry').hidden")
