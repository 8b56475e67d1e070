"""Normalization with an offset map: characters that readers cannot distinguish get one form.

Source of the composition: Unicode Standard Annex #15 (NFC). It is applied to the clusters that occur in
practice (Latin, kana and hangul with their marks, compatibility ideographs), not to every script, and never
where it would make the text longer. Radicals become the kanji that they look like in the source as well.
Full-width letters, U+3000 and the choice between ( and （ stay as the
author wrote them. ``markup`` removes HTML and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize as unicode_normalize

from youten.model import SourceText
from youten.offsets import MODIFIERS, Edit, rewrite, unchanged

_HALFWIDTH = (
    "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ",
    (
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
        "マミムメモヤユヨラリルレロワン゛゜"
    ),
)
_FULLWIDTH = str.maketrans(*_HALFWIDTH)
_COMBINING = {"ﾞ": "\u3099", "ﾟ": "\u309a"}

# Controls that end a line: vertical tab, form feed (a page of PDF text), next line, and U+2028/2029.
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
# Space separators other than U+0020 and the ideographic space, and the tab.
_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f"
# Invisible and without meaning here: controls, soft hyphen, zero-width and bidirectional controls, BOM,
# surrogates.
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180b-"
    "\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_MARKS = "\u0300-\u034e\u0350-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a"
_SINGLETONS = "\u2126\u212a\u212b\uf900-\ufad9\U0002f800-\U0002fa1d"

_ANYTHING = re.compile(f"[{_LINE_ENDS}{_SPACES}{_DROPPED}{MODIFIERS}{_MARKS}{_SINGLETONS}\uff61-\uff9f]")
_SIMPLE = re.compile(
    f"\r\n?|[{_LINE_ENDS}{_SPACES}]|[{_DROPPED}]+|[{MODIFIERS}]+|[\uff61-\uff9d][\uff9e\uff9f]?"
    f"|[\uff9e\uff9f]"
)
_CLUSTER = re.compile(f"[^{_MARKS}]?[{_MARKS}]+|[{_SINGLETONS}]")
# Radicals that PDF files have in the place of kanji, and brackets and points of vertical text. They look like
# their ordinary characters and are as long in every encoding, so the caller's text gets the ordinary ones.
_LOOKALIKES = (
    "⺅亻⺉刂⺌小⺘扌⺙攵⺝月⺟母⺠民⺡氵⺣灬⺤爫⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺱网⺲罒⺷羊⺹老"
    "⺺聿⺼月⺽臼⻀艹⻁虎⻂衤⻃覀⻄西⻆角⻊足⻌辶⻍辶⻎辶⻏阝⻑長"
    "⻕阜⻖阝⻗雨⻘青⻝食⻞食⻟食⻡首⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻱龟⻲亀"
    "︐、︑、︒。︓：︔；︕！︖？︗〖︘〗︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」"
    "﹃『﹄』﹇［﹈］"
)
_ORDINARY = dict(zip(map(ord, _LOOKALIKES[::2]), _LOOKALIKES[1::2], strict=True)) | {
    code: unicode_normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
_LOOKALIKE = re.compile(f"[\u2f00-\u2fd5{_LOOKALIKES[::2]}]")

# ，．of science in both widths, behind Japanese; their number decides whether they end sentences.
_BEHIND = "(?<=[ぁ-んァ-ヶ一-龥々ー）)\\]］」』％%])"
_WIDE_POINT = re.compile(f"{_BEHIND}．")
_NARROW_POINT = re.compile(f"{_BEHIND}\\.(?=[\\s　]|$|[ぁ-んァ-ヶ一-龥])")
_COMMA = re.compile(f"{_BEHIND}[，,](?![0-9０-９]{{3}})|(?<=[a-zA-Zａ-ｚＡ-Ｚ0-9０-９])，(?![0-9０-９])")
_FEWEST_POINTS = 2
# Spaced characters: 図 書 館 を, as character recognition leaves them.
_FEWEST_SPACED = 8  # words of a line
_SPACED_SHARE = 0.8  # of them that are one character
_SPACE_RUN = re.compile(r"(?<=(?<!\S)\S)[ 　]+(?=\S(?:\s|$))|(?<=[^!-~ 　])[ 　]+|[ 　]+(?=[^!-~ 　])")
# Longer sequences of marks are decoration and stay as they are: the library orders them in quadratic time.
_LONGEST_CLUSTER = 32


def normalize(source: str) -> SourceText:
    """Return the source and its normalized form; see ``SourceText`` for the map.

    Characters are replaced (1->1), merged (n->1) or dropped, never multiplied: NFC, half-width kana to full
    width, line ends to U+000A, spaces to U+0020. Total and idempotent; an unchanged text costs one scan.
    """
    if _LOOKALIKE.search(source):
        source = source.translate(_ORDINARY)
    text = unchanged(source)
    if _ANYTHING.search(source):
        text = rewrite(text, _simple_edits, _composing_edits)
    return rewrite(text, _spaced_edits, _point_edits)


def _simple_edits(text: str) -> Iterator[Edit]:
    for match in _SIMPLE.finditer(text):
        start, end = match.span()
        first = text[start]
        if first in _LINE_ENDS:
            yield start, end, "\n"
        elif "\uff61" <= first <= "\uff9f":
            yield start, end, _widen(match.group())
        elif first in "\t\xa0\u1680\u202f\u205f" or "\u2000" <= first <= "\u200a":
            yield start, end, " "
        else:
            yield start, end, ""


def _spaced_edits(text: str) -> Iterator[Edit]:
    """Drop the spaces of lines that have one between all characters."""
    at = 0
    for line in text.split("\n"):
        if line.count(" ") + line.count("　") >= _FEWEST_SPACED:
            words = line.split()
            single = sum(len(word) == 1 and word >= "\u3000" for word in words)
            if len(words) >= _FEWEST_SPACED and single >= _SPACED_SHARE * len(words):
                for match in _SPACE_RUN.finditer(line):
                    yield at + match.start(), at + match.end(), ""
        at += len(line) + 1


def _point_edits(text: str) -> Iterator[Edit]:
    """Write 、 and 。 in a text whose sentences end in ． or in . instead."""
    for point in (_WIDE_POINT, _NARROW_POINT):
        count = sum(1 for _ in point.finditer(text))
        if count >= _FEWEST_POINTS and count > text.count("。"):
            ends = ((match.start(), match.end(), "。") for match in point.finditer(text))
            commas = ((match.start(), match.end(), "、") for match in _COMMA.finditer(text))
            yield from sorted([*ends, *commas])
            return


def _widen(kana: str) -> str:
    """Return half-width kana (one, or one with its sound mark) in full width: ｶﾞ -> ガ, ｱﾞ -> ア゛."""
    if len(kana) == 2:
        composed = unicode_normalize("NFC", kana[0].translate(_FULLWIDTH) + _COMBINING[kana[1]])
        if len(composed) == 1:
            return composed
    return kana.translate(_FULLWIDTH)


def _composing_edits(text: str) -> Iterator[Edit]:
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        if len(cluster) <= _LONGEST_CLUSTER:
            composed = unicode_normalize("NFC", cluster)
            if composed != cluster and len(composed) <= len(cluster):
                yield match.start(), match.end(), composed
