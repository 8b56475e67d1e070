"""Simulates a slow phone: 10 Mbit/s with 40 ms of latency, and a quarter of the processor.

The DevTools protocol slows the network of the page and of the frame in it, which is all the network that a
first visit uses. Its processor throttling, however, slows only a page's main thread and not its workers
(measured: the same loop took 3 times as long in the page and the same time in the worker). So the browser's
page processes are stopped and continued by signals, which slows all their threads alike.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import Browser
from playwright.sync_api import Page

LATENCY_MS = 40
BYTES_PER_SECOND = 10_000_000 // 8
SLOWDOWN = 4
PERIOD = 0.02  # seconds, of which one SLOWDOWN-th is for the page
LOOK_AGAIN = 0.1  # seconds between looks for new page processes

# Milliseconds of the same loop in a worker.
WORKER_LOOP = """async () => {
  const code = `onmessage = () => {
    const begin = performance.now();
    let sum = 0;
    for (let i = 0; i < 3e7; i++) sum += i % 7;
    postMessage(performance.now() - begin);
  }`;
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const run = () => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(0);
  });
  const times = [];
  for (let i = 0; i < 5; i++) times.push(await run());
  worker.terminate();
  return times;
}"""


def available() -> bool:
    """Return whether the browser's processes can be found on this machine."""
    return sys.platform == "linux"


def page_processes(profile: Path) -> set[int]:
    """Return the page processes of the browser that runs on ``profile``."""
    marks = (b"--type=renderer", f"--user-data-dir={profile}".encode())
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            command = (folder / "cmdline").read_bytes() if folder.name.isdigit() else b""
        except OSError:  # it has just ended
            continue
        if all(mark in command for mark in marks):
            found.add(int(folder.name))
    return found


def _send(processes: set[int], what: signal.Signals) -> None:
    for process in processes:
        try:
            os.kill(process, what)
        except ProcessLookupError:
            continue


def _hold(profile: Path, end: threading.Event) -> None:
    """Let the pages run for a part of each period, until ``end`` is set."""
    processes: set[int] = set()
    looked = 0.0
    while not end.is_set():
        if time.monotonic() - looked > LOOK_AGAIN:
            processes, looked = page_processes(profile), time.monotonic()
        _send(processes, signal.SIGSTOP)
        time.sleep(PERIOD * (1 - 1 / SLOWDOWN))
        _send(processes, signal.SIGCONT)
        time.sleep(PERIOD / SLOWDOWN)


@contextmanager
def slow_processor(profile: Path) -> Iterator[None]:
    """Slow down the pages of the browser on ``profile``."""
    end = threading.Event()
    thread = threading.Thread(target=_hold, args=(profile, end), daemon=True)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


def slow_network(opened: Browser) -> None:
    """Slow down the network of the page and its frames, until the browser is closed."""
    session = opened.devtools()
    session.send("Network.enable")
    conditions = {"offline": False, "latency": LATENCY_MS}
    throughput = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", conditions | throughput)


def loop(page: Page) -> float:
    """Return the median time (ms) of a fixed piece of work in a worker."""
    times: list[float] = page.evaluate(WORKER_LOOP)
    return statistics.median(times)
