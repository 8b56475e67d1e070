"""Sets up what a bare machine lacks: the virtual environment, the npm packages, a browser for the tests.

Each part remembers the hash of the lock file it was made from and does nothing while that stays the same.
Every failure ends in one sentence that says what is missing and how to get it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from buildsteps.paths import NODE_MODULES, REQUIREMENTS, ROOT, WORK

MIN_NODE = (20, 19)  # what the linter asks for; everything else is content with 20.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Headless, without a sandbox of its own (containers), and silent: it asks nobody for anything by itself.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Fonts, so that the screenshots of the tests show Japanese and not boxes.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")


class SetupError(Exception):
    """Something the machine lacks; the text says what to do about it."""


def run(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> None:
    """Run a command in the checkout; a failure raises SetupError with the command's last lines."""
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


def python() -> Path:
    """Path of the virtual environment's interpreter, made or not."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return WORK / "venv" / folder / name


def ensure_python(requirements: str) -> None:
    """Make the virtual environment hold at least ``requirements`` ("build", "test" or "bench")."""
    lock = REQUIREMENTS / f"{requirements}.txt"
    key = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = WORK / "venv" / f"{requirements}.stamp"
    if stamp.is_file() and stamp.read_text() == key and python().is_file():
        return
    base = WORK / "venv" / "python.stamp"
    if not (python().is_file() and base.is_file() and base.read_text() == sys.version):
        print("setup: making the virtual environment", file=sys.stderr)
        shutil.rmtree(WORK / "venv", ignore_errors=True)
        run(sys.executable, "-m", "venv", WORK / "venv", quiet=True)
        base.write_text(sys.version)
    print(f"setup: installing {lock.relative_to(ROOT)}", file=sys.stderr)
    pip = (python(), "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--no-deps")
    run(*pip, "-r", lock, quiet=True)
    stamp.write_text(key)


def ensure_node() -> None:
    """Install exactly what package-lock.json names, without running any package's own scripts."""
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
    print("setup: npm ci", file=sys.stderr)
    run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", quiet=True)
    stamp.write_text(key)


def find_browser() -> str | None:
    """Path of a Chrome or Chromium on this machine (``YOUTEN_CHROMIUM`` wins), or None."""
    named = os.environ.get("YOUTEN_CHROMIUM")
    if named:
        return named
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    return next((path for path in MAC_BROWSERS if Path(path).is_file()), None)


def ensure_browser() -> str | None:
    """Return a browser's path, installing one if need be; None means Playwright's own is installed."""
    found = find_browser()
    if found:
        return found
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("setup: installing Chromium with apt-get", file=sys.stderr)
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        try:
            run("apt-get", "update", env=env, quiet=True)
            run("apt-get", "install", "-y", "--no-install-recommends", *DEBIAN_PACKAGES, env=env, quiet=True)
        except SetupError as error:
            print(f"setup: {error}", file=sys.stderr)
        found = find_browser()
        if found:
            return found
    print("setup: installing Playwright's Chromium", file=sys.stderr)
    try:
        run(python(), "-m", "playwright", "install", "chromium", quiet=True)
    except SetupError as error:
        raise SetupError(
            "The tests need a real browser. Install Chrome or Chromium and run this again, "
            f"or set YOUTEN_CHROMIUM to its path.\n{error}"
        ) from error
    return None
