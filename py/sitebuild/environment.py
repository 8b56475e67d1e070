"""Installs what a machine lacks: the virtual environment and the npm packages.

Each part records the hash of its lock file and does nothing while that is unchanged. Every failure ends in
one sentence that says what is missing and how to get it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sitebuild.paths import NODE_MODULES, REQUIREMENTS, ROOT, WORK

MIN_NODE = (20, 19)  # what the linter asks for; everything else is content with 20.0


class SetupError(Exception):
    """Something is missing on this machine; the text says what to do about it."""


def say(text: str) -> None:
    """Report progress on standard error; standard output is for results."""
    print(text, file=sys.stderr, flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> str:
    """Run a command in the checkout; if it fails, raise SetupError with its last lines.

    Return what it has printed, if it was told to be quiet.
    """
    result = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=None if env is None else os.environ | env,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode != 0:
        tail = "\n".join((result.stdout or "").splitlines()[-15:])[-4000:]
        raise SetupError(f"`{' '.join(map(str, command))}` failed ({result.returncode}).\n{tail}")
    return (result.stdout or "").strip()


def python() -> Path:
    """Return the path of the virtual environment's interpreter, whether it exists or not."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return WORK / "venv" / folder / name


def ensure_python(requirements: str) -> None:
    """Install at least ``requirements`` ("build", "docs", "test" or "bench") into the virtual environment."""
    lock = REQUIREMENTS / f"{requirements}.txt"
    key = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = WORK / "venv" / f"{requirements}.stamp"
    if stamp.is_file() and stamp.read_text() == key and python().is_file():
        return
    base = WORK / "venv" / "python.stamp"
    if not (python().is_file() and base.is_file() and base.read_text() == sys.version):
        say("setup: making the virtual environment")
        shutil.rmtree(WORK / "venv", ignore_errors=True)
        run(sys.executable, "-m", "venv", WORK / "venv", quiet=True)
        base.write_text(sys.version)
    say(f"setup: installing {lock.relative_to(ROOT)}")
    pip = (python(), "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--no-deps")
    run(*pip, "-r", lock, quiet=True)
    stamp.write_text(key)


def ensure(*requirements: str) -> None:
    """Make the virtual environment hold ``requirements``, and install the npm packages at the same time."""
    with ThreadPoolExecutor() as pool:
        node = pool.submit(ensure_node)
        for one in requirements:
            ensure_python(one)
        node.result()


def ensure_node() -> None:
    """Install exactly the packages of package-lock.json, without running their scripts."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise SetupError("Node.js 20 or later with npm is needed: https://nodejs.org/")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(int(number) for number in re.findall(r"\d+", said)[:2])
    if version < MIN_NODE:
        wanted = ".".join(map(str, MIN_NODE))
        raise SetupError(f"Node.js {wanted} or later is needed; this is {said.strip()}.")
    key = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = NODE_MODULES / ".youten-lock"
    if stamp.is_file() and stamp.read_text() == key:
        return
    say("setup: npm ci")
    run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", quiet=True)
    stamp.write_text(key)
