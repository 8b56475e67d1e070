"""Runs the linters, the formatters and the tests; tests/ has the set-up of single tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from sitebuild import browsers, dictionary, environment
from sitebuild.environment import say
from sitebuild.paths import NODE_MODULES, PY, ROOT, STATIC
from sitebuild.steps import build

QUICK = "--quick"
# Tests that need neither a browser nor the built site.
QUICK_TESTS = ("tests/unit", "tests/articles", "tests/hostile")
SCRIPT_TESTS = ROOT / "tests" / "js"
# Number of parallel processes; more would only wait for each other in the browsers.
WORKERS = min(4, max(2, os.cpu_count() or 1))
# Files that prettier formats; its options are in package.json.
SCRIPTS = "{bench,py,static,tests}/**/*.{js,mjs,cjs,ts,tsx,css}"
BIN = NODE_MODULES / ".bin"


class Command(NamedTuple):
    """A program that passes if it exits with 0."""

    name: str
    arguments: Sequence[str | Path]


def linters() -> list[Command]:
    """Return the checks that read code without running it, the slowest first."""
    python = environment.python()
    eslint = ("--config", STATIC / "eslint.config.js", "--max-warnings=0")
    scripts = [folder for folder in (STATIC, ROOT / "bench", SCRIPT_TESTS) if folder.is_dir()]
    return [
        Command("mypy", (python, "-m", "mypy")),
        Command("eslint", (BIN / "eslint", *eslint, *scripts)),
        Command("tsc", (BIN / "tsc", "--project", STATIC / "tsconfig.json")),
        Command("prettier", (BIN / "prettier", "--check", "--log-level=warn", SCRIPTS)),
        Command("ruff check", (python, "-m", "ruff", "check", ".")),
        Command("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
    ]


def formatters() -> list[Command]:
    """Return the programs that rewrite code."""
    python = environment.python()
    return [
        Command("ruff check", (python, "-m", "ruff", "check", "--fix", "--quiet", "--exit-zero", ".")),
        Command("ruff format", (python, "-m", "ruff", "format", ".")),
        Command("prettier", (BIN / "prettier", "--write", "--log-level=warn", SCRIPTS)),
    ]


def script_tests() -> list[Command]:
    """Return the tests of what is pure in the scripts."""
    files = sorted(SCRIPT_TESTS.rglob("*.test.js"))
    return [Command("node --test", ("node", "--test", *files))] if files else []


def lint(arguments: Sequence[str] = ()) -> int:
    """Run all linters in parallel and print the output of those that fail."""
    del arguments
    environment.ensure("test")
    return _report("lint", failing(linters()))


def failing(commands: Sequence[Command]) -> list[str]:
    """Run commands in parallel; return the names of those that fail, and print their output."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return [name for name in pool.map(_quietly, commands) if name]


def _quietly(command: Command) -> str | None:
    """Run a command; if it fails, print its output and return its name."""
    result = subprocess.run(
        command.arguments, cwd=ROOT, env=_env(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if result.returncode:
        say(f"--- {command.name}\n{result.stdout.decode(errors='replace').rstrip()}")
        return command.name
    say(f"{command.name}: passed")
    return None


def format_code(arguments: Sequence[str] = ()) -> int:
    """Rewrite the code in the project's format."""
    del arguments
    environment.ensure("test")
    return _report("format", [command.name for command in formatters() if _run(command, _env())])


def test(arguments: Sequence[str]) -> int:
    """Run all checks and tests, or those that need no browser; return 1 if any fails."""
    quick = QUICK in arguments
    environment.ensure("test", *(() if quick else ("build", "docs")))
    say("test: linters")
    with ThreadPoolExecutor(1) as pool:  # beside the build, which does not use all cores to its end
        early = pool.submit(failing, [*linters(), *script_tests()])
        env = _env() | ({} if quick else _with_browsers())
        dictionary.pack()
        failed = early.result()
    tests = Command("pytest", pytest([one for one in arguments if one != QUICK], quick=quick))
    return _report("test", failed + [tests.name] * bool(_run(tests, env)))


def _with_browsers() -> dict[str, str]:
    """Build the site, set up the browsers, and return the environment variables for the tests."""
    build()
    browser = browsers.ensure_browser()
    browsers.ensure_engines()
    return {"YOUTEN_CHROMIUM": browser} if browser else {}


def pytest(arguments: Sequence[str], *, quick: bool) -> list[str | Path]:
    """Return the command that runs the tests in parallel; ``arguments`` that name tests select them."""
    named = any((ROOT / one.split("::")[0]).exists() for one in arguments)
    where = QUICK_TESTS if quick and not named else ()
    # A file stays in one process: what its tests share is made once.
    parallel = (f"--numprocesses={WORKERS}", "--dist=loadfile", "--no-loadscope-reorder")
    return [environment.python(), "-m", "pytest", *parallel, *where, *arguments]


def _env() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(PY)}


def _run(command: Command, env: dict[str, str]) -> int:
    """Run a command with its output shown; return its exit code."""
    say(f"run: {command.name}")
    return subprocess.run(command.arguments, cwd=ROOT, env=env, check=False).returncode


def _report(what: str, failed: list[str]) -> int:
    say(f"{what}: failed: {', '.join(failed)}" if failed else f"{what}: passed")
    return 1 if failed else 0
