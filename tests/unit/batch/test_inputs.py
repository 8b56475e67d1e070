"""Inputs by name, folder and pattern, and files that are no articles."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path

import pytest
from tests.unit.batch.conftest import Batch

from youten.batch.inputs import layout_of

TEXT = "港が開いた。船が三隻来た。市長が祝いの言葉を述べた。"


def _ids(output: str) -> list[object]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def _rejects(path: Path) -> dict[str, str]:
    lines = path.read_text("utf-8").splitlines()
    return {found["source"]: found["error"]["code"] for found in map(json.loads, lines)}


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("a.jsonl", "jsonl"),
        ("a.NDJSON", "jsonl"),
        ("a.jsonl.gz", "jsonl"),
        ("a.csv", "csv"),
        ("a.csv.gz", "csv"),
        ("a.tsv", "tsv"),
        ("a.parquet", "parquet"),
        ("a.parquet.gz", None),
        ("a.sqlite", "sqlite"),
        ("a.DB", "sqlite"),
        ("a.db.gz", None),
        ("a.md", "text"),
        ("a.txt.gz", None),
        ("a.html", "text"),
        ("a", None),
        ("a.png", None),
    ],
)
def test_the_layout_is_in_the_name(name: str, layout: str | None) -> None:
    assert layout == layout_of(name)


def test_a_folder_is_read_in_order_and_its_hidden_and_foreign_files_are_not(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("posts/b.md", "posts/a/2.txt", "posts/a/1.txt", "posts/.git/x.txt", "posts/photo.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, "utf-8")
    Path("posts/c.jsonl").write_text(json.dumps({"id": 7, "text": TEXT}), "utf-8")
    code, output, _ = batch("posts")
    assert code == 0
    assert _ids(output) == ["posts/b.md", 7, "posts/a/1.txt", "posts/a/2.txt"]
    _, _, errors = batch("posts", "-o", "out.jsonl", "--lang", "en")
    assert ".png ×1" in errors


def test_what_a_run_writes_is_not_what_it_reads(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("b.md").write_bytes(b"\0")
    for _ in range(2):
        assert batch(".", "-o", "out.jsonl", "--rejects", "bad.jsonl")[0] == 1
        assert _ids(Path("out.jsonl").read_text("utf-8")) == ["a.txt"]
        assert _rejects(Path("bad.jsonl")) == {"b.md": "binary"}


def test_a_pattern_finds_what_the_shell_left_to_us(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x/1.txt", "x/y/2.txt", "x/y/3.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, "utf-8")
    assert _ids(batch("x/**/*.txt")[1]) == ["x/1.txt", "x/y/2.txt"]
    Path("[1].txt").write_text(TEXT, "utf-8")
    assert _ids(batch("[1].txt")[1]) == ["[1].txt"], "a file of that name is no pattern"


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("nosuch.txt",), "nosuch.txt"),
        (("*.zip",), "*.zip"),
        (("photo.png",), "--from"),
        (("-", "--from", "parquet"), "Parquet"),
        (("a.txt", "--to", "parquet"), "Parquet"),
        (("-", "--from", "sqlite"), "SQLite"),
        (("a.txt", "--to", "sqlite"), "SQLite"),
        (("a.txt", "-j", "-1"), "--jobs"),
        (("a.txt", "--max-bytes", "0"), "--max-bytes"),
        (("a.txt", "--encoding", "klingon"), "klingon"),
        (("a.txt", "--engine", "dask"), "--scheduler"),
        (("a.txt", "-o", "nosuch/../a.txt/out.jsonl"), "out.jsonl"),
        (("a.txt", "--rejects", "nosuch/rejects"), "nosuch"),
    ],
    ids=str,
)
def test_what_cannot_be_begun_is_said_in_one_line(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("photo.png").write_bytes(b"\x89PNG")
    for lang in ("ja", "en"):
        code, output, errors = batch(*argv, "--lang", lang)
        assert (code, output, errors.count("\n")) == (2, "", 1)
        assert says in errors


def test_every_bad_file_of_a_folder_is_named_with_its_reason_and_the_rest_is_done(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    kana = "このあたりでは、ひらがなの多い文がよく読まれている。" * 3
    files = {
        "good.txt": TEXT.encode(),
        "mark.txt": b"\xef\xbb\xbf" + TEXT.encode(),
        "empty.txt": b"",
        "binary.md": b"PK\x03\x04\0\0\0",
        "front.md": f"---\ntitle: 港\ntags: [a]\n---\n{TEXT}".encode(),
        "broken.md": f"---\ntitle: 港\n{TEXT}".encode(),
        "sjis.txt": kana.encode("cp932"),
        "euc.txt": kana.encode("euc-jp"),
        "utf16.txt": kana.encode("utf-16"),
        "noise.txt": b"\xfd\xff" * 9,
        "huge.md": b"a" * 3001,
        "cut.jsonl.gz": gzip.compress(json.dumps({"id": 1, "text": TEXT}).encode())[:-20],
        "no.csv": "番号,本文\n1,港が開いた。\n".encode(),
        "no.parquet": b"PAR1",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "loop").symlink_to(".")
    (folder / "self").symlink_to("self")
    (folder / "gone").symlink_to("nowhere.txt")
    (folder / "front.md").chmod(0o444)
    os.mkfifo(folder / "pipe.txt")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.name in files}
    code, output, _ = batch("in", "--rejects", "rejects.jsonl", "--max-bytes", "3000")
    assert code == 1
    assert _rejects(Path("rejects.jsonl")) == {
        "in/binary.md": "binary",
        "in/broken.md": "open_front_matter",
        "in/noise.txt": "unknown_encoding",
        "in/huge.md": "too_long",
        "in/cut.jsonl.gz": "unreadable",
        "in/no.csv": "no_column",
        "in/no.parquet": "bad_parquet",
        "in/loop": "loop",
        "in/self": "unreadable",
        "in/gone": "unreadable",
    }
    good = {found["id"]: found for found in map(json.loads, output.splitlines())}
    assert set(good) == {f"in/{name}.txt" for name in ("good", "mark", "empty", "sjis", "euc", "utf16")} | {
        "in/front.md",
    }
    assert good["in/front.md"]["title"] == "港"
    assert before == {name: (folder / name).read_bytes() for name in before}


def test_an_encoding_that_is_named_is_the_one_that_counts(batch: Batch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("cp932"))
    assert json.loads(batch(path)[1])["sentences"][0]["text"] in TEXT
    code, output, _ = batch(path, "--encoding", "euc-jp")
    assert (code, json.loads(output)["error"]["code"]) == (1, "not_that_encoding")


def test_csv_keeps_order_ids_and_line_numbers(batch: Batch, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [
        ["本文", "番号", "題"],
        [f'{TEXT}\n二行目、"引用"。', "a", "港"],
        [TEXT, "b"],
        ["", "c", ""],
        ["x"],
        [],
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    code, output, _ = batch(path, "--id", "番号", "--text", "本文", "--title", "題")
    found = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in found] == ["a", "b", "c", None]
    assert found[0]["title"] == "港"
    assert (found[3]["line"], found[3]["error"]["code"]) == (6, "bad_id")


def test_csv_in_another_encoding_and_with_bytes_that_are_none(batch: Batch, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        "id,text\n1,港が開いた。\n".encode("cp932") + b"2,\x81 \x81 \n" + "3,船が来た。\n".encode("cp932")
    )
    code, output, _ = batch(path, "--encoding", "cp932")
    found = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in found] == ["1", "2", "3"]
    assert found[1]["error"]["code"] == "bad_encoding"


def test_an_open_quotation_mark_ends_its_file_only(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("youten.batch.records.LONGEST_FIELD", 100)
    (tmp_path / "a.csv").write_text('id,text\n1,港が開いた。\n2,"港が\n' + f"3,{TEXT}\n" * 9, "utf-8")
    (tmp_path / "b.csv").write_text(f"id,text\n4,{TEXT}\n", "utf-8")
    code, output, _ = batch(tmp_path)
    found = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in found] == ["1", None, "4"]
    assert found[1]["error"]["code"] == "bad_csv"


def test_a_line_that_is_too_long_is_passed_over_without_being_held(batch: Batch, tmp_path: Path) -> None:
    lines = [{"id": 1, "text": TEXT}, {"id": 2, "text": TEXT * 99}, {"id": 3, "text": TEXT}]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    code, output, _ = batch("--max-bytes", "1000", stdin=data)
    found = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [answer["id"] for answer in found] == [1, None, 3]
    assert (found[1]["line"], found[1]["error"]["code"]) == (2, "too_long")


def test_gzip_is_looked_through(batch: Batch, tmp_path: Path) -> None:
    data = json.dumps({"id": 1, "text": TEXT}).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    assert batch(tmp_path / "a.jsonl.gz")[:2] == batch(stdin=data)[:2]


def test_a_table_from_standard_input_goes_to_a_table(batch: Batch) -> None:
    code, output, _ = batch("--from", "csv", "--to", "tsv", stdin=f"id,text\n1,{TEXT}\n2,\n".encode())
    rows = list(csv.DictReader(io.StringIO(output), delimiter="\t"))
    assert code == 0
    assert [row["id"] for row in rows] == ["1", "2"]
    assert rows[0]["sentences"].replace("\n", "") == TEXT
    starts, ends = rows[0]["starts"].split(), rows[0]["ends"].split()
    cuts = [TEXT[int(a) : int(b)] for a, b in zip(starts, ends, strict=True)]
    assert rows[0]["sentences"].split("\n") == cuts


@pytest.mark.parametrize(
    ("argument", "folder"), [("in", "in/folder.txt"), ("in/**/*.txt", "in/folder.txt/key.txt"), ("in/*", "")]
)
def test_links_out_of_a_folder_are_not_followed(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str, folder: str
) -> None:
    """An archive from elsewhere may hold links to any file of the reader's."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/sub/a.txt", "secret/key.txt", "key.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, "utf-8")
    Path("in/file.txt").symlink_to("../key.txt")
    Path("in/folder.txt").symlink_to("../secret")
    Path("in/inside.txt").symlink_to("sub/a.txt")
    code, output, _ = batch(argument, "--rejects", "bad.jsonl")
    read = {str(identity) for identity in _ids(output)}
    assert (code, read & {"in/sub/a.txt", "in/inside.txt"}) == (1, read)
    assert read
    expected = filter(None, ("in/file.txt", folder))  # a pattern names files, so "in/*" no folder
    assert _rejects(Path("bad.jsonl")) == dict.fromkeys(expected, "outside")


