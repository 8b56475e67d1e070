"""What a first visit has of the interpreter answers like CPython: a missing function would be an error here.

If it fails after a change of the package, the list wants to be made again: ``python3 build.py record``.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from tests.hostile.corpus import corpus, well_formed

from sitebuild import steps
from sitebuild.paths import DIST
from sitebuild.pyodide import assets
from sitebuild.pyodide.corpus import ARTICLES, MARKED, OTHERS
from youten.bridge import Bridge
from youten.morphology import default_analyzer

OPTIONS = {"sentences": 3, "keyphrases": 5, "headline": True, "focus": "市"}
# Every code point that has a meaning, in texts of this many.
POINTS = 4000
EVERY = 12  # of the hostile texts; the other engines' test has all (tests/e2e/test_hostile.py)


def release() -> Path:
    (folder,) = DIST.glob("r/*")
    return folder


def texts() -> list[str]:
    """Return articles, texts of every form, marked ones, hostile ones, and each code point once."""
    known = [
        chr(each) for each in range(0x110000) if unicodedata.category(chr(each)) not in ("Cn", "Co", "Cs")
    ]
    points = ["".join(known[at : at + POINTS]) for at in range(0, len(known), POINTS)]
    hostile = [well_formed(text) for _, text in corpus()][::EVERY]
    others = [path.read_text("utf-8", errors="replace") for path in (*ARTICLES, *OTHERS)]
    return [*others, MARKED, *hostile, *points]


def requests() -> list[str]:
    """Return requests of every kind, as JSON."""
    made = []
    for job, text in enumerate(texts(), start=1):
        made.append({"action": "summarize", "text": text, "options": OPTIONS})
        made.append(
            {"action": "compose", "job": job, "options": {"ratio": 0.2, "lang": "en"}, "salience": True}
        )
        made.append({"action": "render", "job": job, "format": ("embed", "zenn", "text", "html")[job % 4]})
    return [json.dumps(each) for each in made]


def plain(reply: str) -> object:
    """Return a reply without its times."""
    parsed = json.loads(reply)
    parsed.pop("phases", None)
    return parsed


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """Return what ask.mjs needs, with the files of the site."""
    made, folder = steps.engine_files(), tmp_path_factory.mktemp("hot")
    (folder / "nothing").write_bytes(b"")
    for name in ("snapshot", "dictionary"):
        data = (release() / f"{name}.bin.gz").read_bytes()
        (folder / f"{name}.bin").write_bytes(gzip.decompress(data))
    return {
        "loader": str(assets.PYODIDE / "pyodide.mjs"),
        "pyodide": str(made.pyodide),
        "lock": str(made.lock),
        **{name: str(folder / f"{name}.bin") for name in ("snapshot", "dictionary")},
        "nothing": str(folder / "nothing"),
        "wasm": str(release() / "pyodide.asm.wasm"),
    }


def test_same_answers_and_nothing_missing(plan, tmp_path):
    """Articles, hostile texts and every code point, in all forms of a request."""
    asked = requests()
    (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")
    command = ["node", str(assets.HERE / "ask.mjs"), str(tmp_path / "plan.json")]
    done = subprocess.run(command, input="\n".join(asked) + "\n", capture_output=True, text=True, check=True)
    given = [plain(line) for line in done.stdout.splitlines() if line.startswith("{")]
    bridge = Bridge(default_analyzer())
    expected = [plain(bridge.handle(request)) for request in asked]
    assert len(given) == len(expected)
    assert [(q[:200], a) for q, a, b in zip(asked, given, expected, strict=True) if a != b] == []
