"""The command line on streams in memory, and its behaviour as a process."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.subsequence import is_subsequence
from tests.unit.toy import ToyAnalyzer

from youten import __version__
from youten.cli import run
from youten.model import YoutenError

ARTICLE = (
    "港町市は4日、市立図書館を来年の春に新しい建物へ移すと発表した。"
    "新しい建物は木造の2階建てで、海に面した公園の中に置かれる。"
    "しかし、工事の費用は当初の見込みより3割ほど増えるという。"
    "市民からは「長く待っていた。早く開いてほしい」との声が上がっている。"
    "図書館の本は約12万冊で、移転の間も一部を貸し出す。"
)
PY = Path(__file__).parents[3] / "py"


def _run(*argv: str, stdin: bytes = b"") -> tuple[int, str, str]:
    output, errors = io.StringIO(), io.StringIO()
    code = run(list(argv), io.BytesIO(stdin), output, errors, ToyAnalyzer())
    return code, output.getvalue(), errors.getvalue()


def _batch(*lines: object, argv: tuple[str, ...] = ()) -> tuple[int, list[dict[str, object]]]:
    data = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    code, output, _ = _run("batch", *argv, stdin=data)
    assert output == "" or output.endswith("\n")
    return code, [json.loads(line) for line in output.split("\n")[:-1]]


def test_text_is_one_sentence_per_line() -> None:
    code, output, errors = _run("-", stdin=ARTICLE.encode())
    assert (code, errors) == (0, "")
    lines = output.split("\n")
    assert lines.pop() == ""
    assert len(lines) == 3
    assert all(is_subsequence(line, ARTICLE) for line in lines)


def test_whole_sentences_stand_in_the_article_as_they_are_shown() -> None:
    _, output, _ = _run("--whole", "-", stdin=ARTICLE.encode())
    assert all(line in ARTICLE for line in output.splitlines())


def test_a_file_gives_what_standard_input_gives(tmp_path: Path) -> None:
    path = tmp_path / "記事.txt"
    path.write_bytes(ARTICLE.encode())
    assert _run("-", stdin=ARTICLE.encode()) == _run(str(path))


@pytest.mark.parametrize(
    ("data", "argv"),
    [
        (b"\xef\xbb\xbf" + ARTICLE.encode(), ()),
        (ARTICLE.encode("cp932"), ("--encoding", "cp932")),
        (ARTICLE.encode("euc-jp"), ("--encoding", "euc-jp")),
        (ARTICLE.encode("cp932"), ()),
        (ARTICLE.encode("euc-jp"), ()),
        (ARTICLE.encode("utf-16"), ()),
    ],
    ids=["UTF-8 with a byte order mark", "named cp932", "named euc-jp", "cp932", "euc-jp", "utf-16"],
)
def test_encodings(data: bytes, argv: tuple[str, ...]) -> None:
    plain = _run("-", "--format", "json", stdin=ARTICLE.encode())
    assert plain == _run("-", "--format", "json", *argv, stdin=data)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("markdown", "**AI要約**"),
        ("html", "<aside"),
        ("json", "{\n"),
        ("embed", '<aside class="youten" lang="ja"'),
        ("qiita", ":::note info\n"),
        ("zenn", ":::message\n"),
        ("hatena", '<div class="youten"'),
        ("wordpress", "<!-- wp:group"),
        ("note", "AI要約（"),
    ],
)
def test_formats(form: str, begins: str) -> None:
    code, output, _ = _run("-", "--format", form, stdin=ARTICLE.encode())
    assert code == 0
    assert output.startswith(begins)


def test_json_has_offsets_in_code_points() -> None:
    source = "𠮷" + ARTICLE
    _, output, _ = _run("-", "--format", "json", stdin=source.encode())
    sentences = json.loads(output)["sentences"]
    assert len(sentences) == 3
    for sentence in sentences:
        assert sentence["text"] == "".join(source[a:b] for a, b in sentence["segments"])


def test_options_apply() -> None:
    assert _run("-", "--sentences", "1", stdin=ARTICLE.encode())[1].count("\n") == 1
    assert len(_run("-", "--max-chars", "60", stdin=ARTICLE.encode())[1].replace("\n", "")) <= 60
    titled = json.loads(_run("-", "--format", "json", "--title", "図書館の移転", stdin=ARTICLE.encode())[1])
    assert titled["title"] == "図書館の移転"


def test_headline_key_phrases_and_ratio_apply() -> None:
    plain = _run("-", stdin=ARTICLE.encode())[1].splitlines()
    more = _run("-", "--headline", "--keyphrases", "2", stdin=ARTICLE.encode())[1].splitlines()
    assert more[1:-1] == plain
    assert not more[0].endswith("。")
    assert more[-1].startswith("キーワード: ")
    chars = json.loads(_run("-", "--ratio", "0.4", "--format", "json", stdin=ARTICLE.encode())[1])
    assert chars["compressionRate"] <= 0.4
    assert _run("-", "--ratio", "2", stdin=ARTICLE.encode())[0] == 2


def test_notices_go_to_standard_error() -> None:
    assert _run("-") == (0, "", "youten: 記事の本文がありません。\n")
    assert _run("-", "--lang", "en") == (0, "", "youten: There is no article text.\n")


@pytest.mark.parametrize(
    ("argv", "stdin", "says"),
    [
        (("/no/such/file",), b"", "/no/such/file"),
        (("/dev/zero",), b"", "32,000,000"),
        (("-",), bytes(32_000_001), "32,000,000"),
        (("no\n\x1b[31m",), b"", r"no\n\x1b[31m を読めません: ありません"),
        (("-",), "記事".encode("cp932"), "--encoding"),
        (("-",), b"%PDF-1.4\n%\xe2\xe3\n", "PDF"),
        (("-", "--encoding", "klingon"), b"", "klingon"),
        (("-", "--sentences", "0"), b"", "1..10"),
        (("-", "--sentences", "11"), b"", "1..10"),
        (("-", "--max-chars", "0"), b"", "max_chars"),
        (("batch", "--sentences", "11"), b"", "1..10"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(argv: tuple[str, ...], stdin: bytes, says: str) -> None:
    code, output, errors = _run(*argv, stdin=stdin)
    assert (code, output) == (2, "")
    assert says in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (("--version",), 0, f"youten {__version__}"),
        (("--help",), 0, "要点"),
        (("batch", "--help"), 0, "JSON Lines"),
        (("-", "--format", "pdf"), 2, "markdown"),
    ],
)
def test_help_version_and_usage(
    argv: tuple[str, ...], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        _run(*argv)
    assert code == caught.value.code
    assert says in "".join(capsys.readouterr())


def _docx(*paragraphs: str) -> bytes:
    """Make a Word file as small as can be."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    about = '<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>図書館の移転</dc:title></a>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr("docProps/core.xml", about)
    return file.getvalue()


