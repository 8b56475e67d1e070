"""The command line: ``youten FILE`` summarises one article, ``youten batch`` a stream of them.

Output is UTF-8 with plain line feeds, whatever the locale says. Exit codes: 0 done; 1 ``batch`` met bad
lines; 2 the command or its input could not be used.
"""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from youten import __version__
from youten.messages import message
from youten.model import AnalyzedArticle, Options, Summary, YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.summarizer import check_options, compose, read_and_analyze
from youten.writing import as_html, as_json, as_mapping, as_markdown, as_text

DONE, BAD_LINES, UNUSABLE = 0, 1, 2
INTERRUPTED = 130  # what a shell reports for Ctrl-C

DESCRIPTION = (
    "Three short, faithful sentences from a Japanese article (日本語の記事から要点を3文で抜き出します)."
)
BATCH = "Summarise JSON lines: {id, title, text} on standard input, {id, sentences, ...} on standard output."
EPILOG = "youten batch: JSON lines on standard input; see youten batch --help. A file of that name: ./batch"


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
    batch = argv[:1] == ["batch"]
    arguments = (_batch_parser() if batch else _file_parser()).parse_args(argv[1:] if batch else argv)
    options = Options(
        arguments.sentences,
        arguments.max_chars,
        arguments.lang,
        arguments.ratio,
        arguments.headline,
        arguments.keyphrases,
        arguments.focus,
        arguments.squeeze,
    )
    try:
        check_options(options)
        if batch:
            return _run_batch(stdin, stdout, options, analyzer or default_analyzer())
        text = _read_text(arguments.file, arguments.encoding, stdin)
        analyzed = read_and_analyze(text, arguments.title, analyzer or default_analyzer())
    except YoutenError as error:
        stderr.write(f"youten: {error}\n")
        return UNUSABLE
    summary = compose(analyzed, options)
    stdout.write(_rendered(arguments.format, summary, analyzed))
    stderr.write("".join(f"youten: {notice.message}\n" for notice in summary.notices))
    return DONE


def _file_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("youten", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("file", metavar="FILE", help='the article; "-" for standard input')
    parser.add_argument("--title", default="", help="the headline, where the text does not hold it")
    parser.add_argument("--format", choices=("text", "markdown", "html", "json"), default="text")
    parser.add_argument("--encoding", default="utf-8", help="of the input (utf-8; also cp932, euc-jp, ...)")
    parser.add_argument("--version", action="version", version=f"youten {__version__}")
    return _with_options(parser)


def _batch_parser() -> argparse.ArgumentParser:
    return _with_options(argparse.ArgumentParser("youten batch", description=BATCH, allow_abbrev=False))


def _with_options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="1 to 10 (default: 3)")
    parser.add_argument(
        "--max-chars", type=int, metavar="N", help="hard limit on the characters of a summary"
    )
    parser.add_argument("--ratio", type=float, metavar="R", help="limit as a share of the article, 0 to 1")
    parser.add_argument("--headline", action="store_true", help="one line of at most 40 characters first")
    parser.add_argument(
        "--keyphrases", type=int, default=0, metavar="N", help="0 to 20 key phrases (default: 0)"
    )
    parser.add_argument("--focus", default="", metavar="WORDS", help="what you want to read about")
    parser.add_argument(
        "--squeeze", action="store_true", help="shorten more: brackets and what is in them go"
    )
    parser.add_argument("--lang", choices=("ja", "en"), default="ja", help="of notices and errors")
    return parser


def _read_text(path: str, encoding: str, stdin: BinaryIO) -> str:
    """Read and decode the input; a byte order mark is no part of it. Raises ``YoutenError`` ("bad_input")."""
    try:
        if path == "-":
            data = stdin.read()
        else:
            with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more to load than all of this
                data = file.read()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise YoutenError("bad_input", f"cannot read {path}: {reason}") from error
    try:
        codecs.lookup(encoding)  # decoding nothing would not look
        return data.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except LookupError as error:
        raise YoutenError("bad_input", f"unknown encoding: {encoding}") from error
    except UnicodeError as error:
        raise YoutenError(
            "bad_input", f"{path} is not {encoding}; name its encoding with --encoding (cp932, euc-jp, ...)"
        ) from error


def _rendered(form: str, summary: Summary, analyzed: AnalyzedArticle) -> str:
    if form == "json":
        return as_json(summary, analyzed.article)
    return {"text": as_text, "markdown": as_markdown, "html": as_html}[form](summary)


def _run_batch(stdin: BinaryIO, stdout: TextIO, options: Options, analyzer: Analyzer) -> int:
    """Answer line by line, in order; each answer leaves before the next line is read."""
    code = DONE
    for number, line in _lines(stdin):
        answer = _answer(line, number, options, analyzer)
        if "error" in answer:
            code = BAD_LINES
        stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        stdout.flush()
    return code


def _lines(stdin: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number the lines from 1; blank ones are no lines of JSON and pass without an answer."""
    for number, line in enumerate(stdin, 1):
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line


def _answer(line: bytes, number: int, options: Options, analyzer: Analyzer) -> dict[str, object]:
    """Summarise one line of a batch, or say what is wrong with it."""
    identity: object = None
    try:
        record = _record(line)
        identity = _identity(record)
        text, title = record.get("text"), record.get("title")
        if not isinstance(text, str):
            raise YoutenError("bad_text", '"text" is missing or not a string')
        if title is not None and not isinstance(title, str):
            raise YoutenError("bad_title", '"title" is not a string')
        analyzed = read_and_analyze(text, title or "", analyzer)
        return {"id": identity, **as_mapping(compose(analyzed, options), analyzed.article)}
    except YoutenError as error:
        code, reason = error.code, str(error)
    except Exception as error:  # one article must not take the others with it
        code, reason = "internal", message("internal", options.lang, what=type(error).__name__)
    return {"id": identity, "line": number, "error": {"code": code, "message": reason}}


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise YoutenError("bad_encoding", "the line is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise YoutenError("bad_json", f"the line is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise YoutenError("bad_record", "the line is not a JSON object")
    return record


def _identity(record: dict[str, object]) -> str | int:
    identity = record.get("id")
    if type(identity) not in (str, int):
        raise YoutenError("bad_id", '"id" is missing or neither a string nor an integer')
    return identity  # type: ignore[return-value]  # checked just above
