"""Decodes the connection costs: the cost of a word with one id following a word with another id.

Many lines of the matrix are similar. It is stored as the residuals of four steps that subtract similar lines
from each other, which compress to less than half. Undoing a step means adding lines of 16-bit numbers in a
given order. Here a whole line is one big integer, so the addition of 1,316 numbers takes a few operations.
``dictpack`` chooses the lines that are subtracted (the parents).
Works on little-endian machines only; WebAssembly is one.
Source: addition of several numbers in one, H. S. Warren, "Hacker's Delight", 2nd ed., section 2-18.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TypeAlias

# Connection costs of one left id, indexed by the right id of the word before.
Row: TypeAlias = "array[int]"  # 16 bits each

LANE = 16  # bits
# Added to the residuals, so that small negative numbers also have a high byte of zero.
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
        """Return the sum of two lines, number by number."""
        rest = self.rest
        return ((a & rest) + (b & rest)) ^ ((a ^ b) & self.sign)

    def subtract(self, a: int, b: int) -> int:
        """Return the difference of two lines, number by number."""
        sign = self.sign
        return ((a | sign) - (b & self.rest)) ^ ((a ^ b ^ sign) & sign)


def undo(lines: list[int], parents: Sequence[int], lanes: Lanes) -> None:
    """Add to each line, in order, its parent, an earlier line. A line that is its own parent stays."""
    for number, parent in enumerate(parents):
        if parent != number:
            lines[number] = lanes.add(lines[number], lines[parent])


def split(matrix: bytes | bytearray | memoryview, count: int) -> list[int]:
    """Return the lines of a matrix of ``count`` times ``count`` 16-bit numbers."""
    width = count * LANE // 8
    return [int.from_bytes(matrix[i : i + width], "little") for i in range(0, width * count, width)]


def transpose(lines: list[int], count: int) -> list[int]:
    """Swap rows and columns."""
    numbers = array("H", bytes(count * count * LANE // 8))
    for number, line in enumerate(lines):
        numbers[number::count] = array("H", line.to_bytes(count * LANE // 8, "little"))
    return split(memoryview(numbers).cast("B"), count)


def decode(low: memoryview, high: memoryview, steps: Sequence[Sequence[int]]) -> list[Row]:
    """Return the costs as ``rows[left id of the next word][right id of the word before]``.

    ``low`` and ``high`` are the bytes of the residuals in column order. ``steps`` are the parents of the
    second and first step on columns and of the second and first step on rows. There are never more than two
    copies of the matrix, because WebAssembly memory never shrinks.
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
