"""Find the files: those that are named, and in folders all Markdown and HTML that no rule ignores.

Rules are gitignore's, from ``.gitignore`` and ``.youtenignore`` at and below the folder that was named:
``public/`` is processed if it is named, even where git ignores it or a generator fills it. Symbolic links are
not followed; their targets are processed in their own place.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from youten.inject.files import kind_of
from youten.inject.model import Outcome

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".youtenignore")
# Folders of package managers. Hidden folders are left out as well.
_FOREIGN = frozenset({"node_modules", "__pycache__", "venv"})

# Beginning of a configuration's name -> the folder beside it that its generator fills.
_BUILT = (
    ("hugo.", "public"),
    ("_config.yml", "_site"),  # Jekyll
    ("_config.yml", "public"),  # Hexo
    ("mkdocs.", "site"),
    ("eleventy.config.", "_site"),
    (".eleventy.js", "_site"),
    ("docusaurus.config.", "build"),
    ("astro.config.", "dist"),
)

_Rules = tuple[
    tuple[Path, "GitIgnoreSpec"], ...
]  # (folder that the patterns count from, patterns), outermost first


class Target(NamedTuple):
    """One file to process, or with ``outcome`` one that is not processed, and why."""

    path: Path
    outcome: Outcome | None = None


def targets(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[Target]:
    """Yield the files of all named files and folders in the order of their names, each file once."""
    from pathspec import GitIgnoreSpec

    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if path.is_dir():
            rules: _Rules = ((path, GitIgnoreSpec.from_lines(exclude)),) if exclude else ()
            found = _folder(path, rules)
        else:
            found = iter([Target(path, _of_link(path) if path.is_symlink() and not path.exists() else None)])
        for target in found:
            real = Path(os.path.abspath(target.path))  # noqa: PTH100 - resolve() would follow links
            if real not in seen:
                seen.add(real)
                yield target


def _folder(folder: Path, rules: _Rules) -> Iterator[Target]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        rules = (*rules, *_own_rules(folder, entries))
    except OSError as error:
        yield Target(folder, _unreadable(error))
        return
    built = {name for begin, name in _BUILT if any(entry.name.startswith(begin) for entry in entries)}
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if _is_ignored(path, rules, is_folder=is_folder):
            continue
        if entry.is_symlink():
            if not entry.name.startswith("."):
                yield Target(path, _of_link(path))
        elif is_folder:
            if entry.name in built:
                yield Target(path, Outcome("left", "built"))
            elif not entry.name.startswith(".") and entry.name not in _FOREIGN:
                yield from _folder(path, rules)
        elif kind_of(path):
            yield Target(path)
        elif not entry.name.startswith("."):
            yield Target(path, Outcome("left", "unlike"))


def _own_rules(folder: Path, entries: list[os.DirEntry[str]]) -> _Rules:
    from pathspec import GitIgnoreSpec

    there = {entry.name for entry in entries}
    found = []
    for name in IGNORE_FILES:
        if name in there and (folder / name).is_file():
            lines = (folder / name).read_text("utf-8-sig", errors="replace").splitlines()
            found.append((folder, GitIgnoreSpec.from_lines(lines)))
    return tuple(found)


def _is_ignored(path: Path, rules: _Rules, *, is_folder: bool) -> bool:
    """Return whether the innermost rule that matches the path ignores it."""
    for folder, spec in reversed(rules):
        name = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
        verdict = spec.check_file(name).include
        if verdict is not None:
            return verdict
    return False


def _of_link(path: Path) -> Outcome:
    """Return the outcome for a symbolic link, which is not followed."""
    try:
        real = path.resolve(strict=True)
    except FileNotFoundError:
        return Outcome("problem", "dead_link")
    except (OSError, RuntimeError) as error:  # a loop is a RuntimeError before Python 3.13
        if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
            return Outcome("problem", "link_loop")
        return _unreadable(error)
    around = Path(os.path.abspath(path)).parent.resolve()  # noqa: PTH100
    if real == around or real in around.parents:
        return Outcome("problem", "link_loop")
    return Outcome("left", "link")


def _unreadable(error: OSError) -> Outcome:
    return Outcome("problem", "unreadable", (("what", error.strerror or str(error)),))
