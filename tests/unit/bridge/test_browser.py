"""The functions that the worker calls around a memory snapshot, on the toy analyser."""

from __future__ import annotations

import gc
import gzip
import json
import random
import sys
from pathlib import Path

import pytest
from tests.unit.toy import ToyAnalyzer

from youten import browser
from youten.bridge import practice
from youten.morphology import default_analyzer

PAGES = sorted((Path(__file__).parents[2] / "articles").glob("*/page.txt"))

REQUEST = json.dumps({"action": "begin", "text": browser.REHEARSAL})


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    monkeypatch.setattr(browser, "_kept", [ToyAnalyzer()])
    monkeypatch.setattr(sys, "path", [*sys.path])


def test_what_only_the_unexpected_needs_is_loaded(monkeypatch):
    """All modules that may be imported are loaded, and no archive is read later."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    sys.path.append("/app.zip")
    browser.settle(["colorsys"], "")
    assert "colorsys" in sys.modules
    assert "/app.zip" not in sys.path


def test_a_resumed_engine_has_seen_nothing():
    """Job numbers start at one, and the rehearsal's article cannot be composed."""
    browser.settle([], "")
    handle = browser.resume()
    reply = json.loads(handle(json.dumps({"action": "compose", "job": 2})))
    assert reply["error"]["code"] == "no_such_job"
    assert json.loads(handle(REQUEST))["job"] == 1


@pytest.mark.parametrize("whole", [False, True])
def test_practice_comes_to_an_end(monkeypatch, whole):
    """It goes on by small steps; with the recorded analysis it looks up no word."""
    browser.settle([], browser.record())
    if not whole:
        monkeypatch.setattr(browser, "_kept", [])
    work = browser.practise(whole)
    steps = 1
    while work(0):
        steps += 1
    assert steps > 8 * practice.ROUNDS


def test_each_visit_draws_other_random_numbers():
    """Two engines from one snapshot have different sequences."""
    random.seed(0)
    state = random.getstate()
    browser.resume()
    first = random.getstate()
    random.setstate(state)
    browser.resume()
    assert random.getstate() not in (state, first)


def test_a_summary_leaves_nothing_to_the_collector(monkeypatch):
    """No option creates reference cycles, so the engine can run the collector rarely."""
    monkeypatch.setattr(browser, "_kept", [default_analyzer()])
    handle = browser.resume()
    options = {"keyphrases": 3, "focus": "図書館", "headline": True, "squeeze": True}
    rest = {"action": "summarize", "options": options, "salience": True}
    requests = [json.dumps({"text": page.read_text(encoding="utf-8"), **rest}) for page in PAGES[:3]]
    assert all(json.loads(handle(request))["ok"] for request in requests)
    gc.collect()
    gc.disable()
    try:
        for request in requests:
            handle(request)
        assert gc.collect() == 0
    finally:
        gc.enable()


class _FromJavaScript:
    """A typed array, as Pyodide presents it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def to_bytes(self) -> bytes:
        return self.data


PLAIN = "図書館 トショカン".encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PLAIN, None),
        (gzip.compress(PLAIN), None),
        (_FromJavaScript(gzip.compress(PLAIN)), None),
        (gzip.compress(PLAIN)[:-9], "bad_dictionary"),
        (b"nothing of the kind", "bad_dictionary"),
    ],
    ids=["plain", "gzip", "from JavaScript", "cut off", "something else"],
)
def test_readings_come_in_later(data: object, code: str | None) -> None:
    """Afterwards the running engine answers; a damaged file changes nothing."""
    handle = browser.resume()
    request = json.dumps({"action": "readings", "texts": ["図書館"]})
    assert json.loads(handle(request))["error"]["code"] == "no_readings"
    reply = json.loads(browser.add_readings(data))
    assert reply.get("error", {}).get("code") == code
    assert json.loads(handle(request))["ok"] is (code is None)
