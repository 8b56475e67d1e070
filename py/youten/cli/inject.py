"""``youten inject``: writes boxes into the files of a site, or checks that they still fit.

Exit codes: 0 success; 1 a file failed, or in ``--check`` a box is missing or outdated; 2 the command could
not be used. Standard output names the files (with ``--dry-run``, the differences); standard error has
problems and, on a terminal, the progress.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from youten.cli import configuration
from youten.cli.arguments import UNUSABLE, Parser, add_options, language, options_from, printable
from youten.cli.inject_page import Page
from youten.cli.inject_report import Report
from youten.cli.inject_work import Job, among, changed, done
from youten.cli.messages import say as cli_say
from youten.documents.selectors import compile_selector
from youten.inject.files import is_markdown
from youten.inject.messages import say
from youten.inject.model import Settings
from youten.inject.site import adapted, site_of
from youten.inject.walk import Target, targets
from youten.model import YoutenError
from youten.morphology import Analyzer
from youten.options import check_options

FORMATS = ("embed", "qiita", "zenn", "hatena")
_KEY = re.compile(r"[A-Za-z_][\w-]{0,60}")


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Run the command with ``argv`` (without "inject") on these streams and return the exit code."""
    del stdin
    lang = language(argv)
    parser = arguments_of(Parser("youten inject", "inject", lang))
    try:
        arguments = _parsed(parser, argv, lang)
        settings = _settings(arguments)
        lang = settings.options.lang
        check_options(settings.options)
        for selector in filter(None, (settings.selector, settings.article)):
            compile_selector(selector)
        if not _KEY.fullmatch(settings.key) or settings.key == "youten":
            raise YoutenError("bad_key", say("key", lang, what=settings.key))
        found = list(targets(arguments.paths, arguments.exclude))
        if arguments.changed or arguments.since:
            found = among(found, changed(arguments.since or "HEAD", lang))
    except YoutenError as error:
        what = say("selector", lang, what=error) if error.code == "bad_selector" else str(error)
        stderr.write(f"youten: {printable(what)}\n")
        return UNUSABLE
    report = Report(stdout, stderr, settings, verbose=arguments.verbose, quiet=arguments.quiet)
    page = Page(settings) if arguments.report else None
    jobs = _jobs(arguments, found, settings, report)
    for number, (job, result) in enumerate(done(jobs, arguments.jobs, analyzer), 1):
        report.progress(number, len(found), job.path)
        report.add(job.path, result, show_difference=arguments.dry_run)
        if page:
            page.add(job.path, result)
    code = report.finish()
    try:
        if page:
            page.write(Path(arguments.report))
    except YoutenError as error:
        stderr.write(f"youten: {printable(str(error))}\n")
        return UNUSABLE
    return code


def _parsed(parser: Parser, argv: list[str], lang: str) -> argparse.Namespace:
    """Parse the arguments, with the site's configuration behind them."""
    config, values = configuration.read(Path.cwd(), lang)
    if config:
        paths = values.pop("paths", [])
        configuration.apply(parser, config, values, lang)
        if isinstance(paths, list):
            parser.set_defaults(paths=[os.path.relpath(config.parent / str(path)) for path in paths])
    arguments = parser.parse_args(argv)
    if arguments.check and arguments.remove:
        parser.error(cli_say("exclusive", lang, one="--check", other="--remove"))
    if not arguments.paths:
        parser.error(cli_say("no_paths", lang))
    return arguments


def _jobs(
    arguments: argparse.Namespace, found: list[Target], settings: Settings, report: Report
) -> Iterator[Job]:
    """Yield what is to be done with each file, in order."""
    named = frozenset(name for name in ("into", "key", "format", "place") if getattr(arguments, name))
    dry = arguments.dry_run or settings.mode == "check"
    for target in found:
        site = None
        if target.outcome is None and is_markdown(target.path):
            site = site_of(target.path)
            report.site(site)
        yield Job(target.path, adapted(settings, site, named), arguments.encoding, dry, target.outcome)


def arguments_of(parser: Parser) -> Parser:
    """Add the arguments of this command to ``parser``; return it."""
    add, words = parser.add_argument, parser.words
    add("paths", nargs="*", metavar="FILE|FOLDER", help=words("paths"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true", help=words("check"))
    either.add_argument("--dry-run", action="store_true", help=words("dry_run"))
    add("--remove", action="store_true", help=words("remove"))
    add("--refresh", action="store_true", help=words("refresh"))
    add("--changed", action="store_true", help=words("changed"))
    add("--since", default="", metavar="COMMIT", help=words("since"))
    add("--style", action="store_true", help=words("style"))
    add("--exclude", action="append", default=[], metavar="PATTERN", help=words("exclude"))
    add("--encoding", default="", help=words("encoding"))
    add("-j", "--jobs", type=int, default=1, metavar="N", help=words("jobs_inject"))
    add("--report", metavar="FILE", help=words("report"))
    add("--verbose", action="store_true", help=words("verbose"))
    add("--quiet", action="store_true", help=words("quiet_inject"))
    _add_forms(parser)
    return add_options(parser)


def _add_forms(parser: Parser) -> None:
    """Add the options that apply to Markdown only or to HTML only."""
    words = parser.words
    markdown = parser.add_argument_group(words("markdown"))
    markdown.add_argument("--into", choices=("auto", "block", "front-matter"), help=words("into"))
    markdown.add_argument("--key", metavar="NAME", help=words("key"))
    markdown.add_argument("--format", choices=FORMATS, help=words("format_inject"))
    markdown.add_argument("--place", choices=("top", "lead"), help=words("place"))
    html = parser.add_argument_group(words("html"))
    html.add_argument("--article", default="", metavar="CSS", help=words("article"))
    html.add_argument("--selector", default="", metavar="CSS", help=words("selector"))
    html.add_argument(
        "--position",
        choices=("after", "before", "prepend", "append"),
        default="after",
        help=words("position"),
    )


def _settings(arguments: argparse.Namespace) -> Settings:
    return Settings(
        options_from(arguments),
        "remove" if arguments.remove else "check" if arguments.check else "write",
        arguments.refresh,
        arguments.into or "auto",
        arguments.key or "summary",
        arguments.format or "embed",
        arguments.selector,
        arguments.position,
        arguments.article,
        arguments.place or "top",
        arguments.style,
    )
