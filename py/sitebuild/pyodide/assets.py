"""Makes the interpreter and the packages as the page loads them: trimmed, byte-compiled, gzipped.

The work inside Pyodide is done by ``freeze.mjs``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from struct import unpack_from
from typing import Any

from sitebuild import cache, manifest, scripts, vendor
from sitebuild.archive import gunzipped
from sitebuild.environment import SetupError, python, run, say
from sitebuild.paths import DICTIONARY, NODE_MODULES, PY, READINGS, REQUIREMENTS

HERE = Path(__file__).parent
PYODIDE = NODE_MODULES / "pyodide"
WASM = "pyodide.asm.wasm"
# Which functions and data of the wasm a first visit has; ``record`` makes it anew.
HOT_LIST = HERE / "hot.json"
# Modules of the standard library that no rehearsal reaches and that a reader's browser may still need.
EXTRAS = {
    "encodings.ascii": "text that comes back from JavaScript error objects",
    "encodings.latin_1": "the same",
    "encodings.cp437": "zipimport decodes names with it where the archive says so",
    "linecache": "formatting a traceback",
    "traceback": "the same",
    "tokenize": "the same",
}
# The standard library of the snapshot has these in the place of its own modules. What no summary needs is
# never loaded; to remove it from the memory afterwards would leave gaps.
LEAN = HERE / "lean"
# Modules that Janome imports and that only the compiling of a dictionary uses; empty in the snapshot.
EMPTY = ("base64", "copy", "gzip", "pickle", "pkgutil", "traceback")
# The part of EXTRAS that a restored engine needs: it has no tracebacks and no archives.
EXTRAS_OF_SNAPSHOT = ("encodings.ascii", "encodings.latin_1")


def lean() -> dict[str, str]:
    """Return the modules that stand in for others in the snapshot: path -> source."""
    sources = {path.relative_to(LEAN).as_posix(): path.read_text("utf-8") for path in LEAN.rglob("*.py")}
    return dict(sorted(sources.items())) | {f"{name}.py": "" for name in EMPTY}


def frozen(wheels: list[Path]) -> Path:
    """Install ``wheels`` with micropip inside Pyodide under Node; return the folder with the result.

    The folder has app.zip, stdlib.zip, lean.zip, stdlib.json (the kept modules), matrix.json, practice.json,
    and lock.json reduced to what the page installs.
    """
    tools = [vendor.wheel("packaging"), vendor.wheel("micropip")]

    def make(out: Path) -> None:
        plan = {
            "pyodide": str(PYODIDE),
            "wheels": [str(path) for path in wheels],
            "tools": [str(path) for path in tools],
            "dictionary": str(DICTIONARY),
            "extras": list(EXTRAS),
            "lean": lean(),
            "python": str(HERE),
            "out": str(out),
        }
        _run("freeze.mjs", plan)
        lock = out / "lock.json"
        lock.write_bytes(lock_file(json.loads(lock.read_text(encoding="utf-8")), wheels))

    code: tuple[cache.Input, ...] = (HERE / "freeze.mjs", HERE / "freeze.py", cache.npm("pyodide"))
    inputs = [*wheels, *tools, DICTIONARY, json.dumps(lean()), *code]
    return cache.step("frozen", inputs, make)


def _run(script: str, plan: Mapping[str, object]) -> str:
    """Run a script of this folder under Node with ``plan`` as its argument; return what it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "plan.json"
        path.write_text(json.dumps(plan), encoding="utf-8")
        return run("node", HERE / script, path, quiet=True)


def trimmed() -> Path:
    """Return the folder with Pyodide's wasm and script, reduced to what the page can reach."""

    def make(out: Path) -> None:
        run("node", HERE / "trim.mjs", PYODIDE, out, quiet=True)

    inputs: list[cache.Input] = [
        HERE / "trim.mjs",
        HERE / "prune.mjs",
        cache.npm("pyodide", "binaryen", "acorn"),
    ]
    return cache.step("trimmed", inputs, make)


