"""Files: a folder with every kind of problem, writing in one step, ignored files."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.unit.inject.articles import HTML, MARKDOWN, toy

from youten.cli.inject import run
from youten.inject import Settings, files
from youten.inject.files import inject_file
from youten.inject.walk import targets

PY = Path(__file__).parents[3] / "py"
BROKEN = f'---\ntitle: "閉じない\n---\n\n{MARKDOWN}'


def _inject(*argv: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([*map(str, argv), "--lang", "en"], io.BytesIO(), out, err, toy())
    return code, out.getvalue(), err.getvalue()


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 10_000_000
    }


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Make two good files among all kinds of bad ones."""
    folder = tmp_path / "bad"
    (folder / "sub").mkdir(parents=True)
    (folder / "good.md").write_text(MARKDOWN, "utf-8")
    (folder / "sub" / "sjis.md").write_bytes(MARKDOWN.encode("cp932"))
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "binary.md").write_bytes(os.urandom(1000) + b"\0")
    with (folder / "huge.md").open("wb") as file:
        file.write(MARKDOWN.encode())
        file.truncate(100_000_000)
    (folder / "broken.md").write_text(BROKEN, "utf-8")
    (folder / "open.md").write_text(f"---\ntitle: a\n\n{MARKDOWN}", "utf-8")
    (folder / "readonly.md").write_text(MARKDOWN, "utf-8")
    (folder / "readonly.md").chmod(0o444)
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "ring.md").symlink_to("ring.md")
    (folder / "nowhere.md").symlink_to("nothing.md")
    (folder / "link.md").symlink_to("good.md")
    (folder / "latin.md").write_bytes("café déjà".encode("latin-1"))
    return folder


def test_a_folder_with_everything_wrong(bad: Path) -> None:
    """Each bad file is reported with its reason, the good ones are done, nothing is damaged."""
    before = _contents(bad)
    code, out, err = _inject(bad)
    assert code == 1
    for name, reason in {
        "binary.md": "is no text (binary)",
        "huge.md": "is too large (100 MB; the limit is 8 MB)",
        "broken.md": "the front matter cannot be read (line 2: found unexpected end of stream)",
        "open.md": "the front matter has no closing ---",
        "sub/loop": "is a loop of symbolic links",
        "ring.md": "is a loop of symbolic links",
        "nowhere.md": "is a symbolic link to nothing",
        "latin.md": "has an unknown encoding (none of those of Japanese text)",
    }.items():
        assert f"youten: {bad / name}: {reason}\n" in err
    for name, line in {
        "good.md": "added: {}",
        "readonly.md": "added: {}",
        "sub/sjis.md": "added: {}",
        "photo.png": "left alone: {} (is neither Markdown nor HTML)",
        "link.md": "left alone: {} (symbolic links are not followed)",
    }.items():
        assert line.format(bad / name) + "\n" in out
    assert err.endswith("youten: 13 files: added 3, left alone 2, problems 8\n")
    after = _contents(bad)
    assert {name for name in after if after[name] != before.get(name)} == {
        "good.md",
        "readonly.md",
        "sub/sjis.md",
    }
    assert after.keys() == before.keys()
    assert "港町市" in after["sub/sjis.md"].decode("cp932")
    assert (bad / "huge.md").stat().st_size == 100_000_000
    # The second run changes no byte; taking the boxes out gives every byte back.
    assert _inject(bad)[2].endswith("youten: 13 files: unchanged 3, left alone 2, problems 8\n")
    assert _contents(bad) == after
    _inject(bad, "--remove")
    assert _contents(bad) == before


UNPRIVILEGED = """
import io, os, sys
from youten.cli import main
from youten.cli.inject import run
run(["--check", sys.argv[2]], io.BytesIO(), io.StringIO(), io.StringIO())  # loads what nobody else may read
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
main()
"""


