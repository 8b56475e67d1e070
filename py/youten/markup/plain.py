"""Notations of plain text: ruby and notes of text archives, and the reference marks of encyclopedias.

Source: the manual of Aozora Bunko, the notations of sites for novels, pages of Wikipedia copied as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.markup.values import HOLE
from youten.offsets import Edit

_KANA = "ぁ-んァ-ヶー・゛゜ 　"
_RUBY = re.compile(
    rf"(?<=[々〆ヶ一-鿿豈-﫿\U00020000-\U0003134f])《[{_KANA}]{{1,40}}》"
    rf"|(?<=[^《\n])《《(?=[^《》\n]{{1,40}}》》)|(?<!》)》》"
)
_WORKS = "曲歌画映劇展番組作品説集本著誌章題詩句"  # the last characters of words for works
_BASE = re.compile(
    rf"｜[^｜|《》\n]{{1,40}}《[^《》\n]{{1,60}}》|\|[^｜|《》\n]{{1,40}}《[{_KANA}]{{1,40}}》"
)
_NOTE = re.compile(r"(※?)［＃[^［］\n]{0,300}］")
_LEGEND = re.compile(
    r"^-{5,}[ \t]*\n[^\n]*テキスト中に現れる記号について(?:.*\n)*?-{5,}[ \t]*$", re.MULTILINE
)
_COLOPHON = re.compile(r"^底本：", re.MULTILINE)

# [1], [注 2], [要出典], [編集]; several of them may follow each other.
_NUMBER = r"[0-9０-９]{1,3}"
_MARK = re.compile(
    rf"[\[［](?:{_NUMBER}|(?:注|註|注釈|脚注|nb|note|n|注記|出典)[ 　]?{_NUMBER}"
    r"|要出典(?:範囲)?|要検証|要説明|要追加記述|信頼性要検証|独自研究\??|いつ\??|誰\??|どこ\??|誰によって\??|要ページ番号)[\]］]"
)
_EDIT = re.compile(r"[\[［](?:編集|ソースを編集|編集 \| ソースを編集)[\]］](?=[ \t]*$)", re.MULTILINE)
_MARKED = re.compile(rf"[ \t]?(?:{_MARK.pattern})+")
_SOURCE_LINE = re.compile(
    r"^出典[:：] ?フリー百科事典.*\n?|^ナビゲーションに移動.*\n?|^検索に移動.*\n?", re.MULTILINE
)
_CONTENTS = re.compile(
    r"^目次[ \t]*(?:\[?非表示\]?)?[ \t]*\n(?:[ \t]*[0-9]+(?:\.[0-9]+)*[ \t]+.*(?:\n|$))+", re.MULTILINE
)
_REFERENCE = re.compile(r"^[ \t]*(?:\^|↑)[ \t].*", re.MULTILINE)


_FORMULA = re.compile(
    r"\\\((?:[^\\\n]|\\[^()\n]){1,400}\\\)|\\\[(?:[^\\]|\\[^\[\]]){1,800}\\\]|\$\$[^$]{1,800}\$\$"
)


def is_archive(text: str) -> bool:
    """Return whether a text has the legend or the colophon of a text archive."""
    return (
        "《" in text
        and "［＃" in text
        and ("テキスト中に現れる記号" in text or _COLOPHON.search(text) is not None)
    )


def archive_title(text: str) -> str:
    """Return the title, the first line of such a text."""
    return text.lstrip("\n\ufeff").partition("\n")[0].strip()


def ruby_edits(text: str) -> Iterator[Edit]:
    """Drop readings and notes, an archive's legend and colophon; an unknown character leaves a hole."""
    if "《" not in text and "［＃" not in text:
        return
    found = [(match.start(), match.end(), "") for match in _LEGEND.finditer(text)]
    if last := _COLOPHON.search(text):
        found.append((last.start(), len(text), ""))
    found += [(*match.span(), HOLE if match[1] else "") for match in _NOTE.finditer(text)]
    for base in _BASE.finditer(text):
        opening = text.index("《", base.start())
        found += [(base.start(), base.start() + 1, ""), (opening, base.end(), "")]
    readings = list(_RUBY.finditer(text))
    if not found:  # they may be titles: 合唱曲《みなと》と映画《なぎさ》
        readings = [match for match in readings if text[match.start() - 1] not in _WORKS]
    if found or len(readings) > 1:
        found += [(*match.span(), "") for match in readings]
    yield from disjoint(found)


def reference_edits(text: str) -> Iterator[Edit]:
    """Drop marks of references; where only an encyclopedia has such, its contents and references too."""
    if "[" not in text and "［" not in text:
        return
    marks = [match for match in _MARKED.finditer(text) if _is_mark(text, match)]
    certain = bool(_EDIT.search(text) or "要出典" in text or _SOURCE_LINE.search(text))
    if not certain:
        marks = [match for match in marks if _ends_clause(text, match.end())]
    found = [(*match.span(), "") for match in marks]
    if certain:
        for pattern in (_EDIT, _SOURCE_LINE, _CONTENTS, _REFERENCE):
            found += [(*match.span(), "") for match in pattern.finditer(text)]
    yield from disjoint(found)


def formula_edits(text: str) -> Iterator[Edit]:
    """Replace formulas of TeX, which a script of the page would draw."""
    if "\\" in text or "$$" in text:
        for match in _FORMULA.finditer(text):
            yield *match.span(), HOLE


def disjoint(edits: list[Edit]) -> Iterator[Edit]:
    """Return edits in order, without those inside others."""
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if edit[0] >= end:
            end = edit[1]
            yield edit


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """Return whether it stands behind Japanese words: a[1] is code, and a line may begin with [1]."""
    before = text[match.start() - 1 : match.start()]
    return before >= "\u2e80" and before not in "　「『（【"


def _ends_clause(text: str, at: int) -> bool:
    """Return whether a sentence or a part of it ends here."""
    return at == len(text) or text[at] in "。、，．\n）」"
