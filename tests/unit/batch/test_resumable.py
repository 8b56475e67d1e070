"""A run can be killed at any moment, and the next run completes its output."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.unit.batch.conftest import Batch
from tests.unit.toy import ToyAnalyzer

from youten.batch.answer_store import AnswerStore
from youten.batch.resumable import ResumableOutput

LAYOUTS = ("jsonl", "csv", "parquet", "sqlite")
BAD = b"not JSON"


def _lines(*ids: int) -> bytes:
    return b"".join(
        json.dumps({"id": i, "text": f"第{i}の港が開いた。船が{i}隻来た。市長が祝った。"}).encode() + b"\n"
        for i in ids
    )


def _asked(analyzer: ToyAnalyzer) -> set[str]:
    """Return the numbers of the articles that were analysed."""
    return {call[1] for call in analyzer.calls if call.startswith("第")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_second_run_asks_nothing_and_touches_nothing(batch: Batch, tmp_path: Path, layout: str) -> None:
    out = tmp_path / f"out.{layout}"
    first = batch("-o", out, stdin=_lines(1, 2, 3))
    before = out.read_bytes(), out.stat().st_mtime_ns
    analyzer = ToyAnalyzer()
    second = batch("-o", out, stdin=_lines(1, 2, 3), analyzer=analyzer)
    assert (first[0], second[0], analyzer.calls) == (0, 0, [])
    assert before == (out.read_bytes(), out.stat().st_mtime_ns)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("now", "asked"),
    [
        ((1, 2, 3, 4), {"4"}),
        ((4, 1, 2, 3), {"4"}),
        ((1, 4, 3), {"4"}),
        ((3, 1), set()),
        ((1, 1, 2), set()),
        ((), set()),
    ],
    ids=["added at the end", "added in front", "changed", "less, in another order", "twice", "nothing left"],
)
def test_a_later_run_gives_what_a_fresh_one_gives_and_asks_what_is_new(
    batch: Batch, tmp_path: Path, layout: str, now: tuple[int, ...], asked: set[str]
) -> None:
    out, fresh = tmp_path / f"out.{layout}", tmp_path / f"fresh.{layout}"
    batch("-o", out, stdin=_lines(1, 2, 3))
    analyzer = ToyAnalyzer()
    batch("-o", out, stdin=_lines(*now), analyzer=analyzer)
    batch("-o", fresh, stdin=_lines(*now))
    assert fresh.read_bytes() == out.read_bytes()
    assert asked == _asked(analyzer)


def test_other_options_are_other_answers(batch: Batch, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch("-o", out, stdin=_lines(1, 2))
    analyzer = ToyAnalyzer()
    batch("-o", out, "--sentences", "1", stdin=_lines(1, 2), analyzer=analyzer)
    assert _asked(analyzer) == {"1", "2"}
    assert [len(json.loads(line)["sentences"]) for line in out.read_text("utf-8").splitlines()] == [1, 1]


@pytest.mark.parametrize(
    ("layout", "rejects"), [("jsonl", False), ("jsonl", True), ("parquet", False)], ids=str
)
def test_whatever_stands_on_the_disk_the_next_run_completes_it(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str, rejects: bool
) -> None:
    """The folder is copied after every step, as a kill would leave it, and continued."""
    data = _lines(1, 2) + BAD + b"\n" + _lines(3, 1, 4)
    argv = ["--rejects", "bad.jsonl"] if rejects else []
    moments: list[Path] = []

    def watch(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def step(*args: Any, **named: Any) -> Any:
            _photograph(tmp_path / "run", moments)
            result = real(*args, **named)
            _photograph(tmp_path / "run", moments)
            return result

        monkeypatch.setattr(owner, name, step)

    for name in ("add", "keep", "finish", "_replace_output", "_write_rejects"):
        watch(ResumableOutput, name)
    for name in ("flush", "put", "forget_unplaced"):
        watch(AnswerStore, name)
    watch(os, "replace")
    (tmp_path / "run").mkdir()
    monkeypatch.chdir(tmp_path / "run")
    batch("-o", f"out.{layout}", *argv, stdin=data)
    monkeypatch.undo()
    expected = _visible(tmp_path / "run")
    assert len(moments) > 20
    for moment in moments:
        _completes(batch, moment, f"out.{layout}", argv, data, expected, monkeypatch)


def _photograph(folder: Path, moments: list[Path]) -> None:
    target = folder.with_name(f"moment{len(moments)}")
    shutil.copytree(folder, target)
    moments.append(target)


def _visible(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _completes(
    batch: Batch,
    moment: Path,
    out: str,
    argv: list[str],
    data: bytes,
    expected: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, content in _visible(moment).items():
        assert name.endswith(".new") or content == expected[name], "what bears the name is whole"
    log = moment / f"{out}.youten" / "journal-wal"
    if log.is_file() and moment.name.endswith(("3", "7")):
        log.write_bytes(log.read_bytes() + b"half a frame")  # a write that was not finished
    monkeypatch.chdir(moment)
    done = batch("-o", out, *argv, stdin=data)
    assert done[0] == 1, done[2]
    found = _visible(moment)
    found.pop("bad.jsonl.new", None)
    assert expected == found


def test_answers_that_never_reached_the_disk_are_asked_again(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power failure may lose the end of the database's log, but no earlier answers."""
    run, cut = tmp_path / "run", tmp_path / "cut"
    run.mkdir()
    sizes: list[int] = []
    real = ResumableOutput.keep

    def keep(self: ResumableOutput) -> None:
        real(self)
        sizes.append((run / "out.jsonl.youten" / "journal-wal").stat().st_size)
        if len(sizes) == 3:
            shutil.copytree(run, cut)

    monkeypatch.setattr(ResumableOutput, "keep", keep)
    batch("-o", run / "out.jsonl", stdin=_lines(1, 2, 3))
    monkeypatch.undo()
    log = cut / "out.jsonl.youten" / "journal-wal"
    log.write_bytes(log.read_bytes()[: sizes[1] + 100])
    analyzer = ToyAnalyzer()
    batch("-o", cut / "out.jsonl", stdin=_lines(1, 2, 3), analyzer=analyzer)
    assert _asked(analyzer) == {"3"}
    assert (run / "out.jsonl").read_bytes() == (cut / "out.jsonl").read_bytes()


