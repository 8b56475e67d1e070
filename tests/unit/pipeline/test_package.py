"""The public surface: few names, cheap to import, one version."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import youten

ROOT = Path(__file__).parents[3]


def test_every_public_name_is_there() -> None:
    values = {"Options", "Summary", "SummarySentence", "YoutenError"}
    assert values | {"summarize", "summarize_many"} == set(youten.__all__)
    assert all(getattr(youten, name) for name in youten.__all__)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="sumarize"):
        youten.sumarize  # noqa: B018 - the look-up is the test


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == youten.__version__


def test_importing_the_package_loads_no_analyser() -> None:
    code = "import sys, youten; print(sorted(m for m in sys.modules if m.startswith(('janome', 'youten'))))"
    environment = {"PYTHONPATH": str(ROOT / "py")}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    loaded = "youten youten.messages youten.messages.en youten.messages.ja youten.model youten.options"
    assert result.stdout.decode().strip() == str(loaded.split())


def test_an_error_can_be_sent_from_process_to_process() -> None:
    error = pickle.loads(pickle.dumps(youten.YoutenError("bad_option", "文")))  # noqa: S301 - our own
    assert (error.code, str(error)) == ("bad_option", "文")
