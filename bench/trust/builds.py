"""Whether the same commit gives the same site wherever it is built: two clones, each made from nothing.

Neither has anything of the other or of this checkout but the commit: a virtual environment, npm packages and
a dictionary of its own. Leaves to tests/site whether one checkout gives the same twice.
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
    """What two builds have in common."""

    commit: str
    files: int
    bytes: int
    different: list[str]  # paths that are not the same in both, or are in one only


def _contents(folder: Path) -> dict[str, tuple[str, int]]:
    """Path -> sha256 and length."""
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
    """Build the current commit twice; what is not committed counts for nothing."""
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    commit = said.stdout.strip()
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (_build(Path(scratch) / place, commit) for place in PLACES)
    different = sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))
    return Comparison(commit, len(first), sum(size for _, size in first.values()), different)
