"""Browsers on the built site, which is served below /repo/ as on GitHub Pages.

``reader`` has the page open: it pastes, waits, and reads what is shown. At the end of each test there must
have been no script error, no policy violation and no request to another server.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Worker,
    sync_playwright,
)
from tests.e2e.engines import ENGINES, Engine, Tab
from tests.e2e.engines.chromium import Chromium
from tests.e2e.engines.firefox import Firefox
from tests.e2e.engines.tab import POLL
from tests.e2e.engines.webkit import WebKit
from tests.e2e.scripts import in_page
from tests.e2e.whole import settled
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/repo/"
SPOKEN = ("error", "status", "note", "notices")  # where the page talks to its reader
PATIENCE = 60.0  # seconds; a slow machine is no failure, a hang is
# A page that does not accept input within this time is one whose failure is tested. Seconds.
MOMENT = 2.0
LISTENS = "() => performance.getEntriesByName('youten:interactive').length > 0"

PASTE = in_page("pasteIntoField")

ARTICLE = """\
海辺の小学校、ヨットの授業を正式な科目に　来年度から
青波日報　2031年9月4日 7時00分

　青波市教育委員会は3日、市立浜口小学校のヨットの授業を来年度から正式な科目にすると決めた。\
対象は5年生と6年生の計48人で、年に12時間を当てる。

　授業は2026年に地元の船大工、遠藤岬さん（67）の呼びかけで始まった。\
「海を怖がるだけでなく、読めるようになってほしい」と遠藤さんは話す。\
これまでに延べ210人の児童が参加し、事故は一度も起きていない。

◇保護者の声で見直し

　市が6月に行った調査では、保護者の84%が続けてほしいと答えた。\
一方、教員の負担が重いという指摘もあり、市は指導員を2人増やす。\
費用は年に約320万円で、市とヨット協会が半分ずつ出す。
"""
OTHER_ARTICLE = """\
山あいの無人駅に図書室　利用は月に千人

　川上町の無人駅に去年できた図書室の利用者が、月に千人を超えた。町が8日に発表した。\
本は町の人が持ち寄った約2800冊で、貸し出しの記録は取らない。

　列車は2時間に1本しか来ない。待つ間に読み始めた本を借りて帰る人が多いという。\
駅の掃除を続けてきた森田杏さん（71）は「話し声のする駅に戻った」と喜ぶ。町は来年、隣の駅にも作る予定だ。
"""


def executable() -> str | None:
    """Return the path of the browser, or None for the one that Playwright installed."""
    return os.environ.get("YOUTEN_CHROMIUM") or find_browser()


class Reader:
    """A user of one page."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.errors: list[str] = []
        self.expected: tuple[str, ...] = ()  # parts of messages that this test provokes
        self.foreign: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._heard)
        page.context.on("request", lambda request: self._note(request.url))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _note(self, address: str) -> None:
        if not address.startswith((self.url, "blob:", "data:")):
            self.foreign.append(address)

    def visit(self, query: str = "") -> Reader:
        """Open the page and wait until it accepts input, which is once the engine has begun to start."""
        self.page.goto(self.url + query)
        end = time.monotonic() + MOMENT
        while time.monotonic() < end and not self.page.evaluate(LISTENS):
            time.sleep(0.02)
        return self

    @property
    def field(self) -> Any:
        """Return the article's field, found by its accessible name."""
        return self.page.get_by_role("textbox", name="記事")

    @property
    def list(self) -> Any:
        """Return the summary, found by its accessible name; there is none while the box is provisional."""
        return self.page.get_by_role("list", name="AI要約")

    def paste(self, text: str) -> Reader:
        """Replace the article in one step, as a paste does (Playwright's fill goes line by line)."""
        self.page.evaluate(PASTE, text)
        return self

    def until(self, script: str, argument: object = None, *, patience: float = PATIENCE) -> None:
        """Wait until a script returns a true value (the page's policy forbids Playwright's own waiting)."""
        end = time.monotonic() + patience
        while not self.page.evaluate(script, argument):
            assert time.monotonic() < end, f"still waiting for {script}; the page says: {self.said()}"
            time.sleep(POLL)

    def until_ready(self) -> Reader:
        """Wait until the engine is ready."""
        self.until("() => document.documentElement.dataset.engine === 'ready'")
        return self

    def worker(self) -> Worker:
        """Return the engine's worker; the fetcher may still exist when the engine is ready."""
        end = time.monotonic() + PATIENCE
        while len(found := self.page.workers) != 1:
            assert time.monotonic() < end, [worker.url for worker in found]
            self.page.wait_for_timeout(20)
        return found[0]

    def until_summary(self) -> list[str]:
        """Wait for the next summary, or one that has just come, and return its sentences."""
        self.until("() => performance.getEntriesByName('youten:summary').length > 0")
        return self.summary()

    def summary(self) -> list[str]:
        """Return the sentences in the box."""
        return [str(text) for text in self.list.get_by_role("listitem").all_text_contents()]

    def marks(self) -> list[str]:
        """Return the marked parts of the article without what was trimmed in them."""
        return [str(text) for text in self.page.evaluate(in_page("markedTexts"))]

    def timings(self) -> list[dict[str, Any]]:
        """Return the User Timing marks in order of time."""
        script = """() => performance.getEntriesByType('mark').filter(({name}) => name.startsWith('youten:'))
            .map(({name, startTime, detail}) => ({name, startTime, detail}))"""
        return list(self.page.evaluate(script))

    def engine(self) -> str:
        """Return the state of the engine: loading, ready or failed."""
        return str(self.page.locator("html").get_attribute("data-engine"))

    def said(self) -> str:
        """Return error, status and note as shown."""
        parts = [self.page.locator(f"#{name}").text_content() for name in SPOKEN]
        return " / ".join(part for part in parts if part)

    def check(self) -> None:
        """Check that nothing failed that this test did not provoke."""
        assert self.foreign == []
        assert [error for error in self.errors if not any(part in error for part in self.expected)] == []


