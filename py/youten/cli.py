"""The command line: ``youten FILE`` summarises one article, ``youten batch`` a stream of them.

Each subcommand is a module of its own, named in ``COMMANDS``. Output is UTF-8 with plain line feeds, whatever
the locale says. Exit codes: 0 done; 1 part of it could not be done; 2 the command or its input could not be
used.
"""

from __future__ import annotations

import argparse
import codecs
import io
import os
import sys
from collections.abc import Callable
from typing import BinaryIO, TextIO

from youten import __version__
from youten.arguments import DONE, UNUSABLE, add_options, options_from, printable
from youten.model import AnalyzedArticle, Summary, YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.options import check_options
from youten.output import EMBEDS, Origin, as_html, as_json, as_markdown, as_text, source_hash
from youten.pipeline import analyze, compose

LARGEST = 32_000_000  # bytes of the input: a hundred books; /dev/zero has no end
INTERRUPTED = 130  # what a shell reports for Ctrl-C

# (arguments, standard input, output, error, analyser or None for the default one) -> exit code
Command = Callable[[list[str], BinaryIO, TextIO, TextIO, Analyzer | None], int]

DESCRIPTION = (
    "Three short, faithful sentences from a Japanese article (日本語の記事から要点を3文で抜き出します)."
)
FORMATS = ("text", "markdown", "html", "json", *EMBEDS)
EPILOG = (
    "youten batch: JSON lines on standard input. youten inject: boxes into the files of a site. "
    "See youten batch --help, youten inject --help. A file of such a name: ./batch"
)


def _batch() -> Command:
    from youten.batch.command import run

    return run


def _inject() -> Command:
    from youten.inject.command import run

    return run


# Subcommand -> what loads it. Whoever summarises one file need not wait for the others.
COMMANDS: dict[str, Callable[[], Command]] = {"batch": _batch, "inject": _inject}


def main() -> None:
    """Run the command line with the process's arguments and streams, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = run(sys.argv[1:], sys.stdin.buffer, sys.stdout, sys.stderr)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # Who read us has enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    sys.exit(code)


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Do what ``argv`` (without the program's name) says on these streams; gives the exit code.

    ``--help``, ``--version`` and unusable arguments leave by ``SystemExit``, as argparse does.
    """
    if argv and argv[0] in COMMANDS:
        return COMMANDS[argv[0]]()(argv[1:], stdin, stdout, stderr, analyzer)
    arguments = _parser().parse_args(argv)
    options = options_from(arguments)
    try:
        check_options(options)
        text = _read_text(arguments.file, arguments.encoding, stdin)
        analyzed = analyze(text, arguments.title, analyzer or default_analyzer())
    except YoutenError as error:
        stderr.write(f"youten: {printable(str(error))}\n")
        return UNUSABLE
    summary = compose(analyzed, options)
    stdout.write(_rendered(arguments.format, summary, analyzed, text))
    stderr.write("".join(f"youten: {notice.message}\n" for notice in summary.notices))
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
    parser.add_argument("--encoding", default="utf-8", help="of the input (utf-8; also cp932, euc-jp, ...)")
    parser.add_argument("--version", action="version", version=f"youten {__version__}")
    return add_options(parser)


def _read_text(path: str, encoding: str, stdin: BinaryIO) -> str:
    """Read and decode the input; a byte order mark is no part of it. Raises ``YoutenError`` ("bad_input")."""
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
        codecs.lookup(encoding)  # decoding nothing would not look
        return data.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except LookupError as error:
        raise YoutenError("bad_input", f"unknown encoding: {encoding}") from error
    except UnicodeError as error:
        raise YoutenError(
            "bad_input", f"{path} is not {encoding}; name its encoding with --encoding (cp932, euc-jp, ...)"
        ) from error


def _rendered(form: str, summary: Summary, analyzed: AnalyzedArticle, source: str) -> str:
    if form == "json":
        return as_json(summary, analyzed.article)
    if form in EMBEDS:
        return EMBEDS[form](summary, Origin(source_hash(source), __version__))
    return {"text": as_text, "markdown": as_markdown, "html": as_html}[form](summary)
