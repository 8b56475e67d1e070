"""What holds for all tests: how property tests are judged, which tests share a process, what Ctrl-C does."""

from __future__ import annotations

import signal

import pytest
from hypothesis import HealthCheck, settings

# Property tests are judged by what they find, not by how long a busy machine takes over an example.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# A shell ignores SIGINT in what it starts in the background, and every process below inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one file, or of one file in one browser, in one of the parallel processes."""
    for item in items:
        engine = getattr(item, "callspec", None) and item.callspec.params.get("engine")
        item.add_marker(pytest.mark.xdist_group(f"{item.path.name} {engine or ''}"))
