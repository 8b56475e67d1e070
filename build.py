#!/usr/bin/env python3
"""Builds, serves and tests youten, from a bare checkout.

    python3 build.py                    make dist/
    python3 build.py serve [PORT]       make dist/ and serve it on this machine
    python3 build.py test [ARGS…]       run every check and test (ARGS go to pytest)
    python3 build.py test --quick       the same without a browser and without building the site
    python3 build.py lint               run the checks that read code
    python3 build.py format             rewrite the code in the project's format
    python3 build.py youten ARGS…       run the command line of this checkout
    python3 build.py bench NAME ARGS…   run a benchmark of bench/
    python3 build.py keep-releases SITE add the releases before this one, from the site that is published
    python3 build.py record             list anew which functions of the wasm a first visit needs
    python3 build.py compare SITE       compare dist/ with the site that is published

Each command first sets up what it needs, and only that: a virtual environment and npm packages below the
checkout, both from lock files with hashes. The steps themselves live in ``py/sitebuild``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 -- a bare machine may well have an older one
    sys.exit(f"build: Python 3.11 or later is needed; this is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "py"))
sys.dont_write_bytecode = True

from sitebuild import browsers, dictionary, earlier_releases, environment, serving, testing  # noqa: E402
from sitebuild.environment import say  # noqa: E402
from sitebuild.paths import DIST, PY, REQUIREMENTS  # noqa: E402
from sitebuild.pyodide.record import record  # noqa: E402
from sitebuild.steps import build  # noqa: E402

BENCHES = ROOT / "bench"


def command_line(arguments: list[str]) -> int:
    """Run ``youten`` with the caller's streams and folder."""
    environment.ensure_python("build")
    dictionary.pack()
    env = os.environ | {"PYTHONPATH": str(PY), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([environment.python(), "-m", "youten", *arguments], env=env, check=False).returncode


def bench(arguments: list[str]) -> int:
    """Run one benchmark; without a name, list them."""
    names = sorted(path.stem for path in BENCHES.glob("*.py")) + sorted(
        path.parent.name for path in BENCHES.glob("*/run.py")
    )
    if not arguments or arguments[0] not in names:
        say("bench: one of " + ", ".join(names))
        return 2
    environment.ensure_python("bench")
    if (REQUIREMENTS / f"{arguments[0]}.txt").is_file():  # large requirements of this benchmark only
        environment.ensure_python(arguments[0])
    environment.ensure_node()
    if not DIST.is_dir():
        build()
    browser = browsers.ensure_browser()
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (PY, BENCHES, ROOT)))}
    env |= {"YOUTEN_CHROMIUM": browser} if browser else {}
    name, *rest = arguments
    script = BENCHES / f"{name}.py"
    script = script if script.is_file() else BENCHES / name / "run.py"
    return subprocess.run([environment.python(), script, *rest], env=env, check=False).returncode


def build_to(arguments: list[str]) -> int:
    """Make the site in dist/, or in the given folder."""
    build(Path(arguments[0]).resolve() if arguments else DIST)
    return 0


def keep_releases(arguments: list[str]) -> int:
    """Add the earlier releases from the published site, given as an address or a folder with a copy."""
    if len(arguments) != 1:
        say("keep-releases: the address of the published site, or a folder with a copy of it")
        return 2
    published = arguments[0]
    remote = published.startswith(("http://", "https://"))
    fetch = (
        earlier_releases.from_address(published) if remote else earlier_releases.from_folder(Path(published))
    )
    say("releases: " + ", ".join(earlier_releases.keep(DIST, fetch)))
    return 0


def compare(arguments: list[str]) -> int:
    """Compare dist/ with the published site, which may take a while to change; 1 if a file differs."""
    if len(arguments) != 1:
        say("compare: the address of the published site")
        return 2
    for wait in (0, 20, 60, 120):
        time.sleep(wait)
        differing = earlier_releases.differing(DIST, earlier_releases.from_address(arguments[0]))
        if not differing:
            say("compare: every file is published as it was built")
            return 0
    say("compare: differs: " + ", ".join(differing))
    return 1


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "build": build_to,
    "serve": serving.serve,
    "test": testing.test,
    "lint": testing.lint,
    "format": testing.format_code,
    "youten": command_line,
    "bench": bench,
    "keep-releases": keep_releases,
    "record": record,
    "compare": compare,
}


def main(arguments: list[str]) -> int:
    """Run the chosen command; every failure of the set-up ends in one sentence."""
    name, *rest = arguments or ["build"]
    command = COMMANDS.get(name)
    if command is None:
        print(__doc__)
        return 0 if name in ("help", "-h", "--help") else 2
    try:
        return command(rest)
    except environment.SetupError as error:
        say(f"build: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
