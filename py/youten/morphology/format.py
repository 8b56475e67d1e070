"""The layout of the packed dictionary file: a header, a table of named sections, and the sections' bytes.

``dictpack`` writes the file at build time, ``dictionary`` reads it at run time; both follow this module.
All numbers are little-endian. Sections may come in any order. Source: none, the layout is this project's own.

An *entry* is one dictionary word. Entries are sorted by (surface, context id). A second file of the same
build has their readings in the same order, and the checksum of the dictionary that they belong to.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Mapping
from struct import Struct

from youten.model import YoutenError

MAGIC = b"youtenD\x00"
VERSION = 1

# magic, version, number of sections, crc32 of everything that follows the header
HEADER = Struct("<8sHHL")
# name, offset from the start of the file, length in bytes
SECTION = Struct("<4sLL")

# JSON: {"classes": [[id, pos, infl_type, infl_form, cut, suffix, usual cost, first rank], ...],
#        "categories": {name: [invoke, group, length]},
#        "ranges": [[first, last, name, [compatible, ...]], ...], "unknowns": {name: [[id, cost, pos], ...]}}
META = b"META"
# UTF-8: every character of the surfaces; the character at index i is written as code point FIRST_CODE + i.
# The most frequent characters come first, so most take one byte in SURFACES
ALPHABET = b"ALPH"
# UTF-8: the first characters of surfaces, sorted; each has a group in SURFACES
FIRSTS = b"FRST"
# u16 per group: its length in bytes, then u16 per group: its number of entries
GROUPS = b"GRPS"
# the groups one after the other, see below
SURFACES = b"SURF"
# u8 per entry each: low and high byte of the class's index
CLASS_LOW, CLASS_HIGH = b"CLS0", b"CLS1"
# u8 per entry each: low and high byte of zigzag(cost - usual cost of the class)
COST_LOW, COST_HIGH = b"COS0", b"COS1"
# u8 per entry: rank - first rank of the class. For entries that can end at the same place (one surface is a
# suffix of the other, or equal to it) ranks have the order of Janome's entry numbers. They break ties of cost
RANK = b"RANK"
COLUMNS = (CLASS_LOW, CLASS_HIGH, COST_LOW, COST_HIGH, RANK)
# u16 per id each, four lists: parents of the two row and the two column steps (see ``connection``)
PARENTS = b"CONP"
# u8 per pair of ids: low and high byte of the residual of the connection cost after the four steps
CONNECTION_LOW, CONNECTION_HIGH = b"CON0", b"CON1"

SECTIONS = (
    META, ALPHABET, FIRSTS, GROUPS, SURFACES, *COLUMNS, PARENTS, CONNECTION_LOW, CONNECTION_HIGH,
)  # fmt: skip

# The second file, the readings. UTF-8: its kana; the one at index i is written as byte KANA_CODE + i
KANA = b"KANA"
# UTF-8: the characters with readings of their own, and those readings as kana bytes. Each reading ends with
# MORE, the last one of a character with END
READERS, READER_KANA = b"RDRS", b"RDKN"
# u32 per group (as in GROUPS): its length in bytes in RECORDS
RECORD_GROUPS = b"RGRP"
# One record per entry, ended by END. The *core* of a surface is the part between the kana at its ends.
# - Kana bytes: the reading of the whole word.
# - Other bytes: READING_CODE + the index of a reading, for each character of the core with readings.
# - An empty record of a word with a core repeats the last record of the group that is not empty.
# - An empty record of a word without a core: the word is read as it is spelt, in katakana.
# - The byte AS_SPELT: the reading is the surface (symbols).
RECORDS = b"RECS"
# u32: checksum in the dictionary's header
BELONGS = b"DICT"
READING_SECTIONS = (KANA, READERS, READER_KANA, RECORD_GROUPS, RECORDS, BELONGS)
KANA_CODE, READING_CODE, AS_SPELT = 32, 128, b"\x01"

# A group holds the words with the same first character, in this order:
# - that character alone, if it is a word;
# - for every second character: PAIR, that character, and the word of the two characters if there is one;
# - within it for every third character: TRIPLE, that character, and the words that start with the three.
# A word is written as the difference of its tail (the part after the marks) from the tail of the word before:
# one POP for each character to cut from its end, the characters to append, one MORE for each entry beyond the
# first, and END.
POP, MORE, END, PAIR, TRIPLE = "\x01", "\t", "\n", "\v", "\f"
FIRST_CODE = 16


def write(sections: Mapping[bytes, bytes]) -> bytes:
    """Join ``sections`` (name of four bytes -> contents) into one file."""
    offset = HEADER.size + SECTION.size * len(sections)
    table = []
    for name, data in sections.items():
        table.append(SECTION.pack(name, offset, len(data)))
        offset += len(data)
    body = b"".join((*table, *sections.values()))
    return HEADER.pack(MAGIC, VERSION, len(sections), crc32(body)) + body


def read(
    data: bytes | bytearray | memoryview, wanted: tuple[bytes, ...] = SECTIONS
) -> dict[bytes, memoryview]:
    """Return the sections of a file by name, without copying; raise ``YoutenError("bad_dictionary")``."""
    view = memoryview(data).cast("B")
    if len(view) < HEADER.size:
        raise bad("it is too short")
    magic, version, count, checksum = HEADER.unpack_from(view)
    if magic != MAGIC or version != VERSION:
        raise bad("it is not of this version")
    if crc32(view[HEADER.size :]) != checksum or len(view) < HEADER.size + SECTION.size * count:
        raise bad("its checksum is wrong")
    sections = {}
    for number in range(count):
        name, offset, length = SECTION.unpack_from(view, HEADER.size + number * SECTION.size)
        if offset + length > len(view):
            raise bad("a section is cut off")
        sections[name] = view[offset : offset + length]
    missing = [name.decode() for name in wanted if name not in sections]
    if missing:
        raise bad(f"it lacks {', '.join(missing)}")
    return sections


def checksum(data: bytes | bytearray | memoryview) -> int:
    """Return the checksum in the header of a file. It identifies a dictionary."""
    return int(HEADER.unpack_from(data)[3])


def bad(reason: str) -> YoutenError:
    """Return the error for a dictionary file that cannot be used."""
    return YoutenError("bad_dictionary", f"The dictionary file cannot be used: {reason}.")
