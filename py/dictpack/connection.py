"""Makes the sections with the connection costs: the residuals of four steps, and the parents of each step.

In a step every line of the matrix (a row or a column) gets the most similar earlier line as its parent, and
the parent is subtracted. Rows and columns each take two steps; the second works on the result of the first.
Measured on Janome's matrix, compressed: unchanged 1.40 MB, differences of neighbouring rows 1.15 MB, one
step each 0.59 MB, two steps each 0.50 MB.
"""

from __future__ import annotations

from struct import pack

from youten.morphology import format as layout
from youten.morphology.connection import BIAS, LANE, Lanes, split, transpose

# Lines are compared by every third number: this takes a third of the time and costs 1 % more bytes.
SAMPLE = 3
# Number of earlier lines among which a parent is searched: similar words have neighbouring ids.
REACH = 500


def sections(costs: list[list[int]]) -> dict[bytes, bytes]:
    """Return the sections of ``costs[right id of the word before][left id of the next word]``."""
    count = len(costs)
    lanes = Lanes(count)

    columns = split(b"".join(pack(f"<{count}h", *row) for row in costs), count)
    # This first step on the rows only shows which columns will be similar after it; its parents are chosen
    # again below. Steps on rows and steps on columns are independent, so each can be undone separately.
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
    """Subtract from each line its parent; ``youten.morphology.connection.undo`` is the inverse."""
    return [
        line if parent == number else lanes.subtract(line, lines[parent])
        for number, (line, parent) in enumerate(zip(lines, step, strict=True))
    ]


def parents(lines: list[int], count: int, *, may_stay: bool = False) -> list[int]:
    """Return for each line the number of the most similar earlier line; the nearest one if several are equal.

    The first line is its own parent. With ``may_stay`` so is every line that is smaller than any difference.
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
    """Estimates the packed size of the difference of two lines: the number of significant bits in it."""

    def __init__(self, count: int) -> None:
        self.lanes = Lanes(count)
        # (shift, mask): the mask removes the bits that the shift brings in from the neighbouring number.
        ones = self.lanes.bias // BIAS
        self.shifts = [(by, ones * ((1 << (LANE - by)) - 1)) for by in (1, 2, 4, 8)]

    def __call__(self, a: int, b: int) -> int:
        sign = self.lanes.sign
        difference = self.lanes.subtract(a, b)
        # A negative number is replaced by its complement: -1 has no bits, like 0.
        negative = (difference & sign) >> (LANE - 1)
        bits = difference ^ ((negative << LANE) - negative)
        for by, mask in self.shifts:  # set every bit below the highest one
            bits |= (bits >> by) & mask
        return bits.bit_count()
