"""Answer one record: read it, summarise it, format it. Worker processes run this."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping, Sequence

from youten.batch import rows
from youten.batch.messages import say
from youten.batch.model import DATABASES, ROW, STDIN, Answer, Record, Settings
from youten.documents.article import ArticleText, read_article
from youten.documents.messages import say as say_of_document
from youten.documents.problem import Problem
from youten.markup import Notation
from youten.messages import message
from youten.model import YoutenError
from youten.morphology import Analyzer, default_analyzer
from youten.output import as_mapping
from youten.pipeline import summarize_steps
from youten.steps import drain

# Characters of a bad record that are kept beside its reason.
KEPT = 2000

_one_at_a_time = threading.Lock()


class _BadRecordError(Exception):
    """Why a record has no summary: the code and the values of a message."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def answer_chunk(records: Sequence[Record], settings: Settings) -> list[Answer]:
    """Answer records with the analyser of this process, which is created once.

    Threads of a process take turns: they share the interpreter and the dictionary anyway.
    """
    with _one_at_a_time:
        analyzer = default_analyzer()
        return [answer(record, settings, analyzer) for record in records]


def answer(record: Record, settings: Settings, analyzer: Analyzer) -> Answer:
    """Summarise one record, or say what is wrong with it; never raises for anything a record holds."""
    identity: object = record.source if record.form == "file" else None
    lang = settings.options.lang
    try:
        if record.form == "fault":
            code, reason = map(str, record.data)
            return failure(record, settings, None, code, reason)
        identity, title, text, notation = _fields(record, settings)
        if identity is None and settings.names[0] == ROW:
            identity = record.line
        if type(identity) not in (str, int):
            identity = None
            raise _BadRecordError("bad_id", what=settings.names[0])
        if not isinstance(text, str):
            raise _BadRecordError("bad_text", what=settings.names[2])
        if title is not None and not isinstance(title, str):
            raise _BadRecordError("bad_title", what=settings.names[1])
        if record.form == "fields" and _is_undecoded(identity, title, text):
            raise _BadRecordError("bad_encoding", what=settings.encoding or "utf-8")
        return _success(identity, ArticleText(title or "", text, notation), settings, analyzer)
    except _BadRecordError as bad:
        return failure(record, settings, identity, bad.code, say(bad.code, lang, **bad.values))
    except Problem as problem:
        reason = say_of_document(problem.reason, lang, **problem.values)
        return failure(record, settings, identity, problem.reason, reason)
    except YoutenError as error:
        return failure(record, settings, identity, error.code, str(error))
    except Exception as error:  # an error in one article must not stop the others
        what = type(error).__name__
        return failure(record, settings, identity, "internal", message("internal", lang, what=what))


def failure(record: Record, settings: Settings, identity: object, code: str, reason: str) -> Answer:
    """Return the answer for a record that has no summary."""
    found: dict[str, object] = {"id": identity, "line": record.line}
    if record.source != STDIN:
        found["source"] = record.source
    found["error"] = {"code": code, "message": reason}
    kept = _shown(record.data) if record.form in ("json", "fields") else None
    reject = {**found, "record": kept} if kept is not None else found
    return Answer(_written(found, settings), code, _json(reject))


def _success(identity: object, article: ArticleText, settings: Settings, analyzer: Analyzer) -> Answer:
    title, text, notation = article
    result = drain(summarize_steps(text, title, analyzer, settings.options, notation))
    mapping = as_mapping(result.summary, result.analyzed.article)
    return Answer(_written({"id": identity, **mapping}, settings))


def _written(found: Mapping[str, object], settings: Settings) -> bytes:
    if settings.layout == "jsonl":
        return _json(found)
    values = rows.row(found)
    # Tables cannot hold lone surrogates; each becomes a question mark.
    if settings.layout in DATABASES:
        return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return rows.csv_line(values, rows.DELIMITERS[settings.layout]).encode("utf-8", "replace")


def _json(found: Mapping[str, object]) -> bytes:
    """Return one line of JSON in UTF-8; lone surrogates stay escapes."""
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _fields(record: Record, settings: Settings) -> tuple[object, object, object, Notation]:
    """Return (id, title, text, notation) of a record, unchecked."""
    data = record.data
    if isinstance(data, tuple):
        identity, title, text = data
        return identity, title, text, ""
    if record.form == "file":
        return record.source, *read_article(record.source, data, settings.encoding)
    found = _parsed(data)
    identity, title, text = map(found.get, settings.names)
    return identity, title, text, ""


def _parsed(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _BadRecordError("bad_encoding", what="UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _BadRecordError("bad_json", what=error) from error
    if not isinstance(found, dict):
        raise _BadRecordError("bad_record")
    return found


def _is_undecoded(*values: object) -> bool:
    """Return whether bytes of a table could not be decoded; they were read as lone low surrogates."""
    return any(isinstance(value, str) and re.search("[\udc80-\udcff]", value) for value in values)


def _shown(data: bytes | tuple[object, ...]) -> str:
    """Return a bad record as text, cut to ``KEPT`` characters."""
    if isinstance(data, bytes):
        return data[: 4 * KEPT].decode("utf-8", "backslashreplace").rstrip("\r\n")[:KEPT]
    return json.dumps(
        [value if isinstance(value, str | int) else None for value in data], ensure_ascii=False
    )[:KEPT]
