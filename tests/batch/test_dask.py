"""A Dask cluster of two worker processes, one of which is killed during the run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tests.batch.conftest import environment, finish, has_answers, start

PATIENCE = 120.0  # seconds, for a busy machine


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers; return (its address, the workers)."""
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"

    def part(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments, "--no-dashboard"]
        with (folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(command, env=environment(), cwd=folder, stdout=log, stderr=log)

    processes = [part("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))]
    try:
        deadline = time.monotonic() + PATIENCE
        while not file.exists() or not file.read_text():
            assert time.monotonic() < deadline, (folder / "scheduler.log").read_text()
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        processes += [part("worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2)]
        yield address, processes[1:]
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def test_a_worker_that_is_killed_costs_nothing(
    source: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    given, out, local = tmp_path / "in.parquet", tmp_path / "out.parquet", tmp_path / "local.parquet"
    records = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), given)
    with start(given, "-o", out, "--engine", "dask", "--scheduler", address) as process:
        deadline = time.monotonic() + PATIENCE
        while not has_answers(out):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        workers[0].kill()
        assert not out.exists(), "it was killed in the middle"
        _, errors = process.communicate(timeout=600)
    assert process.returncode == 1, errors.decode()
    assert finish(given, "-o", local, "-j", 2)[0] == 1
    assert out.read_bytes() == local.read_bytes()
    found = pyarrow.parquet.read_table(out)
    assert found.column("id").to_pylist() == list(range(600))
    assert found.column("error").to_pylist().count("bad_text") == 1


def test_a_scheduler_that_is_not_there_is_said_in_one_line(source: Path, tmp_path: Path) -> None:
    code, errors = finish(
        source,
        "-o",
        tmp_path / "out.jsonl",
        "--engine",
        "dask",
        "--scheduler",
        "tcp://127.0.0.1:9",
    )
    assert code == 2
    assert errors.startswith("youten: The scheduler tcp://127.0.0.1:9 cannot be reached")
    assert errors.count("\n") == 1
