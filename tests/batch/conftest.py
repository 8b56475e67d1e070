"""The batch as a separate process on the real dictionary."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from sitebuild.paths import PY

TABLES = 100_000  # bytes of the log that creating the tables and noting the order of records may take
WORDS = ("港", "図書館", "鉄道", "天文台", "市場", "学校", "博物館")


def environment() -> dict[str, str]:
    """Return the environment in which ``python -m youten`` is this checkout's."""
    return {**os.environ, "PYTHONPATH": str(PY), "PYTHONDONTWRITEBYTECODE": "1"}


def start(*arguments: object, limit: int | None = None) -> subprocess.Popen[bytes]:
    """Start ``youten batch``; ``limit`` is the maximum size of a file in bytes."""
    prepare = None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    command = [sys.executable, "-m", "youten", "batch", "--lang", "en", *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment(), stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, preexec_fn=prepare
    )


def finish(*arguments: object) -> tuple[int, str]:
    """Run ``youten batch`` to its end; return (exit code, standard error)."""
    with start(*arguments) as process:
        _, errors = process.communicate(timeout=600)
    return process.returncode, errors.decode()


def has_answers(out: Path) -> bool:
    """Return whether the run that writes ``out`` has kept answers: the log is more than tables."""
    log = out.with_name(out.name + ".youten") / "journal-wal"
    return log.is_file() and log.stat().st_size > TABLES


def article(number: int) -> str:
    """Return a different article for every number."""
    word = WORDS[number % len(WORDS)]
    return (
        f"{number}番目の{word}が4日に開いた。朝から{number + 3}人が列を作り、開くのを待っていた。"
        f"{word}の工事には{number % 9 + 1}年かかり、費用は見込みより多くなったという。"
        f"市長は「{number}年先まで使える{word}にしたい」と述べた。来年の春には食堂も開く。"
    )


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write 600 articles, one of them bad, as JSON Lines."""
    path = tmp_path_factory.mktemp("batch") / "in.jsonl"
    records: list[object] = [{"id": number, "text": article(number)} for number in range(600)]
    records[300] = {"id": 300}
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


@pytest.fixture(scope="session")
def expected(source: Path) -> Path:
    """Return the output of one undisturbed process."""
    out = source.with_name("expected.jsonl")
    code, errors = finish(source, "-o", out, "-j", 1)
    assert code == 1, errors
    assert out.read_bytes().count(b"\n") == 600
    return out
