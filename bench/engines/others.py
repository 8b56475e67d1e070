"""Measures youten in Firefox and WebKitGTK, if they are installed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chromium import MARK, PASTE, PATIENCE, POLL, WARM_RUNS, BenchError, varied
from figures import Visit
from tests.server import Server

from sitebuild.paths import ROOT

FIREFOX = ("firefox-esr", "firefox")
MINI_BROWSER = "*/webkit2gtk-4.1/MiniBrowser"
SETTLE_MS = 4000
START_PATIENCE = 30.0  # seconds

Call = Callable[[str, str, object], Any]


def _visit(raw: dict[str, Any], sent: int) -> Visit:
    details = raw["details"]
    return Visit(
        ready=raw["ready"]["at"],
        bytes=sent,
        memory=details[0]["heapBytes"],
        tokenize=[detail["phases"]["analyze"] for detail in details[1:]],
        interactive=raw["interactive"],
        summary=[sum(detail["phases"].values()) for detail in details[1:]],
        shown=raw["shown"][1:],
        phases=raw["ready"]["detail"]["phases"],
    )


def firefox(site: Server, article: str) -> list[Visit] | None:
    """Return one first and one second visit; None if Firefox is not installed."""
    executable = next(filter(None, map(shutil.which, FIREFOX)), None)
    if executable is None:
        return None
    sent = site.sent_bytes
    with tempfile.TemporaryDirectory(prefix="youten-bench-", ignore_cleanup_errors=True) as scratch:
        plan = {
            "executable": executable,
            "profile": f"{scratch}/profile",
            "url": site.url,
            "texts": list(varied(article, WARM_RUNS + 1)),
            "settle": SETTLE_MS,
        }
        (Path(scratch) / "profile").mkdir()
        result = subprocess.run(
            ["node", Path(__file__).with_name("firefox.mjs")],
            input=json.dumps(plan),
            cwd=ROOT,
            env=os.environ | {"HOME": scratch},
            capture_output=True,
            text=True,
            check=False,
        )
    if result.returncode:
        raise BenchError(f"Firefox: {result.stderr.strip()[-600:]}")
    first, second = json.loads(result.stdout)
    return [_visit(first, site.sent_bytes - sent), _visit(second, 0)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _webdriver(scratch: str) -> Iterator[Call]:
    """Start WebKit's driver on a virtual display; yield the function that calls it."""
    port = _free_port()
    folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), scratch)
    process = subprocess.Popen(
        ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"],
        env=os.environ | folders,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def call(method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - our own driver
            return json.load(answer)["value"]

    try:
        _await_start(call)
        yield call
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _await_start(call: Call) -> None:
    end = time.monotonic() + START_PATIENCE
    while True:
        try:
            call("GET", "/status", None)
            return
        except (OSError, urllib.error.URLError) as error:
            if time.monotonic() > end:
                raise BenchError("WebKitWebDriver does not answer") from error
            time.sleep(0.1)


def _webkit_visit(call: Call, session: str, site: Server, article: str) -> dict[str, Any]:
    def evaluate(script: str, *arguments: object) -> Any:
        body = {"script": f"return ({script}).apply(null, arguments)", "args": list(arguments)}
        return call("POST", f"{session}/execute/sync", body)

    def mark(name: str, count: int = 1) -> Any:
        end = time.monotonic() + PATIENCE
        while (found := evaluate(MARK, [name, count])) is None:
            if time.monotonic() > end:
                raise BenchError(f"WebKitGTK: {name} did not come")
            time.sleep(POLL)
        return found

    call("POST", f"{session}/url", {"url": site.url})
    interactive, ready = mark("youten:interactive")["at"], mark("youten:ready")
    details, shown = [], []
    for number, text in enumerate(varied(article, WARM_RUNS + 1), 1):
        pasted = evaluate(PASTE, text)
        done = mark("youten:summary", number)
        details.append(done["detail"])
        shown.append(done["at"] - pasted)
    return {"interactive": interactive, "ready": ready, "details": details, "shown": shown}


def webkit(site: Server, article: str) -> list[Visit] | None:
    """Return one first visit (the driver does not keep its profile); None if WebKitGTK is not installed."""
    browser = next(Path("/usr/lib").glob(MINI_BROWSER), None) if os.name == "posix" else None
    if browser is None or not shutil.which("WebKitWebDriver") or not shutil.which("xvfb-run"):
        return None
    sent = site.sent_bytes
    with (
        tempfile.TemporaryDirectory(prefix="youten-bench-", ignore_cleanup_errors=True) as scratch,
        _webdriver(scratch) as call,
    ):
        options = {"webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        made = call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        session = f"/session/{made['sessionId']}"
        try:
            raw = _webkit_visit(call, session, site, article)
        finally:
            call("DELETE", session, None)
    return [_visit(raw, site.sent_bytes - sent)]
