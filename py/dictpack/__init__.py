"""Packs the dictionary inside the published Janome wheel into one binary file, at build time.

``wheel`` reads Janome's data, ``lexicon`` and ``connection`` make the sections of the file (their layout is
``youten.morphology.format``), ``readings`` makes those of a second file, ``squeeze`` compresses both files.
Nothing here is needed at run time.
"""

from __future__ import annotations

from pathlib import Path

from dictpack import connection, lexicon, readings, wheel
from youten.morphology import format as layout

__all__ = ["pack"]


def pack(source: Path | bytes) -> tuple[bytes, bytes]:
    """Return the packed dictionary and readings of a Janome wheel, uncompressed.

    The wheel is given as a path or as its contents. The result depends on nothing else. Takes about a minute.
    """
    data = wheel.read(source)
    dictionary = assemble(data)
    return dictionary, assemble_readings(data, dictionary)


def assemble(data: wheel.Source) -> bytes:
    """Return the packed dictionary of Janome's data."""
    return layout.write({**lexicon.sections(data), **connection.sections(data.connections)})


def assemble_readings(data: wheel.Source, dictionary: bytes) -> bytes:
    """Return the packed readings of the words in ``dictionary``, which was assembled from the same data."""
    return layout.write(readings.sections(data, dictionary))
