"""Process one file: read it with size and type checks, decide, and write it back in one step."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from youten.documents.article import HTML, MARKDOWN
from youten.documents.encoding import decode
from youten.documents.problem import Problem
from youten.inject.html import inject_html
from youten.inject.markdown import inject_markdown, inject_mdx
from youten.inject.model import Outcome, Settings, apply, outcome_of
from youten.inject.splice import splice
from youten.model import YoutenError
from youten.morphology import Analyzer

MDX = ".mdx"
# Bytes. The longest article we know has 0.2 MB; pages may contain pictures and scripts.
LARGEST = 8_000_000

Inject = Callable[[str, Settings, Callable[[], Analyzer]], Outcome]


class Result(NamedTuple):
    """The outcome for a file; ``before`` and ``after`` are its texts if it changes (or would), else ""."""

    outcome: Outcome
    before: str = ""
    after: str = ""


def is_markdown(path: Path) -> bool:
    """Return whether a file is Markdown, MDX included."""
    return path.suffix.lower() in (*MARKDOWN, MDX)


def kind_of(path: Path) -> Inject | None:
    """Return the function for a file's name, None for a file that is neither Markdown nor HTML."""
    suffix = path.suffix.lower()
    if is_markdown(path):
        return inject_mdx if suffix == MDX else inject_markdown
    return inject_html if suffix in HTML else None


def inject_file(
    path: Path, settings: Settings, analyzer: Callable[[], Analyzer], *, encoding: str = "", dry: bool = False
) -> Result:
    """Write the box into one file and return the result. Problems of the file become its outcome.

    With ``dry``, and in check mode, the file is not touched. ``YoutenError`` ("bad_selector", "bad_option").
    """
    try:
        inject = kind_of(path)
        if inject is None:
            raise Problem("unlike" if os.path.lexists(path) else "no_file")
        before = _status(path)
        decoded = decode(_bytes(path), encoding)
        outcome = inject(decoded.text, settings, analyzer)
        if not outcome.edits:
            return Result(outcome)
        if not dry:
            _write(path, splice(decoded, outcome.edits), before)
        return Result(outcome, decoded.text, apply(decoded.text, outcome.edits))
    except Problem as problem:
        return Result(outcome_of(problem))
    except (YoutenError, ImportError):
        raise
    except Exception as error:  # an error in one file must not stop the others
        return Result(Outcome("problem", "internal", (("what", type(error).__name__),)))


def _status(path: Path) -> os.stat_result:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise Problem("dead_link" if path.is_symlink() else "no_file") from error
    except (OSError, ValueError) as error:
        raise Problem("unreadable", what=getattr(error, "strerror", None) or str(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise Problem("not_regular")
    if found.st_size > LARGEST:
        raise Problem("too_large", megabytes=found.st_size / 1e6, limit=LARGEST / 1e6)
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem("unreadable", what=error.strerror or str(error)) from error


def _owns(status: os.stat_result) -> bool:
    return hasattr(os, "geteuid") and status.st_uid == os.geteuid()


def _write(path: Path, data: bytes, before: os.stat_result) -> None:
    """Replace the file in one step; mode and owner stay, of our own read-only files too (like ``sed -i``).

    Raises ``Problem`` ("read_only", "unwritable", "changed_meanwhile"), and then the file is unchanged.
    """
    target = path.resolve()  # a link stays a link
    try:
        if not (os.access(target, os.W_OK) or _owns(before)):
            raise Problem("read_only")  # replacing it would make us its owner
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".youten", dir=target.parent)
    except OSError as error:
        raise Problem("unwritable", what=error.strerror or str(error)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copystat(target, temporary)  # mode and extended attributes
        os.utime(temporary)  # with a new time
        if hasattr(os, "chown"):
            with contextlib.suppress(PermissionError):
                os.chown(temporary, before.st_uid, before.st_gid)
        now = target.stat()
        if (now.st_mtime_ns, now.st_size, now.st_ino) != (before.st_mtime_ns, before.st_size, before.st_ino):
            raise Problem("changed_meanwhile")
        temporary.replace(target)
    except OSError as error:
        raise Problem("unwritable", what=error.strerror or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
