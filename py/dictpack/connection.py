"""The sections that hold the connection costs: the residuals of four steps, and the parents of each step.

A step gives every line of the matrix (a row or a column) the most similar line before it as its parent and
subtracts that. Rows and columns each take two steps, the second on what the first left.
Measured on Janome's matrix, compressed: as it is 1.40 MB, differences of neighbouring rows 1.15 MB, one
step each 0.59 MB, two steps each 0.50 MB.
"""

from __future__ import annotations

from struct import pack

from youten.morphology import format as layout
from youten.morphology.connection import BIAS, LANE, Lanes, split, transpose

# Lines are compared by every third number: a third of the time for 1 % more bytes.
SAMPLE = 3
# How far back a line looks for its parent: ids of similar words are near each other.
REACH = 500


def sections(costs: list[list[int]]) -> dict[bytes, bytes]:
    """Make the connections' sections; ``costs[right id of the word before][left id of the next]``."""
    count = len(costs)
    lanes = Lanes(count)

    columns = split(b"".join(pack(f"<{count}h", *row) for row in costs), count)
    # The first rows' step is only there to see which columns will be similar after it; it is then chosen
    # anew. Steps on rows and on columns do not disturb each other, so each can be undone on its own.
    rows = transpose(columns, count)
    rows = apply(rows, parents(rows, count), lanes)
    columns_first = parents(transpose(rows, count), count)
    columns = apply(columns, columns_first, lanes)
    rows = transpose(columns, count)
    rows_first = parents(rows, count)
    rows = apply(rows, rows_first, lanes)
    rows_second = parents(rows, count, may_stay=True)
    columns = transpose(apply(rows, rows_second, lanes), count)
    columns_second = parents(columns, count, may_stay=True)
    columns = [lanes.add(line, lanes.bias) for line in apply(columns, columns_second, lanes)]
    residuals = b"".join(line.to_bytes(count * LANE // 8, "little") for line in columns)
    chosen = (columns_second, columns_first, rows_second, rows_first)
    return {
        layout.PARENTS: b"".join(pack(f"<{count}H", *step) for step in chosen),
        layout.CONNECTION_LOW: residuals[0::2],
        layout.CONNECTION_HIGH: residuals[1::2],
    }


def apply(lines: list[int], step: list[int], lanes: Lanes) -> list[int]:
    """Subtract from each line its parent; ``youten.morphology.connection.undo`` turns it around."""
    return [
        line if parent == number else lanes.subtract(line, lines[parent])
        for number, (line, parent) in enumerate(zip(lines, step, strict=True))
    ]


def parents(lines: list[int], count: int, *, may_stay: bool = False) -> list[int]:
    """For each line the number of the one before it from which it differs least, the nearest of several.

    The first line is its own parent, and with ``may_stay`` every line that is smaller by itself.
    """
    width = count * LANE // 8
    samples = [int.from_bytes(_sampled(line.to_bytes(width, "little")), "little") for line in lines]
    size = _Size(len(range(0, count, SAMPLE)))
    chosen = []
    for number, line in enumerate(samples):
        best, least = number, size(line, 0) if may_stay or not number else None
        for other in range(number - 1, max(number - 1 - REACH, -1), -1):
            bits = size(line, samples[other])
            if least is None or bits < least:
                best, least = other, bits
        chosen.append(best)
    return chosen


def _sampled(line: bytes) -> bytes:
    step = SAMPLE * LANE // 8
    sample = bytearray(len(line[0::step]) * 2)
    sample[0::2] = line[0::step]
    sample[1::2] = line[1::step]
    return bytes(sample)


class _Size:
    """Bits that the numbers of the difference of two lines have in all: an estimate of its packed size."""

    def __init__(self, count: int) -> None:
        self.lanes = Lanes(count)
        # Bits that a shift to the right by so many brings in from the neighbouring number are masked.
        ones = self.lanes.bias // BIAS
        self.shifts = [(by, ones * ((1 << (LANE - by)) - 1)) for by in (1, 2, 4, 8)]

    def __call__(self, a: int, b: int) -> int:
        sign = self.lanes.sign
        difference = self.lanes.subtract(a, b)
        # A negative number turns into its complement: -1 has no bits, as 0.
        negative = (difference & sign) >> (LANE - 1)
        bits = difference ^ ((negative << LANE) - negative)
        for by, mask in self.shifts:  # every bit below the highest one becomes one
            bits |= (bits >> by) & mask
        return bits.bit_count()
