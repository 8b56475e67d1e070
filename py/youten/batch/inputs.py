"""From what was named on the command line to the files to read: folders, patterns, standard input.

Files of a folder come in the order of their names. Links to folders are followed once each.
"""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from youten.batch.messages import problem, say
from youten.batch.model import FOLDER, STDIN, Input, Layout

# Ending -> layout; a .gz behind it is looked through, save for Parquet.
LAYOUTS: dict[str, Layout] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "text",
    ".htm": "text",
}
PACKED = ".gz"
WILD = frozenset("*?[")


def layout_of(path: str) -> Layout | None:
    """Tell the layout from the name; None: its ending says nothing."""
    name = path.lower()
    if name.endswith(PACKED):
        name = name.removesuffix(PACKED)
        found = LAYOUTS.get(Path(name).suffix)
        return None if found in ("parquet", "text") else found
    return LAYOUTS.get(Path(name).suffix)


def expand(
    names: list[str], layout: Layout | None, stdin: BinaryIO, lang: str, own: Iterable[str] = ()
) -> tuple[list[Input], Counter[str]]:
    """List what is to be read, in order; and count by ending the files of folders that are passed over.

    ``layout`` stands in for every ending. ``own``: what this run writes, which is no input of a folder.
    ``YoutenError`` ("bad_input", "no_match", "unknown_layout", "needs_file") where a name leads nowhere; what
    is wrong inside a folder becomes an ``Input`` with a fault.
    """
    found: list[Input] = []
    passed: Counter[str] = Counter()
    written = set(map(os.path.realpath, own))
    for name in names or [STDIN]:
        if name == STDIN:
            if layout == "parquet":
                raise problem("needs_file", lang)
            found.append(Input(STDIN, layout or "jsonl", _size_of(stdin)))
        else:
            for path in _named(name, lang):
                found += (
                    _folder(path, layout, passed, written, lang)
                    if Path(path).is_dir()
                    else [_file(path, layout, lang)]
                )
    return found, passed


def _named(name: str, lang: str) -> list[str]:
    """Paths that a name stands for: itself, or where there is no such file, what matches it as a pattern."""
    if os.path.lexists(name):
        return [name]
    if not WILD & set(name):
        reason = os.strerror(2)
        raise problem("bad_input", lang, path=name, what=reason)
    paths = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not paths:
        raise problem("no_match", lang, path=name)
    # "**" lists folders and what is in them: the folders would bring it twice.
    return [path for path in paths if not Path(path).is_dir()] or paths


def _file(path: str, layout: Layout | None, lang: str) -> Input:
    known = layout or layout_of(path)
    if known is None:
        raise problem("unknown_layout", lang, path=path)
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else error
        raise problem("bad_input", lang, path=path, what=what) from error
    return Input(path, known, status.st_size if stat.S_ISREG(status.st_mode) else None)


def _folder(
    top: str, layout: Layout | None, passed: Counter[str], own: set[str], lang: str
) -> Iterator[Input]:
    """Files below a folder that may hold articles; neither hidden ones nor what a batch writes."""
    seen = {os.path.realpath(top)}
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield _fault(folder, "unreadable", lang, what=error.strerror)
            continue
        below = []
        for entry in entries:
            path = str(Path(folder, entry.name)) if folder != "." else entry.name
            if entry.name.startswith(".") or entry.name.endswith(FOLDER) or os.path.realpath(path) in own:
                continue
            try:
                if entry.is_dir():
                    real = os.path.realpath(path)
                    if real in seen:
                        yield _fault(path, "loop", lang)
                    else:
                        seen.add(real)
                        below.append(path)
                    continue
                status = entry.stat()
            except OSError as error:  # a link in a circle, a link to nothing
                yield _fault(path, "unreadable", lang, what=error.strerror)
                continue
            known = layout or layout_of(path)
            if known is None or not stat.S_ISREG(status.st_mode):
                passed[Path(path).suffix or "-"] += 1
            else:
                yield Input(path, known, status.st_size)
        folders += reversed(below)


def _fault(path: str, code: str, lang: str, **values: object) -> Input:
    return Input(path, "fault", 0, (code, say(code, lang, **values)))


def _size_of(stream: BinaryIO) -> int | None:
    """Bytes left in a stream that is a plain file."""
    try:
        status = os.fstat(stream.fileno())
        return status.st_size - stream.tell() if stat.S_ISREG(status.st_mode) else None
    except (OSError, ValueError, AttributeError):
        return None
