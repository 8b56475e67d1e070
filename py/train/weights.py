"""Writes the file that ``youten.syntax.weights`` reads."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence

import numpy as np

from youten.syntax.weights import LONGEST_GAP, ZERO

LIMIT = 127  # of a weight, which is one signed byte


def encode(tables: Sequence[np.ndarray], scale: int, more: Mapping[str, object]) -> bytes:
    """Return the bytes of a file with these tables; a weight of 1 is stored as ``scale``."""
    parts = [part for table in tables for part in _sparse(table, scale)]
    bits = [len(table).bit_length() - 1 for table in tables]
    head = {"parts": [len(part) for part in parts], "bits": bits, **more}
    line = json.dumps(head, separators=(",", ":")).encode() + b"\n"
    return gzip.compress(line + b"".join(parts), 9, mtime=0)


def _sparse(table: np.ndarray, scale: int) -> tuple[bytes, bytes]:
    rounded = np.clip(np.rint(table * scale), -LIMIT, LIMIT).astype(int)
    gaps, weights = bytearray(), bytearray()
    before = 0
    for place in np.flatnonzero(rounded).tolist():
        skipped, gap = divmod(place - before - 1, LONGEST_GAP) if place else (0, -1)
        gaps += bytes([LONGEST_GAP]) * skipped + bytes([gap + 1])
        weights += bytes([ZERO]) * skipped + bytes([int(rounded[place]) + ZERO])
        before = place
    return bytes(gaps), bytes(weights)
