"""The pack of tables for the PDF reader."""

from __future__ import annotations

import json
import struct

from sitebuild.pdf import japanese_tables, pack


def test_a_pack_gives_back_what_went_in() -> None:
    """Tables are found by name in any order, empty ones too."""
    tables = {"V.bcmap": b"\1\2\3", "H.bcmap": b"", "Add-H.bcmap": b"\xff" * 5}
    packed = pack(tables)
    (length,) = struct.unpack_from("<I", packed)
    index, data = json.loads(packed[4 : 4 + length]), packed[4 + length :]
    assert {name: data[start : start + size] for name, (start, size) in index.items()} == tables
    assert pack(dict(reversed(tables.items()))) == packed


def test_the_tables_are_the_japanese_ones() -> None:
    """All tables that Japanese PDFs use are included, no Chinese or Korean ones."""
    names = set(japanese_tables())
    wanted = "H V 90ms-RKSJ-H 90msp-RKSJ-V EUC-H UniJIS-UCS2-H UniJIS-UTF16-V Adobe-Japan1-UCS2"
    assert {f"{name}.bcmap" for name in wanted.split()} <= names
    assert not [name for name in names if name.startswith(("Uni", "Adobe")) and "J" not in name]
    assert not [name for name in names if name.startswith(("GB", "KSC", "CNS", "B5", "ETen", "HK"))]
