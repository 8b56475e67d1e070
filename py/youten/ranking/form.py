"""The kind of a text for the choice of sentences: news, blog or speech, recognised by its sentence ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Form = Literal["news", "blog", "speech"]

_POLITE = re.compile("(?:です|ます|ました|ません|でした|ください|ましょう)[。！？]?$")
_FORMAL = re.compile("まいります|参ります|申し上げ|でございます|おります。|であります")
LEAST_POLITE = 0.4  # of the sentences of a blog
LEAST_FORMAL = 0.12  # of the sentences of a speech
MOST_LATIN = 0.05  # of the characters of a speech


def form(texts: Sequence[str]) -> Form:
    """Return the kind of a text, by default "news"."""
    count = len(texts) or 1
    whole = "".join(texts)
    latin = sum(map(whole.count, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    formal = sum(bool(_FORMAL.search(text)) for text in texts)
    if formal > LEAST_FORMAL * count and latin < MOST_LATIN * len(whole):
        return "speech"
    return "blog" if sum(bool(_POLITE.search(text)) for text in texts) > LEAST_POLITE * count else "news"
