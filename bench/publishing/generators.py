"""Builds the sites with the real generators, where they are installed, and compares the pages.

Hugo and Jekyll come from the system (``apt-get install hugo jekyll``), MkDocs with Material from
``py/requirements/bench.txt``, and Zenn's renderer from ``package.json``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
NODE_MODULES = HERE.parents[1] / "node_modules"
PAGES = (".html", ".xml")
# What differs between two builds of the same site: the time, and Zenn's numbers of lines and footnotes.
VOLATILE = re.compile(
    rb' data-line="\d+"|(?<=[#"]fn)(ref)?-[0-9a-f]{4}-|Build Date UTC : [^<]*|<lastmod>[^<]*'
)
NAME = "AI要約".encode()

# (site, folder of the pages) -> command; it runs in the site's folder
COMMANDS: dict[str, Callable[[Path, Path], list[str | Path]]] = {
    "Hugo": lambda _, out: ["hugo", "--quiet", "--buildFuture", "--destination", out],
    "Jekyll": lambda _, out: ["jekyll", "build", "--future", "--disable-disk-cache", "--destination", out],
    "MkDocs": lambda _, out: [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", out],
    "Zenn": lambda site, out: ["node", HERE / "zenn.mjs", site, out],
}


def is_installed(kind: str) -> bool:
    """Return whether a generator is here."""
    if kind == "MkDocs":
        return (
            importlib.util.find_spec("mkdocs") is not None
            and importlib.util.find_spec("material") is not None
        )
    if kind == "Zenn":
        return (NODE_MODULES / "zenn-markdown-html").is_dir() and shutil.which("node") is not None
    return shutil.which(kind.lower()) is not None


def build(kind: str, site: Path, out: Path) -> dict[str, bytes]:
    """Build a site into a new folder; return path -> page."""
    shutil.rmtree(out, ignore_errors=True)
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
    command = list(map(str, COMMANDS[kind](site, out)))
    done = subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{kind} does not build the site:\n{done.stdout}{done.stderr}")
    found = (path for path in out.rglob("*") if path.suffix in PAGES)
    return {str(path.relative_to(out)): VOLATILE.sub(b"", path.read_bytes()) for path in found}


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """Yield the pages that differ by anything but one box in one place."""
    yield from sorted(before.keys() ^ after.keys())
    for path in sorted(before.keys() & after.keys()):
        old, new = before[path], after[path]
        start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
        end = start + len(new) - len(old)
        box = new[start:end]
        if old != new and (old != new[:start] + new[end:] or NAME not in box or box.count(b"</aside>") != 1):
            yield path
