"""The content words of a sentence as keys that can be compared.

A term is the base form of a content word (内容語), folded in width and case, so that 走った and 走る, ＡＩ
and AI are equal. ``similarity`` weights and compares them. Source: IPADIC's part-of-speech system; the only
word list is that of a few empty verbs.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from youten.model import Morpheme

# Second field of 名詞 that names nothing by itself: これ, こと, 一つ (the numeral), さん, と(いう) …
EMPTY_NOUNS = frozenset({"代名詞", "非自立", "数", "接尾", "特殊", "接続詞的", "動詞非自立的"})

# Verbs so general that sharing them says nothing about what two sentences are about.
EMPTY_VERBS = frozenset(
    {"する", "いる", "ある", "なる", "できる", "れる", "られる", "せる", "やる", "いう", "言う", "行う"}
)


def is_content(morpheme: Morpheme) -> bool:
    """Tell whether a morpheme is a content word: it names a thing, an act or a quality."""
    pos = morpheme.pos
    return _is_content_pos(pos) and not (pos.startswith("動詞") and morpheme.base_form in EMPTY_VERBS)


@cache  # there are some seventy, and every morpheme has one
def _is_content_pos(name: str) -> bool:
    pos, detail = name.split(",", 2)[:2]
    return detail not in EMPTY_NOUNS if pos == "名詞" else pos in ("動詞", "形容詞") and detail == "自立"


def term(morpheme: Morpheme) -> str:
    """Return the key of a morpheme: its base form (or surface if it has none), width- and case-folded."""
    base = morpheme.base_form
    return normalize("NFKC", base if base and base != "*" else morpheme.surface).casefold()


def content_terms(morphemes: Iterable[Morpheme]) -> list[str]:
    """Return the terms of a sentence in order, with repetitions, without symbols that Janome calls nouns."""
    keys = (term(morpheme) for morpheme in morphemes if is_content(morpheme))
    return [key for key in keys if any(character.isalpha() for character in key)]
