"""Finds the tests' browsers on this machine, and installs missing ones where that is possible.

Every failure is one sentence that says what is missing and how to get it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from sitebuild.environment import SetupError, python, run, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Headless, without its own sandbox (for containers), and without background requests.
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
# The place of WebKitGTK's MiniBrowser in distributions, below /usr; its driver does not find it.
MINI_BROWSERS = ("lib*/*/webkit2gtk-4.1/MiniBrowser", "lib*/webkit2gtk-4.1/MiniBrowser")
# The fonts let screenshots of the tests show Japanese.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")
# The other two engines of the tests; Ubuntu's Firefox is a snap, which the same name installs.
DEBIAN_ENGINES = {
    "Firefox": ("firefox-esr", "firefox"),
    "WebKitGTK": ("webkit2gtk-driver",),
    "xvfb": ("xvfb",),
    "locales": ("locales",),
}
# The sources of a Japanese locale, the only way to set WebKitGTK's language.
LOCALE_SOURCE = Path("/usr/share/i18n/locales/ja_JP")


def find_browser() -> str | None:
    """Return the path of a Chrome or Chromium on this machine (``YOUTEN_CHROMIUM`` wins), or None."""
    named = os.environ.get("YOUTEN_CHROMIUM")
    if named:
        return named
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    return next((path for path in MAC_BROWSERS if Path(path).is_file()), None)


def find_firefox() -> str | None:
    """Return the path of a Firefox on this machine (``YOUTEN_FIREFOX`` wins), or None."""
    named = os.environ.get("YOUTEN_FIREFOX")
    found = named or next(filter(None, map(shutil.which, FIREFOXES)), None)
    return found or (MAC_FIREFOX if Path(MAC_FIREFOX).is_file() else None)


def find_webkit() -> Path | None:
    """Return the path of WebKitGTK's MiniBrowser, or None if it, its driver or a display is missing."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")):
        return None
    return next((path for pattern in MINI_BROWSERS for path in Path("/usr").glob(pattern)), None)


def missing_engines() -> list[str]:
    """Return the names of the test browsers beside Chromium that this machine lacks."""
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
    """Install Debian packages; raise SetupError if that fails."""
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
        say(f"setup: installing {', '.join(missing)} with apt-get")
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
    """Return a browser's path; install one if needed. None means that Playwright's own is installed."""
    found = find_browser()
    if found:
        return found
    if _can_apt():
        say("setup: installing Chromium with apt-get")
        try:
            apt_install(*DEBIAN_PACKAGES)
        except SetupError as error:
            say(f"setup: {error}")
        found = find_browser()
        if found:
            return found
    say("setup: installing Playwright's Chromium")
    try:
        run(python(), "-m", "playwright", "install", "chromium", quiet=True)
    except SetupError as error:
        raise SetupError(
            "The tests need a real browser. Install Chrome or Chromium and run this again, "
            f"or set YOUTEN_CHROMIUM to its path.\n{error}"
        ) from error
    return None
