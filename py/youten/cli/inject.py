"""``youten inject``: writes boxes into the files of a site, or checks that they still fit.

Exit codes: 0 success; 1 a file failed, or in ``--check`` a box is missing or outdated; 2 the command could
not be used. Standard output names the files (with ``--dry-run``, the differences); standard error has
problems and, on a terminal, the progress.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import BinaryIO, TextIO

from youten.cli.arguments import UNUSABLE, add_options, options_from, printable
from youten.cli.inject_report import Report
from youten.documents.selectors import compile_selector
from youten.inject.files import Result, inject_file, kind_of
from youten.inject.markdown import inject_markdown
from youten.inject.messages import say
from youten.inject.model import Settings
from youten.inject.site import adapted, site_of
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
_KEY = re.compile(r"[A-Za-z_][\w-]{0,60}")


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Run the command with ``argv`` (without "inject") on these streams and return the exit code."""
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
        stderr.write(f"youten: {printable(what)}\n")
        return UNUSABLE
    if not _KEY.fullmatch(settings.key) or settings.key == "youten":
        stderr.write(f"youten: {printable(say('key', lang, what=settings.key))}\n")
        return UNUSABLE
    report = Report(stdout, stderr, settings, verbose=arguments.verbose, quiet=arguments.quiet)
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
    report: Report,
) -> Iterable[tuple[Result, Target]]:
    """Process the files in order. All are found first, so that the progress has a total."""
    found = list(targets(arguments.paths, arguments.exclude))
    named = frozenset(name for name in ("into", "key", "format", "place") if getattr(arguments, name))
    for number, target in enumerate(found, 1):
        report.progress(number, len(found), target.path)
        if target.outcome:
            yield Result(target.outcome), target
        else:
            site = site_of(target.path) if kind_of(target.path) is inject_markdown else None
            report.site(site)
            chosen = adapted(settings, site, named)
            yield inject_file(target.path, chosen, load, encoding=arguments.encoding, dry=dry), target


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "youten inject", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False
    )
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true", help="change nothing; exit 1 unless every box fits")
    either.add_argument("--dry-run", action="store_true", help="change nothing; show the difference")
    parser.add_argument("--remove", action="store_true", help="take the boxes out again")
    parser.add_argument(
        "--refresh",
        action="store_true",
        help="make anew what fits, too: edited boxes, boxes of older versions",
    )
    parser.add_argument("--style", action="store_true", help="give the box its own border")
    _add_forms(parser)
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="as in .gitignore")
    parser.add_argument(
        "--encoding", default="", help="of files without a byte order mark (default: found out)"
    )
    parser.add_argument("--verbose", action="store_true", help="name every file")
    parser.add_argument("--quiet", action="store_true", help="name problems only")
    return add_options(parser)


def _add_forms(parser: argparse.ArgumentParser) -> None:
    """Add the options that apply to Markdown only or to HTML only."""
    markdown = parser.add_argument_group("Markdown (default: what the site needs, told from its files)")
    markdown.add_argument(
        "--into",
        choices=("auto", "block", "front-matter"),
        help="a block in the text, or a list in the front matter (auto: what the file has, else a block)",
    )
    markdown.add_argument("--key", metavar="NAME", help="of the list (default: summary)")
    markdown.add_argument("--format", choices=FORMATS, help="of the block (default: embed)")
    markdown.add_argument(
        "--place",
        choices=("top", "lead"),
        help="a new block below the headline, or below the first paragraph (default: top)",
    )
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
