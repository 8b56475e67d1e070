"""The installed package on the newest Python, Pyodide's 3.14, gives what it gives on this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "articles"
LIBRARIES = sysconfig.get_path("purelib")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Make a folder of articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("essay", "interview", "speech"):
        (folder / f"{name}.md").write_bytes((ARTICLES / name / "page.txt").read_bytes())
    return folder


def test_functions_and_commands_answer_alike(installed: Path, articles: Path, tmp_path: Path) -> None:
    use = HERE / "use.py"
    newest = ["node", HERE / "newest.mjs", use, articles, installed, LIBRARIES]
    here = [sys.executable, use, articles, tmp_path / "work"]
    env = {**os.environ, "PYTHONPATH": str(installed), "LANG": "ja_JP.UTF-8"}
    ran = [subprocess.run(command, capture_output=True, env=env, check=False) for command in (newest, here)]
    assert [done.returncode for done in ran] == [0, 0], ran[0].stderr[-3000:] + ran[1].stderr[-3000:]
    (version, theirs), (_, ours) = (json.loads(done.stdout) for done in ran)
    assert version >= [3, 14]
    assert json.loads(theirs) == json.loads(ours)
