"""Janome is imported without its dictionary, without an effect on later imports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PY = Path(__file__).parents[3] / "py"
# The names that janome.tokenizer and janome.system_dic import, instead of 100 MB of Python.
SYSDIC = "connections = ['published']\nall_fstdata = entries = mmap_entries = chardef = unknowns = None\n"


@pytest.fixture
def janome(tmp_path: Path) -> Path:
    """Copy the installed Janome without its data, as the browser build has it."""
    spec = find_spec("janome")
    assert spec is not None
    assert spec.origin is not None
    target = tmp_path / "janome"
    shutil.copytree(Path(spec.origin).parent, target, ignore=shutil.ignore_patterns("sysdic", "__pycache__"))
    return target


def run(janome: Path, code: str) -> None:
    path = os.pathsep.join((str(janome.parent), str(PY)))
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": path}, timeout=60
    )


def test_a_wheel_without_data_is_enough(janome: Path) -> None:
    """The module that replaces the data is removed after the import."""
    run(
        janome,
        """
import sys
import youten.morphology
import janome
assert not {"janome.sysdic", "janome.tokenizer", "janome.system_dic"} & set(sys.modules)
assert not hasattr(janome, "tokenizer") and not hasattr(janome, "system_dic")
try:
    import janome.tokenizer
except ImportError:
    pass
else:
    raise AssertionError("the stand-in is still there")
""",
    )


def test_a_later_import_gets_janome_as_published(janome: Path) -> None:
    """A later import in the same process gets the data."""
    (janome / "sysdic").mkdir()
    (janome / "sysdic" / "__init__.py").write_text(SYSDIC)
    run(
        janome,
        """
from youten.morphology.janome_import import Tokenizer
import janome.tokenizer
assert janome.tokenizer.connections == ["published"]
assert janome.tokenizer.Tokenizer is not Tokenizer
""",
    )


def test_an_imported_janome_is_used_as_it_is(janome: Path) -> None:
    """Our classes are then based on the imported ones."""
    (janome / "sysdic").mkdir()
    (janome / "sysdic" / "__init__.py").write_text(SYSDIC)
    run(
        janome,
        """
import sys
import janome.tokenizer as before
from youten.morphology.janome_import import Tokenizer
assert sys.modules["janome.tokenizer"] is before and Tokenizer is before.Tokenizer
assert sys.modules["janome.sysdic"].connections == ["published"]
""",
    )
