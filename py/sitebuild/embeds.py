"""Makes what other people's pages load: scripts with permanent addresses, our frame, and the gallery.

``embed/<version>/`` is named by the version and its contents, so an address always gives the same bytes.
``embed/latest/`` has the newest scripts. ``frame.html`` loads the current release, so a page with an old
script has the current engine (docs/decisions).
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha384

from sitebuild import manifest, scripts
from sitebuild.archive import gzipped
from sitebuild.environment import SetupError
from sitebuild.paths import PY, STATIC
from sitebuild.vendor import sha256

LATEST = "latest"
INTEGRITY = "integrity.json"
HASH_DIGITS = 8
# Articles of the gallery: the whole, or its first two lines and the rest, so that a box fits between.
ARTICLE = re.compile(r"%(ARTICLE|HEAD|BODY)-(\d)%")
PARTS = {"ARTICLE": slice(None), "HEAD": slice(2), "BODY": slice(2, None)}


def version() -> str:
    """Return the version of the Python package."""
    source = (PY / "youten" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    if found is None:
        raise SetupError("py/youten/__init__.py names no version.")
    return found[1]


def integrity(data: bytes) -> str:
    """Return the value of the ``integrity`` attribute for these bytes."""
    return "sha384-" + b64encode(sha384(data).digest()).decode()


def embedded() -> dict[str, bytes]:
    """Return name below ``embed/<version>/`` -> bytes."""
    return {
        # A classic script has no import.meta; it finds its own address.
        name: scripts.with_small_sheet(
            scripts.bundle(STATIC / source, {"import.meta.url": ""} if form == "iife" else {}, form=form)
        )
        for name, (source, form) in manifest.EMBED.items()
    }


def version_name(files: Mapping[str, bytes]) -> str:
    """Return the version as used in addresses; it changes with every byte."""
    listing = "".join(f"{name} {sha256(data)}\n" for name, data in sorted(files.items()))
    return f"{version()}-{sha256(listing.encode())[:HASH_DIGITS]}"


def site_files(base: str) -> dict[str, bytes]:
    """Return path -> bytes of everything outside the release, whose folder is ``base``."""
    files = embedded()
    name = version_name(files)
    hashes = {path: integrity(data) for path, data in sorted(files.items())}
    about = json.dumps({"version": name, "integrity": hashes}, indent=1).encode() + b"\n"
    frame = manifest.EMBED_FRAME.read_text(encoding="utf-8").replace("%RELEASE%", base)
    found = {f"embed/{name}/{path}": data for path, data in files.items()}
    found |= {f"embed/{LATEST}/{path}": data for path, data in (files | {INTEGRITY: about}).items()}
    sizes = {path: len(gzipped(data)) for path, data in files.items()}
    return found | {"frame.html": frame.encode()} | gallery(name, hashes, sizes)


def gallery(name: str, hashes: Mapping[str, str], sizes: Mapping[str, int]) -> dict[str, bytes]:
    """Return path -> bytes of the gallery; its pages name the scripts with integrity, as an author would.

    ``sizes`` (script -> bytes as sent) tell what a way costs.
    """
    articles = {
        path.stem: path.read_text("utf-8").splitlines() for path in manifest.GALLERY.glob("articles/*.html")
    }
    found = {"gallery/gallery.css": scripts.style(manifest.GALLERY / "gallery.css")}
    for script in sorted(manifest.GALLERY.glob("*.js")):
        found[f"gallery/{script.name}"] = scripts.bundle(script)
    for page in sorted(manifest.GALLERY.glob("*.html")):
        text = page.read_text(encoding="utf-8")
        text = ARTICLE.sub(lambda match: "\n".join(articles[match[2]][PARTS[match[1]]]), text)
        text = text.replace("%VERSION%", name)
        for path, value in hashes.items():
            text = text.replace(f"%INTEGRITY:{path}%", value)
        for path, size in sizes.items():
            text = text.replace(f"%KB:{path}%", str(round(size / 1000)))
        found[f"gallery/{page.name}"] = text.encode()
    return found


def integrity_table(files: Mapping[str, bytes]) -> str:
    """Return a printable table of the permanent addresses with their integrity and size."""
    rows = sorted(path for path in files if path.startswith("embed/") and f"/{LATEST}/" not in path)
    lines = ["scripts to embed, with their integrity"]
    return "\n".join(lines + [f"{path:<40}{integrity(files[path])}" for path in rows])
