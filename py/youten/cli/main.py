"""The program ``youten``: finds the subcommand and runs it on the process's streams.

Output is UTF-8 with plain line feeds in any locale.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import BinaryIO, TextIO

from youten.cli import article
from youten.cli.arguments import DONE, INTERRUPTED
from youten.morphology import Analyzer

# (arguments, standard input, output, error, analyser or None for the default one) -> exit code
Command = Callable[[list[str], BinaryIO, TextIO, TextIO, Analyzer | None], int]


def _batch() -> Command:
    from youten.cli.batch import run

    return run


def _inject() -> Command:
    from youten.cli.inject import run

    return run


def _doctor() -> Command:
    from youten.cli.doctor import run

    return run


def _completion() -> Command:
    from youten.cli.shell import completion

    return completion


def _man() -> Command:
    from youten.cli.shell import man

    return man


# Subcommand -> function that loads it, so that summarising one file need not load the others.
COMMANDS: dict[str, Callable[[], Command]] = {
    "batch": _batch,
    "inject": _inject,
    "doctor": _doctor,
    "completion": _completion,
    "man": _man,
}


def main() -> None:
    """Run the command line with the process's arguments and streams, and exit."""
    if "_ARGCOMPLETE" in os.environ:  # a shell asks for completions
        from youten.cli.shell import complete

        complete()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = run(sys.argv[1:], sys.stdin.buffer, sys.stdout, sys.stderr)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The pipe was closed by its reader. Without this, Python would report it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    sys.exit(code)


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Run the command with ``argv`` (without the program's name) on these streams and return the exit code.

    ``--help``, ``--version`` and unusable arguments raise ``SystemExit``, as in argparse.
    """
    if argv and argv[0] in COMMANDS:
        return COMMANDS[argv[0]]()(argv[1:], stdin, stdout, stderr, analyzer)
    return article.run(argv, stdin, stdout, stderr, analyzer)
