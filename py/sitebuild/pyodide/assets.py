"""The interpreter and the packages as the page loads them: trimmed, byte-compiled, gzipped.

Leaves the work inside Pyodide to ``freeze.mjs``.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from sitebuild import vendor
from sitebuild.archive import gunzipped, gzipped
from sitebuild.environment import run
from sitebuild.paths import DICTIONARY, LOCK, NODE_MODULES, READINGS, ROOT, TRIMMED, WORK

TRIM = Path(__file__).parent / "trim.mjs"
PRUNE = Path(__file__).parent / "prune.mjs"
# Modules of the standard library that no rehearsal reaches and that a reader's browser may still need.
EXTRAS = {
    "encodings.ascii": "text that comes back from JavaScript error objects",
    "encodings.latin_1": "the same",
    "encodings.cp437": "zipimport decodes names with it where the archive says so",
    "linecache": "formatting a traceback",
    "traceback": "the same",
    "tokenize": "the same",
}


def freeze(wheels: list[Path]) -> Path:
    """Install ``wheels`` with micropip inside Pyodide under Node; give the folder with what came of it."""
    out = WORK / "frozen"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    here = Path(__file__).parent
    plan = {
        "pyodide": str(NODE_MODULES / "pyodide"),
        "wheels": [str(path) for path in wheels],
        "tools": [str(vendor.wheel("packaging")), str(vendor.wheel("micropip"))],
        "dictionary": str(DICTIONARY),
        "extras": list(EXTRAS),
        "python": str(here),
        "out": str(out),
    }
    (out / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    run("node", here / "freeze.mjs", out / "plan.json", quiet=True)
    return out


def trimmed() -> Path:
    """Folder with Pyodide's wasm and script, cut down to what the page can reach; made once per Pyodide."""
    out = TRIMMED
    digest = hashlib.sha256(json.dumps(vendor.pins()["npm"], sort_keys=True).encode())
    digest.update(TRIM.read_bytes() + PRUNE.read_bytes() + (ROOT / "package-lock.json").read_bytes())
    stamp = out / "stamp"
    if not (stamp.is_file() and stamp.read_text() == digest.hexdigest()):
        run("node", TRIM, NODE_MODULES / "pyodide", out, quiet=True)
        stamp.write_text(digest.hexdigest())
    return out


def snapshot(frozen: Path, pyodide: Path, lock: bytes) -> bytes:
    """The memory of the started engine (format: static/engine/files/snapshot.js)."""
    here = Path(__file__).parent
    LOCK.write_bytes(lock)
    (frozen / "nothing").write_bytes(b"")
    (frozen / "dictionary.bin").write_bytes(gunzipped(DICTIONARY.read_bytes()))
    plan: dict[str, object] = {
        "loader": str(NODE_MODULES / "pyodide" / "pyodide.mjs"),
        "pyodide": str(pyodide),
        "stdlib": str(frozen / "stdlib.zip"),
        "app": str(frozen / "app.zip"),
        "lock": str(LOCK),
        "dictionary": str(frozen / "dictionary.bin"),
        "matrix": str(frozen / "matrix.json"),
        "answers": str(here / "startup_answers.py"),
        "nothing": str(frozen / "nothing"),
        "extras": list(EXTRAS),
        "out": str(frozen / "snapshot.bin"),
    }
    (frozen / "snapshot-plan.json").write_text(json.dumps(plan), encoding="utf-8")
    run("node", here / "snapshot.mjs", frozen / "snapshot-plan.json", quiet=True)
    return (frozen / "snapshot.bin").read_bytes()


def lock_file(frozen: Path, wheels: list[Path]) -> bytes:
    """The frozen lock file, cut down to what the page installs, with names in place of build-time paths."""
    lock = json.loads((frozen / "lock.json").read_text(encoding="utf-8"))
    by_name = {wheel.name: wheel for wheel in wheels}
    packages = {
        name: entry | {"file_name": entry["file_name"].rsplit("/", 1)[-1]}
        for name, entry in lock["packages"].items()
        if entry["file_name"].rsplit("/", 1)[-1] in by_name
    }
    for entry in packages.values():
        entry["sha256"] = vendor.sha256(by_name[entry["file_name"]].read_bytes())
    return json.dumps({"info": lock["info"], "packages": packages}, indent=1, sort_keys=True).encode() + b"\n"


def assets(frozen: Path, wheels: list[Path]) -> dict[str, bytes]:
    """Name -> bytes of everything that the engine loads besides its own scripts.

    Pyodide's script and the lock file are built into those (release.engine).
    """
    vendor.pyodide()  # for the hashes of what is trimmed here
    pyodide = trimmed()
    lock = lock_file(frozen, wheels)
    return {
        "snapshot.bin.gz": gzipped(snapshot(frozen, pyodide, lock)),
        "pyodide.asm.wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "stdlib.zip.gz": gzipped((frozen / "stdlib.zip").read_bytes()),
        "app.zip.gz": gzipped((frozen / "app.zip").read_bytes()),
        "dictionary.bin.gz": DICTIONARY.read_bytes(),
        "readings.bin.gz": READINGS.read_bytes(),
    }


def stock_assets(youten: Path) -> dict[str, bytes]:
    """What ``?engine=stock`` loads on request: everything as published, nothing trimmed."""
    pyodide = vendor.pyodide()
    wheels = [vendor.wheel("packaging"), vendor.wheel("micropip"), vendor.wheel("Janome"), youten]
    return {
        "stock/python_stdlib.zip": pyodide["python_stdlib.zip"],
        "stock/pyodide-lock.json": pyodide["pyodide-lock.json"],
        **{f"stock/{wheel.name}": wheel.read_bytes() for wheel in wheels},
    }
