"""Hostile texts get the same answers in the browser's Python as on CPython, byte for byte."""

from __future__ import annotations

import pytest
from tests.e2e import variants
from tests.hostile.answers import answer, ask, request, wrong
from tests.hostile.corpus import corpus, well_formed
from tests.server import Server

from youten.bridge import Bridge
from youten.morphology import default_analyzer

READY = "() => document.documentElement.dataset.engine === 'ready'"
AT_ONCE = 60  # questions in one call; each is a message to the worker and back
EACH = f"""async (requests) => {{
    const replies = [];
    for (const request of requests) replies.push(await ({variants.ASK})({{ do: 'handle', request }}, 60000));
    return replies;
}}"""


@pytest.fixture(scope="module")
def site(dist, tmp_path_factory):
    return variants.probed(dist, tmp_path_factory.mktemp("probed") / "site")


def in_browser(tab, texts: list[str]) -> list[dict[str, object]]:
    """Return the worker's answers in the order of the texts."""
    replies: list[str] = []
    for at in range(0, len(texts), AT_ONCE):
        replies += tab.evaluate(EACH, [request(text) for text in texts[at : at + AT_ONCE]])
    return [answer(reply) for reply in replies]


@pytest.mark.engines("chromium")
def test_the_whole_corpus(tab, site):
    """Answers are equal, without errors, with right offsets and subsequences."""
    names, texts = zip(*((name, well_formed(text)) for name, text in corpus()), strict=True)
    bridge = Bridge(default_analyzer())
    expected = [ask(bridge, text) for text in texts]
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        tab.until(READY)
        given = in_browser(tab, list(texts))
    assert [name for name, a, b in zip(names, expected, given, strict=True) if a != b] == []
    assert {
        name: wrong(text, a) for name, text, a in zip(names, texts, given, strict=True) if wrong(text, a)
    } == {}


@pytest.mark.engines("firefox", "webkit")
def test_a_part_of_it_elsewhere(tab, site):
    """Every tenth text in the other two browsers."""
    texts = [well_formed(text) for _, text in corpus()][::10]
    bridge = Bridge(default_analyzer())
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        tab.until(READY)
        assert in_browser(tab, texts) == [ask(bridge, text) for text in texts]