def test_a_user_who_may_not_write() -> None:
    """Another user's files in a closed folder are reported and stay as they are. Not run as root."""
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users altogether
        folder = Path(name)
        for file in ("a.md", "b.md"):
            (folder / file).write_text(MARKDOWN, "utf-8")
        (folder / "b.md").chmod(0)
        folder.chmod(0o555)
        try:
            result = subprocess.run(
                [sys.executable, "-c", UNPRIVILEGED, "inject", folder, "--lang", "en"],
                env={**os.environ, "PYTHONPATH": str(PY), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        finally:
            folder.chmod(0o755)
            (folder / "b.md").chmod(0o644)
        assert result.returncode == 1, result.stderr
        # Whoever owns the file may write it, and is stopped by the folder.
        reason = "is read-only" if os.geteuid() == 0 else "cannot be written: Permission denied"
        assert f"a.md: {reason}\n" in result.stderr
        assert "b.md: cannot be read: Permission denied\n" in result.stderr
        assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
            "a.md": MARKDOWN,
            "b.md": MARKDOWN,
        }


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), fail)
    outcome = inject_file(path, Settings(), toy).outcome
    assert (outcome.status, outcome.reason) == ("problem", "unwritable")
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
    assert path.read_text("utf-8") == MARKDOWN


def test_a_file_that_changes_meanwhile_is_left_to_its_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, "utf-8")
    fsync = os.fsync

    def change(handle: int) -> None:
        fsync(handle)
        path.write_text("いま書いた。", "utf-8")

    monkeypatch.setattr(os, "fsync", change)
    assert inject_file(path, Settings(), toy).outcome.reason == "changed_meanwhile"
    assert path.read_text("utf-8") == "いま書いた。"


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o600, 0o444])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML, "utf-8")
    path.chmod(mode)
    assert inject_file(path, Settings(), toy).outcome.status == "added"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_that_is_named_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text(MARKDOWN, "utf-8")
    link = tmp_path / "link.md"
    link.symlink_to("real.md")
    assert _inject(link)[0] == 0
    assert link.is_symlink()
    assert "youten:begin" in (tmp_path / "real.md").read_text("utf-8")


def test_an_unforeseen_fault_takes_no_other_file_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(MARKDOWN, "utf-8")
    decode = files.decode

    def fail(data: bytes, encoding: str) -> object:
        monkeypatch.setattr(files, "decode", decode)
        raise ZeroDivisionError

    monkeypatch.setattr(files, "decode", fail)
    code, out, err = _inject(tmp_path)
    assert code == 1
    assert "a.md: something went wrong (ZeroDivisionError)" in err
    assert "added: " in out


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        ({}, ["a.md", "drafts/b.md", "drafts/keep.md", "z.html"]),
        ({".gitignore": "drafts/\n"}, ["a.md", "z.html"]),
        (
            {".youtenignore": "*.html\n!z.html\ndrafts/*\n!drafts/keep.md\n"},
            ["a.md", "drafts/keep.md", "z.html"],
        ),
        ({".gitignore": "*.md\n", "drafts/.youtenignore": "!keep.md\n"}, ["drafts/keep.md", "z.html"]),
        ({"drafts/.gitignore": "/b.md\n/a.md\n"}, ["a.md", "drafts/keep.md", "z.html"]),
    ],
    ids=["none", "a folder", "negation", "the inner file decides", "patterns count from their file"],
)
def test_ignore_rules(tmp_path: Path, rules: dict[str, str], names: list[str]) -> None:
    for folder in ("drafts", ".git", "node_modules"):
        (tmp_path / folder).mkdir()
    for name in (
        "a.md",
        "z.html",
        "drafts/b.md",
        "drafts/keep.md",
        ".git/x.md",
        "node_modules/x.md",
        ".hidden.txt",
    ):
        (tmp_path / name).touch()
    for name, text in rules.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = [target.path.relative_to(tmp_path).as_posix() for target in targets([str(tmp_path)])]
    assert found == names


def test_what_is_excluded_and_what_is_named_twice(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).touch()
    found = [t.path.name for t in targets([str(tmp_path), str(tmp_path / "a.md")], ["b.*"])]
    assert found == ["a.md"]
