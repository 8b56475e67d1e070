"""A host page on another origin and host name, with our site embedded in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.e2e import scripts
from tests.e2e.conftest import PATIENCE, executable
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS

IN_PAGE = scripts.functions(Path(__file__).with_name("in-page.js"))


def article_html(text: str) -> str:
    """Return an article of the tests in a blog's markup."""
    title, *lines = [line for line in text.splitlines() if line.strip()]
    return f"<h1>{title}</h1>" + "".join(f"<p>{line.strip()}</p>" for line in lines)


class Host:
    """The host page's server: ``localhost``, while our site is ``127.0.0.1``."""

    def __init__(self, folder: Path, site: Server) -> None:
        self.folder = folder
        self.site = site
        about = json.loads((site.folder / "embed" / "latest" / "integrity.json").read_text())
        self.version = about["version"]
        self.integrity: dict[str, str] = about["integrity"]
        self.server = Server(folder, host="localhost")

    def address(self, name: str) -> str:
        """Return the permanent address of one of our scripts."""
        return f"{self.site.url}embed/{self.version}/{name}"

    def script(self, name: str = "box.js", attributes: str = "") -> str:
        """Return the element that loads it, as in the guides."""
        return (
            f'<script async src="{self.address(name)}" integrity="{self.integrity[name]}" '
            f'crossorigin="anonymous" {attributes}></script>'
        )

    def page(self, body: str, *, head: str | None = None, name: str = "index.html") -> str:
        """Write a page and return its address."""
        head = self.script() if head is None else head
        text = f'<!doctype html><html lang="ja"><meta charset="utf-8"><title>blog</title>{head}{body}'
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.server.url + name


@pytest.fixture
def host(tmp_path: Path, server: Server) -> Iterator[Host]:
    folder = tmp_path / "host"
    folder.mkdir()
    (folder / "favicon.ico").write_bytes(b"")
    made = Host(folder, server)
    with made.server:
        yield made


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a new context; at the end, no script may have failed."""
    opened: list[Page] = []
    errors: list[str] = []

    def make(url: str, **options: Any) -> Page:
        page = chromium.new_context(**{"locale": "ja-JP"} | options).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.set_default_timeout(PATIENCE * 1000)
        opened.append(page)
        page.goto(url)
        return page

    yield make
    for page in opened:
        page.context.close()
    assert errors == []


def sentences(page: Page, selector: str = "youten-box", *, click: bool = True) -> list[str]:
    """Press the box's button and wait for the sentences."""
    page.wait_for_function("(selector) => document.querySelector(selector)?.shadowRoot", arg=selector)
    if click:
        page.evaluate(IN_PAGE["click"], selector)
    page.locator(f"{selector} .text").first.wait_for()
    return list(page.evaluate(IN_PAGE["lines"], selector))


@pytest.fixture
def start_chromium(driver: Any, tmp_path: Path) -> Iterator[Callable[..., Browser]]:
    """Start Chromium without Playwright, whose own start disables the partitioning of storage.

    ``preferences`` are those of the profile, as its settings page would write them.
    """
    running: list[subprocess.Popen[str]] = []

    def start(flags: tuple[str, ...], preferences: dict[str, object]) -> Browser:
        profile = tmp_path / f"profile-{len(running)}"
        (profile / "Default").mkdir(parents=True)
        (profile / "Default" / "Preferences").write_text(json.dumps(preferences))
        path = executable() or driver.chromium.executable_path
        command = [path, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
        log = profile / "log"
        with log.open("w") as output:
            process = subprocess.Popen(
                [*command, *CHROMIUM_FLAGS, *flags, "about:blank"],
                stdout=subprocess.DEVNULL,
                stderr=output,
                env=os.environ | {"HOME": str(profile)},
                text=True,
            )
        running.append(process)
        found = None
        while found is None:
            found = re.search(r"DevTools listening on (ws://\S+)", log.read_text(errors="replace"))
            assert process.poll() is None, log.read_text(errors="replace")
        return driver.chromium.connect_over_cdp(found[1])

    yield start
    for process in running:
        process.terminate()
        process.wait()
