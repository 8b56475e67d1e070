"""Keeps earlier releases on the site, so that an open page can go on loading its own files.

``releases.json`` lists the releases of a site, newest first, each with its files and their hashes. A
deployment reads the published list, copies the newest releases, and writes a new list. An incomplete release
is left out. ``stock/`` is for measurements and is kept for the newest release only. The workflow publishes
the result.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from sitebuild import manifest
from sitebuild.vendor import sha256

LISTING = "releases.json"
UNPUBLISHED = ".nojekyll"  # tells the host something, and is not served
KEPT = 3  # releases on the site, including the newest
PATIENCE = 60  # seconds for one file

Fetch = Callable[[str], bytes | None]  # path on the published site -> contents, None where there are none
Release = tuple[str, dict[str, str]]  # name, path below r/<name>/ -> sha256


def listing(releases: list[Release]) -> bytes:
    """Return the contents of ``releases.json``."""
    rows = [{"name": name, "files": dict(sorted(files.items()))} for name, files in releases]
    return json.dumps({"releases": rows}, indent=1).encode() + b"\n"


def release_of(name: str, files: Mapping[str, bytes]) -> Release:
    """Return a release from its files by their paths below its folder."""
    return name, {
        path: sha256(data) for path, data in files.items() if not path.startswith(manifest.NOT_KEPT)
    }


def read_listing(data: bytes | None) -> list[Release]:
    """Return the releases in a listing; none if it is missing, malformed, or has unsafe paths."""
    try:
        rows: Any = json.loads(data or b"{}").get("releases", [])
        found = [(str(row["name"]), {str(path): str(h) for path, h in row["files"].items()}) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
    return [(name, files) for name, files in found if name.isalnum() and all(map(_plain, files))]


def _plain(path: str) -> bool:
    """Return whether a path stays below the folder that it is relative to."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path


def _whole(name: str, hashes: Mapping[str, str], fetch: Fetch) -> dict[str, bytes] | None:
    """Return the files of one published release by path on the site, or None if one differs from the list."""
    files: dict[str, bytes] = {}
    for path, expected in hashes.items():
        data = fetch(f"r/{name}/{path}")
        if data is None or sha256(data) != expected:
            return None
        files[f"r/{name}/{path}"] = data
    return files


def earlier(own: list[Release], published: list[Release], fetch: Fetch) -> tuple[bytes, dict[str, bytes]]:
    """Return the new listing, and the files of the earlier releases that stay, by path on the site."""
    kept = list(own)
    files: dict[str, bytes] = {}
    for name, hashes in published:
        if len(kept) >= KEPT:
            break
        if name in {known for known, _ in kept}:
            continue
        found = _whole(name, hashes, fetch)
        if found is not None:
            kept.append((name, hashes))
            files |= found
    return listing(kept), files


def keep(site: Path, fetch: Fetch) -> list[str]:
    """Add the earlier releases to the site in ``site``; return the names of all that it has now."""
    own = read_listing((site / LISTING).read_bytes())
    new, files = earlier(own, read_listing(fetch(LISTING)), fetch)
    for path, data in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (site / LISTING).write_bytes(new)
    return [name for name, _ in read_listing(new)]


def from_folder(folder: Path) -> Fetch:
    """Return a reader of a copy of a published site."""

    def fetch(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    return fetch


def differing(folder: Path, fetch: Fetch) -> list[str]:
    """Return the files of a folder that a published site lacks or has with other bytes."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return [name for name, path in names.items() if name != UNPUBLISHED and fetch(name) != path.read_bytes()]


def from_address(address: str) -> Fetch:
    """Return a reader of a published site that bypasses the host's caches; 404 gives None."""
    token = time.time_ns()

    def fetch(path: str) -> bytes | None:
        url = f"{address.rstrip('/')}/{path}?{token}"
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 -- https, from the workflow
                data: bytes = answer.read()
                return data
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 404:
                return None
            raise

    return fetch
