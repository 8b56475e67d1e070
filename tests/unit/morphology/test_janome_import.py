"""Janome comes without its dictionary, and nobody else notices."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PY = Path(__file__).parents[3] / "py"
# In place of the dictionary's 100 MB of Python: what janome.tokenizer and janome.system_dic import.
SYSDIC = "connections = ['published']\nall_fstdata = entries = mmap_entries = chardef = unknowns = None\n"


@pytest.fixture
def janome(tmp_path: Path) -> Path:
    """Copy of the installed Janome without its data, as the browser build has it."""
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
    """And what stood in for the data is gone after the import."""
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


def test_who_imports_janome_later_gets_it_as_published(janome: Path) -> None:
    """In the same process."""
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


def test_janome_that_is_there_already_is_left_alone(janome: Path) -> None:
    """Its classes are then the ones we build on."""
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
