"""The engine starts from the build's snapshot, or in another way where that fails."""

from __future__ import annotations

import gzip
import hashlib

import pytest
from tests.e2e import whole

from sitebuild.paths import DIST

(SNAPSHOT,) = DIST.glob("r/*/snapshot.bin.gz")
NOTE = f"() => localStorage.getItem('{whole.OWN}variant')"
BROKEN = "Object.defineProperty(self, 'localStorage', { get() { throw new Error('no storage'); } });"


def phases(reader):
    """Return the names of the boot's phases."""
    (ready,) = [entry for entry in reader.timings() if entry["name"] == "youten:ready"]
    return set(ready["detail"]["phases"])


def digests(packed):
    """Return the hashes of a gzip file and of its contents."""
    return [hashlib.sha256(data).hexdigest() for data in (packed, gzip.decompress(packed))]


def spoil(page):
    """Serve a snapshot with a right hash that cannot be restored, because its format is different."""
    true = SNAPSHOT.read_bytes()
    other = gzip.compress(gzip.decompress(true).replace(b'"format":2', b'"format":9', 1), 1)

    def script(route):
        text = route.fetch().text()
        for old, new in zip(digests(true), digests(other), strict=True):
            assert old in text
            text = text.replace(old, new)
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/fetcher.js", script)
    page.route("**/snapshot.bin.gz", lambda route: route.fulfill(body=other))


def test_nobody_waits_for_python_to_start(reader, article):
    """First and later visits restore the snapshot and do not fetch the files that it replaces."""
    asked = []
    reader.page.context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    lines = reader.visit().paste(article).until_summary()
    assert "restore" in phases(reader)
    reader.visit().until_ready()
    assert "restore" in phases(reader)
    assert reader.paste(article).until_summary() == lines
    assert {"snapshot.bin.gz", "dictionary.bin.gz"} <= set(asked)
    assert {"stdlib.zip.gz", "app.zip.gz"} & set(asked) == set()


def test_a_snapshot_that_does_not_come_back(reader, article):
    """The article pasted meanwhile is still summarised, and the next visit does not try the snapshot."""
    spoil(reader.page)
    reader.visit().paste(article)
    lines = reader.until_summary()
    assert len(lines) == 3
    assert {"python", "packages", "dictionary"} <= phases(reader)
    assert SNAPSHOT.parent.name in reader.page.evaluate(NOTE)
    reader.page.unroute_all()
    reader.visit().until_ready()
    assert "restore" not in phases(reader)
    assert reader.paste(article).until_summary() == lines


def test_no_storage_no_note(reader, article):
    """Without storage, the other way is found again at each visit."""
    reader.page.add_init_script(BROKEN)
    spoil(reader.page)
    reader.visit().paste(article)
    assert len(reader.until_summary()) == 3
    assert "python" in phases(reader)


@pytest.mark.parametrize("nothing", ["stdlib.zip.gz", "app.zip.gz"])
def test_the_usual_start_needs_no_library(reader, article, nothing):
    """A site without the files of the other start still works."""
    reader.page.route(f"**/{nothing}", lambda route: route.abort())
    reader.visit().paste(article)
    assert len(reader.until_summary()) == 3
