"""Workers, kills and interruptions, with real processes."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import time
from pathlib import Path

import psutil
from tests.batch.conftest import finish, has_answers, start

PATIENCE = 120.0  # seconds, for a busy machine


def _workers(process: subprocess.Popen[bytes], count: int, out: Path) -> list[psutil.Process]:
    """Wait until ``count`` workers are working and there are answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(psutil.Error):
            found = [
                child
                for child in psutil.Process(process.pid).children()
                if "spawn_main" in " ".join(child.cmdline())
            ]
            if len(found) >= count and has_answers(out):
                return found
        assert process.poll() is None, "it ended before it could be disturbed"
        time.sleep(0.01)
    raise AssertionError("no workers")


def test_two_processes_give_what_one_gives(source: Path, expected: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code, errors = finish(source, "-o", out, "-j", 2)
    assert (code, out.read_bytes()) == (1, expected.read_bytes())
    assert errors.startswith("youten: 599 summarised, 0 kept from before, 1 rejected.")
    assert errors.count("\n") == 1, "no moving line where there is no terminal"


def test_a_worker_that_is_killed_is_replaced_and_nothing_is_lost(
    source: Path, expected: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with start(source, "-o", out, "-j", 2) as process:
        for worker in _workers(process, 2, out):
            worker.kill()
        _, errors = process.communicate(timeout=600)
    assert (process.returncode, out.read_bytes()) == (1, expected.read_bytes()), errors


def test_a_killed_run_is_gone_on_from_and_leaves_no_workers(
    source: Path, expected: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with start(source, "-o", out, "-j", 2) as process:
        workers = _workers(process, 2, out)
        process.kill()
    assert not out.exists()
    _, alive = psutil.wait_procs(workers, timeout=PATIENCE)
    assert alive == []
    code, errors = finish(source, "-o", out, "-j", 2)
    assert (code, out.read_bytes()) == (1, expected.read_bytes())
    assert " 0 kept" not in errors


def test_ctrl_c_ends_it_soon_with_a_sentence(source: Path, expected: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with start(source, "-o", out, "-j", 2) as process:
        _workers(process, 2, out)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert errors.decode() == "youten: Stopped. What was done is kept: the same command goes on from there.\n"
    assert finish(source, "-o", out)[0] == 1
    assert out.read_bytes() == expected.read_bytes()


def test_a_full_disk_is_said_in_one_line_and_the_next_run_goes_on(
    source: Path, expected: Path, tmp_path: Path
) -> None:
    """A limit on the file size simulates the full disk: in both cases a write fails."""
    out = tmp_path / "out.jsonl"
    with start(source, "-o", out, "-j", 2, limit=300_000) as process:
        _, errors = process.communicate(timeout=600)
    assert process.returncode == 2
    assert errors.decode().startswith(f"youten: {out} cannot be written: ")
    assert errors.count(b"\n") == 1
    assert not out.exists()
    code, said = finish(source, "-o", out, "-j", 2)
    assert (code, out.read_bytes()) == (1, expected.read_bytes())
    assert " 0 kept" not in said
