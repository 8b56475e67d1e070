"""After one visit the page works without the server, and that visit transferred every file once."""

from __future__ import annotations

import shutil
from collections import Counter

from tests.e2e import whole
from tests.e2e.whole import NOTICE, settled
from tests.server import Server
from tests.subsequence import is_subsequence


def test_a_new_article_is_summarised_without_the_server(dist, open_profile, article, other_article):
    """The engine works after the server is stopped and the browser restarted on its profile."""
    with Server(dist, prefix="/repo/") as server:
        first = open_profile(server.url)
        first.visit().paste(article).until_summary()
        settled(first)
        first.check()
        first.page.context.close()
    second = open_profile(server.url)
    lines = second.visit().paste(other_article).until_summary()
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, other_article)] == []
    settled(second)
    second.check()


def test_a_first_visit_transfers_each_file_once(server, open_profile, article):
    """The service worker stores files from the browser's cache, where the engine has just put them.

    The engine's frame is a navigation, which browsers cache separately; it is half a kilobyte.
    """
    reader = open_profile(server.url)
    reader.visit().paste(article).until_summary()
    settled(reader)
    counts = Counter(path.rsplit("/", 1)[-1] for path in server.requests)
    assert counts.pop("engine.html") <= 2
    assert [name for name, count in counts.items() if count > 1] == []
    assert [path for path in server.requests if "/stock/" in path] == []


def test_a_second_visit_asks_the_server_for_nothing_but_the_service_worker(server, open_profile, article):
    """A stored release is used completely; only the browser's check for a newer sw.js is sent."""
    first = open_profile(server.url)
    first.visit().until_ready()
    settled(first)
    first.page.context.close()
    server.requests.clear()
    second = open_profile(server.url)
    assert len(second.visit().paste(article).until_summary()) == 3
    assert {path.rsplit("/", 1)[-1] for path in server.requests} <= {"sw.js"}


def test_other_caches_of_the_origin_are_left_alone(reader):
    """Other applications use the same origin under other paths."""
    reader.visit()
    reader.page.evaluate("async () => void (await caches.open('somebody-else'))")
    settled(reader)
    names = reader.page.evaluate("() => caches.keys()")
    assert "somebody-else" in names
    assert len([name for name in names if name.startswith("youten@")]) == 1


# Files of the origin's private file system: folder -> file -> bytes.
FOLDERS = """async () => {
    const found = {};
    for await (const folder of (await navigator.storage.getDirectory()).values()) {
        found[folder.name] = {};
        for await (const file of folder.values()) found[folder.name][file.name] = (await file.getFile()).size;
    }
    return found;
}"""


def test_the_large_files_are_stored_once_and_outside_of_the_cache(dist, reader):
    """They are in the file system; other files there stay."""
    reader.visit()
    reader.page.evaluate("""async () => {
        const root = await navigator.storage.getDirectory();
        await root.getDirectoryHandle('somebody-else', { create: true });
    }""")
    settled(reader)
    folders = reader.page.evaluate(FOLDERS)
    assert folders.pop("somebody-else") == {}
    ((folder, files),) = folders.items()
    assert folder == whole.store_of(dist, reader.url)
    wasm = ["pyodide.asm.wasm", "pyodide.whole.wasm"]
    assert sorted(files) == ["costs.bin", "dictionary.bin.gz", *wasm, "snapshot.bin.gz"]
    assert min(files.values()) > 1_000_000
    names = [address.rsplit("/", 1)[-1] for _, address, _ in reader.page.evaluate(whole.STORED)]
    assert [name for name in files if names.count(name) > 1] == []


def test_what_is_made_of_the_dictionary_is_made_anew_where_it_is_damaged(dist, reader, article):
    """A start works without the damaged costs; by the next visit they are stored again."""
    lines = settled(reader.visit()).paste(article).until_summary()
    name = whole.store_of(dist, reader.url)
    size = reader.page.evaluate(FOLDERS)[name]["costs.bin"]
    address = f"{reader.url}r/{whole.name_of(dist)}/costs.bin"
    assert reader.page.evaluate(whole.FLIP, address) == size
    assert reader.visit().paste(article).until_summary() == lines
    settled(reader)
    reader.until(f"async ([name, size]) => (await ({FOLDERS})())[name]['costs.bin'] === size", [name, size])
    assert reader.visit().paste(article).until_summary() == lines


def test_a_damaged_file_is_not_stored(dist, open_profile, tmp_path):
    """The page requests a wrong file again, then works without offline use."""
    site = tmp_path / "site"
    shutil.copytree(dist, site, ignore=shutil.ignore_patterns("stock"))
    (style,) = site.glob("r/*/app.css")
    style.write_bytes(style.read_bytes().replace(b"}", b" }", 1))
    with Server(site, prefix="/repo/") as server:
        reader = open_profile(server.url)
        reader.expected = ("app.css",)
        reader.visit().until_ready()
        reader.until("async () => (await navigator.serviceWorker.getRegistration()) !== undefined")
        reader.until("async () => (await navigator.serviceWorker.getRegistration()) === undefined")
        assert [path for path in server.requests if path.endswith("app.css")] != []
        style_address = reader.page.locator("link[rel=stylesheet]").evaluate("(link) => link.href")
        assert not reader.page.evaluate("async (url) => Boolean(await caches.match(url))", style_address)
        assert NOTICE not in reader.page.locator("#offline").text_content()
