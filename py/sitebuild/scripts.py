"""Bundles the JavaScript and the style sheets with esbuild. Types are checked by the tests, not here."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from sitebuild.environment import SetupError
from sitebuild.paths import NODE_MODULES, ROOT, STATIC

# Pyodide's loader contains the address of a public server for packages. The page must not request it.
PYODIDE_SERVER = "https://cdn.jsdelivr.net/pyodide/v"
CLASSIC_WORKER = 'globalThis.importScripts("data:text/javascript,"),!0'
TARGETS = "chrome105,firefox115,safari16.4"
ESBUILD = str(NODE_MODULES / ".bin" / "esbuild")
# A style sheet of a shadow tree in a script.
SHEET = re.compile(rb"`\s*(:host.*?)`", re.DOTALL)
# What a source imports, at once or later; in its comments stand only types.
IMPORTED = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?)"(\.[^"]+)\"""")
TYPES = re.compile(r"/\*\*.*?\*/", re.DOTALL)
# As esbuild writes it; import("./x.js") is one that waits until it is asked for.
STATIC_IMPORT = re.compile(rb"""(?:\bfrom|\bimport)"(\.{1,2}/[^"]+)\"""")


def _esbuild(entries: list[str], form: str, arguments: list[str]) -> bytes:
    """Run esbuild on entry points (``path`` or ``name=path``); any warning is an error."""
    command = [
        ESBUILD,
        *entries,
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
        *arguments,
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if result.returncode != 0 or result.stderr:
        raise SetupError(f"esbuild {' '.join(entries)}:\n{result.stderr.decode(errors='replace')}")
    return result.stdout


def bundle(
    entry: Path,
    defines: Mapping[str, object] = MappingProxyType({}),
    *,
    form: str = "esm",
    modules: Mapping[str, Path] = MappingProxyType({}),
) -> bytes:
    """Bundle one entry point.

    ``defines`` (name -> JSON value) replaces identifiers in the source; ``modules`` maps imported names to
    files.
    """
    aliases = [f"--alias:{name}={path}" for name, path in modules.items()]
    # Pyodide's script evaluates strings, which the page's policy refuses: for modules linked at run time.
    aliases += ["--log-override:direct-eval=silent", "--loader:.txt=text"] if modules else []
    return _esbuild([str(entry)], form, [*_defined(defines, entry), *aliases])


def pyodide(trimmed: Path) -> dict[str, Path]:
    """Return the file that static/engine/worker/python.js imports as ``pyodide.asm``, for ``bundle``."""
    return {"pyodide.asm": trimmed / "pyodide.asm.mjs"}


def reader() -> dict[str, Path]:
    """Return what static/app/import/readers/worker.js gets of linkedom: no style sheets, one parser."""
    return {
        "cssomnom/parse": STATIC / "app" / "import" / "readers" / "no-style-sheets.js",
        "htmlparser2": NODE_MODULES / "htmlparser2" / "dist" / "esm" / "Parser.js",
    }


def sources(*entries: Path) -> list[Path]:
    """Return scripts and those of this checkout that they import, directly or not."""
    found: set[Path] = set()
    waiting = list(entries)
    while waiting:
        path = waiting.pop().resolve()
        if path not in found:
            found.add(path)
            waiting += (path.parent / name for name in IMPORTED.findall(_code(path)))
    return sorted(found)


def _code(path: Path) -> str:
    return TYPES.sub("", path.read_text(encoding="utf-8"))


def _defined(defines: Mapping[str, object], *entries: Path) -> list[str]:
    """Return the definitions that the sources use; esbuild would put the others into the bundle, too."""
    text = "\n".join(map(_code, sources(*entries))) if defines else ""
    return [f"--define:{name}={json.dumps(value)}" for name, value in defines.items() if name in text]


def split(entries: Mapping[str, Path], parts: str, defines: Mapping[str, object]) -> dict[str, bytes]:
    """Bundle each entry point as ``{name}.js``; dynamic imports become ``{parts}/*.js``.

    Shared code goes to ``{parts}/chunk-*.js``. The names contain a hash of the contents. ``defines`` is as
    for ``bundle``.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        _esbuild(
            [f"{name}={path}" for name, path in entries.items()],
            "esm",
            [
                "--splitting",
                f"--outdir={out}",
                f"--chunk-names={parts}/[name]-[hash]",
                "--loader:.txt=text",
                *_defined(defines, *entries.values()),
            ],
        )
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.js"))}


def needed_at_once(files: Mapping[str, bytes], *first: str) -> list[str]:
    """Return the bundles that ``first`` import before they run, directly or indirectly, by name."""
    found: set[str] = set()
    waiting = list(first)
    while waiting:
        path = waiting.pop()
        new = {
            posixpath.normpath(posixpath.join(posixpath.dirname(path), match.group(1).decode()))
            for match in STATIC_IMPORT.finditer(files[path])
        } - found
        found |= new
        waiting += new
    return sorted(found)


def without_server(script: bytes) -> bytes:
    """Replace the public server in Pyodide's loader, and its test for a classic worker.

    The test runs a script from a string, which the policy refuses with a console message. Fail if either is
    not found.
    """
    for old, new in ((PYODIDE_SERVER, b"./pyodide/v"), (CLASSIC_WORKER, b"!1")):
        if script.count(old.encode()) != 1:
            raise SetupError(f"Pyodide's loader no longer says {old} where it is expected.")
        script = script.replace(old.encode(), new)
    return script


def with_small_sheet(script: bytes) -> bytes:
    """Minify the style sheet that a bundled script has as text, if it has one."""

    def small(found: re.Match[bytes]) -> bytes:
        command = [ESBUILD, "--loader=css", "--minify", "--charset=utf8", f"--target={TARGETS}"]
        return b"`" + subprocess.run(command, input=found[1], capture_output=True, check=True).stdout + b"`"

    return SHEET.sub(small, script)


def style(entry: Path) -> bytes:
    """Bundle a style sheet."""
    return bundle(entry, form="esm")
