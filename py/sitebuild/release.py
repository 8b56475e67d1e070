"""Assembles the site: one folder per release, named by its contents, and the few files above it.

A page loads only files of its own release, because every address below ``r/<hash>/`` is relative. The service
worker compares stored files with the hashes written here.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from struct import unpack_from
from typing import Any, NamedTuple

from sitebuild import earlier_releases, embeds, pdf, scripts, words
from sitebuild.archive import gzipped
from sitebuild.environment import SetupError
from sitebuild.paths import ROOT, STATIC
from sitebuild.vendor import sha256

# What a start fetches, by its variant (engine/worker/boot.js), in the order in which the engine wants it.
WASM = "pyodide.asm.wasm"
ENGINE_ASSETS = {
    "snapshot": (WASM, "dictionary.bin.gz", "snapshot.bin.gz"),
    "packed": (WASM, "dictionary.bin.gz", "stdlib.zip.gz", "app.zip.gz"),
    "stock": (WASM,),  # and all of stock/
}
USUAL = ENGINE_ASSETS["snapshot"]
# Fetched when a reader asks for it, and kept from then on.
LATER = (pdf.FOLDER, "readings.bin.gz")
# The same, or only where the usual start does not work, or is not wanted.
ON_REQUEST = ("stock/", "stdlib.zip.gz", "app.zip.gz", *LATER)
# Pages above the release's folder, by their address.
PAGES = {"./": ROOT / "index.html", "check.html": STATIC / "check" / "check.html"}
# The sources of those pages; a change of them makes another release too.
ABOVE = (
    *PAGES.values(),
    STATIC / "manifest.webmanifest",
    *sorted((STATIC / "service-worker").glob("*.js")),
    *sorted((STATIC / "icons").iterdir()),
    words.FOLDER / f"{words.WRITTEN}.json",
)
PARTS = "<!-- parts of the scripts -->"  # in index.html
# Text that would end an inline script, or that a parser reads differently there than in a separate file.
# Source: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
UNFIT = re.compile(r"<!--|</?script|[\0\r]", re.IGNORECASE)
# Scripts of the page; the first opens the engine, and is not to wait for the other.
PAGE_SCRIPTS = {"start": STATIC / "app" / "start.js", "app": STATIC / "app" / "main.js"}


def asset_table(files: Mapping[str, bytes], names: Iterable[str]) -> list[dict[str, object]]:
    """Return what the fetcher fetches: name, relative address, bytes as stored and unpacked, hashes."""
    return [
        {
            "name": name.rsplit("/", 1)[-1].removesuffix(".gz"),
            "url": name,
            "bytes": len(files[name]),
            "bytesUnpacked": len(unpacked(name, files[name])),
            **dict(zip(("sha256", "sha256Unpacked"), hashes(name, files[name]), strict=False)),
        }
        for name in names
    ]


def asset_tables(files: Mapping[str, bytes]) -> dict[str, list[dict[str, object]]]:
    """Return variant -> what the fetcher fetches for it, from a release's files."""
    stock = sorted(name for name in files if name.startswith("stock/"))
    wanted = ENGINE_ASSETS | {"stock": (*ENGINE_ASSETS["stock"], *stock)}
    return {variant: asset_table(files, names) for variant, names in wanted.items()}


def with_scripts(assets: Mapping[str, bytes], parts: EngineParts) -> dict[str, bytes]:
    """Return all files of a release: the assets, the bundles and the engine's page."""
    files = dict(assets)
    tables = asset_tables(files)
    files |= engine(files, tables, STATIC / "engine", parts)
    defines = {"__ASSETS__": tables, "__COSTS_SHA256__": snapshot_head(assets)["costs"], **words.defines()}
    files |= scripts.split(PAGE_SCRIPTS, "app", defines)
    files["app.css"] = scripts.style(STATIC / "app" / "style.css")
    return files | embeds.release_files() | pdf.files() | check_page()


class EngineParts(NamedTuple):
    """The files that are built into the engine's worker besides its own scripts."""

    lock: str  # micropip's lock file
    pyodide: Path  # folder with the trimmed interpreter


def engine(
    assets: Mapping[str, bytes], tables: Mapping[str, object], source: Path, parts: EngineParts
) -> dict[str, bytes]:
    """Bundle the engine's frame with its worker, and its fetcher, which gets the assets' ``tables``.

    The frame's script is the only file of the engine that the fetcher does not check: the frame's page has
    its hash.
    """
    head = snapshot_head(assets)
    early = {"header": head["header"], "matrix": head["matrix"]}
    worker = scripts.without_server(
        scripts.bundle(
            source / "worker" / "worker.js",
            {"__EARLY__": early, "__LOCK__": parts.lock},
            modules=scripts.pyodide(parts.pyodide),
        )
    )
    with tempfile.TemporaryDirectory() as scratch:
        text = Path(scratch) / "worker.txt"
        text.write_bytes(worker)
        frame = scripts.bundle(source / "frame" / "frame.js", modules={"worker-script": text})
    document = (source / "engine.html").read_text(encoding="utf-8")
    return {
        "engine.js": frame,
        "engine.html": document.replace("%INTEGRITY%", embeds.integrity(frame)).encode(),
        "fetcher.js": scripts.bundle(source / "files" / "fetcher.js", {"__ASSETS__": tables}),
    }


