"""Settings for all tests: property tests, distribution over processes, Ctrl-C."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Property tests have no time limit per example, because the machine may be busy.
# A change is judged by the same examples every time; the nightly run takes others (profile "search").
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", _UNTIMED)
settings.register_profile("same", _UNTIMED, derandomize=True)
settings.load_profile("same")

# A shell ignores SIGINT in background processes, and their child processes inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


# The language of messages, where a test names none, is Japanese whatever the locale of the machine.
os.environ["LC_ALL"] = "C.UTF-8"

TESTS = Path(__file__).parent
# Folders whose files take longest; they start first, so that no process is left with one at the end.
LONG = ("parity", "plugins", "site", "batch", "e2e")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest folders first; the parallel processes take the files in this order."""
    places = {folder: place for place, folder in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.relative_to(TESTS).parts[0], len(LONG)))
