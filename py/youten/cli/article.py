"""``youten FILE…``: prints the summaries of articles in one of the output formats."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from youten import __version__
from youten.cli.arguments import (
    DONE,
    INCOMPLETE,
    UNUSABLE,
    Parser,
    add_options,
    language,
    options_from,
    printable,
)
from youten.cli.messages import say
from youten.documents import messages as documents
from youten.documents.article import ArticleText, read_article
from youten.documents.problem import Problem
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.options import check_options
from youten.output import EMBEDS, Origin, as_html, as_json, as_mapping, as_markdown, as_text, source_hash
from youten.pipeline import Result, summarize_steps
from youten.steps import drain

LARGEST = 32_000_000  # bytes of the input: a hundred books; /dev/zero has no end
STDIN = "-"
FORMATS = ("text", "markdown", "html", "json", *EMBEDS)


def run(argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None) -> int:
    """Summarise the articles that ``argv`` names; return the exit code."""
    lang = language(argv)
    parser = arguments_of(Parser("youten", "article", lang))
    arguments = parser.parse_args(argv)
    if not arguments.files and stdin.isatty():
        parser.error(say("needs_file", lang))
    options = options_from(arguments)
    failed = False
    try:
        check_options(options)
        names = list(_expanded(arguments.files or [STDIN], stdin, lang))
        if arguments.title and len(names) > 1:
            raise YoutenError("bad_option", say("one_title", lang))
        for name in names:
            try:
                found = _read(name, arguments.encoding, stdin, lang)
            except YoutenError as error:
                if len(names) == 1:
                    raise
                failed = True
                stderr.write(f"youten: {printable(str(error))}\n")
                continue
            analyzer = analyzer or default_analyzer()
            title = arguments.title or found.title
            result = drain(summarize_steps(found.text, title, analyzer, options, found.notation))
            stdout.write(_rendered(arguments.format, result, name if len(names) > 1 else ""))
            about = f"{printable(name)}: " if len(names) > 1 else ""
            stderr.write("".join(f"youten: {about}{n.message}\n" for n in result.summary.notices))
    except YoutenError as error:
        stderr.write(f"youten: {printable(str(error))}\n")
        return UNUSABLE
    return INCOMPLETE if failed else DONE


def arguments_of(parser: Parser) -> Parser:
    """Add the arguments of this command to ``parser``; return it."""
    add, words = parser.add_argument, parser.words
    add("files", nargs="*", metavar="FILE", help=words("files"))
    add("--title", default="", help=words("title"))
    add("--format", choices=FORMATS, default="text", help=words("format"))
    add("--encoding", default="", help=words("encoding"))
    add("--version", action="version", version=f"youten {__version__}", help=words("version"))
    return add_options(parser)


def _expanded(names: list[str], stdin: BinaryIO, lang: str) -> Iterator[str]:
    """Yield the names, and in place of a folder the articles in it. ``YoutenError`` ("bad_input")."""
    from os.path import isdir

    for name in names:
        if name == STDIN or not isdir(name):  # noqa: PTH112 - pathlib costs more to load than all of this
            yield name
            continue
        from youten.batch.inputs import expand

        found = [given.path for given in expand([name], None, stdin, lang)[0] if given.layout == "text"]
        if not found:
            raise YoutenError("bad_input", say("nothing", lang, path=name))
        yield from found


def _read(path: str, encoding: str, stdin: BinaryIO, lang: str) -> ArticleText:
    """Read an article as title and text; raise ``YoutenError`` ("bad_input")."""

    def refused(what: object) -> YoutenError:
        return YoutenError("bad_input", say("bad_input", lang, path=path, what=what))

    try:
        if path == STDIN:
            data = stdin.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:  # noqa: PTH123 - as above
                data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise refused(error.strerror if isinstance(error, OSError) else error) from error
    if len(data) > LARGEST:
        raise refused(say("too_large", lang, limit=LARGEST))
    try:
        codecs.lookup(encoding or "utf-8")
        return read_article(path, data, encoding)
    except LookupError as error:
        raise YoutenError("bad_input", say("unknown_codec", lang, what=encoding)) from error
    except Problem as problem:
        what = documents.say(problem.reason, lang, **problem.values)
        named = problem.reason in ("unknown_encoding", "not_that_encoding")
        raise refused(say("name_encoding", lang, what=what) if named else what) from problem


def _rendered(form: str, result: Result, name: str) -> str:
    """Return the summary in a format, with the file's ``name`` if it is one of several."""
    summary, article = result.summary, result.analyzed.article
    if form == "json":
        if name:
            return json.dumps({"file": name, **as_mapping(summary, article)}, ensure_ascii=False) + "\n"
        return as_json(summary, article)
    if form in EMBEDS:
        text = EMBEDS[form](summary, Origin(source_hash(article.text.source), __version__))
    else:
        text = {"text": as_text, "markdown": as_markdown, "html": as_html}[form](summary)
    return f"==> {printable(name)} <==\n{text}\n" if name else text
