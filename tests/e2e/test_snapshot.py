"""The memory snapshot: the next visit starts from it, it holds nothing of the reader's, and can be missing.

A test that needs one waits for it to be made: the engine rests for two seconds, then a worker of its own
starts. What is stored is looked at as bytes, from the page.
"""

from __future__ import annotations

import base64

import pytest

CANARY = "鸚哥町カナリヤ通信社"
# What the snapshot of this page's release is, as [name of the cache, address, size], or null.
STORED = """async () => {
    for (const name of await caches.keys()) {
        if (!name.startsWith('snapshot-youten-')) continue;
        for (const request of await (await caches.open(name)).keys()) {
            const blob = await (await caches.match(request, { cacheName: name })).blob();
            return [name, request.url, blob.size];
        }
    }
    return null;
}"""
HOLDS = """async ([name, address, encoded]) => {
    const bytes = new Uint8Array(await (await caches.match(address, { cacheName: name })).arrayBuffer());
    const wanted = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
        if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
    }
    return false;
}"""
REPLACE = """async ([name, address, change]) => {
    const cache = await caches.open(name);
    let bytes = new Uint8Array(await (await cache.match(address)).arrayBuffer());
    if (change === 'bit') bytes[bytes.length >> 1] ^= 1;
    if (change === 'end') bytes = bytes.slice(0, bytes.length >> 1);
    if (change === 'start') bytes = bytes.slice(1);
    if (change === 'agent') {
        const [digest, text] = [64, new TextDecoder('latin1').decode(bytes.subarray(0, 400))];
        bytes[text.indexOf('Chrome/')] = 'c'.charCodeAt(0);
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(digest)));
        const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
        bytes.set(new TextEncoder().encode(hex));
    }
    if (change === 'text') bytes = new TextEncoder().encode('no snapshot');
    await cache.put(address, new Response(bytes));
}"""
NOTICE = "オフラインで使えます"
DAMAGES = {
    "one bit": "bit",
    "the second half missing": "end",
    "shifted by a byte": "start",
    "something else": "text",
    "whole, of another browser": "agent",
}


def phases(reader):
    """Names of the boot's phases."""
    (ready,) = [entry for entry in reader.timings() if entry["name"] == "youten:ready"]
    return set(ready["detail"]["phases"])


def until_kept(reader):
    """Wait for service worker and snapshot; give cache, address and size."""
    reader.until("(notice) => document.querySelector('#offline').textContent.includes(notice)", NOTICE)
    reader.until(f"async () => (await ({STORED})())?.[2] > 0")
    return reader.page.evaluate(STORED)


def again(reader):
    """The next visit, once the engine is ready."""
    return reader.visit().until_ready()


@pytest.fixture
def kept(reader, article):
    """A reader whose snapshot is stored, what it is, and the summary of the first visit."""
    lines = reader.visit().paste(article).until_summary()
    assert "restore" not in phases(reader)
    return reader, until_kept(reader), lines


def test_the_next_visit_starts_from_it(kept, article):
    """It stands for three phases; the summary is the same; a stopped worker comes back from it too."""
    reader, _, lines = kept
    again(reader)
    assert phases(reader) == {"download", "compile", "restore"}
    assert reader.paste(article).until_summary() == lines
    (worker,) = reader.page.workers
    worker.evaluate("() => void setTimeout(() => { for (;;); })")
    reader.page.evaluate("() => performance.clearMarks()")
    reader.paste(article + "。")
    reader.page.get_by_role("button", name="止める").click()
    reader.until("() => performance.getEntriesByName('youten:ready').length > 0")
    assert reader.paste(article).until_summary() == lines


def test_it_holds_nothing_of_what_was_typed(reader, article):
    """The text came before the snapshot was made, and is not in it in any form that Python stores text in."""
    reader.visit().paste(CANARY + article).until_summary()
    name, address, _ = until_kept(reader)

    def holds(text, encoding):
        encoded = base64.b64encode(text.encode(encoding)).decode()
        return reader.page.evaluate(HOLDS, [name, address, encoded])

    forms = ("utf-8", "utf-16-le", "utf-32-le")
    assert [form for form in forms if holds(CANARY, form) or holds(CANARY[:4], form)] == []
    # The search itself works: words of the program are found.
    assert holds("youten", "utf-8")
    assert holds("名詞", "utf-16-le")


@pytest.mark.parametrize("change", DAMAGES.values(), ids=DAMAGES.keys())
def test_one_that_is_not_as_it_was_made_is_not_used(kept, article, change):
    """The engine starts as on a first visit, from what is stored; the snapshot is gone, and made anew."""
    reader, (name, address, _), lines = kept
    reader.page.evaluate(REPLACE, [name, address, change])
    again(reader)
    assert "dictionary" in phases(reader)
    assert reader.paste(article).until_summary() == lines
    assert until_kept(reader)[:2] == [name, address]
    again(reader)
    assert "restore" in phases(reader)


def test_one_of_another_release_is_removed(kept):
    """Only the snapshot of this release stays, and other caches of the origin are left alone."""
    reader, (name, _, _), _ = kept
    make = "async (name) => void (await (await caches.open(name)).put('./x', new Response('x')))"
    for other in ("snapshot-youten-0123456789ab", "somebody-else"):
        reader.page.evaluate(make, other)
    again(reader)
    reader.until("async () => !(await caches.has('snapshot-youten-0123456789ab'))")
    assert {name, "somebody-else"} <= set(reader.page.evaluate("() => caches.keys()"))


FULL = "Cache.prototype.put = async () => { throw new DOMException('full', 'QuotaExceededError'); };"
NONE = (
    "delete self.caches; Object.defineProperty(self, 'caches', { get() { throw new Error('no storage'); } });"
)


@pytest.mark.parametrize("script", [FULL, NONE], ids=["full", "forbidden"])
def test_storage_that_fails_does_no_harm(reader, article, script):
    """Nobody is told, nothing is stored, and the summaries are there as ever."""
    reader.page.add_init_script(script)
    lines = reader.visit().paste(article).until_summary()
    reader.page.wait_for_timeout(4000)
    assert reader.engine() == "ready"
    again(reader)
    assert "restore" not in phases(reader)
    assert reader.paste(article).until_summary() == lines
