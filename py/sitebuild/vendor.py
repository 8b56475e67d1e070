"""Fetches the third-party files that go into the site, and compares each with its pinned hash.

``pins.json`` is the reviewed list: Pyodide's files (from its npm package) and the wheels (from PyPI).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from sitebuild.environment import SetupError, python, run
from sitebuild.paths import NODE_MODULES, PINS, WORK

WHEELS = WORK / "wheels"
# The interpreter inside Pyodide; wheels are chosen for it, not for the build's interpreter.
BROWSER_PYTHON = "3.14"


def sha256(data: bytes) -> str:
    """Return the hash of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def pins() -> dict[str, Any]:
    """Return the reviewed list of versions and hashes."""
    loaded: dict[str, Any] = json.loads(PINS.read_text(encoding="utf-8"))
    return loaded


def checked(path: Path, expected: str) -> bytes:
    """Return the file's bytes, or raise SetupError if they are not the pinned ones."""
    data = path.read_bytes()
    if sha256(data) != expected:
        raise SetupError(f"{path.name} is not the pinned file: sha256 {sha256(data)}, expected {expected}.")
    return data


def pyodide() -> dict[str, bytes]:
    """Return Pyodide's files by name, from the npm package, with their hashes checked."""
    package = NODE_MODULES / "pyodide"
    files = pins()["npm"]["pyodide"]["files"]
    return {name: checked(package / name, digest) for name, digest in files.items()}


def wheel(name: str) -> Path:
    """Return the path of the pinned wheel ``name``, downloaded once and checked at every build."""
    pin = pins()["wheels"][name]
    path: Path = WHEELS / pin["file"]
    if not path.is_file():
        WHEELS.mkdir(parents=True, exist_ok=True)
        lock = WHEELS / f"{name}.txt"
        lock.write_text(f"{name}=={pin['version']} --hash=sha256:{pin['sha256']}\n", encoding="utf-8")
        pip = (
            python(),
            "-m",
            "pip",
            "download",
            "--disable-pip-version-check",
            "--require-hashes",
            "--no-deps",
        )
        chosen = ("--only-binary", ":all:", "--python-version", BROWSER_PYTHON, "--dest", WHEELS, "-r", lock)
        run(*pip, *chosen, quiet=True)
    checked(path, pin["sha256"])
    return path
