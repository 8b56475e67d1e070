"""The core's messages: notices of a summary and errors, one file per language.

Callers switch on the code; the sentences may change. ``batch`` and ``inject`` have catalogues of the same
form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from youten.messages import en, ja


class Catalogue(NamedTuple):
    """Messages in every language: code -> template, whose {names} the caller fills in."""

    ja: Mapping[str, str]
    en: Mapping[str, str]

    def __call__(self, code: str, lang: str, **values: object) -> str:
        """Return the message for ``code`` in ``lang`` ("ja"; anything else: English).

        A value that is a sentence of the operating system is translated as well.
        """
        if lang != "ja":
            return self.en[code].format(**values)
        words = {
            name: ja.SYSTEM.get(value, value) if type(value) is str else value
            for name, value in values.items()
        }
        return self.ja[code].format(**words)


message = Catalogue(ja.MESSAGES, en.MESSAGES)

__all__ = ["Catalogue", "message"]
