"""Documents and comments name files that exist, and every package of youten is in the architecture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = ("py", "static", "tests", "docs", "bench", ".github")
DOCUMENTS = sorted([*ROOT.glob("*.md"), ROOT / "NOTICE", *(ROOT / "docs").rglob("*.md")])
# A path below one of the top folders, inside backticks or (in NOTICE) alone on its line.
PATH = re.compile(rf"(?:`|^    )((?:{'|'.join(map(re.escape, TOP))})/[\w./*\-]*)(?:`|$)", re.MULTILINE)

SOURCES = {".css", ".js", ".mjs", ".py", ".ts"}
# A path from the top of the checkout; longer paths and patterns are not matched.
NAMED = re.compile(r"(?<![\w/.<>{}*:-])((?:py|static|tests|bench)/[\w./-]*\.(?:css|js|json|mjs|py|ts))(?!\w)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_paths_exist(document: Path) -> None:
    """Patterns match at least one file."""
    named = set(PATH.findall(document.read_text(encoding="utf-8")))
    assert [path for path in sorted(named) if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = {link.partition("#")[0] for link in re.findall(r"\]\((?!\w+:|#)([^)\s]+)\)", text)}
    built = {"../index.html", "../../deployments/github-pages"}  # of the site and of the host
    assert [link for link in sorted(links - built) if not (document.parent / link).exists()] == []


def test_the_architecture_lists_the_packages() -> None:
    """The table has each module and folder directly below py/youten, and no other."""
    package = ROOT / "py" / "youten"
    modules = {path.stem for path in package.glob("[a-z]*.py")}
    folders = {path.parent.name for path in package.glob("*/__init__.py")}
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("Packages of `py/youten`")[2].partition("\n## ")[0]
    named = {
        name
        for row in re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert named == modules | folders


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(folder.glob("0*.md")) if f"({path.name})" not in text] == []


def test_sources_name_files_that_exist() -> None:
    """Comments and docstrings refer to files by their paths; a moved file must not leave a wrong one."""
    folders = [ROOT / name for name in ("py", "static", "tests", "bench")]
    sources = [path for folder in folders for path in folder.rglob("*") if path.suffix in SOURCES]
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted([*sources, *ROOT.glob("*.py")])
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
        if not (ROOT / name).exists()
    ]
    assert wrong == []


def test_every_benchmark_is_listed() -> None:
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    names = {path.parent.name for path in ROOT.glob("bench/*/run.py")}
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == names