def test_a_pipe_needs_no_name() -> None:
    assert _run(stdin=ARTICLE.encode()) == _run("-", stdin=ARTICLE.encode())


def test_a_terminal_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    class Terminal(io.BytesIO):
        def isatty(self) -> bool:
            return True

    with pytest.raises(SystemExit) as caught:
        run([], Terminal(), io.StringIO(), io.StringIO(), ToyAnalyzer())
    assert caught.value.code == 2
    assert "標準入力" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", ARTICLE.encode("cp932")),
        ("a.md", f"---\ntitle: 図書館の移転\n---\n\n{ARTICLE}\n".encode()),
        ("a.html", f"<!doctype html><meta charset=euc-jp><p>{ARTICLE}</p>".encode("euc-jp")),
        ("a.docx", _docx(*ARTICLE.replace("。", "。▁").split("▁"))),
    ],
)
def test_kinds_of_files(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    code, output, errors = _run("--format", "json", str(path))
    assert (code, errors) == (0, "")
    found = json.loads(output)
    assert len(found["sentences"]) == 3
    assert found["title"] == ("図書館の移転" if name in ("a.md", "a.docx") else "")


@pytest.mark.parametrize(
    "data",
    [
        b"no archive",
        _docx(ARTICLE)[:-30],
        _docx(ARTICLE, "<w:t"),  # not well-formed
        _docx("&unknown;"),
        _docx(*["<w:x/>" * 9_000_000]),  # 54 MB that an archive of 60 kB unfolds to
    ],
    ids=["no archive", "cut off", "broken", "entity", "too large"],
)
def test_word_files_that_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert _run(str(path)) == (2, "", f"youten: {path} を読めません: Word のファイルとして読めません\n")


def test_several_files_and_folders(tmp_path: Path) -> None:
    """Each has its name above it; one that fails does not stop the others."""
    (tmp_path / "posts").mkdir()
    for name in ("b.md", "a.txt", "c.png", ".d.txt"):
        (tmp_path / "posts" / name).write_bytes(ARTICLE.encode())
    one, posts = tmp_path / "one.txt", tmp_path / "posts"
    one.write_bytes(ARTICLE.encode())
    alone = _run(str(one))[1]
    code, output, errors = _run(str(posts), str(tmp_path / "none.txt"), str(one))
    names = [posts / "a.txt", posts / "b.md", one]
    assert output == "".join(f"==> {name} <==\n{alone}\n" for name in names)
    assert (code, errors) == (1, f"youten: {tmp_path / 'none.txt'} を読めません: ありません\n")
    lines = _run("--format", "json", str(posts))[1].splitlines()
    assert [json.loads(line)["file"] for line in lines] == list(map(str, names[:2]))


def test_what_is_for_one_article_only(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "記事" in _run(str(tmp_path / "empty"))[2]
    assert _run("--title", "図書館", "a.txt", "b.txt") == (
        2,
        "",
        "youten: --title は記事が一つのときだけ使えます\n",
    )


@pytest.mark.parametrize(
    ("env", "argv", "says"),
    [
        ({"LANG": "en_US.UTF-8"}, [], "cannot read"),
        ({"LANG": "ja_JP.UTF-8"}, [], "を読めません"),
        ({"LANG": "C.UTF-8"}, [], "を読めません"),
        ({}, [], "を読めません"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_GB.UTF-8"}, [], "cannot read"),
        ({"LANG": "en_US.UTF-8"}, ["--lang", "ja"], "を読めません"),
        ({"LANG": "ja_JP.UTF-8"}, ["--lang=en"], "cannot read"),
    ],
)
def test_one_language_a_run(
    env: dict[str, str], argv: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert says in _run(*argv, "none.txt")[2]


@pytest.mark.parametrize("command", ["", "batch", "inject", "doctor", "completion", "man"])
def test_help_is_in_one_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What argparse itself says is translated, too; examples show what to type."""
    texts = {}
    for lang in ("ja", "en"):
        with pytest.raises(SystemExit) as caught:
            _run(*filter(None, [command]), "--lang", lang, "--help")
        assert caught.value.code == 0
        texts[lang] = capsys.readouterr().out
    assert not re.search(r"^(usage|options|positional|.*show this help)", texts["ja"], re.MULTILINE)
    assert not re.search(r"[ぁ-ん]", texts["en"])
    if command in ("", "batch", "inject", "completion"):
        assert ("例:\n" in texts["ja"], "examples:\n" in texts["en"]) == (True, True)


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--sentences", "x"], "youten: --sentences の値が数ではありません: 'x'"),
        (["--sentence", "2"], "youten: 知らない引数です: --sentence"),
        (["--title"], "youten: --title には値が要ります"),
        (["completion"], "youten completion: shell が要ります"),
        (["batch", "--to", "xls"], "youten batch: --to に 'xls' は使えません"),
        (["inject"], "youten inject: ファイルかフォルダーを指定してください"),
    ],
)
def test_wrong_usage_in_japanese(argv: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _run(*argv)
    assert caught.value.code == 2
    assert says in capsys.readouterr().err


def test_the_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output, _ = _run("doctor")
    assert code == 0
    assert f"youten: {__version__}\n" in output
    assert output.endswith("辞書: 動きます\n要約: 動きます\n")

    def broken() -> ToyAnalyzer:
        raise YoutenError("no_dictionary", "missing")

    monkeypatch.setattr("youten.cli.doctor.default_analyzer", broken)
    out = io.StringIO()
    assert run(["doctor"], io.BytesIO(), out, io.StringIO(), None) == 1
    assert out.getvalue().endswith("辞書: missing\n")


def test_the_manual_has_every_command_and_no_request() -> None:
    """Roff would take a line that begins with a full stop for a command of its own."""
    code, page, _ = _run("man", "--lang", "en")
    assert code == 0
    for command in ("", " BATCH", " INJECT", " DOCTOR", " COMPLETION", " MAN"):
        assert f".SH YOUTEN{command}\n" in page
    assert set(re.findall(r"^[.'].{0,2}", page, re.MULTILINE)) == {".TH", ".SH", ".nf", ".fi"}
    assert "\\-\\-sentences N" in page


def test_batch_answers_in_order_and_keeps_the_ids() -> None:
    code, answers = _batch(
        {"id": "a", "title": "図書館", "text": ARTICLE},
        {"id": 2, "text": "港が開いた。"},
        {"id": "", "text": "", "title": None},
    )
    assert code == 0
    assert [answer["id"] for answer in answers] == ["a", 2, ""]
    assert [len(answer["sentences"]) for answer in answers] == [3, 1, 0]  # type: ignore[arg-type]
    assert {"text", "start", "end", "segments", "trims", "score", "parts"} == set(answers[0]["sentences"][0])  # type: ignore[index]


def test_batch_gives_what_a_file_gives() -> None:
    _, answers = _batch({"id": 1, "text": ARTICLE}, argv=("--sentences", "2"))
    _, output, _ = _run("-", "--sentences", "2", "--format", "json", stdin=ARTICLE.encode())
    assert {"id": 1, **json.loads(output)} == answers[0]


@pytest.mark.parametrize(
    ("line", "identity", "code"),
    [
        (b"not JSON", None, "bad_json"),
        (b"[" * 50_000, None, "bad_json"),
        (b'{"id": "a", "text": "\xff"}', None, "bad_encoding"),
        (b"[]", None, "bad_record"),
        (b"null", None, "bad_record"),
        ({"text": "港が開いた。"}, None, "bad_id"),
        ({"id": None, "text": "港が開いた。"}, None, "bad_id"),
        ({"id": ["a"], "text": "港が開いた。"}, None, "bad_id"),
        ({"id": True, "text": "港が開いた。"}, None, "bad_id"),
        ({"id": "a"}, "a", "bad_text"),
        ({"id": "a", "text": None}, "a", "bad_text"),
        ({"id": "a", "text": 5}, "a", "bad_text"),
        ({"id": "a", "text": "", "title": 5}, "a", "bad_title"),
    ],
    ids=str,
)
def test_a_bad_line_gets_an_error_in_its_place(line: object, identity: object, code: str) -> None:
    good = {"id": "good", "text": ARTICLE}
    exit_code, answers = _batch(good, line, good)
    assert exit_code == 1
    assert ["good", identity, "good"] == [answer["id"] for answer in answers]
    assert (2, code) == (answers[1]["line"], answers[1]["error"]["code"])  # type: ignore[index]
    assert answers[1]["error"]["message"]  # type: ignore[index]
    assert [len(answers[i]["sentences"]) for i in (0, 2)] == [3, 3]  # type: ignore[arg-type]


def test_batch_passes_over_blank_lines_and_counts_them() -> None:
    code, answers = _batch(b"", {"id": 1, "text": ""}, b"  \r", b"x")
    assert (code, len(answers), answers[1]["line"]) == (1, 2, 4)


def test_batch_keeps_lone_surrogates_of_ids_as_json() -> None:
    _, answers = _batch(b'\xef\xbb\xbf{"id": "\\ud800", "text": "\xe3\x81\x82\\ud800"}')
    assert answers[0]["id"] == "\ud800"


def test_one_failing_article_does_not_take_the_others_with_it() -> None:
    output = io.StringIO()
    toy = ToyAnalyzer(MemoryError())
    data = json.dumps({"id": 1, "text": ARTICLE}).encode() + b"\n" + b'{"id": 2, "text": ""}\n'
    assert run(["batch"], io.BytesIO(data), output, io.StringIO(), toy) == 1
    first, second = map(json.loads, output.getvalue().splitlines())
    assert (first["error"]["code"], first["id"]) == ("internal", 1)
    assert second["id"] == 2


def test_batch_answers_before_it_reads_on() -> None:
    output = io.StringIO()
    seen: list[int] = []

    class Lines(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            seen.append(output.getvalue().count("\n"))
            return super().readline(size)

    lines = b"".join(json.dumps({"id": i, "text": ARTICLE}).encode() + b"\n" for i in (1, 2))
    run(["batch"], Lines(lines), output, io.StringIO(), ToyAnalyzer())
    assert seen == [0, 1, 2]


# The rest needs a real process, with the toy in place of the dictionary.
SCRIPT = """
import youten.batch.processes
import youten.cli.article
from tests.unit.toy import ToyAnalyzer
youten.cli.article.default_analyzer = youten.batch.processes.default_analyzer = ToyAnalyzer
youten.cli.main()
"""


def _process(*argv: str, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    root = str(PY.parent)
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PY), root]), **(env or {})},
    )


def test_output_is_utf8_with_plain_line_ends_whatever_the_locale_says() -> None:
    with _process("-", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}) as process:
        output, errors = process.communicate(ARTICLE.encode())
    assert (process.returncode, errors) == (0, b"")
    assert output.decode("utf-8").count("。\n") == 3
    assert b"\r" not in output


def test_a_reader_who_leaves_is_no_error() -> None:
    with _process("batch") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        line = json.dumps({"id": 1, "text": ARTICLE}).encode() + b"\n"
        process.stdin.write(line)
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(line * 200)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait(30) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("youten ba", ["batch"]),
        ("youten --sen", ["--sentences"]),
        ("youten pyproject.to", ["pyproject.toml"]),
        ("youten --format ze", ["zenn"]),
        ("youten inject --pla", ["--place"]),
        ("youten inject --place ", ["lead", "top"]),
    ],
)
def test_shells_complete(line: str, offered: list[str], tmp_path: Path) -> None:
    """The shell's function sets these variables and reads the answers from a file."""
    answers = tmp_path / "answers"
    env = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answers),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "COMP_TYPE": "9",
        "IFS": "\n",
    }
    with _process(env=env) as process:
        process.communicate()
    assert sorted(word.strip() for word in answers.read_text().split("\x0b")) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_the_function_of_each_shell(shell: str) -> None:
    code, output, _ = _run("completion", shell)
    assert code == 0
    assert "youten" in output