def snapshot(frozen: Path, trimmed: Path) -> Path:
    """Return the file with the memory of the started engine (format: static/engine/files/snapshot.js)."""

    def make(out: Path) -> None:
        nothing, dictionary = out / "nothing", out / "dictionary.bin"
        nothing.write_bytes(b"")
        dictionary.write_bytes(gunzipped(DICTIONARY.read_bytes()))
        _run(
            "snapshot.mjs",
            {
                "loader": str(PYODIDE / "pyodide.mjs"),
                "pyodide": str(trimmed),
                "stdlib": str(frozen / "lean.zip"),
                "app": str(frozen / "app.zip"),
                "lock": str(frozen / "lock.json"),
                "dictionary": str(dictionary),
                "matrix": str(frozen / "matrix.json"),
                "practice": str(frozen / "practice.json"),
                "nothing": str(nothing),
                "extras": EXTRAS_OF_SNAPSHOT,
                "out": str(out / "snapshot.bin"),
            },
        )
        nothing.unlink()
        dictionary.unlink()

    sources = scripts.sources(HERE / "snapshot.mjs")
    inputs: list[cache.Input] = [
        frozen,
        trimmed,
        DICTIONARY,
        *sources,
        cache.npm("pyodide"),
    ]
    return cache.step("snapshot", inputs, make) / "snapshot.bin"


def hot(trimmed: Path) -> Path:
    """Return the folder with the wasm of a first visit, which has what summaries need (``hot.mjs``)."""

    def make(out: Path) -> None:
        plan = {"wasm": str(trimmed / WASM), "list": str(HOT_LIST), "out": str(out / WASM)}
        say(_run("hot.mjs", plan))

    return cache.step("hot", [trimmed, HOT_LIST, *scripts.sources(HERE / "hot.mjs")], make)


def lock_file(lock: dict[str, Any], wheels: list[Path]) -> bytes:
    """Reduce micropip's lock file to ``wheels``, with file names instead of build-time paths."""
    by_name = {wheel.name: wheel for wheel in wheels}
    packages = {
        name: entry | {"file_name": file}
        for name, entry in lock["packages"].items()
        if (file := entry["file_name"].rsplit("/", 1)[-1]) in by_name
    }
    for entry in packages.values():
        entry["sha256"] = vendor.sha256(by_name[entry["file_name"]].read_bytes())
    return json.dumps({"info": lock["info"], "packages": packages}, indent=1, sort_keys=True).encode() + b"\n"


def check_untouched(snapshot: bytes) -> None:
    """Raise SetupError if the snapshot changes memory that is left out of the wasm of a first visit."""
    (length,) = unpack_from("<I", snapshot)
    description = json.loads(snapshot[4 : 4 + length])
    cold = json.loads(HOT_LIST.read_text("utf-8"))["cold"]
    at = 4 + length + description["header"]
    for start, end in description["runs"]:
        for a, b in ((max(start, a), min(end, b)) for a, b in cold if a < end and start < b):
            if any(snapshot[at + a - start : at + b - start]):
                raise SetupError(f"The snapshot changes data at {a:#x}, which is left out of the wasm.")
        at += end - start


def packed(wheels: list[Path]) -> Path:
    """Return the folder with everything that the engine loads besides its own scripts.

    Pyodide's script and the lock file are built into those scripts (``release.engine``).
    """
    vendor.pyodide()  # checks the hashes of what is trimmed here
    parts, pyodide = frozen(wheels), trimmed()
    memory, first = snapshot(parts, pyodide), hot(pyodide)
    check_untouched(memory.read_bytes())

    def make(out: Path) -> None:
        for path in (memory, parts / "stdlib.zip", parts / "app.zip"):
            shutil.copyfile(path, out / path.name)
        shutil.copyfile(DICTIONARY, out / "dictionary.bin.gz")
        shutil.copyfile(READINGS, out / "readings.bin.gz")
        run(python(), "-m", "sitebuild.squeeze", out, env={"PYTHONPATH": str(PY)}, quiet=True)
        shutil.copyfile(first / WASM, out / manifest.WASM)
        shutil.copyfile(pyodide / WASM, out / manifest.WHOLE_WASM)

    code: tuple[cache.Input, ...] = (
        cache.program(PY / "sitebuild" / "squeeze.py"),
        REQUIREMENTS / "build.txt",
    )
    return cache.step("packed", [parts, pyodide, first, memory, DICTIONARY, READINGS, *code], make)


def stock_assets(youten: Path) -> dict[str, bytes]:
    """Return what ``?engine=stock`` loads on request: everything as published, nothing trimmed."""
    pyodide = vendor.pyodide()
    wheels = [vendor.wheel("packaging"), vendor.wheel("micropip"), vendor.wheel("Janome"), youten]
    return {
        "stock/python_stdlib.zip": pyodide["python_stdlib.zip"],
        "stock/pyodide-lock.json": pyodide["pyodide-lock.json"],
        **{f"stock/{wheel.name}": wheel.read_bytes() for wheel in wheels},
    }
