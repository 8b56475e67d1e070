"""The checkout's layout: the paths that the build uses.

``WORK`` has files that can be deleted (the virtual environment, downloads, intermediate results); ``DIST`` is
the site.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PY = ROOT / "py"
STATIC = ROOT / "static"
REQUIREMENTS = PY / "requirements"
PINS = Path(__file__).with_name("pins.json")
LICENSES = Path(__file__).with_name("licenses")
NODE_MODULES = ROOT / "node_modules"

WORK = ROOT / ".build"
DIST = ROOT / "dist"
READINGS = PY / "youten" / "morphology" / "data" / "readings.bin.gz"
DICTIONARY = PY / "youten" / "morphology" / "data" / "ipadic.bin.gz"
