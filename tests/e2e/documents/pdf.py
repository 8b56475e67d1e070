"""Small PDFs with Japanese text in a font that is not embedded, so readers need the character tables.

Source: ISO 32000-1: 7.5 (structure), 7.6.3 (standard security handler, revision 2), 9.7 (composite fonts).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT, MARGIN = 595, 842, 72  # points; A4
SIZE, LEADING = 12, 20
RUBY = 5  # points; readings above the line

# Algorithm 2: what passwords are filled up with.
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
DOCUMENT_ID = bytes(range(16))
PERMISSIONS = -4

Line = str | tuple[str, str]  # (line, its reading above it)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + PADDING)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


class _Lock:
    """The user's password of a document: 40-bit RC4, as in the oldest files."""

    def __init__(self, password: str) -> None:
        owner = _md5(_padded(password))[:5]
        self.owner = _rc4(owner, _padded(password))
        seed = _padded(password) + self.owner + struct.pack("<i", PERMISSIONS) + DOCUMENT_ID
        self._key = _md5(seed)[:5]
        self.user = _rc4(self._key, PADDING)

    def seal(self, number: int, data: bytes) -> bytes:
        """Encrypt a stream of object ``number`` (algorithm 1)."""
        key = _md5(self._key + struct.pack("<I", number)[:3] + b"\0\0")[:10]
        return _rc4(key, data)

    def dictionary(self) -> bytes:
        entries = f"<< /Filter /Standard /V 1 /R 2 /P {PERMISSIONS} /O <%s> /U <%s> >>"
        return (entries % (self.owner.hex(), self.user.hex())).encode()


def _stream(data: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(data)} {entries}>>\nstream\n".encode() + data + b"\nendstream"


def _text(lines: Iterable[Line], leading: float) -> bytes:
    """Draw lines from the top of the page; an empty line leaves a gap."""
    drawn, y = [], float(HEIGHT - MARGIN)
    for line in lines:
        base, reading = (line, "") if isinstance(line, str) else line
        for text, size, at in ((base, SIZE, y), (reading, RUBY, y + SIZE)):
            if text:
                code = text.encode("utf-16-be").hex()
                drawn.append(f"BT /F {size} Tf 1 0 0 1 {MARGIN} {at:g} Tm <{code}> Tj ET")
        y -= leading
    return "\n".join(drawn).encode()


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    """Join the objects 1, 2, … with their table; object 1 is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n%\xe3\x81\x82\n"), []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    lock: str = "",
    encoding: str = "UniJIS-UTF16-H",
    leading: float = LEADING,
) -> bytes:
    """Make a PDF with these lines on its pages; with ``lock`` it needs that password."""
    locked = _Lock(lock) if lock else None
    first = 6  # objects: catalogue, pages, font, its descendant, descriptor, then two for each page
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /{encoding} "
        "/DescendantFonts [4 0 R] >>".encode(),
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /DW 1000 /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry <41646f6265> /Ordering <4a6170616e31> /Supplement 6 >> >>",
        b"<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -120 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    for index, lines in enumerate(pages):
        number = first + 2 * index + 1
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        data = _text(lines, leading)
        objects.append(_stream(locked.seal(number, data) if locked else data))
    if locked is None:
        return _file(objects, "")
    objects.append(locked.dictionary())
    identity = DOCUMENT_ID.hex()
    return _file(objects, f"/Encrypt {len(objects)} 0 R /ID [<{identity}> <{identity}>]")


def scanned_pdf() -> bytes:
    """Make a PDF whose page is a grey picture of two by two pixels."""
    picture = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
            "/Resources << /XObject << /I 5 0 R >> >> >>".encode(),
            _stream(f"{WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do".encode()),
            _stream(bytes([0, 80, 160, 240]), picture),
        ],
        "",
    )
