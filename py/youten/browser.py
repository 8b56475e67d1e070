"""What the worker calls: one function to start the engine, which gives one function to talk to it.

Usually the build has called ``boot`` and ``settle`` already; the worker then puts the memory of that
interpreter back and calls ``resume``. Leaves to ``bridge`` what the requests mean.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import zlib
from collections.abc import Callable, Iterable
from typing import Any
from zipimport import _zip_directory_cache  # type: ignore[attr-defined]

from youten.bridge import Bridge
from youten.model import YoutenError
from youten.morphology import JanomeAnalyzer, load_dictionary

GZIP = b"\x1f\x8b"
REHEARSAL = "港町の図書館が新しい建物に移った。市は来年の春に開くと発表した。「待っていた」と住民は話した。"

# Objects made and not yet dropped before the collector looks through them. A summary makes no cycles, so it
# never finds anything; at its usual number, two thousand, a tokenization took up to twice as long.
COLLECT_AFTER = 1_000_000

# What a memory snapshot keeps: the engine of ``boot``, without any bridge's jobs.
_kept: list[JanomeAnalyzer] = []


def boot(dictionary: bytes) -> Callable[[str], str]:
    """Start the engine on the unpacked dictionary; the result takes and gives JSON text (see ``bridge``)."""
    analyzer = JanomeAnalyzer(load_dictionary(dictionary))
    _kept[:] = [analyzer]
    gc.freeze()  # what is there now stays: the collector need not look at it
    gc.set_threshold(COLLECT_AFTER)
    return Bridge(analyzer).handle


def add_readings(data: bytes | Any) -> str:
    """Give the running engine its second file, so that it answers "readings"; JSON text as of a request.

    ``data`` may be gzipped or not, bytes or what JavaScript has in their place. A new worker needs it anew.
    Stock Janome knows its readings and takes no file.
    """
    try:
        packed = data if isinstance(data, bytes) else bytes(data.to_bytes())
        for analyzer in _kept:
            analyzer.learn(zlib.decompress(packed, wbits=31) if packed[:2] == GZIP else packed)
    except (YoutenError, zlib.error) as error:
        code = getattr(error, "code", "bad_dictionary")
        return json.dumps({"ok": False, "error": {"code": code, "message": str(error)}})
    return json.dumps({"ok": True})


def settle(modules: Iterable[str]) -> None:
    """Make ready for a memory snapshot: all that is ever loaded is loaded, and nothing is left over.

    ``modules`` are those that only the unexpected needs. No file can be imported from after this.
    """
    for module in modules:
        importlib.import_module(module)
    rehearse(Bridge(_kept[0]).handle)
    _seed(0)  # the same snapshot whenever it is taken; ``resume`` draws anew
    sys.path_importer_cache.clear()
    sys.path[:] = [path for path in sys.path if not path.endswith(".zip")]
    _zip_directory_cache.clear()
    gc.collect()
    gc.freeze()


def row_addresses() -> list[int]:
    """Where in memory the dictionary's rows of connection costs are; a snapshot can do without them."""
    return [row.buffer_info()[0] for row in _kept[0].dictionary.rows]


def _seed(value: int | None) -> None:
    """Begin random numbers anew, should anything have brought them in; None: from the system's source."""
    random = sys.modules.get("random")
    if random is not None:
        random.seed(value)


def resume() -> Callable[[str], str]:
    """Go on after a memory snapshot was restored: what ``boot`` gave, with no job under way.

    The hash seed stays that of the snapshot: it orders sets and nothing that is seen. A generator of random
    numbers, should anything have brought one in, begins anew; the system's own source was never in memory.
    """
    _seed(None)
    return Bridge(_kept[0]).handle


def boot_stock() -> Callable[[str], str]:
    """Start the same engine on Janome as published: the oracle, and the baseline of the measurements."""
    from youten.morphology.stock import StockAnalyzer

    return Bridge(StockAnalyzer()).handle


def rehearse(handle: Callable[[str], str]) -> None:
    """Go once through every kind of request, so that whatever is loaded late is loaded now."""
    requests: list[object] = [
        {"action": "info"},
        {"action": "begin", "text": REHEARSAL},
        {"action": "advance", "job": 1, "budgetMs": 1},
        {"action": "cancel", "job": 1},
        {"action": "summarize", "text": REHEARSAL, "options": {"sentences": 2, "maxChars": 60, "lang": "en"}},
        {"action": "compose", "job": 2, "options": {"keyphrases": 3, "focus": "図書館"}, "salience": True},
        {"action": "summarize", "text": "<p>A&amp;B</p> ｶﾞ\u3099\u200b"},
        {"action": "render", "job": 3, "format": "embed"},
        {"action": "readings", "job": 2, "spans": [[0, 20]]},
        {"action": "summarize", "text": ""},
        {"action": "summarize", "text": 1},
        [],
    ]
    for request in requests:
        handle(json.dumps(request))
    handle("not JSON")
