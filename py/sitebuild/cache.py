"""Runs a step of the build only if something that its result depends on has changed.

A step writes files into a folder, which is kept under a hash of the step's inputs and of its own code with
all modules of this package that it imports. Each step names its inputs, including the entries of the lock
files that it uses. If a step produces the same bytes as before, the steps after it do not run again.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sitebuild.paths import PY, ROOT, WORK

try:
    import fcntl
except ImportError:  # Windows: two builds at once do the same work twice
    fcntl = None  # type: ignore[assignment]

PACKAGE = "sitebuild"
# Modules that find files and start commands: they do not shape what a step writes.
NEUTRAL = ("cache", "environment", "paths")
# Results kept for each step, the newest first: going back to another branch costs nothing.
KEPT = 3
PART = "part-"
LOCK = ".lock"

Input = Path | bytes | str  # a file or a folder with all that is in it; or a value


def folder() -> Path:
    """Return where results are kept (``YOUTEN_CACHE`` wins)."""
    return Path(os.environ.get("YOUTEN_CACHE") or WORK / "cache")


def step(name: str, inputs: Iterable[Input], make: Callable[[Path], None]) -> Path:
    """Return the folder that ``make`` fills from ``inputs``; call ``make`` only if the key is new."""
    kept = folder() / name
    result = kept / key(inputs, make.__module__)
    kept.mkdir(parents=True, exist_ok=True)
    with _alone(kept):
        if result.is_dir():
            os.utime(result)
            return result
        with tempfile.TemporaryDirectory(dir=kept, prefix=PART) as scratch:
            part = Path(scratch) / "result"
            part.mkdir()
            make(part)
            part.rename(result)
        _forget_old(kept)
    return result


@contextmanager
def _alone(kept: Path) -> Iterator[None]:
    """Wait until no other thread or process works on the same step."""
    with (kept / LOCK).open("w") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _forget_old(kept: Path) -> None:
    results = [path for path in kept.iterdir() if path.is_dir() and not path.name.startswith(PART)]
    for path in sorted(results, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def key(inputs: Iterable[Input], module: str) -> str:
    """Return a hash of everything that the result of a step in ``module`` depends on."""
    digest = hashlib.sha256(f"{sys.version} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for one in (*map(program, code(module)), *inputs):
        for label, data in _contents(one):
            digest.update(f"{label}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:20]


def _contents(one: Input) -> Iterator[tuple[str, bytes]]:
    """Yield (label, bytes) of an input; labels do not depend on where the checkout is."""
    if not isinstance(one, Path):
        yield "", one.encode() if isinstance(one, str) else one
    elif one.is_dir():
        for path in sorted(one.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(one).as_posix(), path.read_bytes()
    else:
        yield one.name, one.read_bytes()


@cache
def code(module: str) -> tuple[Path, ...]:
    """Return the source files of a module of this package and of those that it imports, directly or not."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in (f"{PACKAGE}.{neutral}" for neutral in NEUTRAL):
            continue
        path = PY.joinpath(*name.split("."))
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if name.split(".")[0] == PACKAGE and file.is_file() and file not in found:
                found.add(file)
                waiting += _imports(file.read_text(encoding="utf-8"))
    return tuple(sorted(found))


def program(path: Path) -> str:
    """Return what a Python module does, as an input: without its comments and docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            del node.body[0]
    return f"{path.name} {ast.dump(tree)}"


def _imports(source: str) -> Iterator[str]:
    """Yield the dotted names that may be modules in the import statements of ``source``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def npm(*packages: str) -> bytes:
    """Return what package-lock.json says of ``packages``: their versions and hashes, as an input."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return json.dumps([lock[f"node_modules/{name}"] for name in packages], sort_keys=True).encode()


def publish(result: Path, target: Path) -> None:
    """Make ``target`` hold the files of ``result`` and nothing else; write only what differs."""
    wanted = {path.relative_to(result): path for path in result.rglob("*") if path.is_file()}
    for path in sorted(target.rglob("*"), reverse=True) if target.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(target) not in wanted:
            path.unlink()
    for name, source in wanted.items():
        copy = target / name
        if not (copy.is_file() and copy.read_bytes() == source.read_bytes()):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
