"""Beginnings that refer to a sentence that is not shown: two more rules of shortening.

「その後、」 is cut as a whole. In 「この台風で…死亡した。」 the この is cut, since the noun says what is
meant. It stays where the cut would turn a single case into a general claim (この薬は危険だ。): only an event
in the past tense, or a thing with a name, keeps its meaning without この.
"""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Morpheme
from youten.writing.words import BACKWARD, COMMAS, DEMONSTRATIVES, RELATIONAL

Spans = list[tuple[int, int]]

# Second field of 名詞 that cannot carry the sentence's beginning alone.
WEAK_NOUNS = ("名詞,非自立", "名詞,代名詞", "名詞,副詞可能", "名詞,接尾", "名詞,数", "名詞,特殊")
NAME = "名詞,固有名詞"
# A told event. 「〜ている。」 and 「〜る。」 may be general, and 「〜だ。」 mostly is.
PAST = ("た。", "んだ。", "たという。", "た模様。", "たとみられる。")


def backward(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut 「その後、」「これにより、」「同日、」: the order of a summary is the order of the article."""
    word = next((w for w in BACKWARD if text.startswith(w) and text[len(w) : len(w) + 1] in COMMAS), "")
    return [(0, len(word) + 1)] if word and len(text) > len(word) + 1 else []


def demonstratives(text: str, morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut a leading この, その, これらの, それらの before a noun that is clear by itself."""
    word = next((w for w in DEMONSTRATIVES if text.startswith(w)), "")
    after = [m for m in morphemes if m.start >= len(word)]
    if not word or not after or after[0].start != len(word):
        return []
    if text.startswith(RELATIONAL, len(word)):
        return []
    quoted = text[len(word)] in "「『"
    if not quoted and (not after[0].pos.startswith("名詞") or after[0].pos.startswith(WEAK_NOUNS)):
        return []
    phrase = []
    for m in after:
        if not m.pos.startswith(("名詞", "接頭詞")):
            break
        phrase.append(m)
    named = quoted or any(m.pos.startswith(NAME) for m in phrase)
    return [(0, len(word))] if named or text.endswith(PAST) else []
