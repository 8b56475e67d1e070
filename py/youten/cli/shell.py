"""The completion of shells (by argcomplete) and the manual page, both from the commands' own parsers."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import BinaryIO, TextIO

from youten import __version__
from youten.cli import article, batch, doctor, inject
from youten.cli.arguments import DONE, Parser, language
from youten.cli.messages import say
from youten.morphology import Analyzer

SHELLS = ("bash", "zsh", "tcsh", "fish")
_VARIABLE = "_ARGCOMPLETE"  # set by the shell's function; the place of the program in the line, from 1


def complete() -> None:
    """Answer the shell's function and exit, if that is who started the program."""
    if _VARIABLE not in os.environ:
        return
    import argcomplete
    from argcomplete.completers import FilesCompleter

    words = os.environ.get("COMP_LINE", "").split()
    name = words[1] if len(words) > 1 and words[1] in PARSERS else ""
    parser = _parser(name or "article", language([]))
    if name:
        os.environ[_VARIABLE] = "2"
    else:
        files = FilesCompleter()
        first = next(action for action in parser._actions if action.dest == "files")
        first.completer = lambda prefix, **_: [*PARSERS, *files(prefix)]  # type: ignore[attr-defined]
    argcomplete.autocomplete(parser)


def completion(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None
) -> int:
    """Print the function with which a shell asks for completions."""
    del stdin, stderr, analyzer
    from argcomplete.shell_integration import shellcode

    shell = _parser("completion", language(argv)).parse_args(argv).shell
    stdout.write(shellcode(["youten"], shell=shell))
    return DONE


def man(argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None) -> int:
    """Print the manual page in roff: the help of every command."""
    del stdin, stderr, analyzer
    lang = language(argv)
    _parser("man", lang).parse_args(argv)
    page = [f'.TH YOUTEN 1 "" "youten {__version__}"', ".SH NAME", f"youten \\- {say('man_name', lang)}"]
    for name in ("article", *PARSERS):
        parser = _parser(name, lang)
        page += [f".SH {parser.prog.upper()}", ".nf", _roff(parser.format_help()), ".fi"]
    stdout.write("\n".join(page) + "\n")
    return DONE


def _roff(text: str) -> str:
    """Escape a text for roff: backslashes, hyphens, and lines that begin like a request."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").rstrip().split("\n")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


def _completion_arguments(parser: Parser) -> Parser:
    parser.add_argument("shell", choices=SHELLS, help=parser.words("shell"))
    return doctor.arguments_of(parser)


PARSERS: dict[str, Callable[[Parser], Parser]] = {
    "batch": batch.arguments_of,
    "inject": inject.arguments_of,
    "doctor": doctor.arguments_of,
    "completion": _completion_arguments,
    "man": doctor.arguments_of,
}


def _parser(name: str, lang: str) -> Parser:
    if name == "article":
        return article.arguments_of(Parser("youten", name, lang))
    return PARSERS[name](Parser(f"youten {name}", name, lang))