def snapshot_head(assets: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what the worker needs of the snapshot early: Pyodide's header, place and hash of the costs."""
    file = gzip.decompress(assets["snapshot.bin.gz"])
    (length,) = unpack_from("<I", file)
    description = json.loads(file[4 : 4 + length])
    header = file[4 + length : 4 + length + description["header"]]
    return {
        "header": base64.b64encode(header).decode(),
        "matrix": description["matrix"],
        "costs": description["costs"],
    }


def check_page() -> dict[str, bytes]:
    """Return the files of check.html, with which a reader can test the seal."""
    folder = STATIC / "check"
    return {
        "check.css": scripts.style(folder / "check.css"),
        "check.js": scripts.bundle(folder / "check.js"),
        "check-frame.html": (folder / "frame.html").read_bytes(),
        "check-frame.js": scripts.bundle(folder / "frame.js"),
        "check-worker.js": scripts.bundle(folder / "worker.js"),
    }


def hashes(path: str, data: bytes) -> tuple[str, ...]:
    """Return the hash of a file, and that of its contents if a host may decompress it on the way."""
    return (sha256(data), sha256(unpacked(path, data))) if path.endswith(".gz") else (sha256(data),)


def unpacked(path: str, data: bytes) -> bytes:
    """Return the contents of a file whose name says that it is packed; of another, the file."""
    return gzip.decompress(data) if path.endswith(".gz") else data


def release_hash(files: Mapping[str, bytes]) -> str:
    """Return twelve hexadecimal digits that change with any byte of the release."""
    listing = "".join(f"{name} {sha256(data)}\n" for name, data in sorted(files.items()))
    return sha256(listing.encode())[:12]


def script_parts(release: Mapping[str, bytes]) -> list[str]:
    """Return what the page's scripts import before they run."""
    return scripts.needed_at_once(release, *(f"{name}.js" for name in PAGE_SCRIPTS))


def asked_at_once(release: Mapping[str, bytes]) -> list[str]:
    """Return what the page and the engine's frame request before their own scripts run."""
    page_scripts = (f"{name}.js" for name in PAGE_SCRIPTS)
    return [*page_scripts, *script_parts(release), "app.css", "engine.html", "engine.js"]


def page(template: str, release: Mapping[str, bytes], early: bytes) -> str:
    """Insert the page's ``early`` script, and preload the parts of the other scripts."""
    links = (f'<link rel="modulepreload" href="%RELEASE%/{part}" />' for part in script_parts(release))
    template = words.written(template).replace(PARTS, "\n    ".join(links))
    return with_script(template, "EARLY", early)


def with_script(template: str, name: str, script: bytes) -> str:
    """Insert a script into a page at ``%name%``, and its hash at ``%name-INTEGRITY%``.

    Raise SetupError if an HTML parser would not read it unchanged.
    """
    text = script.decode()
    if found := UNFIT.search(text):
        raise SetupError(f"{found.group()!r} in a script that stands in a page.")
    return template.replace(f"%{name}-INTEGRITY%", embeds.integrity(script)).replace(f"%{name}%", text)


def site(release: Mapping[str, bytes], licenses: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return path -> bytes of the whole site."""
    early = scripts.bundle(STATIC / "app" / "early.js", words.defines(), form="iife")
    above = {path.name: path.read_bytes() for path in ABOVE} | {"early.js": early}
    name = release_hash({**release, **above})
    base = f"r/{name}"
    pages = {
        address: page(path.read_text(encoding="utf-8"), release, early).replace("%RELEASE%", base).encode()
        for address, path in PAGES.items()
    }
    files = {f"{base}/{path}": data for path, data in release.items()}
    files["manifest.webmanifest"] = (STATIC / "manifest.webmanifest").read_bytes()
    listed = [(path, *hashes(path, data)) for path, data in sorted(files.items())]
    later = [entry for entry in listed if entry[0].removeprefix(f"{base}/").startswith(LATER)]
    precache = [(address, sha256(data)) for address, data in pages.items()] + [
        entry for entry in listed if not is_on_request(entry[0])
    ]
    defines: dict[str, object] = {
        "__PRECACHE__": precache,
        "__LATER__": later,
        "__AT_ONCE__": [f"{base}/{path}" for path in asked_at_once(release)],
        "__CHECKED_LATER__": [f"{base}/{asset}" for asset in USUAL],
        "__DICTIONARY__": {"url": f"{base}/dictionary.bin.gz", "matrix": snapshot_head(release)["matrix"]},
        "__RELEASE__": name,
        **words.defines(),
    }
    files["sw.js"] = scripts.bundle(STATIC / "service-worker" / "main.js", defines, form="iife")
    files |= {address.replace("./", "index.html"): data for address, data in pages.items()}
    files[".nojekyll"] = b""
    files[earlier_releases.LISTING] = earlier_releases.listing([earlier_releases.release_of(name, release)])
    # Systems fetch these when the page is installed, and keep them themselves.
    files |= {f"icons/{path.name}": path.read_bytes() for path in sorted((STATIC / "icons").iterdir())}
    return files | embeds.site_files(base) | {f"licenses/{path}": data for path, data in licenses.items()}


def is_on_request(path: str) -> bool:
    """Return whether a path is in a release and fetched only when a reader asks for it."""
    return path.startswith("r/") and path.split("/", 2)[-1].startswith(ON_REQUEST)


def transfer_size(data: bytes) -> int:
    """Return the bytes on the wire from a server that gzips; gzip files do not get smaller."""
    return len(data) if data[:2] == b"\x1f\x8b" else min(len(data), len(gzipped(data)))


def first_visit(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the part of the site that a first visit transfers."""
    return {
        path: data
        for path, data in files.items()
        if path in ("index.html", "sw.js", "manifest.webmanifest")
        or (path.startswith("r/") and not is_on_request(path))
    }
