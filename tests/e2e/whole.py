"""Reads and damages what a browser has stored of a release, for tests that stored files stay intact."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from sitebuild import manifest, release
from sitebuild.paths import LICENSES

NOTICE = "オフラインで使えます"
# How the names of all that a copy below /repo/ stores begin (static/shared/own.js).
OWN = "youten@%2Frepo%2F@"
LIST = re.compile(r'\["([^"]+)","([0-9a-f]{64})"(?:,"([0-9a-f]{64})")?\]')

# The engine's large files are in folders of the origin's private file system, where a browser has one, named
# as the caches are: [folder, file] for each.
FILES = """const files = async () => {
    const found = [];
    const root = await navigator.storage.getDirectory().catch(() => undefined);
    for await (const folder of root?.values() ?? []) {
        if (!folder.name.startsWith('youten@')) continue;
        for await (const file of folder.values()) found.push([folder, file]);
    }
    return found;
};
const addressOf = ([folder, file]) => {
    const [, path, release] = folder.name.split('@');
    return `${location.origin}${decodeURIComponent(path)}r/${release.slice('release-'.length)}/${file.name}`;
};
"""
# Name of the store, address and sha256 of everything that the service workers of this origin have stored.
# The costs that they make of the dictionary are no file of the release.
STORED = (
    f"""async () => {{
    {FILES}"""
    + """
    const found = [];
    const add = async (name, url, bytes) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        found.push([name, url, Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')]);
    };
    for (const entry of await files()) {
        const [folder, file] = entry;
        if (file.name === 'costs.bin') continue;
        await add(folder.name, addressOf(entry), await (await file.getFile()).arrayBuffer());
    }
    for (const name of await caches.keys()) {
        if (!name.startsWith('youten@')) continue;
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            await add(name, request.url, await (await cache.match(request)).arrayBuffer());
        }
    }
    return found;
}"""
)
FLIP = (
    f"""async (url) => {{
    {FILES}"""
    + """
    for (const entry of await files()) {
        if (addressOf(entry) !== url) continue;
        const bytes = new Uint8Array(await (await entry[1].getFile()).arrayBuffer());
        bytes[bytes.length >> 1] ^= 1;
        for (;;) {
            // A worker that was reading it may not have ended yet.
            const writable = await entry[1].createWritable().catch(() => undefined);
            if (!writable) continue;
            await writable.write(bytes);
            await writable.close();
            return bytes.length;
        }
    }
    for (const name of await caches.keys()) {
        if (!name.startsWith('youten@')) continue;
        const cache = await caches.open(name);
        const response = await cache.match(url);
        if (!response) continue;
        const bytes = new Uint8Array(await response.arrayBuffer());
        bytes[bytes.length >> 1] ^= 1;
        await cache.put(url, new Response(bytes, { headers: response.headers }));
        return bytes.length;
    }
    return 0;
}"""
)
EVICT = (
    f"""async (url) => {{
    {FILES}"""
    + """
    for (const entry of await files()) {
        if (addressOf(entry) === url) await entry[0].removeEntry(entry[1].name);
    }
    for (const name of await caches.keys()) {
        if (name.startsWith('youten@')) await (await caches.open(name)).delete(url);
    }
}"""
)
# Names of the releases from which this page and its frames have loaded files.
LOADED = """() => {
    const here = performance.getEntriesByType('resource').map(({ name }) => name);
    const frames = Array.from(document.querySelectorAll('iframe'), (frame) => {
        try {
            return frame.contentWindow.performance.getEntriesByType('resource').map(({ name }) => name);
        } catch { return []; }
    });
    const names = [...here, ...frames.flat()].map((name) => /\\/r\\/([0-9a-f]+)\\//.exec(name)?.[1]);
    return Array.from(new Set(names.filter(Boolean)));
}"""


def settled(reader: Any) -> Any:
    """Wait until the page says that everything is stored; return the reader."""
    reader.until("(notice) => document.querySelector('#offline').textContent.includes(notice)", NOTICE)
    return reader


def expected(site: Path, url: str) -> dict[str, tuple[str, ...]]:
    """Return address -> right hashes, for all files that the service worker stores."""
    rows = LIST.findall((site / "sw.js").read_text(encoding="utf-8"))
    return {
        url + path.removeprefix("./"): tuple(filter(None, hashes))
        for path, *hashes in rows
        if not manifest.is_on_request(path) or manifest.is_of_background(path)
    }


def name_of(site: Path) -> str:
    """Return the release that a site's page opens."""
    found = re.search(r"r/([0-9a-f]{12})/app\.js", (site / "index.html").read_text(encoding="utf-8"))
    assert found
    return found[1]


def store_of(site: Path, url: str) -> str:
    """Return the name under which the copy at an address stores its release (static/shared/own.js)."""
    return f"youten@{quote(urlsplit(url).path, safe='')}@release-{name_of(site)}"


def wrong(stored: list[list[str]], sites: list[Path], url: str) -> list[str]:
    """Return the stored files that do not belong to the release of their cache."""
    right = {store_of(site, url): expected(site, url) for site in sites}
    return [address for name, address, digest in stored if digest not in right.get(name, {}).get(address, ())]


def missing(stored: list[list[str]], site: Path, url: str) -> list[str]:
    """Return the files that a release needs and that are not stored."""
    have = {address for name, address, _ in stored if name == store_of(site, url)}
    return sorted(expected(site, url).keys() - have)


def next_release(site: Path, out: Path, mark: str) -> Path:
    """Write another release of the same site that keeps the earlier one, as a deployment does."""
    base = site / "r" / name_of(site)
    files = {
        path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()
    }
    files["app.css"] += f"\n/* {mark} */\n".encode()
    licenses = {"licenses.css": (LICENSES / "licenses.css").read_bytes()}
    for path, data in release.site(files, licenses).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    shutil.copytree(base, out / "r" / base.name, ignore=shutil.ignore_patterns("stock"), dirs_exist_ok=True)
    return out
