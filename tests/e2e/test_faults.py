"""Whatever brings the worker down, the engine is back without a reload, and the text is still there.

Each kind of fault strikes while an article is being worked on, or in between; YOUTEN_FULL repeats each five
times, and presses stop fifty times.
"""

from __future__ import annotations

import os
import random
import statistics

import pytest
from tests.e2e import variants

from buildsteps.server import Server

FULL = bool(os.environ.get("YOUTEN_FULL"))
REPEATS = 5 if FULL else 1
STOPS = 50 if FULL else 4
LONG = 200_000  # characters
# Kind -> whether it strikes within a request.
FAULTS = {
    "SystemExit": True,
    "os._exit": True,
    "MemoryError": True,
    "Python recursion": True,
    "Python hang": True,
    "stack overflow": True,
    "fatal Pyodide error": True,
    "hang": False,
    "worker gone": False,
    "uncaught in a timer": False,
    "rejected promise": False,
}
CHOSEN = ("stack overflow", "fatal Pyodide error", "worker gone")  # in the other browsers
WAIT = "(ms) => new Promise((resolve) => setTimeout(resolve, ms))"
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
LINES = "() => Array.from(document.querySelectorAll('#lines li'), (line) => line.textContent)"
READY = "() => document.documentElement.dataset.engine === 'ready'"
# A mark on every start of the page, so that a reload would be seen.
MARK = "() => { window.here = true; }"
STRIKE = f"""async (name, within) => {{
    await ({variants.ASK})({{ do: 'fault', name, within }}, 10000);
}}"""


@pytest.fixture(scope="module")
def site(dist, tmp_path_factory):
    """The site with a worker that can be told to break."""
    return variants.probed(dist, tmp_path_factory.mktemp("probed") / "site")


def paste(tab, text):
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", text)


def summary(tab, text):
    paste(tab, text)
    tab.until(SUMMARISED)
    return tab.evaluate(LINES)


def test_every_kind_of_fault_is_recovered_from(tab, site, article, record_property):
    """The article that was being worked on gets its summary, from a new worker, on the same page."""
    kinds = FAULTS if FULL or tab.engine == "chromium" else CHOSEN
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        tab.evaluate(MARK)
        lines = summary(tab, article)
        for kind in kinds:
            for number in range(REPEATS):
                tab.until(READY)
                tab.evaluate(STRIKE, kind, FAULTS[kind])
                text = article + "。" * number
                assert summary(tab, text)[:3] == lines, kind
                assert tab.evaluate("() => document.querySelector('#field').value") == text, kind
                assert tab.text("#error") == "", kind
        assert tab.evaluate("() => window.here")
    record_property("recovered", f"{len(kinds) * REPEATS} of {len(kinds) * REPEATS}")


@pytest.mark.engines("chromium")
def test_stop_is_quick_and_the_engine_soon_ready(tab, site, article, record_property):
    """Stop at a random moment of 200,000 characters, again and again; the bench judges the times."""
    long = (article * (LONG // len(article) + 1))[:LONG]
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        lines = summary(tab, article)
        idle, ready = [], []
        for _ in range(STOPS):
            paste(tab, long)
            tab.until("() => !document.querySelector('#stop').hidden")
            tab.evaluate(WAIT, random.uniform(50, 1500))  # noqa: S311
            times = tab.evaluate(STOP, article)
            assert tab.evaluate(LINES) == lines
            idle.append(times["idle"])
            ready.append(times["ready"])
    record_property("stops", STOPS)
    record_property("idle after", spread(idle))
    record_property("next summary after", spread(ready))
    if FULL:
        assert max(idle) <= 200
        assert max(ready) <= 2000


# Presses stop, waits until the worker has nothing to do, has the next article summarised; milliseconds.
STOP = f"""async (next) => {{
    const ask = {variants.ASK};
    performance.clearMarks('youten:summary');
    const begin = performance.now();
    document.querySelector('#stop').click();
    // The worker answers once its turn is over; a new one once it has started.
    const until = async (done) => {{
        for (;;) {{
            if (await done()) return performance.now() - begin;
            await new Promise((resolve) => setTimeout(resolve, 4));
        }}
    }};
    const idle = await until(() => ask({{ do: 'ping' }}, 5000).then(() => true, () => false));
    const field = document.querySelector('#field');
    field.value = next;
    field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertFromPaste' }}));
    const ready = await until(() => performance.getEntriesByName('youten:summary').length > 0);
    return {{ idle, ready }};
}}"""


def spread(values):
    """Median and worst, for the eye."""
    return f"median {statistics.median(values):.0f} ms, worst {max(values):.0f} ms"
