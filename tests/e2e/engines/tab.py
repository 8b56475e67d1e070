"""The interface of a browser for tests: a tab with its own storage."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 90.0  # seconds; a slow machine is no failure, a hang is
POLL = 0.05  # seconds

PASTE = """(selector, text) => {
    const field = document.querySelector(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}"""
# Whether an element is drawn; a page may be held back for a moment after it has loaded.
SEEN = "(selector) => document.querySelector(selector)?.getClientRects().length > 0"


class EngineError(Exception):
    """The browser refused or did not answer; the text is its message."""


class Tab(ABC):
    """A tab whose cookies, caches and service workers are not shared; they are deleted when it is closed.

    ``script`` is always the source of a JavaScript function, which may be async; arguments and result are
    JSON values. Selectors are CSS. Nothing here needs what a strict policy forbids.
    """

    engine: str

    @abstractmethod
    def goto(self, url: str) -> None:
        """Open an address and wait for the page's load event; raise EngineError if there is none."""

    def begin(self, url: str) -> None:
        """Navigate to an address without waiting for anything."""
        self.evaluate("(url) => { setTimeout(() => { window.location.href = url; }, 0); }", url)

    @abstractmethod
    def reload(self) -> None:
        """Load the same address again."""

    @abstractmethod
    def evaluate(self, script: str, *arguments: object) -> Any:
        """Call ``script`` in the page; its exceptions are raised as EngineError."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click with the pointer, in the middle of the first element that matches."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Press keys with the element in focus. All browsers accept Latin text, some also other text."""

    @abstractmethod
    def set_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files in an ``<input type=file>``."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Set the size of the view, in CSS pixels (WebKitGTK: of the window)."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Save a picture of the view as PNG."""

    @abstractmethod
    def close(self) -> None:
        """Close the tab and delete its storage."""

    def paste(self, selector: str, text: str) -> None:
        """Replace the text of a field in one step, with the event of a paste."""
        self.evaluate(PASTE, selector, text)

    def text(self, selector: str) -> str:
        """Return the text of the first element that matches, or ""."""
        found = self.evaluate("(selector) => document.querySelector(selector)?.textContent ?? ''", selector)
        return str(found)

    def until(self, script: str, *arguments: object, patience: float = PATIENCE) -> Any:
        """Call ``script`` until it returns a true value, and return that."""
        end = time.monotonic() + patience
        while not (found := self.evaluate(script, *arguments)):
            if time.monotonic() > end:
                raise EngineError(f"{self.engine}: still waiting for {script}")
            time.sleep(POLL)
        return found


class Engine(Protocol):
    """A running browser."""

    name: str

    def open(self, *, waits: bool = True) -> Tab:
        """Open a tab with its own storage; without ``waits``, one to use while a page still loads."""

    def close(self) -> None:
        """End the browser."""
