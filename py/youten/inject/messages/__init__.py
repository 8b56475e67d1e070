"""What ``youten inject`` says about a file; programs switch on the code."""

from __future__ import annotations

from youten.documents import messages as documents
from youten.inject.messages import en, ja
from youten.inject.model import Outcome
from youten.messages import Catalogue

say = Catalogue({**documents.ja.MESSAGES, **ja.MESSAGES}, {**documents.en.MESSAGES, **en.MESSAGES})


def reason(outcome: Outcome, lang: str) -> str:
    """Return the sentence for an outcome's reason, "" if it has none."""
    return say(outcome.reason, lang, **dict(outcome.values)) if outcome.reason else ""


def status(outcome: Outcome, lang: str, *, checking: bool) -> str:
    """Return the word for an outcome's status."""
    code = f"check_{outcome.status}"
    return say(code if checking and code in say.en else f"status_{outcome.status}", lang)
