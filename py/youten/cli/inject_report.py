"""What ``youten inject`` prints: a line for each file, differences, progress on a terminal, and the total."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from youten.cli.arguments import DONE, INCOMPLETE, is_terminal, printable
from youten.inject.files import Result
from youten.inject.messages import reason, say, status
from youten.inject.model import STATUSES, Outcome, Settings
from youten.inject.site import Site

NAMED = 5  # files skipped for the same reason that are named one by one
_WIDTH = 72  # characters of the progress line


class Report:
    """Writes a line for each file, and counts the outcomes."""

    def __init__(
        self, stdout: TextIO, stderr: TextIO, settings: Settings, *, verbose: bool, quiet: bool
    ) -> None:
        self._out, self._err = stdout, stderr
        self._lang, self._checking = settings.options.lang, settings.mode == "check"
        self._verbose, self._quiet = verbose, quiet
        self._live = is_terminal(stderr) and not quiet
        self._counts: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._failed = False
        self._sites: set[str] = set()

    def progress(self, number: int, total: int, path: Path) -> None:
        """Show on a terminal which file is being processed."""
        if self._live:
            line = printable(f"{number}/{total} {path}")
            self._err.write("\r\x1b[K" + (line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"))
            self._err.flush()

    def site(self, site: Site | None) -> None:
        """Say once for each kind of site what was chosen for it, and why."""
        if site is None or self._quiet or site.name in self._sites:
            return
        self._sites.add(site.name)
        why = say(site.why, self._lang, key=site.key, format=site.format)
        if self._live:
            self._err.write("\r\x1b[K")
        line = say("site", self._lang, name=site.name, file=site.file, why=why)
        self._err.write(printable(f"youten: {line}") + "\n")

    def add(self, path: Path, result: Result, *, show_difference: bool) -> None:
        """Report one file's result."""
        outcome = result.outcome
        self._counts[outcome.status] += 1
        problem = outcome.status == "problem"
        self._failed |= problem or (self._checking and outcome.changes)
        if self._live and (problem or self._names(outcome)):
            self._err.write("\r\x1b[K")
            self._err.flush()
        if problem:
            self._err.write(printable(f"youten: {path}: {reason(outcome, self._lang)}") + "\n")
        elif self._names(outcome):
            self._out.write(printable(self._line(path, outcome)) + "\n")
        if show_difference and result.after:
            lines = _difference(path, result)
            if self._out.isatty():  # elsewhere it may be applied as a patch
                lines = (printable(line[:-1].replace("\t", "    ")) + "\n" for line in lines)
            self._out.writelines(lines)

    def _names(self, outcome: Outcome) -> bool:
        if outcome.status == "left":
            self._left[outcome.reason] += not self._verbose
            return self._verbose or (not self._quiet and self._left[outcome.reason] <= NAMED)
        return self._verbose or (outcome.changes and (self._checking or not self._quiet))

    def _line(self, path: Path, outcome: Outcome) -> str:
        word = status(outcome, self._lang, checking=self._checking)
        why = reason(outcome, self._lang)
        return f"{word}: {path}" + (f" ({why})" if why and outcome.reason != "stale" else "")

    def finish(self) -> int:
        """Write the last lines and return the exit code."""
        if self._live:
            self._err.write("\r\x1b[K")
        if not self._quiet:
            for code, count in self._left.items():
                if count > NAMED:
                    more = say("more", self._lang, count=count - NAMED)
                    self._out.write(f"{more}: {reason(Outcome('left', code), self._lang)}\n")
            self._out.flush()
            self._err.write(f"youten: {self._total()}\n")
        return INCOMPLETE if self._failed else DONE

    def _total(self) -> str:
        if not self._counts:
            return say("nothing", self._lang)
        parts = [
            f"{status(Outcome(found), self._lang, checking=self._checking)} {self._counts[found]}"
            for found in STATUSES
            if self._counts[found]
        ]
        return f"{say('files', self._lang, count=self._counts.total())}: {', '.join(parts)}"


def _difference(path: Path, result: Result) -> Iterable[str]:
    name = printable(f"{path}")
    old, new = (text.splitlines(keepends=True) for text in (result.before, result.after))
    for line in difflib.unified_diff(old, new, name, f"{name} (youten)"):
        yield line.rstrip("\r\n") + "\n"
