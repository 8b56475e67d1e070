"""Find the files to read from the names on the command line: files, folders, patterns, standard input.

Files of a folder come in the order of their names. Links are followed within it, to folders
once each; a link that leads out of it is a fault.
"""

from __future__ import annotations

import errno
import glob
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from youten.batch.messages import problem, say
from youten.batch.model import DATABASES, FOLDER, STDIN, Input, Layout
from youten.batch.sqlite import is_database

# Ending -> layout; .gz after the first four is unpacked.
LAYOUTS: dict[str, Layout] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".mdx": "text",
    ".rst": "text",
    ".org": "text",
    ".html": "text",
    ".htm": "text",
    ".docx": "text",
}
PACKED = ".gz"
PACKABLE: tuple[Layout, ...] = ("jsonl", "csv", "tsv")
WILD = frozenset("*?[")


def layout_of(path: str) -> Layout | None:
    """Return the layout by the name's ending; None if it is unknown."""
    name = path.lower()
    if name.endswith(PACKED):
        name = name.removesuffix(PACKED)
        found = LAYOUTS.get(Path(name).suffix)
        return found if found in PACKABLE else None
    return LAYOUTS.get(Path(name).suffix)


def expand(
    names: list[str], layout: Layout | None, stdin: BinaryIO, lang: str, own: Iterable[str] = ()
) -> tuple[list[Input], Counter[str]]:
    """Return the inputs in order, and the number of files in folders that are skipped, by ending.

    ``layout`` stands in for every ending. ``own``: what this run writes, which is never an input.
    ``YoutenError`` ("bad_input", "no_match", "unknown_layout", "needs_file") for a name that cannot be
    read; a fault inside a folder becomes an ``Input``.
    """
    found: list[Input] = []
    passed: Counter[str] = Counter()
    written = set(map(os.path.realpath, own))
    for name in names or [STDIN]:
        if name == STDIN:
            if layout in DATABASES:
                raise problem("needs_file", lang, what=DATABASES[layout])
            found.append(Input(STDIN, layout or "jsonl", _size_of(stdin)))
        else:
            top = _fixed_part(name)
            for path in _named(name, lang):
                if path != name and not _is_inside(path, top):
                    found.append(_fault(path, "outside", lang))
                elif Path(path).is_dir():
                    found += _walk(path, layout, passed, written, lang)
                else:
                    found.append(_file(path, layout, lang))
    return found, passed


def _named(name: str, lang: str) -> list[str]:
    """Return the paths for a name: itself, or if there is no such file, what matches it as a pattern."""
    if os.path.lexists(name):
        return [name]
    if not WILD & set(name):
        reason = os.strerror(errno.ENOENT)
        raise problem("bad_input", lang, path=name, what=reason)
    paths = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not paths:
        raise problem("no_match", lang, path=name)
    # "**" lists folders and their contents, so the folders would add every file twice.
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


def _walk(top: str, layout: Layout | None, passed: Counter[str], own: set[str], lang: str) -> Iterator[Input]:
    """Yield the files below a folder that may hold articles, without hidden files and outputs of a batch."""
    root = os.path.realpath(top)
    seen = {root}
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
            if entry.name.startswith(".") or entry.name.endswith(FOLDER):
                continue
            try:
                if os.path.realpath(path) in own:
                    continue
                if entry.is_symlink() and not _is_inside(path, root) and _may_be_read(entry, layout):
                    yield _fault(path, "outside", lang)
                    continue
                if entry.is_dir():
                    real = os.path.realpath(path)
                    if real in seen:
                        yield _fault(path, "loop", lang)
                    else:
                        seen.add(real)
                        below.append(path)
                    continue
                status = entry.stat()
                known = layout or layout_of(path)
                regular = stat.S_ISREG(status.st_mode)
                if not regular or (known == "sqlite" and not layout and not is_database(path)):
                    known = None
            except OSError as error:  # a link that is circular or dangling
                yield _fault(path, "unreadable", lang, what=error.strerror)
                continue
            if known is None:
                passed[Path(path).suffix or "-"] += 1
            else:
                yield Input(path, known, status.st_size)
        folders += reversed(below)


def _may_be_read(entry: os.DirEntry[str], layout: Layout | None) -> bool:
    return entry.is_dir() or (entry.is_file() and (layout or layout_of(entry.name)) is not None)


def _fixed_part(pattern: str) -> str:
    """Return the folder that everything a pattern names is in."""
    before = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    return os.path.realpath(os.path.dirname(before) or ".")  # noqa: PTH120 - "a/" is the folder a


def _is_inside(path: str, folder: str) -> bool:
    """Return whether a path, with its links followed, leads into ``folder``, which has no links in it."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _fault(path: str, code: str, lang: str, **values: object) -> Input:
    return Input(path, "fault", 0, (code, say(code, lang, **values)))


def _size_of(stream: BinaryIO) -> int | None:
    """Return the bytes left in a stream, None if it is not a regular file."""
    try:
        status = os.fstat(stream.fileno())
        return status.st_size - stream.tell() if stat.S_ISREG(status.st_mode) else None
    except (OSError, ValueError, AttributeError):
        return None
