"""``youten FILE``: prints the summary of one article in one of the output formats."""

from __future__ import annotations

import argparse
import codecs
from typing import BinaryIO, TextIO

from youten import __version__
from youten.cli.arguments import DONE, UNUSABLE, add_options, options_from, printable
from youten.documents.encoding import decode
from youten.documents.messages import say
from youten.documents.problem import Problem
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.options import check_options
from youten.output import EMBEDS, Origin, as_html, as_json, as_markdown, as_text, source_hash
from youten.pipeline import Result, summarize_steps
from youten.steps import drain

LARGEST = 32_000_000  # bytes of the input: a hundred books; /dev/zero has no end

DESCRIPTION = (
    "Three short, faithful sentences from a Japanese article (日本語の記事から要点を3文で抜き出します)."
)
FORMATS = ("text", "markdown", "html", "json", *EMBEDS)
EPILOG = (
    "youten batch: JSON lines on standard input. youten inject: boxes into the files of a site. "
    "See youten batch --help, youten inject --help. A file of such a name: ./batch"
)


def run(argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None) -> int:
    """Summarise the article that ``argv`` names; return the exit code."""
    arguments = _parser().parse_args(argv)
    options = options_from(arguments)
    try:
        check_options(options)
        text = _read_text(arguments.file, arguments.encoding, stdin)
        analyzer = analyzer or default_analyzer()
        result = drain(summarize_steps(text, arguments.title, analyzer, options))
    except YoutenError as error:
        stderr.write(f"youten: {printable(str(error))}\n")
        return UNUSABLE
    stdout.write(_rendered(arguments.format, result))
    stderr.write("".join(f"youten: {notice.message}\n" for notice in result.summary.notices))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("youten", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("file", metavar="FILE", help='the article; "-" for standard input')
    parser.add_argument("--title", default="", help="the headline, where the text does not hold it")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="as what; the last ones are boxes to paste into a post",
    )
    parser.add_argument(
        "--encoding", default="", help="of the input, where it is told wrongly (cp932, euc-jp, ...)"
    )
    parser.add_argument("--version", action="version", version=f"youten {__version__}")
    return add_options(parser)


def _read_text(path: str, encoding: str, stdin: BinaryIO) -> str:
    """Read and decode the input without its byte order mark; raise ``YoutenError`` ("bad_input")."""
    try:
        if path == "-":
            data = stdin.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more to load than all of this
                data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise YoutenError("bad_input", f"cannot read {path}: {reason}") from error
    if len(data) > LARGEST:
        raise YoutenError("bad_input", f"cannot read {path}: it has more than {LARGEST:,} bytes")
    try:
        codecs.lookup(encoding or "utf-8")
        return decode(data, encoding).text
    except LookupError as error:
        raise YoutenError("bad_input", f"unknown encoding: {encoding}") from error
    except Problem as problem:
        hint = (
            "" if problem.reason == "binary" else "; name its encoding with --encoding (cp932, euc-jp, ...)"
        )
        what = say(problem.reason, "en", **problem.values)
        raise YoutenError("bad_input", f"{path} {what}{hint}") from problem


def _rendered(form: str, result: Result) -> str:
    summary, article = result.summary, result.analyzed.article
    if form == "json":
        return as_json(summary, article)
    if form in EMBEDS:
        return EMBEDS[form](summary, Origin(source_hash(article.text.source), __version__))
    return {"text": as_text, "markdown": as_markdown, "html": as_html}[form](summary)
