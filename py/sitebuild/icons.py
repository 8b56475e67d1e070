"""Draws the icon: three lines of a list and a red dot, as SVG and as PNG in the sizes that systems ask for.

``python3 -m sitebuild.icons`` (with ``py`` on the path) writes ``static/icons``; a test draws them again and
compares. Everything is a box with round corners, so a pixel's share of a shape follows from its distance to
the shape's edge. Source: https://www.w3.org/TR/appmanifest/#icon-masks (safe zone), PNG 1.2 (RFC 2083).
"""

from __future__ import annotations

import math
import struct
import zlib
from typing import NamedTuple

from sitebuild.paths import STATIC

FOLDER = STATIC / "icons"
GRID = 512
PAPER, INK, SEAL = (0xF7, 0xF5, 0xF0), (0x1D, 0x1B, 0x18), (0xB3, 0x36, 0x1E)

Colour = tuple[int, int, int]


class Box(NamedTuple):
    """A box with round corners, on a grid of 512: left, top, width, height, radius."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    colour: Colour


MARK = (
    Box(92, 112, 84, 84, 42, SEAL),
    Box(212, 128, 208, 52, 26, INK),
    Box(92, 242, 328, 52, 26, INK),
    Box(92, 356, 232, 52, 26, INK),
)
ROUND = Box(0, 0, GRID, GRID, 104, PAPER)
FULL = Box(0, 0, GRID, GRID, 0, PAPER)
SAFE = 0.74  # of the icon's width: masks may cut off what lies outside a circle of 80 %


class Icon(NamedTuple):
    """One picture: the ground, the size of the mark on it, and the sizes in pixels it is needed in."""

    ground: Box
    mark: float
    sizes: tuple[int, ...]


ICONS = {
    "icon": Icon(ROUND, 1.0, (192, 512)),
    "maskable": Icon(FULL, SAFE, (192, 512)),
    "apple": Icon(FULL, 0.86, (180,)),
}


def boxes(icon: Icon) -> list[Box]:
    """Give the icon's boxes from the ground up, the mark scaled about the middle."""
    middle, by = GRID / 2, icon.mark
    scaled = (
        Box(
            middle + (b.x - middle) * by,
            middle + (b.y - middle) * by,
            b.width * by,
            b.height * by,
            b.radius * by,
            b.colour,
        )
        for b in MARK
    )
    return [icon.ground, *scaled]


def svg(icon: Icon) -> str:
    """Give the icon as an SVG document."""
    rows = "".join(
        f'<rect x="{b.x:g}" y="{b.y:g}" width="{b.width:g}" height="{b.height:g}" rx="{b.radius:g}" '
        f'fill="#{bytes(b.colour).hex()}"/>\n'
        for b in boxes(icon)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">\n{rows}</svg>\n'


def coverage(box: Box, x: float, y: float, pixel: float) -> float:
    """Give the share of a pixel (its middle and width in grid units) that lies in ``box``, 0..1."""
    dx = abs(x - box.x - box.width / 2) - box.width / 2 + box.radius
    dy = abs(y - box.y - box.height / 2) - box.height / 2 + box.radius
    outside = math.hypot(max(dx, 0.0), max(dy, 0.0)) + min(max(dx, dy), 0.0) - box.radius
    return min(max(0.5 - outside / pixel, 0.0), 1.0)


def pixels(icon: Icon, size: int) -> bytes:
    """Draw the icon; rows from the top, four bytes (red, green, blue, opacity) for each pixel."""
    pixel = GRID / size
    ground, *mark = boxes(icon)
    out = bytearray()
    for row in range(size):
        y = (row + 0.5) * pixel
        near = [box for box in mark if box.y - pixel <= y <= box.y + box.height + pixel]
        for column in range(size):
            x = (column + 0.5) * pixel
            colour: tuple[float, ...] = ground.colour
            for box in near:
                share = coverage(box, x, y, pixel)
                if share:
                    colour = tuple(a + (b - a) * share for a, b in zip(colour, box.colour, strict=True))
            out += bytes(round(value) for value in colour)
            out.append(255 if ground.radius == 0 else round(255 * coverage(ground, x, y, pixel)))
    return bytes(out)


def png(rows: bytes, size: int) -> bytes:
    """Encode pixels as PNG, eight bits a channel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    width = size * 4
    # Each row after the filter's number; 2: the difference to the row above, which is mostly nothing.
    above = bytes(width)
    filtered = bytearray()
    for start in range(0, len(rows), width):
        row = rows[start : start + width]
        filtered += b"\x02" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        above = row
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    data = zlib.compress(bytes(filtered), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def main() -> None:
    """Write every icon."""
    FOLDER.mkdir(exist_ok=True)
    for name, icon in ICONS.items():
        (FOLDER / f"{name}.svg").write_text(svg(icon), encoding="utf-8")
        for size in icon.sizes:
            (FOLDER / f"{name}-{size}.png").write_bytes(png(pixels(icon, size), size))


if __name__ == "__main__":
    main()
