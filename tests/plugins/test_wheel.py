"""The wheel in a clean environment with only its dependencies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sitebuild import environment, hatch_hook, vendor
from sitebuild.archive import unzipped
from sitebuild.paths import ROOT, WORK

ARTICLE = ROOT / "tests" / "articles" / "essay" / "page.txt"
USE = """
from youten import Options, YoutenError, summarize
summary = summarize(open("a.md", encoding="utf-8").read(), options=Options(sentences=2))
assert len(summary.sentences) == 2 and all(s.text for s in summary.sentences)
try:
    summarize("", options=Options(sentences=0))
except YoutenError as error:
    assert error.code == "bad_option"
"""


def test_pip_installs_a_working_package(wheel: Path, tmp_path: Path) -> None:
    """The API, the command line and inject work; the dictionary is included; the types are marked."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, env=env)
    python = tmp_path / "venv" / environment.python().relative_to(WORK / "venv")
    # --no-compile: compiling Janome's own dictionary, which is not loaded here, would take a minute.
    pip = (python, "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check")
    subprocess.run([*pip, wheel], check=True, env=env, cwd=tmp_path)
    (tmp_path / "a.md").write_bytes(ARTICLE.read_bytes())
    subprocess.run([python, "-c", USE], check=True, env=env, cwd=tmp_path)
    command = python.with_name("youten" + python.suffix)
    summary = subprocess.run([command, "a.md"], check=True, env=env, cwd=tmp_path, capture_output=True)
    assert summary.stdout.decode().count("\n") == 3
    for code, arguments in ((1, ["--check"]), (0, []), (0, ["--check"])):
        result = subprocess.run([command, "inject", *arguments, "a.md"], env=env, cwd=tmp_path, check=False)
        assert result.returncode == code
    assert "youten/py.typed" in unzipped(wheel.read_bytes())


def test_the_build_hook_packs_the_pinned_dictionary() -> None:
    """``pip install`` of a checkout packs the installed Janome, whose data must equal the pinned one's."""
    pinned = unzipped(vendor.wheel("Janome").read_bytes())
    found = hatch_hook.installed_janome()
    assert {name for name in pinned if name.startswith("janome/sysdic/")} == found.keys()
    assert [name for name, data in found.items() if pinned[name] != data] == []
