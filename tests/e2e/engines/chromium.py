"""Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error
from tests.e2e.engines.tab import PATIENCE, EngineError, Tab

# Playwright hands over one argument; the function takes as many as there are.
CALL = "async (list) => (%s)(...list)"


class ChromiumTab(Tab):
    """One context with one page; ``page`` is Playwright's, for tests that only run in Chromium."""

    engine = "chromium"

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)

    def goto(self, url: str) -> None:
        self._try(lambda: self.page.goto(url))

    def reload(self) -> None:
        self._try(self.page.reload)

    def evaluate(self, script: str, *arguments: object) -> Any:
        return self._try(lambda: self.page.evaluate(CALL % script, list(arguments)))

    def click(self, selector: str) -> None:
        self._try(lambda: self.page.locator(selector).first.click())

    def type(self, selector: str, text: str) -> None:
        self._try(lambda: self.page.locator(selector).first.press_sequentially(text))

    def set_files(self, selector: str, paths: Sequence[Path]) -> None:
        self._try(lambda: self.page.locator(selector).first.set_input_files(list(paths)))

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        self._try(lambda: self.page.screenshot(path=path))

    def close(self) -> None:
        self._context.close()

    @staticmethod
    def _try(work: Any) -> Any:
        try:
            return work()
        except Error as error:
            raise EngineError(f"chromium: {error}") from error


class Chromium:
    """Tabs of a browser that is started and ended elsewhere."""

    name = "chromium"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def open(self, *, waits: bool = True) -> Tab:
        return ChromiumTab(self._browser.new_context(locale="ja-JP"))

    def close(self) -> None:
        """Do nothing: the browser is ended elsewhere."""
