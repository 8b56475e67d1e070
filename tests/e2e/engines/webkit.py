"""WebKitGTK, the engine family of Safari, driven by W3C WebDriver calls to its own driver.

Source: https://www.w3.org/TR/webdriver2/. A tab is a session, and a session is a browser process; the driver
keeps no storage after it.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.e2e.engines.tab import PATIENCE, SEEN, EngineError, Tab

from sitebuild.browsers import find_webkit

START_PATIENCE = 20.0  # seconds; it takes two
STOP_PATIENCE = 10.0  # seconds
STARTS = 4
# A display whose number no other process of a parallel run tries to take at the same time.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
DISPLAY = ("xvfb-run", "-a", "-n", str(99 + 100 * WORKER), "-s", "-screen 0 1400x1000x24")
# W3C WebDriver's name for the reference to an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# The driver itself does not, while the page still loads.
INTO_VIEW = "(selector) => document.querySelector(selector).scrollIntoView({ block: 'nearest' })"
CALL = """
    const [list, done] = arguments;
    Promise.resolve().then(() => (%s)(...list)).then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) }));
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class WebKit:
    """The driver on a virtual display."""

    name = "webkit"

    def __init__(self) -> None:
        binary = find_webkit()
        if binary is None:
            raise EngineError("WebKitGTK's driver, its MiniBrowser or xvfb is not installed")
        self._binary = binary
        self._scratch = tempfile.TemporaryDirectory(prefix="youten-webkit-", ignore_cleanup_errors=True)
        self._start()

    def _start(self) -> None:
        names = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        folders = dict.fromkeys(names, self._scratch.name)
        self._port = _free_port()
        self._process = subprocess.Popen(
            [*DISPLAY, "WebKitWebDriver", f"--port={self._port}"],
            env=os.environ | folders | self._japanese(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._await_start()

    def _japanese(self) -> dict[str, str]:
        """Make a Japanese locale in the scratch folder, the only way to set the browser's language."""
        target = Path(self._scratch.name) / "ja_JP.UTF-8"
        command = ["localedef", "-i", "ja_JP", "-f", "UTF-8", target]
        subprocess.run(command, capture_output=True, check=False)  # warnings count as failure
        return {"LOCPATH": self._scratch.name, "LC_ALL": target.name}

    def _await_start(self) -> None:
        end = time.monotonic() + START_PATIENCE
        while True:
            try:
                self.call("GET", "/status")
                return
            except (OSError, EngineError) as error:
                if time.monotonic() > end or self._process.poll() is not None:
                    self.close()
                    raise EngineError("webkit: the driver does not answer") from error
                time.sleep(0.1)

    def call(self, method: str, path: str, body: object = None, *, patience: float = 2 * PATIENCE) -> Any:
        """Call the driver; raise EngineError with its message, or TimeoutError after ``patience``."""
        data = None if body is None else json.dumps(body).encode()
        address = f"http://127.0.0.1:{self._port}{path}"
        request = urllib.request.Request(address, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=patience) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                said = error.read().decode(errors="replace")
            raise EngineError(f"webkit: {said[:600]}") from error

    def open(self, *, waits: bool = True) -> Tab:
        options = {"binary": str(self._binary), "args": ["--automation"]}
        capabilities = {
            "pageLoadStrategy": "normal" if waits else "none",
            "webkitgtk:browserOptions": options,
            "timeouts": {"script": int(PATIENCE * 1000), "pageLoad": int(PATIENCE * 1000)},
        }
        wanted = {"capabilities": {"alwaysMatch": capabilities}}
        for _ in range(STARTS):
            try:
                made = self.call("POST", "/session", wanted, patience=START_PATIENCE)
                return WebKitTab(self, f"/session/{made['sessionId']}")
            except (OSError, EngineError) as error:
                # Sometimes the driver and the browser that it starts do not connect, and both wait forever.
                failure = error
                self._stop()
                self._start()
        raise EngineError(f"webkit: no browser in {STARTS} starts") from failure

    def _stop(self) -> None:
        for blow in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, blow)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_PATIENCE)
                return

    def close(self) -> None:
        self._stop()
        self._scratch.cleanup()


class WebKitTab(Tab):
    """A session of the driver."""

    engine = "webkit"

    def __init__(self, driver: WebKit, session: str) -> None:
        self._driver = driver
        self._session = session

    def _post(self, path: str, **body: object) -> Any:
        return self._driver.call("POST", f"{self._session}/{path}", body)

    def _element(self, selector: str) -> str:
        found = self._post("element", using="css selector", value=selector)
        return f"element/{found[ELEMENT]}"

    def goto(self, url: str) -> None:
        self._post("url", url=url)

    def reload(self) -> None:
        self._post("refresh")

    def evaluate(self, script: str, *arguments: object) -> Any:
        answer = self._post("execute/async", script=CALL % script, args=[list(arguments)])
        if "error" in answer:
            raise EngineError(f"webkit: {answer['error']}")
        return answer["value"]

    def click(self, selector: str) -> None:
        self.until(SEEN, selector)
        self.evaluate(INTO_VIEW, selector)
        self._post(f"{self._element(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        self._post(f"{self._element(selector)}/value", text=text)

    def set_files(self, selector: str, paths: Sequence[Path]) -> None:
        self._post(f"{self._element(selector)}/value", text="\n".join(str(path.resolve()) for path in paths))

    def resize(self, width: int, height: int) -> None:
        self._post("window/rect", width=width, height=height)

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(self._driver.call("GET", f"{self._session}/screenshot")))

    def close(self) -> None:
        self._driver.call("DELETE", self._session)
