"""References to other sentences: これを, 同氏は, 両国は at the beginning, 現段階でこの8人は soon after it."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# How a sentence begins that leans on the one before it.
POINTERS = _words(
    """
    これ それ あれ この その あの こう そう こちら そちら ここ そこ こんな そんな 彼 前者 後者 前述 上記 後述
    続けて 続いて いずれも ただし ほかにも
    """
)
# What begins alike and leans on nothing, or is cut off before the sentence is shown.
NOT_POINTERS = _words(
    """
    この記事 この投稿 このブログ このページ この日 この春 この夏 この秋 この冬 このほど このたび
    この度 これまで これから これほど そうめん そうじ そこそこ ここ数 彼岸 ここでは このため、
    そのため、 その結果、 この結果、 そのうえ、 その上、 このほか、 そのほか、 それでも、 それでは、
    それから、 そこで、 これを受け、 これを受けて、 これに対し、 これに対して、 これに伴い、
    これに加え、 これに加えて、
    """
)

# 同氏, 同署, 両国: 同 and 両 before a kanji, save where that is a word of its own; うち12頭は.
_SAME_ONE = (
    "同(?!時に|意|盟|志|様|僚|席|行|居|窓|性|情|級|世代|士|人誌|調|乗|胞|梱|期|一|封|等|質|化|点)[一-鿿じ]"
)
_SAME = re.compile(
    f"{_SAME_ONE}|両(?!親|手|足|院|陛下|側|立|替|極|端|面|生|用)[一-鿿]|うち[0-9０-９一二三四五六七八九十数]"
)
NEAR = 12  # characters from the beginning; what is named later may be meant within the sentence
_AWAY = re.compile(
    "(?<![ぁ-ん])(?:この|その)(?!ほど|たび|度|年|日|ため|まま|後|上|間|他|ほか|もの)|これ(?!まで|から)|それ(?!ぞれ|以)|"
    f"こうした|そうした|上述|前述|先述|先ほど|先程|(?!同[じ時]){_SAME_ONE}"
)
_BELOW = re.compile("以下の|次のよう|下記|上記")


def points_away(text: str) -> bool:
    """Tell whether a sentence refers to another one soon after its beginning, or to what stands below."""
    found = _AWAY.search(text)
    return bool((found and found.start() <= NEAR) or _BELOW.search(text))


def points_back(text: str) -> bool:
    """Tell whether a sentence begins by referring to one that may be missing: これを, 同氏は, 両国は."""
    return bool(_SAME.match(text)) or (text.startswith(POINTERS) and not text.startswith(NOT_POINTERS))
