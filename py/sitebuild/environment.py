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

from sitebuild.paths import NODE_MODULES, REQUIREMENTS, ROOT, WORK

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
FIREFOXES = ("firefox-esr", "firefox")
MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox"
# Where distributions put WebKitGTK's small browser, below /usr; its driver finds none by itself.
MINI_BROWSERS = ("lib*/*/webkit2gtk-4.1/MiniBrowser", "lib*/webkit2gtk-4.1/MiniBrowser")
# Fonts, so that the screenshots of the tests show Japanese and not boxes.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")
# The other two engines of the tests; Ubuntu's Firefox is a snap, which the same name installs.
DEBIAN_ENGINES = {
    "Firefox": ("firefox-esr", "firefox"),
    "WebKitGTK": ("webkit2gtk-driver",),
    "xvfb": ("xvfb",),
    "locales": ("locales",),
}
# What a Japanese locale is made from: WebKitGTK has no other way to be told its language.
LOCALE_SOURCE = Path("/usr/share/i18n/locales/ja_JP")


class SetupError(Exception):
    """Something the machine lacks; the text says what to do about it."""


def say(text: str) -> None:
    """Report progress; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


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
    """Make the virtual environment hold at least ``requirements`` ("build", "docs", "test" or "bench")."""
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


def find_firefox() -> str | None:
    """Path of a Firefox on this machine (``YOUTEN_FIREFOX`` wins), or None."""
    named = os.environ.get("YOUTEN_FIREFOX")
    found = named or next(filter(None, map(shutil.which, FIREFOXES)), None)
    return found or (MAC_FIREFOX if Path(MAC_FIREFOX).is_file() else None)


def find_webkit() -> Path | None:
    """Path of WebKitGTK's MiniBrowser, or None if it, its driver or a display to run it on is missing."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")):
        return None
    return next((path for pattern in MINI_BROWSERS for path in Path("/usr").glob(pattern)), None)


def missing_engines() -> list[str]:
    """Names of the test engines beside Chromium that this machine lacks."""
    found = {
        "Firefox": find_firefox(),
        "WebKitGTK": shutil.which("WebKitWebDriver"),
        "xvfb": shutil.which("xvfb-run"),
        "locales": LOCALE_SOURCE if LOCALE_SOURCE.is_file() else None,
    }
    return [name for name, path in found.items() if path is None]


def _can_apt() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(*packages: str) -> None:
    """Install Debian packages; raises SetupError."""
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", env=env, quiet=True)
    run("apt-get", "install", "-y", "--no-install-recommends", *packages, env=env, quiet=True)


def _first_known(names: tuple[str, ...]) -> str:
    """Return the first of the package names that this distribution has."""
    for name in names[:-1]:
        if subprocess.run(["apt-cache", "show", name], capture_output=True, check=False).returncode == 0:
            return name
    return names[-1]


def ensure_engines() -> None:
    """Install Firefox and WebKitGTK for the tests, or say what is missing and how to get it."""
    missing = missing_engines()
    if missing and _can_apt():
        print(f"setup: installing {', '.join(missing)} with apt-get", file=sys.stderr)
        run("apt-get", "update", quiet=True)
        apt_install(*(_first_known(DEBIAN_ENGINES[name]) for name in missing))
        missing = missing_engines()
    if missing:
        names = " ".join(DEBIAN_ENGINES[name][0] for name in missing)
        raise SetupError(
            f"The tests also run in Firefox and WebKitGTK; missing: {', '.join(missing)}. "
            f"On Debian or Ubuntu: `sudo apt-get install {names}`; elsewhere run the tests in a container."
        )


def ensure_browser() -> str | None:
    """Return a browser's path, installing one if need be; None means Playwright's own is installed."""
    found = find_browser()
    if found:
        return found
    if _can_apt():
        print("setup: installing Chromium with apt-get", file=sys.stderr)
        try:
            apt_install(*DEBIAN_PACKAGES)
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
