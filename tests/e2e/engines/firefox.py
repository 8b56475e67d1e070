"""Firefox as distributions install it, driven over WebDriver BiDi by a Node process."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.e2e.engines.tab import PATIENCE, SEEN, EngineError, Tab

from sitebuild.browsers import find_firefox
from sitebuild.paths import ROOT

HELPER = Path(__file__).with_name("firefox.mjs")
# Without this, storage.persist() would wait for a prompt.
PREFERENCES = {"permissions.default.persistent-storage": 1}


class Firefox:
    """One browser on a scratch profile; every tab has its own container."""

    name = "firefox"

    def __init__(self, preferences: Mapping[str, object] = {}) -> None:
        executable = find_firefox()
        if executable is None:
            raise EngineError("Firefox is not installed")
        self._scratch = tempfile.TemporaryDirectory(prefix="youten-firefox-", ignore_cleanup_errors=True)
        profile = Path(self._scratch.name) / "profile"
        profile.mkdir()
        self._log = (Path(self._scratch.name) / "log").open("w+", encoding="utf-8")
        self._node = subprocess.Popen(
            ["node", HELPER, executable, profile, json.dumps({**PREFERENCES, **preferences})],
            cwd=ROOT,
            env=os.environ | {"HOME": self._scratch.name},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            encoding="utf-8",
        )
        self.version = self._read()

    def call(self, action: str, **arguments: object) -> Any:
        """Call the helper; raise EngineError with the browser's message."""
        assert self._node.stdin
        self._node.stdin.write(json.dumps({"action": action, **arguments}) + "\n")
        self._node.stdin.flush()
        return self._read()

    def _read(self) -> Any:
        assert self._node.stdout
        line = self._node.stdout.readline()
        if not line:
            self._log.seek(0)
            raise EngineError(f"firefox ended: {self._log.read()[-600:]}")
        answer = json.loads(line)
        if "error" in answer:
            raise EngineError(f"firefox: {answer['error']}")
        return answer["value"]

    def open(self, *, waits: bool = True) -> Tab:
        return FirefoxTab(self, self.call("open", timeout=PATIENCE * 1000))

    def close(self) -> None:
        assert self._node.stdin
        self._node.stdin.close()
        try:
            self._node.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self._node.kill()
            self._node.wait()
        assert self._node.stdout
        self._node.stdout.close()
        self._log.close()
        self._scratch.cleanup()


class FirefoxTab(Tab):
    """A tab, identified by its number."""

    engine = "firefox"

    def __init__(self, browser: Firefox, number: int) -> None:
        self._browser = browser
        self._number = number

    def _call(self, action: str, **arguments: object) -> Any:
        return self._browser.call(action, tab=self._number, **arguments)

    def goto(self, url: str) -> None:
        self._call("goto", url=url)

    def reload(self) -> None:
        self._call("reload")

    def evaluate(self, script: str, *arguments: object) -> Any:
        return self._call("evaluate", script=script, list=arguments)

    def click(self, selector: str) -> None:
        self.until(SEEN, selector)
        self._call("click", selector=selector)

    def type(self, selector: str, text: str) -> None:
        self._call("type", selector=selector, text=text)

    def set_files(self, selector: str, paths: Sequence[Path]) -> None:
        self._call("files", selector=selector, paths=[str(path) for path in paths])

    def resize(self, width: int, height: int) -> None:
        self._call("resize", width=width, height=height)

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._call("screenshot", path=str(path))

    def close(self) -> None:
        self._call("close")
