"""Reading: pasted text -> Article, with its form, every line's role and every sentence's position."""

from __future__ import annotations

from youten.reading.forms.spoken import FLOWING
from youten.reading.normalization import normalize
from youten.reading.reader import read
from youten.reading.sentences import split_sentences

__all__ = ["FLOWING", "normalize", "read", "split_sentences"]
