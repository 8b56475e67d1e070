"""JavaScript that tests run in pages, kept in files of its own.

Drivers take the source of a function and not a module, so these functions use nothing outside of themselves.
"""

from __future__ import annotations

import functools
import json
import subprocess
from pathlib import Path
from typing import Any

SOURCES = """
const source = (value) =>
    typeof value === "function" ? value.toString()
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, source(part)]));
console.log(JSON.stringify(source(await import(process.argv[1]))));
"""
VALUES = "console.log(JSON.stringify(await import(process.argv[1])));"


def _node(script: str, path: Path) -> dict[str, Any]:
    command = ["node", "--input-type=module", "--eval", script, path.as_uri()]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(said)
    return found


@functools.cache
def functions(path: Path) -> dict[str, Any]:
    """Return the sources of a module's exported functions, and of the functions in its exported objects."""
    return _node(SOURCES, path)


@functools.cache
def values(path: Path) -> dict[str, Any]:
    """Return what of a module's exports JSON can hold."""
    return _node(VALUES, path)


def in_page(name: str) -> str:
    """Return a function of ``in-page.js``, by name."""
    return str(functions(Path(__file__).with_name("in-page.js"))[name])
