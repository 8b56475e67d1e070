"""What the batch tells people. Callers switch on the code; the sentences may change."""

from __future__ import annotations

from youten.batch.messages import en, ja
from youten.messages import Catalogue
from youten.model import YoutenError

say = Catalogue(ja.MESSAGES, en.MESSAGES)


def problem(code: str, lang: str, **values: object) -> YoutenError:
    """Return the exception for ``code`` with its message in ``lang``."""
    return YoutenError(code, say(code, lang, **values))
