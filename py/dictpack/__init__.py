"""Packs the dictionary inside the published Janome wheel into one binary file, at build time.

``wheel`` reads Janome's data, ``lexicon`` and ``connection`` make the sections of the file (their layout is
``youten.morphology.format``), ``squeeze`` compresses it. Nothing here is needed at run time.
"""

from __future__ import annotations

from pathlib import Path

from dictpack import connection, lexicon, wheel
from youten.morphology import format as layout

__all__ = ["pack"]


def pack(source: Path | bytes) -> bytes:
    """Packed dictionary (raw, see ``youten.morphology.format``) of a Janome wheel, by path or contents.

    The bytes depend on the wheel alone. Takes about half a minute.
    """
    return assemble(wheel.read(source))


def assemble(data: wheel.Source) -> bytes:
    """Packed dictionary of Janome's data, however it was come by."""
    return layout.write({**lexicon.sections(data), **connection.sections(data.connections)})
