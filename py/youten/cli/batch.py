"""``youten batch``: many articles, from files or a stream, one summary each."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from youten.batch.chunks import Engine
from youten.batch.inputs import PACKABLE, PACKED, expand, layout_of
from youten.batch.messages import problem, say
from youten.batch.model import DATABASES, LONGEST, STDIN, Input, Layout, Record, Settings
from youten.batch.processes import cores, in_processes, in_this_process
from youten.batch.progress import Progress
from youten.batch.records import Tell, records
from youten.batch.resumable import ResumableOutput
from youten.batch.stream import StreamOutput
from youten.cli.arguments import (
    DONE,
    INCOMPLETE,
    UNUSABLE,
    Parser,
    add_options,
    is_terminal,
    language,
    options_from,
    printable,
)
from youten.model import YoutenError
from youten.morphology import Analyzer
from youten.options import check_options

OUTPUT_LAYOUTS = (*PACKABLE, *DATABASES)
INPUT_LAYOUTS = (*OUTPUT_LAYOUTS, "text")


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Run the command with ``argv`` (without "batch") on these streams and return the exit code."""
    arguments = arguments_of(Parser("youten batch", "batch", language(argv))).parse_args(argv)
    options = options_from(arguments)
    try:
        check_options(options)
        settings = _settings(arguments)
        own = filter(None, (arguments.output, arguments.rejects))
        inputs, passed = expand(arguments.inputs, arguments.read_as, stdin, options.lang, own)
        if settings.layout == "parquet" or any(given.layout == "parquet" for given in inputs):
            from youten.batch.parquet import check  # an optional extra

            check(options.lang)
        engine = _engine(arguments, inputs, analyzer)
        out = _out(arguments, settings, stdout)
        live = (
            not arguments.quiet
            and is_terminal(stderr)
            and not (isinstance(out, StreamOutput) and stdout.isatty())
        )
        progress = Progress(stderr, options.lang, _total(inputs), live=live)
        with out:
            found = records(inputs, stdin, settings, _tell(arguments, progress, stderr))
            _do(found, engine, out, progress, settings, stderr)
    except YoutenError as error:
        stderr.write(f"youten: {printable(str(error))}\n")
        return UNUSABLE
    if not arguments.quiet and (live or isinstance(out, ResumableOutput)):
        _close(passed, progress, stderr, options.lang)
    return INCOMPLETE if progress.rejected else DONE


def _tell(arguments: argparse.Namespace, progress: Progress, stderr: TextIO) -> Tell:
    """Return what says how an unusual table is read."""

    def tell(given: Input, how: str) -> None:
        if not arguments.quiet:
            progress.clear()
            line = say("read_as", arguments.lang, path=given.path, how=how)
            stderr.write(f"youten: {printable(line)}\n")

    return tell


def _do(
    found: Iterator[Record],
    engine: Engine,
    out: ResumableOutput | StreamOutput,
    progress: Progress,
    settings: Settings,
    stderr: TextIO,
) -> None:
    """Answer all records that need it, and write them out."""

    def wanted() -> Iterator[Record]:
        for record in found:
            if out.wants(record):
                yield record
            else:
                progress.keep(record)

    answers = engine(wanted(), settings)
    try:
        for record, answer in answers:
            out.add(record, answer)
            out.keep()
            progress.add(record, answer)
        progress.clear()
        out.finish()
    except (KeyboardInterrupt, YoutenError) as error:
        progress.clear()
        with contextlib.suppress(YoutenError):  # the first error is reported
            out.stop()
        if isinstance(error, KeyboardInterrupt) and isinstance(out, ResumableOutput):
            stderr.write(f"youten: {say('stopped', settings.options.lang)}\n")
        raise
    finally:
        getattr(answers, "close", lambda: None)()  # stop the workers now


