"""The common parts of the subcommands: a parser of one language, the options of a summary, the exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial
from typing import Any, Literal, NoReturn, TextIO

from youten.cli.messages import en, ja, say
from youten.options import FORMS, Options

Lang = Literal["ja", "en"]
DONE, INCOMPLETE, UNUSABLE = 0, 1, 2  # all done; some of it failed; nothing could begin
INTERRUPTED = 130  # as shells report Ctrl-C


def language(argv: list[str]) -> Lang:
    """Return the language of a run: that of ``--lang``, else the locale's; Japanese where that names none."""
    for before, value in zip(["", *argv], [*argv, ""], strict=True):
        name = value if before == "--lang" else before.removeprefix("--lang=")
        if name in ("ja", "en") and (before == "--lang" or before.startswith("--lang=")):
            return "ja" if name == "ja" else "en"
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or ""
    return "ja" if re.match(r"ja|C\b|POSIX|$", locale) else "en"


def is_terminal(stream: TextIO) -> bool:
    """Return whether a stream can show progress: a terminal that moves its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, lang: str, *args: Any, **names: Any) -> None:
        super().__init__(*args, **names)
        self._usage = say("usage", lang)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in one language. ``name`` is that of the subcommand's messages."""

    def __init__(self, program: str, name: str, lang: str) -> None:
        examples = f"examples_{name}"
        super().__init__(
            program,
            description=say(f"about_{name}", lang),
            epilog=say(examples, lang) if examples in say.en else None,
            formatter_class=partial(_Formatter, lang),  # called like the class
            allow_abbrev=False,
            add_help=False,
        )
        self.lang = lang
        self.color = False  # Python 3.14 would colour the help, which the manual page is made of
        self._positionals.title, self._optionals.title = say("positionals", lang), say("options", lang)
        self.add_argument("-h", "--help", action="help", help=self.words("help"))

    def words(self, code: str, **values: object) -> str:
        """Return a help text; argparse would fill in its percent signs."""
        return say(code, self.lang, **values).replace("%", "%%")

    def error(self, message: str) -> NoReturn:
        """Exit with the usage and one sentence."""
        for pattern, template in (ja if self.lang == "ja" else en).ARGPARSE:
            if found := re.fullmatch(pattern, message):
                message = template.format(*found.groups())
                break
        self.print_usage(sys.stderr)
        self.exit(UNUSABLE, f"{self.prog}: {printable(message)}\n")


def add_options(parser: Parser) -> Parser:
    """Add the options of a summary to ``parser``; return it."""
    group, words = parser.add_argument_group(parser.words("summary_options")), parser.words
    group.add_argument("--sentences", type=int, default=3, metavar="N", help=words("sentences"))
    group.add_argument("--max-chars", type=int, metavar="N", help=words("max_chars"))
    group.add_argument("--ratio", type=float, metavar="R", help=words("ratio"))
    group.add_argument("--headline", action="store_true", help=words("headline"))
    group.add_argument("--keyphrases", type=int, default=0, metavar="N", help=words("keyphrases"))
    group.add_argument("--focus", default="", metavar="WORDS", help=words("focus"))
    group.add_argument("--squeeze", action="store_true", help=words("squeeze"))
    group.add_argument("--whole", action="store_true", help=words("whole"))
    group.add_argument("--as", choices=FORMS, default="", dest="form", metavar="FORM", help=words("as"))
    group.add_argument("--lang", choices=("ja", "en"), default=parser.lang, help=words("lang"))
    return parser


def options_from(arguments: argparse.Namespace) -> Options:
    """Return the parsed options; ``check_options`` checks their ranges."""
    return Options(
        arguments.sentences,
        arguments.max_chars,
        arguments.lang,
        arguments.ratio,
        arguments.headline,
        arguments.keyphrases,
        arguments.focus,
        arguments.squeeze,
        arguments.whole,
        arguments.form,
    )


def printable(text: str) -> str:
    """Escape characters in file names that could control a terminal or begin a line, like ESC."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u3000\xa0" else c.encode("unicode_escape").decode() for c in text
    )
