"""Reading: pasted text -> Article, with every line's role and every sentence's position."""

from __future__ import annotations

from youten.reading.normalization import normalize
from youten.reading.reader import read
from youten.reading.sentences import split_sentences

__all__ = ["normalize", "read", "split_sentences"]
