"""The installed wheel, sample posts, and the checks that every generator's site must pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitebuild import dictionary, wheels
from sitebuild.paths import ROOT, STATIC

ARTICLES = ROOT / "tests" / "articles"
# Articles in plain prose, like the posts of a blog.
SOURCES = ("science-news", "speech", "essay")
STYLE = STATIC / "embed" / "box.css"
EDITED = "これは、あとから書き足した一文である。"


@pytest.fixture(scope="session")
def wheel() -> Path:
    """Build the wheel with the dictionary inside."""
    dictionary.pack()
    return wheels.youten_wheel()


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder, so that its entry points are found."""
    folder = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-compile",
        "--target",
        folder,
        wheel,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def posts() -> Mapping[str, tuple[str, list[str]]]:
    """Return post name -> (title, paragraphs)."""
    found = {}
    for name in SOURCES:
        lines = [line.strip() for line in (ARTICLES / name / "page.txt").read_text("utf-8").split("\n")]
        title, *rest = [line for line in lines if line]
        found[name] = title, [line for line in rest if line.endswith("。")]
    return found


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(installed: Path) -> Run:
    """Return a function that runs a command with the wheel installed."""
    env = {**os.environ, "PYTHONPATH": str(installed), "SOURCE_DATE_EPOCH": "1767225600", "PYTHONUTF8": "1"}

    def run(
        *command: str | Path, cwd: Path, code: int | None = 0, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        result = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            input=stdin,
            text=True,
            capture_output=True,
            check=False,
        )
        assert code is None or result.returncode == code, result.stdout[-3000:] + result.stderr[-3000:]
        return result

    return run


@pytest.fixture
def check_site(run: Run) -> Callable[[Path, Callable[[], object], Mapping[str, Path]], None]:
    """Return a function that checks a built site against what every plugin promises."""

    def check_site(site: Path, build: Callable[[], object], pages: Mapping[str, Path]) -> None:
        """Check ``site``, which ``build`` writes; ``pages`` are the files in it that are posts."""
        for name, page in pages.items():
            html = page.read_text("utf-8")
            assert html.count("data-box=") == 1, f"no box in {name}"
            styles = re.findall(r'<link[^>]*href="([^"]*youten\.css)[^"]*"', html)
            assert len(styles) == 1, f"no style in {name}"
            assert (page.parent / styles[0]).read_bytes() == STYLE.read_bytes()
        first = _contents(site)
        build()
        assert _contents(site) == first  # a second run changes no byte
        check = (sys.executable, "-m", "youten", "inject", "--check", "--lang", "en", *pages.values())
        assert run(*check, cwd=site).stderr == f"youten: {len(pages)} files: fits {len(pages)}\n"
        page = next(iter(pages.values()))
        before, _, after = page.read_text("utf-8").rpartition("。")
        page.write_text(f"{before}。{EDITED}{after}", "utf-8")
        assert run(*check, cwd=site, code=1).stdout == f"out of date: {page}\n"

    return check_site


def _contents(folder: Path) -> dict[str, bytes]:
    """Return path -> bytes, without files that depend on the time of the build."""
    volatile = (".doctrees", ".buildinfo", "sitemap.xml.gz", "environment.pickle")
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(part in volatile for part in path.relative_to(folder).parts)
    }
