"""Measures the memory of a batch with a large input: the peaks of the parent and of each worker (Linux).

Reads the kernel's high-water mark (VmHWM), so no peak is missed between two samples.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import articles

INTERVAL = 0.5  # seconds
LIMIT_MB = 300
PROC = Path("/proc")


def peaks(process: subprocess.Popen[bytes], log: float = 60.0) -> tuple[int, dict[int, int]]:
    """Wait for the process; return its peak and process id -> peak of each child, in bytes."""
    parent, children = 0, dict[int, int]()
    told = time.monotonic()
    while process.poll() is None:
        parent = max(parent, _high_water(process.pid))
        for child in _children(process.pid):
            children[child] = max(children.get(child, 0), _high_water(child))
        if time.monotonic() - told >= log:
            told = time.monotonic()
            print(f"  so far: {_shown(parent, children)}", flush=True)
        time.sleep(INTERVAL)
    return parent, children


def _shown(parent: int, children: dict[int, int]) -> str:
    workers = ", ".join(f"{peak / 1e6:.0f}" for peak in children.values())
    return f"parent {parent / 1e6:.0f} MB; workers {workers} MB"


def _high_water(pid: int) -> int:
    try:
        for line in (PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child) for child in (PROC / str(pid) / "task" / str(pid) / "children").read_text().split()
        ]
    except OSError:
        return []


def main(arguments: list[str]) -> int:
    """Write the input, run the batch, print the peaks; return 1 if a peak is over the limit."""
    parser = argparse.ArgumentParser("memory", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000, help="of input (default: 1000)")
    parser.add_argument("--kind", choices=articles.MAKERS, default="page", help="web pages (default) or text")
    parser.add_argument(
        "--folder", type=Path, help="where input and output go (default: one that is removed)"
    )
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        source, out = folder / "in.jsonl", folder / "out.jsonl"
        count = articles.write_bytes(source, given.megabytes * 1_000_000, given.kind)
        print(f"input: {source.stat().st_size / 1e6:.0f} MB, {count:,} articles", flush=True)
        command = [sys.executable, "-m", "youten", "batch", str(source), "-o", str(out), "-j", "2"]
        with subprocess.Popen(command) as process:
            parent, children = peaks(process)
        print(f"memory: {_shown(parent, children)} (limit {LIMIT_MB} MB); exit code {process.returncode}")
        over = max(parent, *children.values()) > LIMIT_MB * 1e6
        return 1 if over or process.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
