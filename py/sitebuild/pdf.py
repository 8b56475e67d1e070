"""Makes the PDF reader: a bundle, pdf.js's worker, and the tables of Japanese characters in one pack.

The files are below ``later/``: neither a first visit nor the page's own scripts load them. Source: the npm
package pdfjs-dist, pinned in package-lock.json; ISO 32000-1, 9.7.5, for the tables (CMaps) that documents
use.
"""

from __future__ import annotations

import json
import re
import struct

from sitebuild.environment import SetupError
from sitebuild.paths import NODE_MODULES

PDFJS = NODE_MODULES / "pdfjs-dist"
# The predefined tables of Adobe-Japan1, and that from its glyphs to Unicode. Chinese and Korean are left out.
JAPANESE = re.compile(
    r"^(?:UniJIS|Adobe-Japan1|78|83pv|90|Add-|Ext-|EUC-|RKSJ-|Hankaku|Hiragana|Katakana|Roman|N?WP-|[HV]\.bcmap)"
)
FEWEST_TABLES = 60


def pack(tables: dict[str, bytes]) -> bytes:
    """Join ``tables``: length of the index (4 bytes, little-endian), name -> [start, size] as JSON, data."""
    index, start = {}, 0
    for name, data in sorted(tables.items()):
        index[name] = [start, len(data)]
        start += len(data)
    described = json.dumps(index, separators=(",", ":")).encode()
    return (
        struct.pack("<I", len(described)) + described + b"".join(data for _, data in sorted(tables.items()))
    )


def japanese_tables() -> dict[str, bytes]:
    """Return name -> bytes of the tables that Japanese documents use."""
    found = {path.name: path.read_bytes() for path in (PDFJS / "cmaps").glob("*.bcmap")}
    tables = {name: data for name, data in found.items() if JAPANESE.match(name)}
    if len(tables) < FEWEST_TABLES:
        raise SetupError(
            "pdfjs-dist no longer has its tables of Japanese characters where they are expected."
        )
    return tables


def files() -> dict[str, bytes]:
    """Return path in the release -> bytes."""
    return {
        "later/pdf.worker.js": (PDFJS / "legacy" / "build" / "pdf.worker.min.mjs").read_bytes(),
        "later/pdf.cmaps.bin": pack(japanese_tables()),
    }
