"""A few posts of each kind of site; ``python3 build.py bench publishing`` does it with 300 posts each."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from tests.publishing.examine import examine
from tests.publishing.posts import KINDS, make

from youten.cli import run
from youten.morphology import default_analyzer

POSTS = 25


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_the_box_changes(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = make(tmp_path, kind, POSTS)
    monkeypatch.chdir(tmp_path)

    def inject(*arguments: str) -> subprocess.CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        code = run(["inject", *arguments], io.BytesIO(), out, err, default_analyzer())
        assert f"{kind} のサイト" in err.getvalue()
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())

    found = examine(tmp_path, posts, inject)
    assert {finding: what for finding, what in found.items() if what} == {}
