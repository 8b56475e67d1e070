"""Kills a batch with -9 at random moments and continues it; the output must equal an undisturbed run.

Every round starts from nothing, is killed once at a random moment of a run's usual duration, and is run
again. It passes if the second run succeeds, its output equals the undisturbed one byte for byte, no partial
file had the output's name in between, and no worker was still running after its run.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import articles

SETTLE = 10.0  # seconds that workers get to notice that their parent is gone


class Round(NamedTuple):
    """The result of one kill."""

    moment: float  # seconds after the start; beyond the end of the run there was nothing to kill
    killed: bool
    done: int  # answers that the second run found
    problems: list[str]


def command(source: Path, out: Path, jobs: int) -> list[str]:
    """Return the command of the batch that is killed."""
    batch = [sys.executable, "-m", "youten", "batch", "--lang", "en"]
    return [*batch, str(source), "-o", str(out), "-j", str(jobs)]


def disturbed(source: Path, out: Path, jobs: int, moment: float, expected: bytes) -> Round:
    """Kill a run at ``moment``, run it again, and return what was found."""
    problems = []
    with subprocess.Popen(command(source, out, jobs), stderr=subprocess.PIPE) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            workers = children(process.pid)
            process.kill()
        else:
            workers = []
    killed = process.returncode != 0
    if out.exists() and out.read_bytes() != expected:
        problems.append("a half file has the output's name")
    deadline = time.monotonic() + SETTLE
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    if any(map(alive, workers)):
        problems.append("a worker outlived its run")
    second = subprocess.run(command(source, out, jobs), capture_output=True, text=True, check=False)
    if second.returncode:
        problems.append(f"exit code {second.returncode}: {second.stderr[-300:]}")
    if not out.exists() or out.read_bytes() != expected:
        problems.append("the output is another")
    return Round(moment, killed, kept(second.stderr), problems)


def children(pid: int) -> list[int]:
    """Return the process ids of a process's children (Linux)."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def alive(pid: int) -> bool:
    """Return whether a process exists and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def kept(said: str) -> int:
    """Return how many answers the second run found, from its closing line."""
    words = said.replace(",", "").split()
    return int(words[words.index("kept") - 1]) if "kept" in words else 0


def main(arguments: list[str]) -> int:
    """Print a line per kill and the number of passed rounds; return 1 unless all passed."""
    parser = argparse.ArgumentParser("kills", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--characters", type=int, default=120, help="of an article")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    random = Random(given.seed)  # noqa: S311 - moments that can be drawn again
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source = articles.write(folder / "in.jsonl", given.articles, given.characters)
        begin = time.monotonic()
        subprocess.run(command(source, folder / "quiet.jsonl", given.jobs), check=True)
        whole = time.monotonic() - begin
        expected = (folder / "quiet.jsonl").read_bytes()
        assert expected.count(b"\n") == given.articles
        size = f"{len(expected) / 1e6:.1f} MB"
        print(f"undisturbed: {given.articles:,} articles in {whole:.0f} s, {size}", flush=True)
        rounds = []
        for number in range(given.kills):
            out = folder / f"out{number}.jsonl"
            found = disturbed(source, out, given.jobs, random.uniform(0, whole), expected)
            rounds.append(found)
            how = f"{'killed' if found.killed else 'had ended'} at {found.moment:.1f} s, {found.done:,} kept"
            print(f"{number + 1:3}: {how}", *found.problems, flush=True)
            out.unlink(missing_ok=True)
            shutil.rmtree(out.with_name(out.name + ".youten"), ignore_errors=True)
    well = sum(not found.problems for found in rounds)
    killed = sum(found.killed for found in rounds)
    print(f"kills: {well} of {len(rounds)} complete and identical ({killed} killed before they had ended)")
    print(json.dumps({"well": well, "killed": killed, "rounds": len(rounds), "articles": given.articles}))
    return 0 if well == len(rounds) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
