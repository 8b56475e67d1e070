"""The wheel in a clean environment with only its dependencies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from sitebuild import environment, hatch_hook, vendor
from sitebuild.archive import unzipped
from sitebuild.paths import ROOT, WORK

ARTICLE = ROOT / "tests" / "articles" / "essay" / "page.txt"
LARGEST = 15_000_000  # bytes on the disk, byte code and dependencies included
USE = """
from youten import Options, YoutenError, summarize
summary = summarize(open("a.md", encoding="utf-8").read(), options=Options(sentences=2))
assert len(summary.sentences) == 2 and all(s.text for s in summary.sentences)
try:
    summarize("", options=Options(sentences=0))
except YoutenError as error:
    assert error.code == "bad_option"
import sys
assert not [name for name in sys.modules if name.startswith("janome")]  # another Janome stays what it is
"""


def _interpreters() -> list[str]:
    """Return this interpreter and the newest other one that is installed here."""
    for minor in range(20, sys.version_info.minor, -1):
        other = shutil.which(f"python3.{minor}")
        if other and not subprocess.run([other, "-c", ""], capture_output=True, check=False).returncode:
            return [sys.executable, other]
    return [sys.executable]


@pytest.mark.parametrize("interpreter", _interpreters())
def test_pip_installs_a_working_package(wheel: Path, tmp_path: Path, interpreter: str) -> None:
    """The API, the command line and inject work; the dictionary is included; the types are marked."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([interpreter, "-m", "venv", tmp_path / "venv"], check=True, env=env)
    python = tmp_path / "venv" / environment.python().relative_to(WORK / "venv")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    bare = _size(tmp_path / "venv")
    subprocess.run([*pip, wheel], check=True, env=env, cwd=tmp_path)
    assert _size(tmp_path / "venv") - bare < LARGEST
    (tmp_path / "a.md").write_bytes(ARTICLE.read_bytes())
    subprocess.run([python, "-c", USE], check=True, env=env, cwd=tmp_path)
    command = python.with_name("youten" + python.suffix)
    summary = subprocess.run([command, "a.md"], check=True, env=env, cwd=tmp_path, capture_output=True)
    assert summary.stdout.decode().count("\n") == 3
    for code, arguments in ((1, ["--check"]), (0, []), (0, ["--check"])):
        result = subprocess.run([command, "inject", *arguments, "a.md"], env=env, cwd=tmp_path, check=False)
        assert result.returncode == code
    others = {"youten/py.typed", "youten/cli/report.html", "youten/plugins/youten.css"}
    assert others <= unzipped(wheel.read_bytes()).keys()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink())


def test_the_wheel_holds_janome_as_published(wheel: Path) -> None:
    """Its code is unchanged, and its notices are among the licences."""
    files, pinned = unzipped(wheel.read_bytes()), unzipped(vendor.wheel("Janome").read_bytes())
    held = {name.removeprefix("youten/_vendor/"): data for name, data in files.items() if "/_vendor/" in name}
    assert [name for name, data in held.items() if pinned[name] != data] == []
    assert {f"janome/{name}" for name in hatch_hook.MODULES} == held.keys()
    assert any(name.endswith("Janome-NOTICE.txt") for name in files)


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Its dictionary is put there, since packing it takes a minute; the next test is about that."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    build = (sys.executable, "-m", "hatchling", "build", "--directory", tmp_path, "--target")
    subprocess.run([*build, "sdist"], check=True, cwd=ROOT, env=env, capture_output=True)
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    data = Path("py", "youten", "morphology", "data")
    assert not [name for name in hatch_hook.FILES if (folder / data / name).exists()]
    (folder / data).mkdir()
    for name in hatch_hook.FILES:
        shutil.copy(ROOT / data / name, folder / data / name)
    subprocess.run([*build, "wheel"], check=True, cwd=folder, env=env, capture_output=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_build_hook_packs_the_pinned_dictionary() -> None:
    """``pip install`` of a checkout packs the installed Janome, whose data must equal the pinned one's."""
    pinned = unzipped(vendor.wheel("Janome").read_bytes())
    found = hatch_hook.installed_janome()
    assert {name for name in pinned if name.startswith("janome/sysdic/")} == found.keys()
    assert [name for name, data in found.items() if pinned[name] != data] == []
