"""What the worker calls: one function to start the engine, which gives one function to talk to it.

The dictionary comes in as bytes because the worker has already fetched and unpacked it while the
interpreter was being compiled. Leaves to ``bridge`` what the requests mean.
"""

from __future__ import annotations

from collections.abc import Callable

from youten.bridge import Bridge
from youten.morphology import JanomeAnalyzer, load_dictionary

REHEARSAL = "港町の図書館が新しい建物に移った。市は来年の春に開くと発表した。「待っていた」と住民は話した。"


def boot(dictionary: bytes) -> Callable[[str], str]:
    """Start the engine on the unpacked dictionary; the result takes and gives JSON text (see ``bridge``)."""
    return Bridge(JanomeAnalyzer(load_dictionary(dictionary))).handle


def boot_stock() -> Callable[[str], str]:
    """Start the same engine on Janome as published: the oracle, and the baseline of the measurements."""
    from youten.morphology.stock import StockAnalyzer

    return Bridge(StockAnalyzer()).handle


def rehearse(handle: Callable[[str], str]) -> None:
    """Go once through every kind of request, so that whatever is loaded late is loaded now."""
    import json

    requests: list[object] = [
        {"action": "info"},
        {"action": "begin", "text": REHEARSAL},
        {"action": "advance", "job": 1, "budgetMs": 1},
        {"action": "cancel", "job": 1},
        {"action": "summarize", "text": REHEARSAL, "options": {"sentences": 2, "maxChars": 60, "lang": "en"}},
        {"action": "summarize", "text": "<p>A&amp;B</p> ｶﾞ\u3099\u200b"},
        {"action": "summarize", "text": ""},
        {"action": "summarize", "text": 1},
        [],
    ]
    for request in requests:
        handle(json.dumps(request))
    handle("not JSON")
