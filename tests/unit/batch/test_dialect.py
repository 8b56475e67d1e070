"""Tables in other encodings and dialects are read, and a line says how; ids may be the rows' numbers."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from tests.unit.batch.conftest import Batch

TEXT = "港の朝市が十年ぶりに開かれた。初日に千人が訪れた。市は来月も開く予定だという。"
ROWS = [["id", "title", "text"], ["1", "朝市; 開く", TEXT], ["2", 'x,"y"z', f"{TEXT}\n{TEXT}"]]


def _table(**dialect: object) -> str:
    file = io.StringIO()
    csv.writer(file, **{"lineterminator": "\n", **dialect}).writerows(ROWS)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "how"),
    [
        ("a.csv", _table().encode(), ""),
        ("a.csv", b"\xef\xbb\xbf" + _table().encode(), ""),
        ("a.csv", _table(lineterminator="\r\n").encode("cp932"), "Shift_JIS"),
        ("a.csv", _table().encode("euc_jp"), "EUC-JP"),
        ("a.csv", _table().encode("utf-16"), "UTF-16"),
        ("a.csv", _table(delimiter=";").encode(), ";"),  # spreadsheets where the comma is the decimal mark
        ("a.csv", _table(delimiter="\t").encode("utf-16"), "UTF-16 TAB"),  # "Unicode text" of a spreadsheet
        ("a.csv", _table(delimiter="|").encode("cp932"), "Shift_JIS |"),
        ("a.tsv", _table(delimiter="\t").encode(), ""),
        ("a.tsv", _table(delimiter=",").encode(), ","),
        ("a.csv", _table(quotechar="'", quoting=csv.QUOTE_ALL).encode(), "'"),
        ("a.csv", _table(doublequote=False, escapechar="\\").encode(), '\\"'),  # exports of databases
        ("a.csv.gz", gzip.compress(_table(delimiter=";").encode("cp932")), "Shift_JIS ;"),
    ],
)
def test_a_dialect_is_told_by_the_beginning(
    name: str, data: bytes, how: str, batch: Batch, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    code, output, errors = batch(path, "--lang", "en")
    assert (code, errors) == (0, f"youten: {path} is read as {how}.\n" if how else "")
    found = [json.loads(line) for line in output.splitlines()]
    assert [(one["id"], one["title"]) for one in found] == [("1", "朝市; 開く"), ("2", 'x,"y"z')]
    assert all(sentence["text"] in TEXT for one in found for sentence in one["sentences"])
    assert batch(path, "--quiet")[2] == ""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f'id,text\n1,"C:\\"\n2,"{TEXT}"\n', ["1", "2"]),  # a backslash that ends a field
        (f'id,text\n1,"a\\"" b"\n2,"{TEXT}"\n', ["1", "2"]),  # doubled, and a backslash before it
        (f"id,text;more\n1,{TEXT}\n", []),  # no delimiter gives both columns
    ],
)
def test_look_alikes_stay(text: str, ids: list[str], batch: Batch) -> None:
    _, output, _ = batch("--from", "csv", stdin=text.encode())
    answers = [json.loads(line) for line in output.splitlines()]
    assert [one["id"] for one in answers if "error" not in one] == ids
    if not ids:
        assert answers[0]["error"]["code"] == "no_column"


def test_an_encoding_that_is_named_counts(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(_table().encode("cp932"))
    code, output, _ = batch(tmp_path / "a.csv", "--encoding", "utf-8")
    assert code == 1
    assert {json.loads(line)["error"]["code"] for line in output.splitlines()} == {"bad_encoding"}


def test_rows_can_be_numbered(batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table without an id gets its lines' numbers, also after rows have moved."""
    monkeypatch.chdir(tmp_path)
    other = TEXT.replace("千人", "五千人")
    for rows in ([TEXT, other], [other, TEXT]):
        Path("a.csv").write_text("text\n" + "\n".join(rows) + "\n", "utf-8")
        assert batch("a.csv", "--id", "row", "-o", "b.jsonl")[0] == 0
        found = [json.loads(line) for line in Path("b.jsonl").read_text("utf-8").splitlines()]
        assert [one["id"] for one in found] == [2, 3]
        held = ["五千人" in json.dumps(one, ensure_ascii=False) for one in found]
        assert held == ["五千人" in text for text in rows]
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    assert json.loads(batch("--id", "row", stdin=line)[1])["id"] == 1
    assert "--id row" in batch("a.csv")[1]


@pytest.mark.parametrize("layout", ["jsonl", "csv", "tsv"])
def test_a_packed_output(layout: str, batch: Batch, tmp_path: Path) -> None:
    """It holds what the plain one holds, byte for byte the same each time, and a second run keeps it."""
    source = tmp_path / "source.csv"
    source.write_text(_table(), "utf-8")
    plain, packed, again = (tmp_path / name for name in (f"a.{layout}", f"b.{layout}.gz", f"c.{layout}.gz"))
    for path in (plain, packed, again):
        assert batch(source, "-o", path)[0] == 0
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    assert packed.read_bytes() == again.read_bytes()
    assert "前回のまま 2 件" in batch(source, "-o", packed)[2]
