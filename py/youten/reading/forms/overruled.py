"""Proposals that were decided otherwise later in the text: 60万円に減らす before 70万円とすることに決定した.

Shown alone such a sentence is a false fact, which is worse than any missing one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.japanese import word_pairs
from youten.model import Form

_BACK = 12  # sentences that a decision is compared with
_AMOUNT = re.compile(
    "([0-9０-９〇一二三四五六七八九十百千万億兆,，.．]+)(?:時([0-9０-９]{1,2}分|半)?|(万円|億円|千円"
    "|円|％|%|パーセント|割|人|名|台|件|個|本|枚|冊|棟|室|回|カ所|か所|ヶ所|年|月|週|日|分|時間|階|歳"
    "|km|キロ|メートル|[一-龥ァ-ヶa-zA-Z]))"
)
_FIRM = (
    "(?:協議|審議|採決|投票|検討|話し合い|議論|相談|調整)の(?:結果|末)|(?:決定|可決|承認|了承|合意"
    "|議決|採択|一致)(?:し|され|いたし|と|で)|(?:こと|方針|案)(?:に|が|を)(?:決|まとま)|決ま(?:り|っ)"
    "|決め(?:た|ま)|(?:変更|訂正|修正|延期)(?:し|いたし|と|に|され|です|。|$)|(?:に|と)(?:する"
    "|し)?こと(?:に|と)(?:した|し|なった|なり|いたし)|判決|支払え"
)
_DECIDES = re.compile(
    f"{_FIRM}|(?:に|で)(?:しよう|しましょう|します|する)(?:か|ね|よ|。|！|$)|じゃあ|やっぱ(?:り|し)|改め(?:て"
    "|、)"
)
_DECIDES_FIRMLY = re.compile(_FIRM)
_PROPOSES = re.compile(
    "案|提案|原案|当初|予定|見込み|希望|要望|請求|求め|主張|意見|反対|懸念|修正|変更|では(?:なく"
    "|ない)|見直|どう(?:です|かな|する)|かも|だと(?:厳|足)|無理|遅|間に合わ"
)
_REJECTED = re.compile(
    "(?:原案|提案|動議|案|請求|申請|申し出|議案|計画|要望)[^。、]{0,8}(?:は|を|が).{0,16}(?:否決|却下|撤回"
    "|取り下げ|見送|退け|認め(?:ない|なかった|られな)|不採択|断念|白紙)"
)
# In a report of another form only what is said to be decided against a proposal counts, and no dates.
_RESOLVES = re.compile(
    "(?:協議|審議|採決|投票|話し合い|議論)の結果|(?:こと|方針)(?:に|で)(?:決定|合意|一致|決めた"
    "|決まった)|(?:に|を)(?:決定|可決)(?:し|され)"
)
_OPPOSED = re.compile("案(?:が|を|は|に)|提案|原案|反対|修正|異論|見直し")
_DATED = frozenset("時日月年週分") | {"時間", "人", "名", "回"}
_CHANGES: frozenset[Form] = frozenset(("minutes", "chat", "mail", "interview", "transcript"))


def overruled(texts: Sequence[str], sections: Sequence[int], form: Form) -> list[bool]:
    """Return for every sentence whether a later one of its section decides otherwise.

    ``sections`` numbers the part of the text (an item of the agenda, a thread) that each sentence is in.
    """
    gone = [False] * len(texts)
    amounts = [_amounts(text) for text in texts]
    for index, text in enumerate(texts):
        refused = _REJECTED.search(text) is not None
        if not refused and not (amounts[index] and _DECIDES.search(text)):
            continue
        first = max(0, index - _BACK)
        while first < index and sections[first] != sections[index]:
            first += 1
        if form not in _CHANGES:
            between = "".join(texts[first:index])
            if refused or not (_RESOLVES.search(text) and _OPPOSED.search(between)):
                continue
        for earlier in range(first, index):
            if not refused and form != "chat" and _stands(texts[earlier], text):
                continue
            if refused and form == "minutes":
                gone[earlier] = (
                    gone[earlier] or _PROPOSES.search(texts[earlier]) is not None or bool(amounts[earlier])
                )
            elif _differs(amounts[earlier], amounts[index], texts[earlier], text, form):
                gone[earlier] = True
    return gone


def _stands(earlier: str, later: str) -> bool:
    """Tell whether an earlier decision stands beside a later one; 60万円にする is none beside 決定した."""
    firm = _DECIDES_FIRMLY.search
    return bool(firm(earlier) or (_DECIDES.search(earlier) and not firm(later)))


def _amounts(text: str) -> dict[str, set[str]]:
    """Return the figures of a sentence by their unit."""
    found: dict[str, set[str]] = {}
    for match in _AMOUNT.finditer(text[:300]):
        unit = match[3] or "時"
        often = text[match.start() - 1 : match.start()]
        if often == "週" or (often in ("月", "年") and unit == "回"):
            unit = often + unit
        found.setdefault(unit, set()).add(match.group())
    return found


def _differs(
    earlier: dict[str, set[str]], later: dict[str, set[str]], before: str, after: str, form: Form
) -> bool:
    """Return whether an earlier sentence has another figure of the same kind for the same thing."""
    for unit, figures in later.items():
        if unit in _DATED and form not in _CHANGES:
            continue
        if unit in earlier and not earlier[unit] & figures:
            if unit[0] in "週月年" and len(unit) > 1:  # 週三日, 年2回: how often, of the same thing
                return True
            if form == "chat" and unit in ("時", "日", "月"):
                return True
            return bool(_words(before) & _words(after))
    return False


def _words(text: str) -> set[str]:
    """Return the pairs of characters of a text without its figures."""
    return word_pairs(_AMOUNT.sub(" ", text[:300]))
