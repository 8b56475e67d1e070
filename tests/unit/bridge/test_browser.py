"""What the worker calls around a memory snapshot, on the toy analyser."""

from __future__ import annotations

import json
import random

import pytest
from tests.unit.toy import ToyAnalyzer

from youten import browser

REQUEST = json.dumps({"action": "begin", "text": browser.REHEARSAL})


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    monkeypatch.setattr(browser, "_kept", [ToyAnalyzer()])


def test_a_resumed_engine_has_seen_nothing():
    """Job numbers begin at one, and the rehearsal's article is not there to be composed again."""
    browser.settle()
    handle = browser.resume()
    reply = json.loads(handle(json.dumps({"action": "compose", "job": 2})))
    assert reply["error"]["code"] == "no_such_job"
    assert json.loads(handle(REQUEST))["job"] == 1


def test_each_visit_draws_other_random_numbers():
    """Two engines from one snapshot do not share a sequence."""
    random.seed(0)
    state = random.getstate()
    browser.resume()
    first = random.getstate()
    random.setstate(state)
    browser.resume()
    assert random.getstate() not in (state, first)
