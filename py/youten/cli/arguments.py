"""The common parts of the subcommands: the options of a summary and the exit codes."""

from __future__ import annotations

import argparse

from youten.options import Options

DONE, INCOMPLETE, UNUSABLE = 0, 1, 2  # all done; some of it failed; nothing could begin
INTERRUPTED = 130  # as shells report Ctrl-C


def add_options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add the options of a summary to ``parser``; return it."""
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="1 to 10 (default: 3)")
    parser.add_argument(
        "--max-chars",
        type=int,
        metavar="N",
        help="limit on the characters of a summary (125 for three lines)",
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
    parser.add_argument("--whole", action="store_true", help="sentences as they are written, cut nowhere")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja", help="of notices and errors")
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
    )


def printable(text: str) -> str:
    """Escape characters in file names that could control a terminal or begin a line, like ESC."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u3000\xa0" else c.encode("unicode_escape").decode() for c in text
    )
