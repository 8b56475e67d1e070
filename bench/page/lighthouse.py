"""Runs Lighthouse on one page and reads the scores and the audits that cost points.

Source: https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser
from sitebuild.paths import NODE_MODULES


def lighthouse(url: str, categories: Iterable[str]) -> dict[str, Any]:
    """Run Lighthouse once on the installed Chromium in its phone mode and return the report."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        subprocess.run(
            [
                "node",
                NODE_MODULES / "lighthouse" / "cli" / "index.js",
                url,
                "--quiet",
                "--output=json",
                f"--output-path={out}",
                f"--only-categories={','.join(categories)}",
                f"--chrome-flags=--headless=new {' '.join(CHROMIUM_FLAGS)}",
            ],
            check=True,
            env=os.environ | {"CHROME_PATH": find_browser() or ""},
        )
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return report


def median(reports: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return category -> median of the points; runs differ with the load of the machine."""
    found = [scores(report) for report in reports]
    return {name: round(statistics.median(each[name] for each in found)) for name in found[0]}


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return category -> points of 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in report["categories"]}


def figures(report: dict[str, Any]) -> str:
    """Return the values behind the performance score as text."""
    weighted = [one["id"] for one in report["categories"]["performance"]["auditRefs"] if one["weight"]]
    audits = [report["audits"][name] for name in weighted]
    return ", ".join(f"{audit['title']} {audit.get('displayValue', '')}".rstrip() for audit in audits)


def missed(report: dict[str, Any]) -> list[str]:
    """Return the audits that cost points as text."""
    lines = []
    for name in report["categories"]:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                lines.append(f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return lines
