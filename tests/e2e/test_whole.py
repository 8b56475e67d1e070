"""Releases never mix, and stored files stay intact: cuts, deployments, damage, full and forbidden storage.

Each line of the bench `trust` is a test of this file with more repetitions (YOUTEN_FULL): every file, every
point. Here a few different ones are tested.
"""

from __future__ import annotations

import os
import random
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error
from tests.e2e import whole
from tests.e2e.conftest import PASTE
from tests.e2e.whole import settled
from tests.server import Server

from sitebuild import words

JAPANESE = words.catalogue("ja")
FULL = bool(os.environ.get("YOUTEN_FULL"))
CUTS = 20 if FULL else 2
DEPLOYS = 10 if FULL else 2
# The browser reports interrupted files in several ways.
NOISE = (
    "Failed to load",
    "engine:",
    "net::",
    "ServiceWorker",
    "Failed to fetch",
    "module script",
    "MIME type",
)
UNREACHABLE = "ファイルを読み込めませんでした"
PASTE_IF_THERE = f"(text) => {{ if (document.querySelector('#field')) ({PASTE})(text); }}"
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
# Whether the page reports a damaged or missing file.
SAID = """() => {
    const shown = document.body.innerText + getComputedStyle(document.body, '::before').content;
    const words = ['壊れて', '読み込めませんでした', '見つかりませんでした', 'まだ届いていません'];
    return words.some((word) => shown.includes(word));
}"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"


@pytest.fixture(scope="module")
def newer(dist, tmp_path_factory):
    """Make another release of the site, to be deployed over it."""
    return whole.next_release(dist, tmp_path_factory.mktemp("newer") / "site", "newer")


@pytest.fixture
def visitor(open_reader):
    """Return a function that makes a reader of a server that the test starts itself."""

    def make(server):
        reader = open_reader()
        reader.url, reader.expected = server.url, NOISE
        return reader

    return make


def until_loaded(reader, site):
    """Close and open the page until the release of this site is loaded, a few times at most."""
    for _ in range(5):
        reader.page.goto("about:blank")
        reader.page.wait_for_timeout(1000)
        settled(reader.visit().until_ready())
        if reader.page.evaluate(whole.LOADED) == [whole.name_of(site)]:
            return
    raise AssertionError(f"still not {whole.name_of(site)}")


def stored(reader):
    return reader.page.evaluate(whole.STORED)


def first_visit(dist, visitor):
    """Return the bytes and requests of a whole first visit."""
    with Server(dist, prefix="/repo/") as server:
        reader = visitor(server)
        settled(reader.visit())
        reader.page.goto("about:blank")
        return server.sent_bytes, len(server.requests)


def update(reader):
    """Let the browser look for a newer release."""
    reader.page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")


def test_a_cut_install_is_whole_after_the_next_visit(dist, visitor, article, record_property):
    """The network fails at random points; after one more visit everything is stored and works offline."""
    total, _ = first_visit(dist, visitor)
    points = random.Random(8).sample(range(total // 50, total), CUTS)  # noqa: S311
    for point in points:
        with Server(dist, prefix="/repo/") as server:
            reader = visitor(server)
            server.left = point
            with suppress(Error):  # the interrupted file may be the page itself
                reader.visit()
            reader.page.wait_for_timeout(1500)
            server.left = None
            settled(reader.visit().until_ready())
            assert whole.wrong(stored(reader), [dist], server.url) == []
            assert whole.missing(stored(reader), dist, server.url) == []
        assert len(reader.visit().paste(article).until_summary()) == 3
        reader.page.context.close()
    record_property("whole", f"{CUTS} of {CUTS}")


def test_a_deploy_during_an_install_mixes_nothing(dist, newer, visitor, article, record_property):
    """The site changes after some requests; all loaded and stored files are of one release."""
    _, count = first_visit(dist, visitor)
    points = [1 + number * (count - 1) // DEPLOYS for number in range(DEPLOYS)]
    for point in points:
        with Server(dist, prefix="/repo/") as server:

            def deploy(path, server=server, point=point):
                if len(server.requests) >= point:
                    server.folder = newer

            server.on_request = deploy
            reader = visitor(server)
            assert len(reader.visit().paste(article).until_summary()) == 3
            assert len(reader.page.evaluate(whole.LOADED)) == 1
            settled(reader)
            assert whole.wrong(stored(reader), [dist, newer], server.url) == []
            until_loaded(reader, newer)
            assert whole.wrong(stored(reader), [dist, newer], server.url) == []
            assert whole.missing(stored(reader), newer, server.url) == []
            reader.page.context.close()
    record_property("mixed", f"0 of {DEPLOYS}")


def deployed_under(reader, server, newer, article):
    """Deploy a release while a reader has the previous one stored and a summary: (reader, its lines)."""
    settled(reader.visit())
    settled(reader.visit())
    lines = reader.paste(article).until_summary()
    server.folder = newer
    update(reader)
    return reader, lines


def test_a_deploy_in_the_middle_of_a_visit_changes_nothing_under_the_reader(
    dist, newer, visitor, article, other_article
):
    """The new release waits, text and page stay; the next visit has it, and the old one is deleted."""
    with Server(dist, prefix="/repo/") as server:
        reader, lines = deployed_under(visitor(server), server, newer, article)
        reader.until(WAITING)
        assert reader.page.evaluate(whole.LOADED) == [whole.name_of(dist)]
        assert reader.field.input_value() == article
        assert len(reader.paste(other_article).until_summary()) == 3
        assert whole.wrong(stored(reader), [dist, newer], server.url) == []
        until_loaded(reader, newer)
        assert reader.paste(article).until_summary() == lines
        reader.until("async () => (await caches.keys()).filter((n) => n.startsWith('youten@')).length === 1")
        assert whole.missing(stored(reader), newer, server.url) == []


def test_the_reader_may_ask_for_the_new_release(dist, newer, visitor, article):
    """A notice offers it; after the change the text is there again.

    While a second page is open nothing changes, because someone may be writing there.
    """
    with Server(dist, prefix="/repo/") as server:
        reader, lines = deployed_under(visitor(server), server, newer, article)
        switch = reader.page.get_by_role("button", name="切り替える")
        switch.wait_for()
        other = reader.page.context.new_page()
        other.goto(server.url)
        switch.click()
        reader.until("() => document.querySelector('#error').textContent.includes('ほかのタブ')")
        assert reader.page.evaluate(whole.LOADED) == [whole.name_of(dist)]
        assert reader.summary() == lines
        other.close()
        with reader.page.expect_navigation():
            switch.click()
        assert reader.until_ready().until_summary() == lines
        assert reader.field.input_value() == article
        assert reader.page.evaluate(whole.LOADED) == [whole.name_of(newer)]
        assert whole.wrong(stored(reader), [dist, newer], server.url) == []


KINDS = ("/", "/app.css", "/app.js", "/engine.html", "/engine.js", "asm.wasm", "dictionary.bin.gz")


def chosen(site, url):
    """Return the files to damage: all of them, or one of each kind."""
    every = list(whole.expected(site, url))
    return every if FULL else [next(one for one in every if one.endswith(kind)) for kind in KINDS]


def test_a_damaged_file_is_repaired(dist, visitor, article, record_property):
    """One byte is changed in each stored file in turn; the summary is right, and the file is stored again."""
    with Server(dist, prefix="/repo/") as server:
        reader = visitor(server)
        settled(reader.visit())
        lines = reader.paste(article).until_summary()
        for address in chosen(dist, server.url):
            assert reader.page.evaluate(whole.FLIP, address) > 0
            assert reader.visit().paste(article).until_summary() == lines
            settled(reader)
            if whole.wrong(stored(reader), [dist], server.url):
                # This visit did not need the file (a late part); a request for it gets the right one.
                reader.page.evaluate("async (url) => void (await (await fetch(url)).arrayBuffer())", address)
            assert whole.wrong(stored(reader), [dist], server.url) == [], address
        record_property("repaired", f"{len(chosen(dist, server.url))} files")


@contextmanager
def stored_visit(dist, visitor, article):
    """Return a reader with everything stored and the right summary, whose server is gone."""
    with Server(dist, prefix="/repo/") as server:
        server.cache_control = (
            "no-store"  # or the browser's own cache still has the file that is damaged in ours
        )
        reader = visitor(server)
        settled(reader.visit())
        lines = reader.paste(article).until_summary()
    yield reader, lines


def test_a_damaged_file_offline_ends_in_a_sentence(dist, visitor, article, record_property):
    """The damaged file is not used; the page, or a replacement for it, says what is wrong."""
    said = 0
    with stored_visit(dist, visitor, article) as (reader, lines):
        for address in chosen(dist, reader.url):
            assert reader.page.evaluate(whole.FLIP, address) > 0
            reader.visit()
            reader.page.evaluate(PASTE_IF_THERE, article)
            reader.until(f"() => ({SAID})() || ({SUMMARISED})()")
            if not reader.page.evaluate(SAID):
                # Not needed for a summary, so everything works.
                assert not address.endswith(KINDS)
                assert reader.summary() == lines
            else:
                said += 1
            assert reader.page.evaluate(whole.FLIP, address) > 0
        assert reader.visit().paste(article).until_summary() == lines
        count = len(chosen(dist, reader.url))
    record_property("a sentence", f"{said}, unneeded {count - said}, of {count} files")


# Section of words, or part of a file's name -> the control that needs the script.
LATE = {
    "settings": "#settings",
    "proof": "#proof",
    "share": "#use",
    "bookmarklet": "#bookmarklet",
    "samples": "#samples button",
    "reasons": "#lines .why",
    "storage": "#offline button",
}


def late_script(dist, part):
    """Return the path of a late script: the one with the longest sentence of its words, or of its name."""
    longest = max(JAPANESE[part].values(), key=len) if part in JAPANESE else None
    found = [
        path.relative_to(dist).as_posix()
        for path in dist.glob("r/*/app/*.js")
        if (longest in path.read_text(encoding="utf-8") if longest else path.name.startswith(f"{part}.late"))
    ]
    (script,) = found
    return script


def test_a_part_that_cannot_be_had_is_told(dist, visitor, article):
    """A late part is damaged and there is no network: there is a message, and everything else works."""
    with stored_visit(dist, visitor, article) as (reader, lines):
        for part, control in LATE.items():
            address = f"{reader.url}{late_script(dist, part)}"
            assert address in whole.expected(dist, reader.url)
            assert reader.page.evaluate(whole.FLIP, address) > 0
            reader.visit()
            # Not earlier: the draft is restored by the page's scripts.
            reader.until("() => performance.getEntriesByName('youten:interactive').length > 0")
            reader.paste(article if "samples" not in part else "")
            reader.until("(part) => document.querySelector(part)?.checkVisibility()", control)
            reader.page.evaluate("(part) => document.querySelector(part).click()", control)
            reader.until("() => document.querySelector('#error').textContent !== ''")
            assert UNREACHABLE in reader.said(), part
            assert reader.paste(article + "\n").until_summary() == lines
            assert reader.page.evaluate(whole.FLIP, address) > 0  # as it was


def test_an_evicted_file_comes_back(dist, visitor, article):
    """A file that the browser has evicted is fetched and stored again."""
    with Server(dist, prefix="/repo/") as server:
        reader = visitor(server)
        settled(reader.visit())
        for address in chosen(dist, server.url):
            reader.page.evaluate(whole.EVICT, address)
        assert len(reader.visit().paste(article).until_summary()) == 3
        assert whole.missing(stored(reader), dist, server.url) == []


def test_a_host_that_unpacks_gz_files_on_the_way(dist, visitor, article):
    """With .gz sent as an encoding, the engine starts, and everything is stored."""
    with Server(dist, prefix="/repo/") as server:
        server.names_gzip = True
        reader = visitor(server)
        settled(reader.visit())
        lines = reader.paste(article).until_summary()
        assert whole.missing(stored(reader), dist, server.url) == []
    assert reader.visit().paste(article).until_summary() == lines


@pytest.mark.parametrize("quota", [0, 100_000, 3_000_000, 8_000_000, 40_000_000] if FULL else [0, 3_000_000])
def test_any_quota_leaves_the_page_usable(server, open_reader, article, quota):
    """If storage is full at any point, only the notice of offline use is missing."""
    reader = open_reader()
    reader.expected = (*NOISE, "Quota", "quota")
    session = reader.page.context.new_cdp_session(reader.page)
    origin = server.url.removesuffix("/repo/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": quota})
    lines = reader.visit().paste(article).until_summary()
    assert len(lines) == 3
    reader.page.wait_for_timeout(1500)
    assert reader.visit().paste(article).until_summary() == lines
    assert reader.engine() == "ready"


BLOCKED = """
    for (const name of ['caches', 'localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(self, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
"""


@pytest.mark.parametrize("way", ["storage blocked", "service workers off"])
def test_without_storage_the_page_works(open_reader, article, way):
    """In a private window the summary is the same, without a message."""
    reader = open_reader(**({"service_workers": "block"} if way == "service workers off" else {}))
    if way == "storage blocked":
        reader.page.add_init_script(BLOCKED)
    lines = reader.visit().paste(article).until_summary()
    assert reader.visit().paste(article).until_summary() == lines
    assert len(lines) == 3
