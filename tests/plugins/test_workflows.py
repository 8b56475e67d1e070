"""The reusable action and the pre-commit hooks run what their files say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sitebuild.paths import ROOT

ACTION = ROOT / ".github" / "actions" / "inject"
ARTICLE = ROOT / "tests" / "articles" / "essay" / "page.txt"


def _step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step in ``folder`` as GitHub would."""
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    values = {name: str(given.get("default", "")) for name, given in action["inputs"].items()} | inputs
    step = action["runs"]["steps"][-1]
    env = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda m: values[m[1]], v)
        for name, v in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **env, "GITHUB_ACTION_PATH": str(ACTION)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_checks_and_writes(tmp_path: Path) -> None:
    """Boxes are missing, then written, then fitting; paths with spaces and options are passed on."""
    posts = tmp_path / "my posts"
    posts.mkdir()
    (posts / "a.md").write_bytes(ARTICLE.read_bytes())
    paths = "my posts\n\nmy posts/a.md\n"
    assert _step(tmp_path, paths=paths).returncode == 1
    written = _step(tmp_path, paths=paths, mode="write", options="--sentences=2\n--lang=en\n")
    assert (written.returncode, written.stdout) == (0, "added: my posts/a.md\n"), written.stderr
    assert (posts / "a.md").read_text("utf-8").count("<li>") == 2
    assert _step(tmp_path, paths=paths, options="--sentences=2").returncode == 0
    assert _step(tmp_path, paths=paths).returncode == 1  # three sentences are asked for now
    wrong = _step(tmp_path, paths=paths, mode="wirte")
    assert (wrong.returncode, wrong.stdout) == (2, "::error::mode is check or write, not wirte\n")


def test_every_action_is_pinned() -> None:
    """Actions are pinned by commit, as in the workflows."""
    used = re.findall(r"uses: (\S+)", (ACTION / "action.yml").read_text("utf-8").partition("\nname:")[2])
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
    assert used


@pytest.mark.parametrize(
    "hook", yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")), ids=lambda hook: hook["id"]
)
def test_each_hook_runs(hook: dict[str, object], tmp_path: Path) -> None:
    """Each entry is a command of the package, and the files can follow it."""
    assert hook["language"] == "python"
    assert hook["types_or"] == ["markdown", "html"]
    program, *arguments = str(hook["entry"]).split()
    assert program == "youten"
    (tmp_path / "a.md").write_bytes(ARTICLE.read_bytes())
    result = subprocess.run(
        [sys.executable, ROOT / "build.py", "youten", *arguments, "a.md"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert result.returncode == (1 if "--check" in arguments else 0)
    assert ((tmp_path / "a.md").read_bytes() == ARTICLE.read_bytes()) == ("--check" in arguments)