def test_an_output_of_version_0_1_0_is_taken_up(batch: Batch, tmp_path: Path) -> None:
    out, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    out.write_text("{}\n", "utf-8")
    folder = tmp_path / "out.jsonl.youten"
    folder.mkdir()
    (folder / "results").write_bytes(b"")
    with contextlib.closing(sqlite3.connect(folder / "journal")) as base:
        base.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID")
        base.execute("CREATE TABLE answers (key BLOB PRIMARY KEY, file INTEGER) WITHOUT ROWID")
        status = out.stat()
        base.execute("INSERT INTO about VALUES ('signature', ?)", (f"{status.st_size} {status.st_mtime_ns}",))
        base.commit()
    assert batch("-o", out, stdin=_lines(1, 2))[0] == 0
    batch("-o", fresh, stdin=_lines(1, 2))
    assert out.read_bytes() == fresh.read_bytes()
    assert [path.name for path in folder.iterdir()] == ["journal"]


@pytest.mark.parametrize("damage", ["foreign", "edited"])
def test_what_somebody_else_wrote_is_not_replaced_unless_asked(
    batch: Batch, tmp_path: Path, damage: str
) -> None:
    out = tmp_path / "out.jsonl"
    if damage == "edited":
        batch("-o", out, stdin=_lines(1))
    out.write_text("mine\n", "utf-8")
    code, _, errors = batch("-o", out, stdin=_lines(1))
    assert (code, errors.count("\n"), out.read_text("utf-8")) == (2, 1, "mine\n")
    assert "--overwrite" in errors
    assert batch("-o", out, "--overwrite", stdin=_lines(1))[0] == 0
    assert json.loads(out.read_text("utf-8"))["id"] == 1


