"""``youten doctor``: what is installed here, and whether it works. For questions and bug reports."""

from __future__ import annotations

import codecs
import locale
import platform
import sys
from importlib import metadata
from typing import BinaryIO, TextIO

from youten import __version__
from youten.cli.arguments import DONE, INCOMPLETE, Parser, language
from youten.cli.messages import say
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.pipeline import summarize

LIBRARIES = ("markdown-it-py", "PyYAML", "pathspec", "argcomplete")
EXTRAS = ("pyarrow", "distributed", "pyspark")
ENCODINGS = ("utf-8", "cp932", "euc_jp", "utf-16")
SAMPLE = "港の朝市が十年ぶりに開かれた。初日に千人が訪れた。来月も開く予定だという。"


def run(argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None) -> int:
    """Print a line for each part; return 1 if one does not work."""
    del stdin, stderr
    lang = language(argv)
    arguments_of(Parser("youten doctor", "doctor", lang)).parse_args(argv)
    found = [
        ("youten", __version__),
        ("Python", f"{platform.python_version()} ({sys.executable})"),
        ("OS", platform.platform()),
        (say("doctor_language", lang), f"{lang} ({locale.setlocale(locale.LC_CTYPE)}, {stdout.encoding})"),
        (say("doctor_encodings", lang), ", ".join(codecs.lookup(name).name for name in ENCODINGS)),
        *((name, _version(name, lang)) for name in LIBRARIES),
        (say("doctor_optional", lang), ", ".join(f"{name} {_version(name, lang)}" for name in EXTRAS)),
    ]
    works, engine = _engine(lang, analyzer)
    stdout.writelines(f"{name}: {value}\n" for name, value in (*found, *engine))
    return DONE if works else INCOMPLETE


def arguments_of(parser: Parser) -> Parser:
    """Add the arguments of this command to ``parser``; return it."""
    parser.add_argument("--lang", choices=("ja", "en"), default=parser.lang, help=parser.words("lang"))
    return parser


def _version(name: str, lang: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return say("missing", lang)


def _engine(lang: str, analyzer: Analyzer | None) -> tuple[bool, list[tuple[str, str]]]:
    """Try the dictionary and a summary."""
    fine, lines = say("works", lang), []
    for code in ("doctor_dictionary", "doctor_summary"):
        try:
            analyzer = analyzer or default_analyzer()
            made = code == "doctor_dictionary" or summarize(SAMPLE, analyzer=analyzer).sentences
            lines.append((say(code, lang), fine if made else "-"))
        except (YoutenError, ImportError, OSError) as error:
            return False, [*lines, (say(code, lang), str(error))]
    return True, lines
