"""``youten batch``: one article a line in, one summary a line out."""

from __future__ import annotations

import argparse
import codecs
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from youten.arguments import DONE, INCOMPLETE, UNUSABLE, add_options, options_from
from youten.messages import message
from youten.model import Options, YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.summarizer import check_options, compose, read_and_analyze
from youten.writing import as_mapping

DESCRIPTION = (
    "Summarise JSON lines: {id, title, text} on standard input, {id, sentences, ...} on standard output."
)


def run(
    argv: list[str], stdin: BinaryIO, stdout: TextIO, stderr: TextIO, analyzer: Analyzer | None = None
) -> int:
    """Do what ``argv`` (without "batch") says on these streams; gives the exit code."""
    parser = argparse.ArgumentParser("youten batch", description=DESCRIPTION, allow_abbrev=False)
    options = options_from(add_options(parser).parse_args(argv))
    try:
        check_options(options)
        return _run_batch(stdin, stdout, options, analyzer or default_analyzer())
    except YoutenError as error:
        stderr.write(f"youten: {error}\n")
        return UNUSABLE


def _run_batch(stdin: BinaryIO, stdout: TextIO, options: Options, analyzer: Analyzer) -> int:
    """Answer line by line, in order; each answer leaves before the next line is read."""
    code = DONE
    for number, line in _lines(stdin):
        answer = _answer(line, number, options, analyzer)
        if "error" in answer:
            code = INCOMPLETE
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
