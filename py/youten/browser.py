"""The functions that the worker calls: one to start the engine, which returns one to send requests to.

Usually the build has already called ``boot`` and ``settle``; the worker then restores the memory of that
interpreter and calls ``resume``. ``bridge`` defines the requests.
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

from youten import learned
from youten.bridge import Bridge, practice
from youten.model import YoutenError
from youten.morphology import JanomeAnalyzer, load_dictionary

GZIP = b"\x1f\x8b"
REHEARSAL = "港町の図書館が新しい建物に移った。市は来年の春に開くと発表した。「待っていた」と住民は話した。"

# Number of new objects after which the garbage collector runs. A summary makes no cycles, so it never finds
# anything; with the default of two thousand, a tokenization took up to twice as long.
COLLECT_AFTER = 1_000_000

# What a memory snapshot keeps: the engine of ``boot``, without jobs, and what ``record`` has returned.
_kept: list[JanomeAnalyzer] = []
_recorded: list[str] = []


def boot(dictionary: bytes) -> Callable[[str], str]:
    """Start the engine on the unpacked dictionary; return the function that answers requests."""
    analyzer = JanomeAnalyzer(load_dictionary(dictionary))
    _kept[:] = [analyzer]
    gc.freeze()  # the existing objects stay, so the collector need not examine them
    gc.set_threshold(COLLECT_AFTER)
    return Bridge(analyzer).handle


def add_readings(data: bytes | Any) -> str:
    """Load the second file into the running engine, so that it answers "readings"; return a reply as JSON.

    ``data`` may be gzipped or not, bytes or the equivalent from JavaScript. Every new worker needs it again.
    Stock Janome has its own readings and takes no file.
    """
    try:
        packed = data if isinstance(data, bytes) else bytes(data.to_bytes())
        for analyzer in _kept:
            analyzer.learn(zlib.decompress(packed, wbits=31) if packed[:2] == GZIP else packed)
    except (YoutenError, zlib.error) as error:
        code = getattr(error, "code", "bad_dictionary")
        return json.dumps({"ok": False, "error": {"code": code, "message": str(error)}})
    return json.dumps({"ok": True})


def record() -> str:
    """Return the analysis of the text to practise on, for ``settle``."""
    return practice.record(_kept[0])


def settle(modules: Iterable[str], recorded: str) -> None:
    """Prepare for a memory snapshot: load every module that can ever be needed, and release everything else.

    ``modules`` are those that only unexpected situations need. After this, nothing can be imported from a
    file. ``recorded`` is from another interpreter: making it would leave its traces in the snapshot.
    """
    _recorded[:] = [recorded]
    for module in modules:
        importlib.import_module(module)
    rehearse(Bridge(_kept[0]).handle)
    learned.table.cache_clear()  # its text, which stays, is a fifth as large; it takes milliseconds to read
    _seed(0)  # makes the snapshot reproducible; ``resume`` seeds anew
    sys.path_importer_cache.clear()
    sys.path[:] = [path for path in sys.path if not path.endswith(".zip")]
    _zip_directory_cache.clear()
    gc.collect()
    gc.freeze()


def row_addresses() -> list[int]:
    """Return the addresses of the dictionary's rows of connection costs, which a snapshot can leave out."""
    return [row.buffer_info()[0] for row in _kept[0].dictionary.rows]


def _seed(value: int | None) -> None:
    """Seed the random number generator, if one is loaded; None: from the system's source."""
    random = sys.modules.get("random")
    if random is not None:
        random.seed(value)


def resume() -> Callable[[str], str]:
    """Continue after a restored memory snapshot; return the same as ``boot``, with no active job.

    The hash seed stays that of the snapshot; it only orders sets, and their order is never visible. A random
    number generator, if one is loaded, is seeded anew; the system's own source is not part of the memory.
    """
    _seed(None)
    return Bridge(_kept[0]).handle


def practise(whole: bool) -> Callable[[float], bool]:
    """Return a function that practises for so many ms, as a ``whole`` or before the dictionary is there.

    It returns whether there is more to do.
    """
    return practice.practise(_kept[0] if whole else practice.Recorded(_recorded[0]))


def boot_stock() -> Callable[[str], str]:
    """Start the same engine on Janome as published, the reference for tokens and measurements."""
    from youten.morphology.stock import StockAnalyzer

    return Bridge(StockAnalyzer()).handle


def rehearse(handle: Callable[[str], str]) -> None:
    """Send every kind of request once, so that all modules that load late are loaded."""
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
