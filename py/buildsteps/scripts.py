"""Bundles the JavaScript and the style sheets with esbuild, and type-checks nothing: the tests do."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from buildsteps.environment import SetupError
from buildsteps.paths import NODE_MODULES, ROOT

# Pyodide's loader names a public server that it would ask for packages. The page never asks anybody.
PYODIDE_SERVER = "https://cdn.jsdelivr.net/pyodide/v"
TARGETS = "chrome105,firefox115,safari16.4"


def bundle(entry: Path, defines: dict[str, object] | None = None, *, form: str = "esm") -> bytes:
    """Bundle one entry point; ``defines`` (name -> JSON value) replaces identifiers in the source."""
    command = [
        str(NODE_MODULES / ".bin" / "esbuild"),
        str(entry),
        "--bundle",
        "--minify",
        "--legal-comments=none",
        "--charset=utf8",
        f"--target={TARGETS}",
        "--log-level=warning",
        f"--format={form}",
        # Else it would look for a tsconfig.json in every folder above, the checkout's and beyond.
        "--tsconfig-raw={}",
        # Node's modules are named in a branch of the loader that a browser never takes.
        *(f"--external:{name}" for name in ("node:*", "ws")),
        *(f"--define:{name}={json.dumps(value)}" for name, value in (defines or {}).items()),
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if result.returncode != 0 or result.stderr:
        raise SetupError(f"esbuild {entry.relative_to(ROOT)}:\n{result.stderr.decode(errors='replace')}")
    return result.stdout


def without_server(script: bytes) -> bytes:
    """Replace the public server that Pyodide's loader knows; fail if it is not there to be replaced."""
    if script.count(PYODIDE_SERVER.encode()) != 1:
        raise SetupError("Pyodide's loader no longer names its server where it is expected.")
    return script.replace(PYODIDE_SERVER.encode(), b"./pyodide/v")


def style(entry: Path) -> bytes:
    """Bundle a style sheet."""
    return bundle(entry, form="esm")
