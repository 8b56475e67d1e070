"""The icons that are kept are the ones that the script draws."""

from __future__ import annotations

import struct
import zlib

import pytest

from sitebuild.icons import FOLDER, GRID, ICONS, INK, PAPER, SEAL, pixels, svg


def decoded(data: bytes) -> tuple[int, bytes]:
    """Return size and pixels of a PNG that this script made, for any compression."""
    size = struct.unpack(">I", data[16:20])[0]
    start = data.index(b"IDAT")
    raw = zlib.decompress(data[start + 4 : start + 4 + struct.unpack(">I", data[start - 4 : start])[0]])
    width, above, rows = size * 4, bytes(size * 4), b""
    for row in range(size):
        line = raw[row * (width + 1) :][: width + 1]
        assert line[0] == 2
        above = bytes((a + b) & 255 for a, b in zip(line[1:], above, strict=True))
        rows += above
    return size, rows


@pytest.mark.parametrize("name", ICONS)
def test_the_kept_icons_are_the_drawn_ones(name: str) -> None:
    """Byte for byte as SVG, pixel for pixel as PNG in the smallest size of each."""
    icon = ICONS[name]
    assert (FOLDER / f"{name}.svg").read_text(encoding="utf-8") == svg(icon)
    size = min(icon.sizes)
    assert decoded((FOLDER / f"{name}-{size}.png").read_bytes()) == (size, pixels(icon, size))
    for larger in icon.sizes:
        assert decoded((FOLDER / f"{name}-{larger}.png").read_bytes())[0] == larger


def test_the_mark_is_where_it_should_be() -> None:
    """A dot of the seal's colour, a line of ink, paper around; round corners where nothing masks them."""
    rows = pixels(ICONS["icon"], 64)

    def at(x: float, y: float) -> tuple[int, ...]:
        start = (int(y * 64 / GRID) * 64 + int(x * 64 / GRID)) * 4
        return tuple(rows[start : start + 4])

    assert at(134, 154) == (*SEAL, 255)
    assert at(300, 154) == (*INK, 255)
    assert at(256, 60) == (*PAPER, 255)
    assert at(0, 0)[3] == 0
    assert pixels(ICONS["maskable"], 8)[3] == 255