def test_a_link_that_is_named_is_followed(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret").mkdir()
    Path("secret/a.txt").write_text(TEXT, "utf-8")
    Path("in").symlink_to("secret")
    code, output, _ = batch("in")
    assert (code, _ids(output)) == (0, ["in/a.txt"])


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_output_that_cannot_be_opened_is_said_in_one_line(batch: Batch, lang: str) -> None:
    code, _, errors = batch("-o", "/", "--lang", lang, stdin=b"")
    assert (code, errors.count("\n"), errors.startswith("youten: / ")) == (2, 1, True), errors


def test_names_of_files_do_not_steer_the_terminal(batch: Batch) -> None:
    """Nor do they begin a line, where a CI system would read a command."""
    code, _, errors = batch("no\x1b]0;a\n::error::such \u202efile　です", "--lang", "en")
    assert code == 2
    assert errors.startswith(r"youten: no\x1b]0;a\n::error::such \u202efile　です cannot be read")


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ('=HYPERLINK("http://a")', '\'=HYPERLINK("http://a")'),
        ("+1+1", "'+1+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),  # spreadsheets in Japanese compute these as well
        ("\t=1", "'\t=1"),
        (-5, "-5"),  # a number is a number
        ("-5.5", "-5.5"),
        ("+81", "+81"),
        ("a=1", "a=1"),
        ("'=1", "'=1"),
    ],
)
@pytest.mark.parametrize("layout", ["csv", "tsv"])
def test_no_cell_is_a_formula(batch: Batch, identity: object, expected: str, layout: str) -> None:
    line = json.dumps({"id": identity, "title": "=1+1", "text": TEXT}).encode()
    _, output, _ = batch("--to", layout, stdin=line)
    rows = list(csv.reader(io.StringIO(output), delimiter="\t" if layout == "tsv" else ","))
    assert rows[1][:2] == [expected, "'=1+1"]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CR LF"])
