"""Records that stand for what could not be read, so that every fault keeps its place in the output."""

from __future__ import annotations

from youten.batch.messages import say
from youten.batch.model import Input, Record, Settings


def fault(given: Input, line: int, code: str, settings: Settings, size: int = 0, **values: object) -> Record:
    """Return the record for a part of the input that could not be read."""
    return Record(given.path, line, "fault", (code, say(code, settings.options.lang, **values)), size)


def too_long(given: Input, line: int, settings: Settings, size: int) -> Record:
    """Return the record for an article of too many bytes."""
    return fault(given, line, "too_long", settings, size, limit=settings.longest)