def arguments_of(parser: Parser) -> Parser:
    """Add the arguments of this command to ``parser``; return it."""
    add, words = parser.add_argument, parser.words
    add("inputs", nargs="*", metavar="INPUT", help=words("inputs"))
    add("-o", "--output", metavar="FILE", help=words("output"))
    add("--from", dest="read_as", choices=INPUT_LAYOUTS, help=words("from"))
    add("--to", dest="write_as", choices=OUTPUT_LAYOUTS, help=words("to"))
    add("--rejects", metavar="FILE", help=words("rejects"))
    add("-j", "--jobs", type=int, metavar="N", help=words("jobs"))
    add("--id", default="id", metavar="NAME", help=words("id"))
    add("--title", default="title", metavar="NAME", help=words("title_field"))
    add("--text", default="text", metavar="NAME", help=words("text_field"))
    add("--table", default="", metavar="NAME", help=words("table"))
    add("--encoding", default="", help=words("encoding_files"))
    add("--max-bytes", type=int, default=LONGEST, metavar="N", help=words("max_bytes", limit=LONGEST))
    add("--overwrite", action="store_true", help=words("overwrite"))
    add("--engine", choices=("local", "dask"), default="local", help=words("engine"))
    add("--scheduler", metavar="ADDRESS", help=words("scheduler"))
    add("--quiet", action="store_true", help=words("quiet_batch"))
    return add_options(parser)


def _settings(arguments: argparse.Namespace) -> Settings:
    lang = arguments.lang
    for option, value, least in (("--jobs", arguments.jobs, 0), ("--max-bytes", arguments.max_bytes, 1)):
        if value is not None and value < least:
            raise problem("bad_number", lang, option=option, least=least)
    try:
        encoding = codecs.lookup(arguments.encoding).name if arguments.encoding else ""
    except LookupError as error:
        what = f"unknown encoding: {arguments.encoding}"
        raise problem("bad_input", lang, path="--encoding", what=what) from error
    names = (arguments.id, arguments.title, arguments.text)
    layout = _output_layout(arguments.output or STDIN, arguments.write_as, lang)
    return Settings(options_from(arguments), layout, names, encoding, arguments.max_bytes, arguments.table)


def _output_layout(output: str, chosen: Layout | None, lang: str) -> Layout:
    """Return the layout that was chosen, else that of the name. A name without an ending is JSON lines."""
    ending = Path(output).suffix.lower()
    named = layout_of(output)
    packed = ending == PACKED
    if (ending and not chosen and named not in OUTPUT_LAYOUTS) or (
        packed and (named not in PACKABLE or not _is_file(output))
    ):
        raise problem("unknown_output", lang, path=output)
    return chosen or named or "jsonl"


def _engine(arguments: argparse.Namespace, inputs: list[Input], analyzer: Analyzer | None) -> Engine:
    """Choose the engine. In a pipe, where a program may wait for each answer, nothing is read ahead."""
    lang = arguments.lang
    if arguments.engine == "dask":
        if not arguments.scheduler:
            raise problem("needs_scheduler", lang)
        from youten.batch.dask import on_cluster  # an optional extra

        return on_cluster(arguments.scheduler, lang)
    waiting = not _is_file(arguments.output) and any(g.path == STDIN and g.size is None for g in inputs)
    jobs = arguments.jobs if arguments.jobs is not None else int(waiting)
    jobs = jobs or cores()
    return in_this_process(analyzer) if jobs == 1 or analyzer is not None else in_processes(jobs)


def _out(arguments: argparse.Namespace, settings: Settings, stdout: TextIO) -> ResumableOutput | StreamOutput:
    rejects = Path(arguments.rejects) if arguments.rejects else None
    if _is_file(arguments.output):
        return ResumableOutput(Path(arguments.output), rejects, settings, overwrite=arguments.overwrite)
    if settings.layout in DATABASES:
        raise problem("needs_file", settings.options.lang, what=DATABASES[settings.layout])
    if arguments.output not in (None, "-"):
        try:
            stdout = open(arguments.output, "w", encoding="utf-8", newline="\n")  # noqa: SIM115, PTH123 - a pipe
        except OSError as error:
            lang = settings.options.lang
            raise problem("bad_output", lang, path=arguments.output, what=error.strerror) from error
    return StreamOutput(stdout, rejects, settings)


def _is_file(output: str | None) -> bool:
    """Return whether an output is, or can become, a regular file."""
    if output in (None, "-"):
        return False
    try:
        return stat.S_ISREG(os.stat(output).st_mode)  # noqa: PTH116
    except OSError:
        return True


def _total(inputs: list[Input]) -> int | None:
    sizes = [given.size for given in inputs if given.size is not None]
    return sum(sizes) if len(sizes) == len(inputs) else None


def _close(passed: Counter[str], progress: Progress, stderr: TextIO, lang: str) -> None:
    if passed:
        kinds = ", ".join(f"{ending} ×{count}" for ending, count in sorted(passed.items()))
        count = sum(passed.values())
        stderr.write(f"youten: {printable(say('passed_over', lang, count=count, kinds=kinds))}\n")
    stderr.write(f"youten: {progress.summary()}\n")
