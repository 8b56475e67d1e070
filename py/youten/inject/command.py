"""``youten inject``: boxes into the files of a site, or a check that they still fit.

Exit codes: 0 all is well; 1 a file could not be done, or in ``--check`` a box is missing or out of date; 2
the command itself could not be used. Standard output names the files (with ``--dry-run``, the difference),
standard error what was wrong, and on a terminal how far it is.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO, TextIO

from youten.arguments import DONE, INCOMPLETE, UNUSABLE, add_options, options_from
from youten.documents.selectors import compile_selector
from youten.inject.files import Result, inject_file
from youten.inject.messages import reason, say, status
from youten.inject.model import STATUSES, Outcome, Settings
from youten.inject.walk import Target, targets
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.options import check_options

DESCRIPTION = (
    "Write the AI要約 box into Markdown and HTML files (folders: all of them inside). Only the box is ever "
    "touched, and a second run changes nothing. "
    "Markdown と HTML のファイルに AI要約 の囲みを書き込みます。囲みのほかには触れません。"
)
EPILOG = (
    "An author switches a file off with youten: false in its front matter or <meta name=youten content=off>, "
    "and chooses the place with an empty <!-- youten:begin --> <!-- youten:end --> pair of lines or <aside "
    "data-youten></aside>. Rules of .gitignore and .youtenignore inside the folder count."
)
FORMATS = ("embed", "qiita", "zenn", "hatena")
NAMED = 5  # files left alone for the same reason that are named one by one
_KEY = re.compile(r"[A-Za-z_][\w-]{0,60}")
_WIDTH = 72  # of the line that shows how far it is


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Do what ``argv`` (without "inject") says on these streams; gives the exit code."""
    del stdin
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.check and arguments.remove:
        parser.error("--check and --remove exclude each other")
    settings = _settings(arguments)
    lang = settings.options.lang
    try:
        check_options(settings.options)
        for selector in filter(None, (settings.selector, settings.article)):
            compile_selector(selector)
    except YoutenError as error:
        what = say("selector", lang, what=error) if error.code == "bad_selector" else str(error)
        stderr.write(f"youten: {what}\n")
        return UNUSABLE
    if not _KEY.fullmatch(settings.key) or settings.key == "youten":
        stderr.write(f"youten: {say('key', lang, what=settings.key)}\n")
        return UNUSABLE
    report = _Report(stdout, stderr, settings, verbose=arguments.verbose, quiet=arguments.quiet)
    load = cache(default_analyzer) if analyzer is None else lambda: analyzer
    dry = arguments.dry_run or settings.mode == "check"
    for result_of, target in _work(arguments, settings, load, dry, report):
        report.add(target.path, result_of, show_difference=arguments.dry_run)
    return report.finish()


def _work(
    arguments: argparse.Namespace,
    settings: Settings,
    load: Callable[[], Analyzer],
    dry: bool,
    report: _Report,
) -> Iterable[tuple[Result, Target]]:
    """Do one file after the other; all are counted first, so that progress knows its end."""
    found = list(targets(arguments.paths, arguments.exclude))
    for number, target in enumerate(found, 1):
        report.progress(number, len(found), target.path)
        if target.outcome:
            yield Result(target.outcome), target
        else:
            yield inject_file(target.path, settings, load, encoding=arguments.encoding, dry=dry), target


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "youten inject", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False
    )
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--check", action="store_true", help="change nothing; exit 1 unless every box fits")
    doing.add_argument("--dry-run", action="store_true", help="change nothing; show the difference")
    parser.add_argument("--remove", action="store_true", help="take the boxes out again")
    parser.add_argument(
        "--refresh",
        action="store_true",
        help="make anew what fits, too: edited boxes, boxes of older versions",
    )
    markdown = parser.add_argument_group("Markdown")
    markdown.add_argument(
        "--into",
        choices=("auto", "block", "front-matter"),
        default="auto",
        help="a block in the text, or a list in the front matter (auto: what the file has, else a block)",
    )
    markdown.add_argument("--key", default="summary", metavar="NAME", help="of the list (default: summary)")
    markdown.add_argument("--format", choices=FORMATS, default="embed", help="of the block (default: embed)")
    html = parser.add_argument_group("HTML")
    html.add_argument(
        "--article", default="", metavar="CSS", help="the article (default: article, main, body)"
    )
    html.add_argument("--selector", default="", metavar="CSS", help="place the box by this (default: the h1)")
    html.add_argument(
        "--position",
        choices=("after", "before", "prepend", "append"),
        default="after",
        help="(default: after)",
    )
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="as in .gitignore")
    parser.add_argument(
        "--encoding", default="", help="of files without a byte order mark (default: found out)"
    )
    parser.add_argument("--verbose", action="store_true", help="name every file")
    parser.add_argument("--quiet", action="store_true", help="name problems only")
    return add_options(parser)


def _settings(arguments: argparse.Namespace) -> Settings:
    return Settings(
        options_from(arguments),
        "remove" if arguments.remove else "check" if arguments.check else "write",
        arguments.refresh,
        arguments.into,
        arguments.key,
        arguments.format,
        arguments.selector,
        arguments.position,
        arguments.article,
    )


class _Report:
    """Says what happened to whom, and counts."""

    def __init__(
        self, stdout: TextIO, stderr: TextIO, settings: Settings, *, verbose: bool, quiet: bool
    ) -> None:
        self._out, self._err = stdout, stderr
        self._lang, self._checking = settings.options.lang, settings.mode == "check"
        self._verbose, self._quiet = verbose, quiet
        self._live = stderr.isatty() and not quiet
        self._counts: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._failed = False

    def progress(self, number: int, total: int, path: Path) -> None:
        """Show on a terminal which file is being done."""
        if self._live:
            line = f"{number}/{total} {path}"
            self._err.write("\r\x1b[K" + (line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"))
            self._err.flush()

    def add(self, path: Path, result: Result, *, show_difference: bool) -> None:
        """Take in one file's result."""
        outcome = result.outcome
        self._counts[outcome.status] += 1
        problem = outcome.status == "problem"
        self._failed |= problem or (self._checking and outcome.changes)
        if self._live and (problem or self._names(outcome)):
            self._err.write("\r\x1b[K")
            self._err.flush()
        if problem:
            self._err.write(f"youten: {path}: {reason(outcome, self._lang)}\n")
        elif self._names(outcome):
            self._out.write(f"{self._line(path, outcome)}\n")
        if show_difference and result.after:
            self._out.writelines(_difference(path, result))

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
        """Write the last lines; gives the exit code."""
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
    old, new = (text.splitlines(keepends=True) for text in (result.before, result.after))
    for line in difflib.unified_diff(old, new, f"{path}", f"{path} (youten)"):
        yield line.rstrip("\r\n") + "\n"
