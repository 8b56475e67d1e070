"""Every hostile text gets an answer on CPython, and every answer has the required properties."""

from __future__ import annotations

import pytest
from tests.hostile.answers import ask, wrong
from tests.hostile.corpus import FAMILIES, corpus, well_formed

from youten.bridge import Bridge
from youten.morphology import default_analyzer

LEAST = 500


@pytest.fixture(scope="module")
def bridge() -> Bridge:
    return Bridge(default_analyzer())


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_is_answered(bridge: Bridge, family: str) -> None:
    """There is no error, and offsets, order and subsequences are right."""
    members = [(name, well_formed(text)) for name, text in corpus() if name.startswith(f"{family}/")]
    assert members
    found = {name: wrong(text, ask(bridge, text)) for name, text in members}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_the_corpus_is_large_and_reproducible() -> None:
    first, second = corpus(), corpus()
    assert first == second
    assert len({text for _, text in first}) >= LEAST


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"text": "朝市が"}, "is not what stands"),
        ({"segments": [[5, 3]]}, "segments"),
        ({"end": 99}, "after"),
        ({"start": 6}, "after"),
    ],
)
def test_the_check_finds_a_wrong_answer(change: dict[str, object], word: str) -> None:
    """Each kind of mistake has its own complaint."""
    sentence = {"text": "港が", "start": 1, "end": 3, "segments": [[1, 3]]} | change
    summary = {
        "sentences": [sentence, {"text": "だ", "start": 4, "end": 5, "segments": [[4, 5]]}],
        "roles": [],
    }
    assert any(
        word in problem for problem in wrong("𠮷"[:0] + "の港がのだ", {"ok": True, "summary": summary})
    )
