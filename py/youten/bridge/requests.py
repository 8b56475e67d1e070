"""Decodes a request's JSON text to checked values. ``options`` checks the ranges of options."""

from __future__ import annotations

import json
from collections.abc import Container

from youten.messages import message
from youten.model import YoutenError
from youten.options import MOST_SENTENCES, Options, check_options

# Options with the same name in JSON; null means their default.
SAME_NAME = ("sentences", "lang", "headline", "keyphrases", "focus", "squeeze", "whole", "form")


class Request:
    """One request. Every method raises ``YoutenError`` ("bad_request") if its field is malformed."""

    def __init__(self, text: object) -> None:
        try:
            fields = json.loads(text) if isinstance(text, str) else None
        except (ValueError, RecursionError):
            fields = None
        self._fields: dict[str, object] = fields if isinstance(fields, dict) else {}
        options = self._fields.get("options")
        self.lang = "en" if isinstance(options, dict) and options.get("lang") == "en" else "ja"
        self.action = self._fields.get("action")
        if not isinstance(fields, dict):
            raise self.malformed("JSON object")

    def malformed(self, what: str) -> YoutenError:
        """Return the error that says which field is malformed."""
        return YoutenError("bad_request", message("bad_request", self.lang, what=what))

    def options(self) -> Options:
        """Return the options; raise ``YoutenError`` ("bad_option") if one is out of range."""
        given = self._fields.get("options")
        given = {} if given is None else given
        if not isinstance(given, dict):
            raise self.malformed("options")
        chosen = {key: given[key] for key in SAME_NAME if given.get(key) is not None}
        options = Options(max_chars=given.get("maxChars"), ratio=given.get("ratio"), **chosen)
        check_options(options)
        return options

    def string(self, key: str, default: str | None = None) -> str:
        """Return a string, or ``default`` if the field is missing or null."""
        value = self._fields.get(key)
        value = default if value is None else value
        if not isinstance(value, str):
            raise self.malformed(key)
        return value

    def job(self) -> int:
        """Return the number of the request's job."""
        number = self._fields.get("job")
        if type(number) is not int:
            raise self.malformed("job")
        return number

    def salience(self) -> bool:
        """Return whether the reply should have the scores of all candidates."""
        value = self._fields.get("salience")
        if value is not None and not isinstance(value, bool):
            raise self.malformed("salience")
        return value is True

    def budget(self, default: float) -> float:
        """Return the time (ms) after which to reply."""
        budget = self._fields.get("budgetMs", default)
        if isinstance(budget, bool) or not isinstance(budget, (int, float)):
            raise self.malformed("budgetMs")
        return budget

    def spans(self) -> list[tuple[int, int]]:
        """Return the spans (UTF-16 code units) whose furigana are requested."""
        spans = self._fields.get("spans") or []
        if not isinstance(spans, list) or not all(
            isinstance(span, list) and [type(place) for place in span] == [int, int] for span in spans
        ):
            raise self.malformed("spans")
        return [(start, end) for start, end in spans]

    def lines(self) -> list[list[tuple[int, int]]]:
        """Return a reader's lines as segments (UTF-16 code units); none means the engine's own lines."""
        lines = self._fields.get("lines") or []
        if not isinstance(lines, list):
            raise self.malformed("lines")
        found = [self._segments(line) for line in lines]
        if len(found) > MOST_SENTENCES:
            raise self.malformed("lines")
        return found

    def _segments(self, line: object) -> list[tuple[int, int]]:
        """Return one line's segments: not empty, in order, disjoint."""
        at, found = 0, []
        for segment in line if isinstance(line, list) else ():
            if not isinstance(segment, list) or [type(place) for place in segment] != [int, int]:
                raise self.malformed("lines")
            if not at <= segment[0] < segment[1]:
                raise self.malformed("lines")
            found.append((segment[0], segment[1]))
            at = segment[1]
        if not found:
            raise self.malformed("lines")
        return found

    def texts(self) -> list[str]:
        """Return the other texts whose furigana are requested."""
        texts = self._fields.get("texts") or []
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self.malformed("texts")
        return texts

    def format(self, known: Container[str]) -> str:
        """Return the output format, one of the ``known``."""
        form = self._fields.get("format")
        if not isinstance(form, str) or form not in known:
            raise self.malformed("format")
        return form
