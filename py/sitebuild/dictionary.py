"""Packs the dictionary and its readings from the pinned Janome wheel, once per wheel and packer."""

from __future__ import annotations

import hashlib

from sitebuild import vendor
from sitebuild.environment import python, run
from sitebuild.paths import DICTIONARY, PY, READINGS, WORK

# What the packed bytes depend on, besides the wheel.
SOURCES = (
    "dictpack/*.py",
    "youten/morphology/format.py",
    "youten/morphology/connection.py",
    "youten/morphology/readings.py",
)


def pack() -> None:
    """Write the two files where the package expects them, unless they are up to date."""
    wheel = vendor.wheel("Janome")
    digest = hashlib.sha256(wheel.read_bytes())
    for pattern in SOURCES:
        for path in sorted(PY.glob(pattern)):
            digest.update(path.read_bytes())
    stamp = WORK / "dictionary.stamp"
    present = DICTIONARY.is_file() and READINGS.is_file() and stamp.is_file()
    if present and stamp.read_text() == digest.hexdigest():
        return
    DICTIONARY.parent.mkdir(parents=True, exist_ok=True)
    run(python(), "-m", "dictpack", wheel, DICTIONARY, READINGS, env={"PYTHONPATH": str(PY)}, quiet=True)
    stamp.write_text(digest.hexdigest())
