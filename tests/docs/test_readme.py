"""The README's commands are the ones that exist, and do what it says."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sitebuild.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()
]
ARTICLE = ROOT / "tests" / "articles" / "news-harbor" / "page.txt"


def test_the_two_commands_come_first() -> None:
    """A newcomer's first block has serve and test and nothing else."""
    assert COMMANDS[:2] == ["python3 build.py serve", "python3 build.py test"]


@pytest.mark.parametrize("command", sorted({line for line in COMMANDS if " youten " in line}))
def test_command_line_examples_run(command: str, tmp_path: Path) -> None:
    """Each example prints something sensible for a real article and exits with 0."""
    (tmp_path / "記事.txt").write_bytes(ARTICLE.read_bytes())
    record = {"id": 1, "title": "", "text": ARTICLE.read_text(encoding="utf-8")}
    (tmp_path / "記事.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (tmp_path / "content" / "posts").mkdir(parents=True)
    (tmp_path / "content" / "posts" / "記事.md").write_bytes(ARTICLE.read_bytes())
    if "--check" in command:
        subprocess.run([sys.executable, ROOT / "build.py", "youten", "inject", tmp_path], check=True)
    arguments = shlex.split(command.partition("<")[0])
    assert arguments[:2] == ["python3", "build.py"]
    feed = (tmp_path / "記事.jsonl").read_bytes() if "<" in command else b""
    run = [sys.executable, str(ROOT / "build.py"), *arguments[2:]]
    result = subprocess.run(run, cwd=tmp_path, input=feed, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()
    # A check that finds nothing says nothing but how many files it saw; what is written to a file is counted.
    shown = result.stderr if "--check" in command or " -o " in command else result.stdout
    assert len(shown.decode().strip()) > 10


@pytest.mark.parametrize("address", sorted(set(re.findall(r"\]\((?!http|#)([^)]+)\)", README))))
def test_links_lead_somewhere(address: str) -> None:
    """Every relative link of the README names a file."""
    assert (ROOT / address).exists()
