"""The page that lets readers check the seal reports the truth, in three browsers."""

from __future__ import annotations

import hashlib
import shutil

import pytest
from tests.server import Server

CELLS = """() => Array.from(document.querySelectorAll('#rows tr'),
    (row) => Array.from(row.children, (cell) => cell.textContent))"""
HELD, OUT = "止められた held back", "出た went out"


def test_the_trial(tab, server):
    """All channels are blocked in the sealed frame and work in the unsealed one."""
    tab.goto(server.url)
    tab.click("a[href='check.html']")
    tab.until("() => document.querySelector('#try') !== null && document.readyState === 'complete'")
    tab.click("#try")
    tab.until("() => !document.querySelector('#results').hidden")
    rows = tab.evaluate(CELLS)
    assert len(rows) >= 4
    assert [row for row in rows if row[1] != HELD or row[2] != OUT] == []
    assert "ブラウザーが止めました" in tab.text("#verdict")
    heard = [path for path in server.requests if "/check-" in path and "/r/" not in path]
    assert len(heard) >= len(rows) - 1  # from the control, as the rows say; the server notes no POST


@pytest.mark.engines("chromium")
def test_without_a_network_it_says_so(tab, dist):
    """The page opens and says that nothing can be compared."""
    with Server(dist, prefix="/repo/") as server:
        tab.goto(server.url)
        tab.until("async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)")
        tab.goto(f"{server.url}check.html")
    tab.reload()
    tab.click("#try")
    tab.until("() => document.querySelector('#verdict').textContent.includes('くらべられません')")


COMPARED = "() => /[0-9a-f]{64}/.test(document.querySelector('#comparison').textContent)"


@pytest.mark.engines("chromium")
def test_what_runs_is_compared_with_the_list(tab, dist, tmp_path):
    """All files are as listed, from the server and from the store; a changed one is named."""
    digest = hashlib.sha256((dist / "sbom.cdx.json").read_bytes()).hexdigest()
    site = tmp_path / "site"
    shutil.copytree(dist, site)
    with Server(site, prefix="/repo/") as server:
        tab.goto(server.url)
        tab.until("async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)")
        for url in (f"{server.url}check.html", f"{server.url}check.html?again"):
            tab.goto(url)
            tab.click("#compare")
            tab.until(COMPARED)
            assert digest in tab.text("#comparison")
            assert "どれも一覧のとおり" in tab.text("#comparison")
        (site / "manifest.webmanifest").write_text("{}")
        (style,) = site.glob("r/*/later/pdf.js")
        style.write_bytes(style.read_bytes() + b" ")
        server.cache_control = "no-store"
        tab.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
        tab.goto(f"{server.url}check.html?more")
        tab.click("#compare")
        tab.until(COMPARED)
        assert "違うファイル" in tab.text("#comparison")
        assert "later/pdf.js" in tab.text("#comparison")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1280, 900)], ids=["phone", "desktop"])
def test_how_it_looks(open_reader, request, size, scheme):
    """Pictures are saved; nothing overflows horizontally."""
    width, height = size
    reader = open_reader(viewport={"width": width, "height": height}, color_scheme=scheme)
    reader.page.goto(f"{reader.url}check.html")
    reader.page.get_by_role("button", name="試す").click()
    reader.expected = ("Content Security Policy", "Content-Security-Policy", "Failed to load resource")
    reader.until("() => !document.querySelector('#results').hidden")
    folder = request.config.rootpath / "test-results" / "screenshots"
    reader.page.screenshot(path=folder / f"check-{width}-{scheme}.png", full_page=True)
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= width
