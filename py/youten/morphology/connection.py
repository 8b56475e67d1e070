"""Connection costs: what it costs that a word of one id follows a word of another.

The matrix is made of a few additive regularities, so it is stored as what is left after four steps of
subtracting similar lines from each other, which compresses to less than half. Undoing a step means adding
lines of 16-bit numbers in a given order; here a whole line is one big integer, so that an addition of
1,316 numbers is a handful of operations. The choice of the parents is the packer's (``dictpack``).
Little-endian machines only, which WebAssembly is, too.
Source: addition of several numbers in one, H. S. Warren, "Hacker's Delight", 2nd ed., section 2-18.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TypeAlias

# Costs before words of one left id, by the right id of the word that comes before.
Row: TypeAlias = "array[int]"  # 16 bits each

LANE = 16  # bits
# Added to the residuals, so that small negative ones have a high byte of zero, too.
BIAS = 128


class Lanes:
    """Arithmetic on lines of ``count`` 16-bit numbers, each line held in one integer; results wrap around."""

    def __init__(self, count: int) -> None:
        ones = int.from_bytes(b"\x01\x00" * count, "little")
        self.count = count
        self.sign = ones << (LANE - 1)
        self.rest = ones * ((1 << (LANE - 1)) - 1)
        self.bias = ones * BIAS

    def add(self, a: int, b: int) -> int:
        """Sum of two lines, number by number."""
        rest = self.rest
        return ((a & rest) + (b & rest)) ^ ((a ^ b) & self.sign)

    def subtract(self, a: int, b: int) -> int:
        """Difference of two lines, number by number."""
        sign = self.sign
        return ((a | sign) - (b & self.rest)) ^ ((a ^ b ^ sign) & sign)


def undo(lines: list[int], parents: Sequence[int], lanes: Lanes) -> None:
    """Add to each line, in order, its parent (a line before it; a line that is its own parent stays)."""
    for number, parent in enumerate(parents):
        if parent != number:
            lines[number] = lanes.add(lines[number], lines[parent])


def split(matrix: bytes | bytearray | memoryview, count: int) -> list[int]:
    """Lines of a matrix of ``count`` times ``count`` 16-bit numbers."""
    width = count * LANE // 8
    return [int.from_bytes(matrix[i : i + width], "little") for i in range(0, width * count, width)]


def transpose(lines: list[int], count: int) -> list[int]:
    """Swap rows and columns."""
    numbers = array("H", bytes(count * count * LANE // 8))
    for number, line in enumerate(lines):
        numbers[number::count] = array("H", line.to_bytes(count * LANE // 8, "little"))
    return split(memoryview(numbers).cast("B"), count)


def decode(low: memoryview, high: memoryview, steps: Sequence[Sequence[int]]) -> list[Row]:
    """Rows of costs, ``rows[left id of the following word][right id of the word before]``.

    ``low`` and ``high`` are the bytes of the residuals, columns first; ``steps`` are the parents of the
    columns' second and first step and of the rows' second and first step. Never holds more than two copies
    of the matrix: in WebAssembly memory that was needed once is never given back.
    """
    count = len(steps[0])
    lanes = Lanes(count)
    matrix = bytearray(count * count * LANE // 8)
    matrix[0::2] = low
    matrix[1::2] = high
    lines = split(matrix, count)
    del matrix
    for number, line in enumerate(lines):
        lines[number] = lanes.subtract(line, lanes.bias)
    undo(lines, steps[0], lanes)
    undo(lines, steps[1], lanes)
    lines = transpose(lines, count)
    undo(lines, steps[2], lanes)
    undo(lines, steps[3], lanes)
    return [array("h", line.to_bytes(count * LANE // 8, "little")) for line in lines]
