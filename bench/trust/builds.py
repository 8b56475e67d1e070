"""Checks that the same commit gives the same site in two clones, each built from nothing.

The clones share only the commit; each has its own virtual environment, npm packages and dictionary.
tests/site checks that one checkout gives the same site twice.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from sitebuild.paths import ROOT

# Folders of different names, lengths and depths.
PLACES = ("a", "second checkout/of the same commit")


class Comparison(NamedTuple):
    """The comparison of two builds."""

    commit: str
    files: int
    bytes: int
    different: list[str]  # paths that are not the same in both, or are in one only


def _contents(folder: Path) -> dict[str, tuple[str, int]]:
    """Return path -> (sha256, length)."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_size,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _build(folder: Path, commit: str) -> dict[str, tuple[str, int]]:
    subprocess.run(["git", "clone", "--quiet", "--no-local", ROOT, folder], check=True)
    subprocess.run(["git", "-C", folder, "checkout", "--quiet", "--detach", commit], check=True)
    subprocess.run([sys.executable, "build.py"], cwd=folder, stdout=sys.stderr, check=True)
    return _contents(folder / "dist")


def compare() -> Comparison:
    """Build the current commit twice, without uncommitted changes."""
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    commit = said.stdout.strip()
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (_build(Path(scratch) / place, commit) for place in PLACES)
    different = sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))
    return Comparison(commit, len(first), sum(size for _, size in first.values()), different)
