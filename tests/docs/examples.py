"""Runs the README's commands: each ``sh`` block, and the block of printed results below it.

``PYTHONPATH=py python tests/docs/examples.py`` rewrites the results. Commands run in a folder of sample
files, so that a reader can repeat them. Parts that differ between runs are shown as ``…``.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
ARTICLES = ROOT / "tests" / "articles"

_EXAMPLE = re.compile(
    r"(?P<head>```sh\n(?P<commands>.*?)```\n)(?P<open>\n```(?:text|json|html)\n)?(?P<result>(?(open).*?))(?(open)```)",
    re.DOTALL,
)
# (what a run prints, what the README shows)
_SHORTENED = (
    (r', "segments": .*?\}\}', ", …}"),
    (r', "notices": .*\}', ", …}"),
    (r"\d+:\d\d(:\d\d)? \([^)]*\)", "…"),
    (r'(?<=youten=")[\d.]+|(?<=<!-- youten )[\d.]+', "…"),
)
_SETUP = re.compile(r"^(?:setup|build): .*\n", re.MULTILINE)


class Example(NamedTuple):
    """One block of commands, and what the README says they print; None where it says nothing."""

    commands: tuple[str, ...]
    result: str | None


def examples(readme: str) -> list[Example]:
    """Return the ``sh`` blocks of ``readme`` in order."""
    return [
        Example(tuple(found["commands"].splitlines()), found["result"] if found["open"] else None)
        for found in _EXAMPLE.finditer(readme)
    ]


def prepare(folder: Path) -> None:
    """Write the files that the README's commands name."""
    sample = (ARTICLES / "news-harbor" / "page.txt").read_text("utf-8")
    (folder / "記事.txt").write_text(sample, "utf-8")
    science = (ARTICLES / "science-news" / "page.txt").read_text("utf-8")
    record = json.dumps({"id": 1, "title": "", "text": science}, ensure_ascii=False)
    (folder / "記事.jsonl").write_text(record + "\n", "utf-8")
    (folder / "content" / "posts").mkdir(parents=True)
    radio = (ARTICLES / "blog-markdown" / "page.txt").read_text("utf-8")
    (folder / "content" / "posts" / "radio.md").write_text(radio, "utf-8")


def run(command: str, folder: Path) -> str:
    """Run one command of the README in ``folder`` and return what a terminal would show."""
    line, _, source = command.partition("<")
    program, script, *arguments = shlex.split(line)
    if (program, script) != ("python3", "build.py"):
        raise ValueError(f"not a command of this checkout: {command}")
    ran = subprocess.run(
        [sys.executable, str(ROOT / script), *arguments],
        cwd=folder,
        input=(folder / source.strip()).read_bytes() if source else b"",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    shown = ran.stdout.decode()
    if ran.returncode:
        raise AssertionError(f"{command} ended with {ran.returncode}: {shown}")
    return _SETUP.sub("", shown)


def printed(example: Example, folder: Path) -> str:
    """Run all commands of ``example`` in ``folder`` and return the result in the README's form."""
    shown = "".join(run(command, folder) for command in example.commands)
    for pattern, short in _SHORTENED:
        shown = re.sub(pattern, short, shown)
    return shown


def rewrite() -> None:
    """Write the results into the README; git shows what changed."""

    def filled(found: re.Match[str]) -> str:
        if not found["open"]:
            return found[0]
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder))
            example = Example(tuple(found["commands"].splitlines()), None)
            return f"{found['head']}{found['open']}{printed(example, Path(folder))}```"

    README.write_text(_EXAMPLE.sub(filled, README.read_text("utf-8")), "utf-8", newline="\n")


if __name__ == "__main__":
    rewrite()
