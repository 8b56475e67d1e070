"""Recognises bylines: lines with only a writer, an agency, a date or a place.

All functions take ``folded`` text (NFKC and casefolded), so that ２０２４年 and 2024年 are equal.
"""

from __future__ import annotations

import re

from youten.reading.vocabulary import AGENCY_ENDINGS, BYLINE_PREFIXES

_LONGEST_BYLINE = 80
_LONGEST_AGENCY = 24
_LONGEST_SOURCE = 60
_LONGEST_SIGNER = 20
_LONGEST_WRITER = 8
_PARTICLES = "、をがにはで"

_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# Dates, clock times and days of the week, Japanese and English.
_DATES = re.compile(
    r"[0-9]{2,4}[-./][0-9]{1,2}[-./][0-9]{1,2}"
    "|(?:[0-9]{2,4}|(?:令和|平成|昭和)(?:[0-9]{1,2}|元))年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    "|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}/[0-9]{1,2}"
    "|(?:午前|午後|am|pm)?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[ap]m)?"
    "|[0-9]{1,4}(?:分|時間|日)前|(?:午前|午後)?[0-9]{1,2}時(?:[0-9]{1,2}分)?"
    rf"|{_MONTHS}\.? [0-9]{{1,2}},? [0-9]{{4}}|[0-9]{{1,2}} {_MONTHS} [0-9]{{4}}"
    "|[(][日月火水木金土][・･]?祝?[)]|[日月火水木金土]曜日?|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?,"
)
# Other parts of a dateline.
_DATE_WORDS = re.compile(
    "最終更新日?時?|更新日?時?|公開日?時?|配信日?時?|掲載日?|投稿日?|作成日?|発行日?|発信日?|日付|日時|付け?|入力|修正"
    r"|posted|updated|published|on|jst|gmt|読了時間|約|[\W_]"
)
_SOURCE_NOTE = re.compile(
    "[^。、は]{2,40}[、 ]?(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日"
    "(?:[0-9]{1,2}時[0-9]{1,2}分|付(?:朝刊|夕刊)?)?[)]?。?"
)
_NAME = re.compile("[一-龠々]{1,4} [一-龠々ぁ-んァ-ヶー]{1,5}(?: ?[(][^()]{1,12}[)])?")


def is_byline(folded: str, ended: bool) -> bool:
    """Return whether a line is a byline; ``ended`` says whether it ends with a terminator."""
    if is_dateline(folded):
        return True
    if len(folded) <= _LONGEST_SOURCE and _SOURCE_NOTE.fullmatch(folded):  # 港町日報、2024年6月20日。
        return "年" in folded or ended
    if ended or len(folded) > _LONGEST_BYLINE:
        return False
    if folded.startswith(BYLINE_PREFIXES):
        return True
    if folded[0] == "=" and len(folded) <= _LONGEST_AGENCY:
        return True
    bare = folded.strip(" ()[]【】<>=-―・")
    if len(folded) <= _LONGEST_AGENCY and bare.endswith(AGENCY_ENDINGS):
        return not any(particle in bare for particle in _PARTICLES)
    return _NAME.fullmatch(bare) is not None


def is_dateline(folded: str) -> bool:
    """Return whether a line has a date or a time and at most the name of an agency or a writer."""
    if len(folded) > _LONGEST_BYLINE or not _DATES.search(folded):
        return False
    rest = _DATE_WORDS.sub("", _DATES.sub("", folded))
    if len(rest) <= _LONGEST_SIGNER and rest.endswith((*AGENCY_ENDINGS, "版", "号")):
        return True
    if not rest or (len(rest) <= 3 and rest.isdigit()):
        return True
    return (
        "年" in folded
        and len(rest) <= _LONGEST_WRITER
        and not any(particle in rest for particle in _PARTICLES)
    )
