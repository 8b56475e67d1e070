"""SQLite in and out; ``test_resumable`` has it among its layouts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.batch.conftest import Batch

TEXT = "港が開いた。船が三隻来た。市長が祝った。"
ROWS = ((1, "港", TEXT), (2, None, TEXT), ("c", "", None), (None, "", TEXT), (5, "", b"\xe6\xb8"))
ARTICLES = ("CREATE TABLE articles (id, title, text)",)


def _made(path: Path, statements: Sequence[str], rows: Sequence[tuple[object, ...]] = ()) -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        for statement in statements:
            base.execute(statement)
        if rows:
            base.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)
            base.execute("INSERT INTO articles VALUES (6, '', CAST(x'e6b8' AS TEXT))")  # no UTF-8
    return path


def test_rows_come_in_order_and_bad_ones_in_their_place(batch: Batch, tmp_path: Path) -> None:
    source = _made(tmp_path / "in.db", ARTICLES, ROWS)
    before = source.read_bytes()
    code, output, _ = batch(source)
    answers = [json.loads(line) for line in output.splitlines()]
    assert (code, source.read_bytes()) == (1, before)
    assert [answer["id"] for answer in answers] == [1, 2, "c", None, 5, 6]
    errors = [answer.get("error", {}).get("code") for answer in answers]
    assert errors == [None, None, "bad_text", "bad_id", "bad_text", "bad_encoding"]
    assert (answers[0]["title"], answers[3]["line"]) == ("港", 4)
    code, output, _ = batch(source, "--max-bytes", "50", "--id", "row")
    assert [json.loads(line)["error"]["code"] for line in output.splitlines()][:2] == ["too_long"] * 2


@pytest.mark.parametrize(
    ("statements", "argv", "found"),
    [
        (ARTICLES, [], "ok"),
        ((*ARTICLES, "CREATE TABLE tags (id, name)"), [], "ok"),  # only one has the columns
        ((*ARTICLES, "CREATE VIEW v AS SELECT id, text FROM articles"), [], "no_table"),  # two have them
        ((*ARTICLES, "CREATE VIEW v AS SELECT id, text FROM articles"), ["--table", "v"], "ok"),
        ((*ARTICLES, "CREATE VIEW v AS SELECT gone FROM nowhere"), [], "ok"),
        ((*ARTICLES, "CREATE VIRTUAL TABLE f USING fts5(id, text)"), [], "ok"),
        (ARTICLES, ["--table", "posts"], "no_table"),
        (ARTICLES, ["--text", "body"], "no_column"),
        (('CREATE TABLE "a ""b" (text)', *ARTICLES), ["--table", 'a "b', "--id", "row"], "ok"),
        (("CREATE TABLE articles (title, text, more)",), ["--id", "row"], "ok"),
        (("CREATE TABLE a (id)", "CREATE TABLE b (text)"), [], "no_table"),
        ((), [], "no_table"),
    ],
    ids=str,
)
def test_the_table_is_the_one_that_is_named_or_the_only_one_that_fits(
    batch: Batch, tmp_path: Path, statements: Sequence[str], argv: list[str], found: str
) -> None:
    code, output, _ = batch(_made(tmp_path / "in.sqlite", statements), *argv)
    answers = [json.loads(line)["error"]["code"] for line in output.splitlines()]
    assert (code, answers) == ((0, []) if found == "ok" else (1, [found]))


def test_the_tables_there_are_stand_in_the_message(batch: Batch, tmp_path: Path) -> None:
    source = _made(tmp_path / "in.db", ("CREATE TABLE a (id)", "CREATE TABLE b (body, name)"))
    assert "a (id), b (body, name)" in json.loads(batch(source)[1])["error"]["message"]


def test_what_cannot_be_read_does_not_stop_the_rest(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged database keeps its place; files of other programs that end in .db are passed over."""
    monkeypatch.chdir(tmp_path)
    whole = _made(tmp_path / "whole", ARTICLES, [(i, "", TEXT * 20) for i in range(100)]).read_bytes()
    Path("in").mkdir()
    Path("in/cut.sqlite").write_bytes(whole[: len(whole) // 2])
    Path("in/Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0")
    Path("in/z.txt").write_text(TEXT, "utf-8")
    code, _, errors = batch("in", "--lang", "en", "-o", "out.jsonl")
    answers = [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert (code, answers[-1]["id"], answers[-2]["error"]["code"]) == (1, "in/z.txt", "bad_sqlite")
    assert "1 files of other kinds were passed over (.db ×1)" in errors
    assert json.loads(batch("in/Thumbs.db")[1])["error"]["code"] == "bad_sqlite"


def test_the_output_is_a_table_of_the_usual_columns(batch: Batch, tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    texts = {1: TEXT, "b": "\ud800港が開いた。", 2**70: TEXT, None: TEXT}
    lines = [{"id": identity, "text": text} for identity, text in texts.items()]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    assert batch("-o", out, "--sentences", "2", stdin=data)[0] == 1
    with closing(sqlite3.connect(out)) as base:
        rows = base.execute("SELECT id, sentences, starts, articleChars, error FROM summaries").fetchall()
        each = base.execute("SELECT value FROM summaries s, json_each(sentences) WHERE s.id = 1").fetchall()
    assert [row[0] for row in rows] == [1, "b", str(2**70), None]
    assert rows[0][3:] == (len(TEXT), None)
    assert (json.loads(rows[0][2])[0], rows[3][4]) == (0, "bad_id")
    assert [sentence for (sentence,) in each] == json.loads(rows[0][1])