def test_a_quotation_mark_that_is_never_closed_loses_nothing_silently(batch: Batch, end: str) -> None:
    rows = ["id,text", f'1,"{TEXT}"', "", f'2,"{TEXT}', *(f"{number},{TEXT}" for number in range(3, 100))]
    code, output, _ = batch("--from", "csv", "--lang", "en", stdin=(end.join(rows) + end).encode())
    good, bad = map(json.loads, output.splitlines())
    assert (code, good["id"], bad["line"], bad["error"]["code"]) == (1, "1", 4, "unclosed_quote")
    assert "98 lines" in bad["error"]["message"]


def test_a_quotation_mark_that_the_last_line_closes_is_well(batch: Batch) -> None:
    code, output, _ = batch("--from", "csv", stdin=f'id,text\n1,"{TEXT}\n{TEXT}"'.encode())
    assert (code, _ids(output)) == (0, ["1"])


def test_a_byte_order_mark_may_begin_any_line(batch: Batch) -> None:
    """Joining files that begin with one puts it in the middle."""
    line = b"\xef\xbb\xbf" + json.dumps({"id": 1, "text": TEXT}).encode() + b"\n"
    code, output, _ = batch(stdin=line * 2)
    assert (code, _ids(output)) == (0, [1, 1])


@pytest.mark.parametrize(
    ("name", "argv", "code"),
    [
        ("a.xlsx", [], 2),
        ("a.txt", [], 2),
        ("a.parquet.gz", [], 2),
        ("a.gz", ["--to", "jsonl"], 2),
        ("a.txt", ["--to", "csv"], 0),
        ("a", [], 0),
        ("a.CSV", [], 0),
    ],
)
def test_an_output_of_an_unknown_format_is_refused(
    batch: Batch, tmp_path: Path, name: str, argv: list[str], code: int
) -> None:
    line = json.dumps({"id": 1, "text": TEXT}).encode()
    found, _, errors = batch("-o", tmp_path / name, *argv, "--lang", "en", stdin=line)
    assert (found, "--to" in errors) == (code, code == 2)
    assert (tmp_path / name).exists() == (code == 0)
