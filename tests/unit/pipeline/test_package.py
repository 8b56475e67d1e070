"""The public surface: few names, cheap to import, one version."""

from __future__ import annotations

import string
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import youten
from youten.messages import message

ROOT = Path(__file__).parents[3]


def test_every_public_name_is_there() -> None:
    assert {"Options", "Summary", "SummarySentence", "YoutenError", "summarize"} == set(youten.__all__)
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


@pytest.mark.parametrize("code", message.ja)
def test_a_message_names_the_same_values_in_both_languages(code: str) -> None:
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(catalogue[code])}
        for catalogue in (message.ja, message.en)
    ]
    assert fields[0] == fields[1]
    values = dict.fromkeys((name for name in fields[0] if name), "X")
    assert message(code, "ja", **values) != message(code, "en", **values)
    assert message(code, "fr", **values) == message(code, "en", **values)
