"""Packs the dictionary and its readings from the pinned Janome wheel, once per wheel and packer."""

from __future__ import annotations

from pathlib import Path

from sitebuild import cache, vendor
from sitebuild.environment import python, run
from sitebuild.paths import DICTIONARY, PY, READINGS

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

    def make(out: Path) -> None:
        targets = (out / DICTIONARY.name, out / READINGS.name)
        run(python(), "-m", "dictpack", wheel, *targets, env={"PYTHONPATH": str(PY)}, quiet=True)

    sources = (cache.program(path) for pattern in SOURCES for path in sorted(PY.glob(pattern)))
    cache.publish(cache.step("dictionary", [wheel, *sources], make), DICTIONARY.parent)
