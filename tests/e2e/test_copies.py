"""Copies of the site on one origin, one inside the other's folder: neither touches what the other stores."""

from __future__ import annotations

import os
import shutil

from tests.e2e import whole
from tests.e2e.whole import settled
from tests.server import Server

COPIES = ("repo/", "repo/preview/")
STORED = whole.STORED
DRAFT = "(key) => localStorage.getItem(`youten@${encodeURIComponent(location.pathname)}@${key}`)"
KEYS = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


def deploy(site, folder):
    """Publish a release in a folder, in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder, copy_function=os.link)


def complete(reader, sites, root):
    """Return what is wrong or missing in the stores of the copies; each has its own release."""
    found = reader.page.evaluate(STORED)
    faults = []
    for copy, site in zip(COPIES, sites, strict=True):
        url = root + copy
        own = [row for row in found if row[0] == whole.store_of(site, url)]
        faults += whole.wrong(own, [site], url) + whole.missing(own, site, url)
    names = {whole.store_of(site, root + copy) for copy, site in zip(COPIES, sites, strict=True)}
    return faults + [name for name in {row[0] for row in found} - names if name.startswith("youten@")]


def at(reader, url):
    """Open a copy in the reader's tab, as a visit of its own."""
    reader.url = url
    return settled(reader.visit().until_ready())


def deploy_over(site, origin, index):
    """Publish a release of one copy; the folder of the outer copy also holds the inner one."""
    inner = origin / COPIES[1]
    aside = origin / "aside"
    if index == 0:
        inner.rename(aside)
    deploy(site, origin / COPIES[index])
    if index == 0:
        aside.rename(inner)


def renewed(reader, url, old, new):
    """Let a copy find its new release, and wait until that has replaced the old one."""
    at(reader, url)
    reader.page.evaluate("async () => void (await navigator.serviceWorker.getRegistration()).update()")
    # Whether the new worker waits depends on whether the old one has this page.
    reader.until("async (name) => (await caches.keys()).includes(name)", whole.store_of(new, url))
    reader.until("async () => !(await navigator.serviceWorker.getRegistration()).installing")
    reader.page.goto("about:blank")
    reader.page.wait_for_timeout(500)
    at(reader, url)
    reader.until("async (name) => !(await caches.keys()).includes(name)", whole.store_of(old, url))


def test_copies_keep_apart(dist, tmp_path, open_reader, article, other_article):
    """Two copies, two releases each, online and offline, and one deleted: the other loses nothing."""
    newer = whole.next_release(dist, tmp_path / "newer", "newer")
    texts = (article, other_article)
    lines = []
    with Server(tmp_path / "origin", prefix="/") as server:
        root = server.url
        for copy in COPIES:
            deploy(dist, tmp_path / "origin" / copy)
        reader = open_reader()
        reader.foreign = []
        for copy, text in zip(COPIES, texts, strict=True):
            lines.append(at(reader, root + copy).paste(text).until_summary())
            reader.until(f"async (text) => JSON.parse(({DRAFT})('draft'))?.text === text", text)
        assert complete(reader, (dist, dist), root) == []
        now = [dist, dist]
        for index in reversed(range(len(COPIES))):
            deploy_over(newer, tmp_path / "origin", index)
            renewed(reader, root + COPIES[index], dist, newer)
            now[index] = newer
            assert complete(reader, now, root) == []
    for copy, text, said in zip(COPIES, texts, lines, strict=True):
        at(reader, root + copy)
        assert reader.until_summary() == said
        assert reader.field.input_value() == text
    reader.page.locator("#offline button").click()
    dialog = reader.page.get_by_role("dialog")
    assert f"{root.split('//')[1]}{COPIES[1]}" in str(dialog.text_content())
    dialog.get_by_role("button", name="すべて消す").click()
    dialog.get_by_role("button", name="消す", exact=True).click()
    reader.until("() => document.querySelector('.dialog').textContent.includes('すべて消しました')")
    assert all(name.startswith(whole.OWN) for name in reader.page.evaluate(KEYS))
    at(reader, root + COPIES[0])
    found = [row for row in reader.page.evaluate(STORED) if row[0].startswith("youten@")]
    assert whole.wrong(found, [newer], root + COPIES[0]) + whole.missing(found, newer, root + COPIES[0]) == []
    assert reader.until_summary() == lines[0]
