"""Process the files of ``youten inject`` in order, in one or several processes; ask git what has changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from youten.cli.messages import say
from youten.inject.files import Result, inject_file
from youten.inject.model import Outcome, Settings
from youten.inject.walk import Target
from youten.many import in_order
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer


class Job(NamedTuple):
    """A file, and what is to be done with it; nothing if its ``outcome`` is known already."""

    path: Path
    settings: Settings
    encoding: str
    dry: bool
    outcome: Outcome | None


def done(jobs: Iterable[Job], processes: int, analyzer: Analyzer | None) -> Iterator[tuple[Job, Result]]:
    """Yield each job with its result, in order. 0 processes: one per core."""
    if analyzer is not None:
        return ((job, _do(job, lambda: analyzer)[1]) for job in jobs)
    return in_order(_do, jobs, processes or os.cpu_count() or 1)


def _do(job: Job, load: Callable[[], Analyzer] = default_analyzer) -> tuple[Job, Result]:
    if job.outcome:
        return job, Result(job.outcome)
    return job, inject_file(job.path, job.settings, load, encoding=job.encoding, dry=job.dry)


def changed(commit: str, lang: str) -> frozenset[Path]:
    """Return the files that differ from ``commit`` or are new, as git sees it. ``YoutenError`` ("no_git")."""
    asked = (
        ("diff", "--name-only", "-z", "--diff-filter=d", "--relative", "--end-of-options", commit, "--"),
        ("ls-files", "-z", "--others", "--exclude-standard"),
    )
    names: list[bytes] = []
    for arguments in asked:
        try:
            ran = subprocess.run(("git", *arguments), capture_output=True, check=False)  # noqa: S603, S607
        except OSError as error:
            raise YoutenError("no_git", say("no_git", lang, what=error.strerror)) from error
        if ran.returncode:
            what = ran.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise YoutenError("no_git", say("no_git", lang, what=what))
        names += ran.stdout.split(b"\0")
    return frozenset(Path.cwd() / os.fsdecode(name) for name in names if name)


def among(found: Iterable[Target], files: frozenset[Path]) -> list[Target]:
    """Return the targets that are among ``files``."""
    return [target for target in found if Path(os.path.abspath(target.path)) in files]  # noqa: PTH100