@pytest.fixture(scope="session")
def dist() -> Path:
    """Return the built site."""
    folder = Path(os.environ.get("YOUTEN_DIST") or ROOT / "dist")
    assert (folder / "index.html").is_file(), "There is no site to test: run `python3 build.py` first."
    return folder


@pytest.fixture
def server(dist: Path) -> Iterator[Server]:
    with Server(dist, prefix=PREFIX) as running:
        yield running


@pytest.fixture(scope="module")
def shared_server(dist: Path) -> Iterator[Server]:
    """Serve the site for all tests of a file, so that what a tab has stored is of one origin."""
    with Server(dist, prefix=PREFIX) as running:
        yield running


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    browser = driver.chromium.launch(executable_path=executable(), args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that uses ``engine`` or ``tab`` in each browser, or in those that its mark names."""
    if "engine" in metafunc.fixturenames:
        mark = metafunc.definition.get_closest_marker("engines")
        metafunc.parametrize("engine", mark.args if mark else ENGINES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    browser = Firefox()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit() -> Iterator[WebKit]:
    browser = WebKit()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> Engine:
    """Start one of the three browsers once per session."""
    browser = request.getfixturevalue(request.param)
    return Chromium(browser) if request.param == "chromium" else browser


@pytest.fixture
def tab(engine: Engine) -> Iterator[Tab]:
    """Open a new tab in each of the three browsers (see tests/e2e/engines)."""
    opened = engine.open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared_tab(engine: Engine) -> Iterator[Tab]:
    """Open one tab in each of the three browsers for all tests of a file; what they store stays."""
    opened = engine.open()
    yield opened
    opened.close()


Opener = Callable[..., Reader]


@pytest.fixture
def open_reader(chromium: Browser, server: Server) -> Iterator[Opener]:
    """Return a function that makes readers with their own profiles; options as for Playwright contexts."""
    opened: list[tuple[BrowserContext, Reader]] = []

    def make(**options: Any) -> Reader:
        context = chromium.new_context(**{"locale": "ja-JP"} | options)
        reader = Reader(context.new_page(), server.url)
        opened.append((context, reader))
        return reader

    yield make
    for context, reader in opened:
        context.close()
        reader.check()


@pytest.fixture
def reader(open_reader: Opener) -> Reader:
    """Return a Japanese reader on a desktop."""
    return open_reader()


@pytest.fixture(scope="module")
def returned(chromium: Browser, shared_server: Server) -> Iterator[Reader]:
    """Open one page for all tests of a file, on a profile that has stored the site's files."""
    context = chromium.new_context(locale="ja-JP", permissions=["clipboard-read", "clipboard-write"])
    reader = Reader(context.new_page(), shared_server.url)
    settled(reader.visit())
    yield reader
    context.close()


@pytest.fixture
def returning(returned: Reader) -> Iterator[Reader]:
    """Return a reader who has been here before and whose browser keeps the site's files but no text.

    A visit costs half of a first one. Tests that change the page before it opens (routes, scripts, screen)
    or count what it fetches need a ``reader``.
    """
    returned.page.goto(f"{returned.url}check.html")  # a page of this origin that keeps nothing by itself
    returned.page.evaluate(in_page("forgetTexts"))
    returned.errors, returned.foreign, returned.expected = [], [], ()
    yield returned
    returned.check()


@pytest.fixture
def article() -> str:
    return ARTICLE


@pytest.fixture
def other_article() -> str:
    return OTHER_ARTICLE


@pytest.fixture
def trimmed_article() -> str:
    """Return an article whose summary has a visible cut."""
    return (ROOT / "tests" / "articles" / "disaster" / "page.txt").read_text(encoding="utf-8")


@pytest.fixture
def open_profile(driver: Playwright, tmp_path: Path) -> Iterator[Callable[[str], Reader]]:
    """Return a function that starts the browser on the same profile each time; close each before the next."""
    contexts: list[BrowserContext] = []

    def make(url: str) -> Reader:
        context = driver.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=executable(), args=CHROMIUM_FLAGS, locale="ja-JP"
        )
        contexts.append(context)
        return Reader(context.pages[0], url)

    yield make
    for context in contexts:
        context.close()
