"""Reads the dictionary data out of a Janome wheel.

Janome ships its data as Python modules that contain one literal, ``DATA=...``. Each literal is evaluated
without importing Janome. Source: ``janome/dic.py`` of Janome 0.5.0, ``_save_as_module`` and the functions
beside it.
"""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

PARTS = 10  # number of module pairs over which Janome's entries are distributed


class Entry(NamedTuple):
    """One word of the dictionary. Its number is its index in ``Source.entries``; it breaks ties of cost."""

    surface: str
    id: int  # left and right context id
    cost: int
    pos: str  # four parts, joined by commas
    infl_type: str
    infl_form: str
    base_form: str
    reading: str = ""  # katakana


class Source(NamedTuple):
    """Janome's dictionary data."""

    entries: list[Entry]
    connections: list[list[int]]  # [right id of the word before][left id of the following word]
    categories: dict[str, tuple[bool, bool, int]]  # name -> invoke always, group, length
    ranges: list[tuple[str, str, str, list[str]]]  # first and last character, category, compatible ones
    unknowns: dict[str, list[tuple[int, int, str]]]  # category -> (id, cost, pos) of its unknown words


def read(source: Path | bytes) -> Source:
    """Return the dictionary data of a wheel; raise ``KeyError`` if it is not a Janome wheel."""
    with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:

        def data(name: str) -> Any:
            # The literals are too large for ast.literal_eval, which builds an object tree for each. They are
            # compiled and evaluated without builtins instead, so they can use no names.
            text = archive.read(f"janome/sysdic/{name}.py").decode("ascii").partition("DATA=")[2]
            return eval(compile(text, name, "eval"), {"__builtins__": {}})  # noqa: S307

        # There are millions of tuples without reference cycles, so garbage collection would only cost time.
        enabled = gc.isenabled()
        gc.disable()
        try:
            return _source(data)
        finally:
            if enabled:
                gc.enable()


def _source(data: Callable[[str], Any]) -> Source:
    categories, ranges = data("chardef")
    return Source(
        entries=_entries(data),
        connections=[*data("connections1"), *data("connections2")],
        categories={name: (c["INVOKE"], c["GROUP"], c["LENGTH"]) for name, c in categories.items()},
        ranges=[(r["from"], r["to"], r["cate"], r.get("compat_cates", [])) for r in ranges],
        unknowns={
            name: [(left, cost, pos) for left, right, cost, pos in words if _same(left, right)]
            for name, words in data("unknowns").items()
        },
    )


def _entries(data: Callable[[str], Any]) -> list[Entry]:
    found: dict[int, Entry] = {}
    for part in range(PARTS):
        extra = data(f"entries_extra{part}")
        for number, (surface, left, right, cost) in data(f"entries_compact{part}").items():
            _same(left, right)
            found[number] = Entry(surface, left, cost, *extra[number][:5])
    return [found[number] for number in range(len(found))]


def _same(left: int, right: int) -> bool:
    if left != right:
        raise ValueError(f"left id {left} is not right id {right}: the format keeps one id for both")
    return True