def test_an_output_that_was_removed_is_written_again_without_analysis(batch: Batch, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    batch("-o", out, stdin=_lines(1, 2))
    whole = out.read_bytes()
    out.unlink()
    analyzer = ToyAnalyzer()
    batch("-o", out, stdin=_lines(1, 2), analyzer=analyzer)
    assert (whole, analyzer.calls) == (out.read_bytes(), [])


def test_two_runs_on_one_output_do_not_mix(batch: Batch, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    said: list[tuple[int, str, str]] = []

    class Meanwhile(ToyAnalyzer):
        def analyze(self, text: str) -> Any:
            if not said:
                said.append(batch("-o", out, stdin=_lines(2)))
            return super().analyze(text)

    assert batch("-o", out, stdin=_lines(1), analyzer=Meanwhile())[0] == 0
    assert said[0][0] == 2
    assert json.loads(out.read_text("utf-8"))["id"] == 1


def test_ctrl_c_keeps_what_was_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    from youten.cli import run

    class Tired(ToyAnalyzer):
        def analyze(self, text: str) -> Any:
            if text.startswith("第3"):
                raise KeyboardInterrupt
            return super().analyze(text)

    out, errors = tmp_path / "out.jsonl", io.StringIO()
    argv = ["batch", "-o", str(out), "--lang", "en"]
    with pytest.raises(KeyboardInterrupt):
        run(argv, io.BytesIO(_lines(1, 2, 3)), io.StringIO(), errors, Tired())
    assert "goes on" in errors.getvalue()
    assert not out.exists()
    analyzer = ToyAnalyzer()
    assert run(argv, io.BytesIO(_lines(1, 2, 3)), io.StringIO(), errors, analyzer) == 0
    assert _asked(analyzer) == {"3"}


def test_rejects_hold_the_record_and_its_reason_and_are_emptied_when_all_is_well(
    batch: Batch, tmp_path: Path
) -> None:
    out, rejects = tmp_path / "out.jsonl", tmp_path / "bad.jsonl"
    code, _, errors = batch("-o", out, "--rejects", rejects, "--lang", "en", stdin=_lines(1) + BAD)
    (bad,) = map(json.loads, rejects.read_text("utf-8").splitlines())
    assert (code, bad["line"], bad["record"], bad["error"]["code"]) == (1, 2, "not JSON", "bad_json")
    assert "1 rejected" in errors
    assert out.read_bytes().count(b"\n") == 1
    assert batch("-o", out, "--rejects", rejects, stdin=_lines(1))[0] == 0
    assert rejects.read_bytes() == b""


@pytest.mark.parametrize(
    ("ids", "kind"), [((1, 2), "int64"), ((1, "b"), "string"), ((2**70,), "string")], ids=str
)
def test_parquet_keeps_ids_that_are_all_integers(
    batch: Batch, tmp_path: Path, ids: tuple[object, ...], kind: str
) -> None:
    import pyarrow.parquet

    out = tmp_path / "out.parquet"
    lines = b"".join(json.dumps({"id": i, "text": "港が開いた。\ud800"}).encode() + b"\n" for i in ids)
    assert batch("-o", out, stdin=lines)[0] == 0
    found = pyarrow.parquet.read_table(out)
    assert kind == str(found.schema.field("id").type)
    assert list(map(str, ids)) == list(map(str, found.column("id").to_pylist()))
    assert found.column("sentences").to_pylist() == [["港が開いた。"]] * len(ids)


def test_parquet_gives_what_json_lines_give(batch: Batch, tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    records = list(map(json.loads, _lines(*range(150)).splitlines()))
    records.insert(70, {"id": 1000, "text": None})
    source, out = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), source, row_group_size=40)
    assert batch(source, "-o", out)[0] == 1
    _, plain, _ = batch(stdin="".join(json.dumps(record) + "\n" for record in records).encode())
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [json.loads(line) for line in plain.splitlines()] == [
        {key: value for key, value in answer.items() if key != "source"} for answer in found
    ]
