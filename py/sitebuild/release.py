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
from types import MappingProxyType
from typing import Any, NamedTuple

from sitebuild import earlier_releases, embeds, manifest, pdf, scripts, words
from sitebuild.archive import gzipped
from sitebuild.environment import SetupError
from sitebuild.paths import STATIC
from sitebuild.vendor import sha256

PRELOADS = "<!-- parts of the scripts -->"  # in index.html
# Text that would end an inline script, or that a parser reads differently there than in a separate file.
# Source: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
UNFIT = re.compile(r"<!--|</?script|[\0\r]", re.IGNORECASE)


def asset_table(files: Mapping[str, bytes], names: Iterable[str]) -> list[dict[str, object]]:
    """Return what the fetcher fetches: name, relative address, bytes as stored and unpacked, hashes."""
    return [
        {
            "name": manifest.PART_NAMES.get(name) or name.rsplit("/", 1)[-1].removesuffix(".gz"),
            "url": name,
            "bytes": len(files[name]),
            "bytesUnpacked": len(unpacked(name, files[name])),
            **dict(zip(("sha256", "sha256Unpacked"), hashes(name, files[name]), strict=False)),
        }
        for name in names
    ]


def asset_tables(files: Mapping[str, bytes]) -> dict[str, list[dict[str, object]]]:
    """Return variant -> what the fetcher fetches for it, from a release's files."""
    stock = sorted(name for name in files if name.startswith(manifest.STOCK))
    wanted = manifest.STARTS | {"stock": (*manifest.STARTS["stock"], *stock)}
    return {variant: asset_table(files, names) for variant, names in wanted.items()}


def with_scripts(assets: Mapping[str, bytes], parts: EngineParts) -> dict[str, bytes]:
    """Return all files of a release: the assets, the bundles and the engine's page."""
    defines = site_values(assets, parts) | words.defines()
    files = dict(assets)
    files |= engine(assets, STATIC / "engine", parts)
    files |= scripts.split(manifest.PAGE_SCRIPTS, manifest.PARTS, defines)
    files |= {path: made(STATIC / source, defines) for path, source in manifest.RELEASE.items()}
    path, source = manifest.READER
    files[path] = scripts.bundle(source, defines, modules=scripts.reader())
    return files | pdf.files()


def made(source: Path, defines: Mapping[str, object] = MappingProxyType({})) -> bytes:
    """Return the file made from ``source``: a bundle of a script or style sheet, or a copy."""
    if source.suffix in (".js", ".css"):
        return scripts.bundle(source, defines)
    return source.read_bytes()


