"""Counts visible faults of a shown sentence, independently of the product's own lists.

Faults that only people can see (a wrong choice, a lost speaker, a line without content) are not counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.model import AnalyzedArticle

FAULTS = ("dangling start", "connective start", "unbalanced", "odd ending", "not of the source")

# Beginnings that refer to a sentence that may not be shown: demonstratives, 同…, pronouns, 両….
_DANGLING = re.compile(
    "(?:これ|それ|あれ|この|その|あの|こう|そう|ああ|こちら|そちら|ここ|そこ|こんな|そんな|"
    "同(?:氏|社|国|市|省|庁|党|紙|校|大|県|店|院|日|年|月|署|法|町|村|区|会|州|じ)|"
    "両(?:者|国|社|氏|党|軍|首脳)|彼|彼女|前者|後者|前述|上記|後述|続けて|続いて|ほかにも)"
)
# Exceptions: these name a time or the text itself, or are not pronouns.
_STANDS = re.compile(
    "この(?:記事|ほど|たび|度|日|春|夏|秋|冬|年)|これ(?:まで|から)|ここ数|そこそこ|同志|同盟|同時に|彼岸"
)
_CONNECTIVE = re.compile(
    "(?:また|さらに|しかし|一方|なお|ただし?|そして|それから|だが|ですが|でも|ところが|つまり|さて|では|"
    "だから|したがって|従って|ちなみに|加えて|すなわち|しかも|そこで|けれども|すると)[、，]"
)
_PAIRS = {"」": "「", "』": "『", "）": "（", ")": "(", "】": "【", "］": "［", "]": "["}


def faults(line: str, analyzed: AnalyzedArticle) -> dict[str, bool]:
    """Check one shown sentence: fault -> whether it has it."""
    return {
        "dangling start": bool(_DANGLING.match(line)) and not _STANDS.match(line),
        "connective start": bool(_CONNECTIVE.match(line)),
        "unbalanced": not _balanced(line),
        "odd ending": not line.endswith(tuple("。！？!?」』）)♪….")),
        "not of the source": not any(_within(line, text) for text in _sources(analyzed)),
    }


def _sources(analyzed: AnalyzedArticle) -> list[str]:
    text = analyzed.article.text
    return [
        text.source[text.starts[s.start] : text.ends[s.end - 1]]
        for s in analyzed.article.sentences
        if s.role == "body"
    ]


def _within(line: Sequence[str], source: str) -> bool:
    """Tell whether a line is a subsequence of its source, except for a closing 。."""
    rest = iter(source + "。")
    return all(character in rest for character in line)


def _balanced(text: str) -> bool:
    stack: list[str] = []
    for character in text:
        if character in _PAIRS.values():
            stack.append(character)
        elif character in _PAIRS and (not stack or stack.pop() != _PAIRS[character]):
            return False
    return not stack
