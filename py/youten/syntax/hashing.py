"""Stable hashes of short strings that can be combined by exclusive or.

A feature is the exclusive or of the hashes of its parts, so no string is built per feature. CRC-32 alone is
not enough: it is linear, so combinations of similar strings collide. Two multiplications prevent that.
"""

from __future__ import annotations

from zlib import crc32

_MASK = 0xFFFFFFFF
# Odd constants: 2 ** 32 / golden ratio (Knuth, TAOCP 6.4), and one of MurmurHash3's finalizer.
_FIRST, _SECOND = 0x9E3779B1, 0x85EBCA6B
# Strings remembered; an article has some 3,000.
KEPT = 50_000


class Hashes(dict[str, int]):
    """Cache: string -> hash of ``bits`` bits."""

    def __init__(self, bits: int) -> None:
        super().__init__()
        self._shift = 32 - bits

    def __missing__(self, text: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        mixed = crc32(text.encode("utf-8", "surrogatepass")) * _FIRST & _MASK
        mixed ^= mixed >> 15
        found = self[text] = (mixed * _SECOND & _MASK) >> self._shift
        return found
