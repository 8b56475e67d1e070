"""``youten inject`` from the user's view: exit codes, output; a check changes nothing."""

from __future__ import annotations

import io
import shutil
import subprocess
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
    assert "使い方: youten inject" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, _, err = _inject(tmp_path / "x.md", "--lang", "en")
    assert code == 1
    assert err.startswith(f"youten: {tmp_path / 'x.md'}: does not exist\n")
    code, _, err = _inject(tmp_path / "posts", "--lang", "en")  # a folder that was misspelt
    assert (code, err.splitlines()[0]) == (1, f"youten: {tmp_path / 'posts'}: does not exist")


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


def test_several_processes_write_and_say_the_same(site: Path, tmp_path: Path) -> None:
    """Results come in the order of the files."""
    for number in range(20):
        (site / f"p{number:02}.md").write_text(MARKDOWN.replace("12万", f"{number + 1}万"), "utf-8")
    copy = tmp_path.with_name("copy")
    shutil.copytree(site, copy)
    said = []
    for folder, jobs in ((site, "1"), (copy, "2")):
        out = io.StringIO()
        assert run(["inject", "-j", jobs, str(folder)], io.BytesIO(), out, io.StringIO()) == 0
        said.append(out.getvalue().replace(str(folder), ""))
    assert said[0] == said[1]
    assert said[0].count("\n") == 22
    assert [file.read_bytes() for file in sorted(site.iterdir())] == [
        file.read_bytes() for file in sorted(copy.iterdir())
    ]


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def test_only_what_git_sees_as_changed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    code, _, err = _inject("--changed", ".")
    assert code == 2
    assert err.startswith("youten: --changed には git とリポジトリーが要ります")
    _git(site, "init", "-q")
    _git(site, "add", ".")
    _git(site, "commit", "-qm", "a")
    assert _inject("--changed", ".")[1:] == ("", "youten: Markdown も HTML も見つかりませんでした。\n")
    (site / "b.html").write_text(HTML.replace("平日の夜", "休日の夜"), "utf-8")
    (site / "港 c.md").write_text(MARKDOWN, "utf-8")
    assert _inject("--check", "--changed", ".")[1] == "囲みがない: b.html\n囲みがない: 港 c.md\n"
    _git(site, "add", ".")
    _git(site, "commit", "-qm", "b")
    assert _inject("--check", "--since", "HEAD~1", ".")[1] == "囲みがない: b.html\n囲みがない: 港 c.md\n"
    assert _inject("--since=--output=x", ".")[0] == 2  # no option of git
    assert not (site / "x").exists()


@pytest.mark.parametrize(
    ("name", "head"), [(".youten.toml", ""), ("pyproject.toml", "[tool.other]\n[tool.youten]\n")]
)
def test_options_from_a_file(name: str, head: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check needs no options then; what the command line names counts more."""
    (site / name).write_text(
        f'{head}paths = ["posts"]\nsentences = 2\nmax-chars = 90\nexclude = ["b.*"]\n', "utf-8"
    )
    (site / "posts").mkdir()
    (site / "a.md").rename(site / "posts" / "a.md")
    (site / "b.html").rename(site / "posts" / "b.html")
    for folder, path in ((site, "posts/a.md"), (site / "posts", "a.md")):
        monkeypatch.chdir(folder)
        assert _inject("--check")[:2] == (1, f"囲みがない: {path}\n")
    assert _inject()[0] == 0
    assert (site / "posts" / "a.md").read_text("utf-8").count("<li>") == 2
    assert _inject("--check")[0] == 0
    assert _inject("--check", "--sentences", "3")[0] == 1
    (site / name).write_text((site / name).read_text("utf-8"), "utf-8-sig")
    assert _inject("--check")[0] == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sentence = 2", "sentence という指定はありません"),
        ('sentences = "2"', "sentences に '2' は使えません"),
        ("sentences = true", "sentences に True は使えません"),
        ('format = "pdf"', "format に 'pdf' は使えません"),
        ("check = true", "check という指定はありません"),  # it belongs to a run, not to a site
        ("exclude = 'a'", "exclude に 'a' は使えません"),
        ("a = [", ".youten.toml を使えません: "),
    ],
)
def test_a_file_that_cannot_be_used(
    text: str, says: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / ".youten.toml").write_text(text, "utf-8")
    monkeypatch.chdir(site)
    code, out, err = _inject(".")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_a_dumb_terminal_gets_no_escapes(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in _inject(site, terminal=True)[2]


def test_a_difference_does_not_steer_the_terminal(site: Path) -> None:
    """A file's own text may hold escapes; a pipe gets it as it is."""
    (site / "a.md").write_text(MARKDOWN.replace("4日", "\x1b[31m4日\t", 1), "utf-8")
    for terminal in (True, False):
        out = _Terminal() if terminal else io.StringIO()
        text = ["inject", "--dry-run", "--format", "embed", str(site / "a.md")]
        assert run(text, io.BytesIO(), out, io.StringIO(), toy()) == 0
        assert ("\x1b" in out.getvalue()) is not terminal


def test_a_page_with_all_boxes(site: Path) -> None:
    """Every box beside its article, the sentences marked that its lines are from; all text escaped."""
    (site / "c.md").write_text(MARKDOWN.replace("海辺の公園", "<海辺>&公園"), "utf-8")
    (site / "d.md").write_text(f"---\ntitle: a\n---\n\n{MARKDOWN}", "utf-8")
    (site / "zenn.md").write_text(f"---\nemoji: a\ntopics: []\n---\n\n{MARKDOWN}", "utf-8")
    (site / "bad.md").write_bytes(b"\0\1\2\0")
    page = site / "report" / "page.html"
    assert _inject("--report", page, site)[0] == 2  # there is no such folder
    page.parent.mkdir()
    _inject("--into", "front-matter", site / "d.md")
    for _ in range(2):  # boxes that were written, and boxes that were kept
        assert _inject("--report", page, site)[0] == 1
        html = page.read_text("utf-8")
        assert html.count("<section>") == 6
        assert html.count("<li>") == 15
        assert html.count("<mark>") == 15
        assert "<海辺>" not in html
        assert "&lt;海辺&gt;&amp;公園" in html
        page.unlink()
