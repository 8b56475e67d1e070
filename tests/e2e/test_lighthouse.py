"""Lighthouse scores of the page except for speed, which is measured and not tested (bench/page)."""

from __future__ import annotations

import importlib.util

from sitebuild.paths import ROOT

SPEC = importlib.util.spec_from_file_location("lighthouse", ROOT / "bench" / "page" / "lighthouse.py")
assert SPEC
assert SPEC.loader
lighthouse = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(lighthouse)


def test_full_marks_for_access_practices_and_search(server):
    """Each category has 100 points, and no audit costs a point."""
    report = lighthouse.lighthouse(server.url, ["accessibility", "best-practices", "seo"])
    assert lighthouse.missed(report) == []
    assert set(lighthouse.scores(report).values()) == {100}
