"""``youten inject`` from the user's view: exit codes, output; a check changes nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.unit.inject.articles import HTML, MARKDOWN, toy

from youten.cli import run


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _inject(*argv: str | Path, terminal: bool = False) -> tuple[int, str, str]:
    out, err = io.StringIO(), _Terminal() if terminal else io.StringIO()
    code = run(["inject", *map(str, argv)], io.BytesIO(), out, err, toy())
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a page and a post."""
    (tmp_path / "a.md").write_text(MARKDOWN, "utf-8")
    (tmp_path / "b.html").write_text(HTML, "utf-8")
    return tmp_path


def test_the_life_of_a_site(site: Path) -> None:
    """Boxes are missing, written, fitting, edited, written again; each check says so and changes nothing."""
    a, b = site / "a.md", site / "b.html"
    bare = a.read_bytes(), b.read_bytes()
    assert _inject(site, "--check")[:2] == (1, f"囲みがない: {a}\n囲みがない: {b}\n")
    assert (a.read_bytes(), b.read_bytes()) == bare
    assert _inject(site) == (0, f"追加: {a}\n追加: {b}\n", "youten: 2 ファイル: 追加 2\n")
    written = a.read_bytes(), b.read_bytes()
    assert _inject(site, "--check") == (0, "", "youten: 2 ファイル: 合っている 2\n")
    assert _inject(site) == (0, "", "youten: 2 ファイル: そのまま 2\n")
    a.write_text(a.read_text("utf-8").replace("平日の夜", "休日の夜"), "utf-8")
    edited = a.read_bytes()
    assert _inject(site, "--check")[:2] == (1, f"囲みが古い: {a}\n")
    assert a.read_bytes() == edited
    assert _inject(site)[:2] == (0, f"更新: {a}\n")
    assert _inject(site, "--remove")[0] == 0
    assert b.read_bytes() == bare[1]
    assert written[1] != bare[1]


def test_a_dry_run_shows_the_difference(site: Path) -> None:
    bare = (site / "a.md").read_bytes()
    code, out, _ = _inject(site / "a.md", "--dry-run")
    assert code == 0
    assert "\n+<!-- youten:begin" in out
    assert out.count("\n-") == 1  # the line that names the old file
    assert (site / "a.md").read_bytes() == bare


@pytest.mark.parametrize(
    "argv",
    [
        ["--sentences", "0"],
        ["--selector", "p:hover"],
        ["--article", "["],
        ["--key", "a b"],
        ["--key", "youten"],
    ],
)
def test_what_cannot_be_used(site: Path, argv: list[str]) -> None:
    code, out, err = _inject(site, *argv)
    assert (code, out) == (2, "")
    assert err.startswith("youten: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("argv", [["--check", "--dry-run"], ["--check", "--remove"], ["--into", "x"], []])
def test_arguments_that_exclude_each_other(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        _inject(*argv, *(["x"] if argv else []))
    assert left.value.code == 2
    assert "usage: youten inject" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, _, err = _inject(tmp_path / "x.md", "--lang", "en")
    assert code == 1
    assert err.startswith(f"youten: {tmp_path / 'x.md'}: does not exist\n")


def test_nothing_found(tmp_path: Path) -> None:
    assert _inject(tmp_path) == (0, "", "youten: Markdown も HTML も見つかりませんでした。\n")


def test_many_of_a_kind_are_counted(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.png").touch()
    out = _inject(tmp_path, "--lang", "en")[1]
    assert out.count(".png") == 5
    assert out.endswith("and 3 more (--verbose names all): is neither Markdown nor HTML\n")
    assert _inject(tmp_path, "--verbose")[1].count(".png") == 8
    assert _inject(tmp_path, "--quiet")[1:] == ("", "")


def test_progress_on_a_terminal_only(site: Path) -> None:
    err = _inject(site, terminal=True)[2]
    assert "1/2 " in err
    assert "2/2 " in err
    assert err.endswith("\r\x1b[Kyouten: 2 ファイル: 追加 2\n")
    assert "\r" not in _inject(site)[2]


def test_names_of_files_do_not_steer_the_terminal(tmp_path: Path) -> None:
    """Nor do they begin a line, where a CI system would read a command."""
    site = tmp_path / "a\x1b[31m\n::error::b"
    site.mkdir()
    (site / "a.md").write_text(MARKDOWN, "utf-8")
    (site / "b.md").write_bytes(b"\0")
    for argv in (["--verbose"], ["--remove", "--dry-run"]):
        _, out, err = _inject(site, *argv, terminal=True)
        assert "\n::error" not in out + err
        assert "\x1b[31m" not in out + err
        assert r"a\x1b[31m\n::error::b/a.md" in out
