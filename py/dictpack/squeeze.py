"""Compresses a packed dictionary to gzip, a little smaller than the module ``gzip`` does.

Columns of numbers compress best with other zlib strategies than text, and one gzip stream may change its
strategy between blocks. Every section is compressed with each strategy, and the shortest results are joined.
Source: RFC 1951 (DEFLATE), section 3.2.3: blocks follow each other, and a full flush ends at a byte.
"""

from __future__ import annotations

import zlib
from struct import pack

from youten.morphology import format as layout

STRATEGIES = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_RLE)
# RFC 1952: magic, deflate, no flags, no time, slowest, system unknown
HEADER = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255))


def squeeze(data: bytes) -> bytes:
    """Return one gzip member with the contents ``data``, a packed dictionary, without time or name."""
    sections = list(layout.read(data, ()).values())
    head = memoryview(data)[: len(data) - sum(map(len, sections))]
    parts = [_shortest(part, last=False) for part in [head, *sections]]
    parts.append(_shortest(b"", last=True))
    return HEADER + b"".join(parts) + pack("<LL", zlib.crc32(data), len(data))


def _shortest(data: bytes | memoryview[int], *, last: bool) -> bytes:
    attempts = []
    for strategy in STRATEGIES:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9, strategy)
        attempts.append(deflate.compress(data) + deflate.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH))
    return min(attempts, key=len)