def background(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    """Return what the page has stored when it is idle: relative address and bytes."""
    return [{"url": name, "bytes": len(gzipped(files[name]))} for name in manifest.BACKGROUND]


def site_values(assets: Mapping[str, bytes], parts: EngineParts) -> dict[str, object]:
    """Return ``__SITE__.<name>`` -> value, as far as it does not depend on the scripts."""
    head = snapshot_head(assets)
    return {
        "__SITE__.assets": asset_tables(assets),
        "__SITE__.background": background(assets),
        "__SITE__.costsSha256": head["costs"],
        "__SITE__.early": {"header": head["header"], "matrix": head["matrix"]},
        "__SITE__.lock": parts.lock,
        "__SITE__.version": embeds.version(),
    }


class EngineParts(NamedTuple):
    """The files that are built into the engine's worker besides its own scripts."""

    lock: str  # micropip's lock file
    pyodide: Path  # folder with the trimmed interpreter


def engine(assets: Mapping[str, bytes], source: Path, parts: EngineParts) -> dict[str, bytes]:
    """Bundle the engine's frame with its worker in it, from the folder ``source``.

    The frame's script is the only file of the engine that the fetcher does not check: the frame's page has
    its hash.
    """
    worker = scripts.without_server(
        scripts.bundle(
            source / manifest.ENGINE["worker"],
            site_values(assets, parts),
            modules=scripts.pyodide(parts.pyodide),
        )
    )
    with tempfile.TemporaryDirectory() as scratch:
        text = Path(scratch) / "worker.txt"
        text.write_bytes(worker)
        frame = scripts.bundle(source / manifest.ENGINE["frame"], modules={"worker-script": text})
    document = (source / manifest.ENGINE["document"]).read_text(encoding="utf-8")
    return {
        "engine.js": frame,
        "engine.html": document.replace("%INTEGRITY%", embeds.integrity(frame)).encode(),
    }


def snapshot_head(assets: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what the worker needs of the snapshot early: Pyodide's header, place and hash of the costs."""
    file = gzip.decompress(assets[manifest.SNAPSHOT])
    (length,) = unpack_from("<I", file)
    description = json.loads(file[4 : 4 + length])
    header = file[4 + length : 4 + length + description["header"]]
    return {
        "header": base64.b64encode(header).decode(),
        "matrix": description["matrix"],
        "costs": description["costs"],
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
    return scripts.needed_at_once(release, *(f"{name}.js" for name in manifest.PAGE_SCRIPTS))


def asked_at_once(release: Mapping[str, bytes]) -> list[str]:
    """Return what the page and the engine's frame request before their own scripts run."""
    page_scripts = (f"{name}.js" for name in manifest.PAGE_SCRIPTS)
    return [*page_scripts, *script_parts(release), *manifest.AT_ONCE]


def page(template: str, release: Mapping[str, bytes], early: bytes) -> str:
    """Insert the page's ``early`` script, and preload the parts of the other scripts."""
    links = (f'<link rel="modulepreload" href="%RELEASE%/{part}" />' for part in script_parts(release))
    template = words.written(template).replace(PRELOADS, "\n    ".join(links))
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
    early = scripts.bundle(manifest.EARLY, words.defines(), form="iife")
    above = {path.name: path.read_bytes() for path in manifest.ABOVE_SOURCES} | {"early.js": early}
    name = release_hash({**release, **above})
    base = f"r/{name}"
    pages = {
        address: page(path.read_text(encoding="utf-8"), release, early).replace("%RELEASE%", base).encode()
        for address, path in manifest.PAGES.items()
    }
    files = {f"{base}/{path}": data for path, data in release.items()}
    files[manifest.WEB_MANIFEST.name] = manifest.WEB_MANIFEST.read_bytes()
    files["sw.js"] = service_worker(name, release, pages, files)
    files |= {address.replace("./", "index.html"): data for address, data in pages.items()}
    files[".nojekyll"] = b""
    files[earlier_releases.LISTING] = earlier_releases.listing([earlier_releases.release_of(name, release)])
    # Systems fetch these when the page is installed, and keep them themselves.
    files |= {f"icons/{path.name}": path.read_bytes() for path in sorted(manifest.ICONS.iterdir())}
    return files | embeds.site_files(base) | {f"licenses/{path}": data for path, data in licenses.items()}


def service_worker(
    name: str, release: Mapping[str, bytes], pages: Mapping[str, bytes], files: Mapping[str, bytes]
) -> bytes:
    """Bundle the service worker with the list of ``pages`` and ``files`` to store and their hashes."""
    base = f"r/{name}"
    listed = [(path, *hashes(path, data)) for path, data in sorted(files.items())]
    first = [entry for entry in listed if not manifest.is_on_request(entry[0])]
    later = [entry for entry in listed if entry[0].removeprefix(f"{base}/").startswith(manifest.LATER)]
    dictionary = {"url": f"{base}/{manifest.DICTIONARY}", "matrix": snapshot_head(release)["matrix"]}
    defines: dict[str, object] = {
        "__SITE__.precache": [(address, sha256(data)) for address, data in pages.items()] + first,
        "__SITE__.later": later,
        "__SITE__.atOnce": [f"{base}/{path}" for path in asked_at_once(release)],
        "__SITE__.checkedLater": [
            f"{base}/{asset}" for asset in (*manifest.USUAL_START, *manifest.BACKGROUND)
        ],
        "__SITE__.dictionary": dictionary,
        "__SITE__.release": name,
        **words.defines(),
    }
    return scripts.bundle(manifest.SERVICE_WORKER, defines, form="iife")
