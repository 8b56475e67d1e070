"""Makes variants of the built site, in seconds: with a worker that tests can command, or another interpreter.

The probed worker is the real one with a listener (``probe/attach.js``). The unsealed site is the positive
control of the leak test: it differs only in the seal and the engine frame's policy.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.e2e import scripts, whole

from sitebuild import manifest, release, steps
from sitebuild.paths import NODE_MODULES, STATIC
from sitebuild.vendor import sha256

PROBE = Path(__file__).with_name("probe")
EAR = """
import { attach } from "./probe/attach.js";
attach(() => engine);
"""
# A worker that is silent during its start, in the named variants.
HUSH = """
import { hush } from "./probe/hush.js";
hush(%s);
"""
# Asks the probed worker.
ASK = scripts.functions(PROBE / "ask.js")["ask"]
POLICY = re.compile(rb'<meta\s+http-equiv="Content-Security-Policy"[^>]*>')


def probed(
    dist: Path,
    out: Path,
    *,
    sealed: bool = True,
    silent: Sequence[str] = (),
    patience: Mapping[str, int] = MappingProxyType({}),
) -> Path:
    """Write the site with the probed worker to ``out``.

    Without the seal if so wished; silent from the beginning in the variants of the start that are named; with
    other values (ms) for constants of engine/limits.js, so that tests need not wait for timeouts of a minute.
    """
    source = out.with_name(out.name + "-source")
    shutil.copytree(STATIC, source)
    shutil.copytree(PROBE, source / "engine" / "worker" / "probe")
    with (source / "engine" / "worker" / "worker.js").open("a", encoding="utf-8") as worker:
        worker.write(EAR)
        worker.write(HUSH % json.dumps(list(silent)))
    limits = source / "engine" / "limits.js"
    for name, value in patience.items():
        text, changed = re.subn(rf"(?m)^(export const {name} =) [\d_]+;", rf"\1 {value};", limits.read_text())
        assert changed == 1, name
        limits.write_text(text)
    if not sealed:
        (source / "engine" / "frame" / "seal.js").write_text(
            "export const seal = () => undefined;\n", encoding="utf-8"
        )
    files = _release(dist)
    os.environ["NODE_PATH"] = str(NODE_MODULES)  # a copy of the sources finds Pyodide's loader here
    made = steps.engine_files()
    parts = release.EngineParts(made.lock.read_text(encoding="utf-8"), made.pyodide)
    files |= release.engine(files, source / "engine", parts)
    if not sealed:
        files["engine.html"] = POLICY.sub(b"", files["engine.html"])
    return _write(files, out)


def with_wasm(dist: Path, out: Path, wasm: bytes) -> Path:
    """Write the site with another interpreter of a first visit to ``out``."""
    files = _release(dist)
    old, new = (sha256(data).encode() for data in (files[manifest.WASM], wasm))
    files = {path: data.replace(old, new) for path, data in files.items()}
    return _write(files | {manifest.WASM: wasm}, out)


def _release(dist: Path) -> dict[str, bytes]:
    """Return the files of the release, without what measurements alone need."""
    base = dist / "r" / whole.name_of(dist)
    return {
        path.relative_to(base).as_posix(): path.read_bytes()
        for path in base.rglob("*")
        if path.is_file() and "stock" not in path.parts
    }


def _write(files: Mapping[str, bytes], out: Path) -> Path:
    """Write the site of a release."""
    for path, data in release.site(files, {}).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    return out
