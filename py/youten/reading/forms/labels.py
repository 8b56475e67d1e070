"""Labels: what stands before a line's text and is none of it: speakers, times of a chat, numbers of steps.

A name is a label only if it recurs or its layout is that of its form; ``naming`` uses the same functions as
evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from youten.model import Form

_TIME = r"(?:(?:午前|午後) ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?"
_DATE = r"\d{2,4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?(?:[(（].[)）])?"
# 19:03 佐藤 text, and 2024/06/10 19:03 - 佐藤: text, [2024/06/10 19:03:11] 佐藤: text.
CHAT = re.compile(
    rf"(?:\[?{_DATE},? {_TIME}\]?|\[{_TIME}\]) ?(?:- )?([^\n:：]{{1,24}})[:：][ 　]*(?=\S)"
    rf"|{_TIME}[ \t　]+([^\s:：。、]{{1,20}})[ \t　]+(?=\S)"
)
# A line with a name and a time above the messages: 佐藤  19:03, 佐藤 — 今日 19:03.
CHAT_HEAD = re.compile(
    rf"([^\s　。、:：]{{1,16}})(?: ?[—–-])? ?(?:今日|昨日)?(?:の|、|,)? ?\[?(?:{_DATE} )?{_TIME}\]?"
)
MINUTES = re.compile("[○◯〇◎●△▲] ?[^\\s　。、]{1,24}(?:[　 ]+|[：:][　 ]*)(?=\\S)")
DASH = re.compile("(?:――|──|——|─|―|—)[ 　]?")
_SPEAKER = re.compile(
    "([^\\s　、。：:「」（）()【】0-9０-９]{1,12})(?:[（(][^（）()\\n]{1,14}[)）])?([：:]|[　])[　 ]*(?=\\S)"
)
_STEP = re.compile(
    "[（(]?([0-9０-９]{1,2})(?:[.．)）、:：][ 　]*|[ 　]+)(?=[^\\s0-9０-９])"
    "|(?:手順|ステップ|STEP|Step) ?([0-9０-９]{1,2})[.．:：、 　]+(?=\\S)"
)
_ARTICLE = re.compile(
    "第[0-9０-９一二三四五六七八九十百]{1,5}条(?:の[0-9０-９一二三四五六七八九十]{1,3})?[　 ]+"
    "|[一二三四五六七八九十]{1,3}[　 ]+|[0-9０-９]{1,2}[　 ]+"
    "|[（(][0-9０-９一二三四五六七八九十]{1,2}[)）][　 ]*"
)
QUESTION = re.compile("(?:Q|Ｑ|問)[0-9０-９]{0,2}[.．:：)）　][ 　]*")
_ANSWER = re.compile("(?:A|Ａ|答)[0-9０-９]{0,2}[.．:：)）][ 　]*(?=\\S)")
_REMARK = "(?:注意点?|ポイント|コツ|補足|備考|結論|決定事項?)[：:][ 　]*(?=\\S)"
NOTE = re.compile("([SOAPＳＯＡＰ])[)）:：][ 　]*(?=\\S)")  # a medical note's subjective, objective, …
# Words before a colon that are no speakers.
_NO_SPEAKERS = re.compile(
    "日時|場所|会場|出席|欠席|参加|議題|電話|住所|所在|時間|料金|価格|対象|期間|注|例|※|TEL|FAX|URL"
    "|件名|写真|図|表|出典|資料|ポイント|定員|費用"
    "|営業|担当|記録|書記|作成|決定事項|宿題|補足|備考|材料|A$|B$|Q$|Ａ$|Ｑ$|第.+[章節条]|底本|入力"
    "|校正|結果|方法|目的|結論|考察"
)
_ASKERS = ("記者", "聞き手", "司会", "インタビュアー", "編集部", "質問", "――", "Ｑ", "Q")
_FEWEST_TURNS = 3


def speakers(lines: Sequence[str]) -> frozenset[str]:
    """Return the names before the turns of a talk: two or more of them, one of which recurs."""
    found: Counter[tuple[str, str]] = Counter()
    asked = False
    for line in lines:
        asked = asked or bool(DASH.match(line) or QUESTION.match(line))
        label = _SPEAKER.match(line)
        if label and not _NO_SPEAKERS.search(label[1]):
            found[label[1], label[2]] += 1
    for mark in ("：", ":", "　"):
        names = {name: count for (name, end), count in found.items() if end == mark}
        if mark == "　" or asked:  # the questioner has a dash instead of a name
            names = {name: count for name, count in names.items() if count > 1}
        turns = sum(names.values())
        often = turns >= _FEWEST_TURNS and turns * 6 >= len(lines) and max(names.values()) > 1
        if often and (len(names) > 1 or asked):
            return frozenset(names)
    return frozenset()


def chat_names(lines: Sequence[str]) -> Counter[str]:
    """Return the writers of a chat's messages with the number of their messages."""
    found: Counter[str] = Counter()
    for line in lines:
        message = CHAT.match(line)
        head = None if message else CHAT_HEAD.fullmatch(line)
        if message:
            found[(message[1] or message[2]).strip()] += 1
        elif head:
            found[head[1]] += 1
    return found


def steps(lines: Sequence[str]) -> int:
    """Return the length of the longest run of numbers 1, 2, 3 … before lines."""
    longest = expected = 0
    for line in lines:
        step = _STEP.match(line)
        if step:
            number = int(step[1] or step[2])
            expected = expected + 1 if number == expected + 1 else int(number == 1)
            longest = max(longest, expected)
    return longest


def labels_of(form: Form, lines: Sequence[str]) -> re.Pattern[str] | None:
    """Return the pattern of the labels of a text, or None; a match ends where the line's text begins."""
    known = [QUESTION.pattern, _ANSWER.pattern, _REMARK]
    if form == "chat":
        known.append(_plain(CHAT.pattern))
    elif form == "minutes":
        known.append(MINUTES.pattern)
    elif form == "law":
        known.append(_ARTICLE.pattern)
    elif form == "interview":
        known.append(DASH.pattern)
    elif form == "list" and len({note[1] for line in lines if (note := NOTE.match(line))}) > 1:
        known.append(_plain(NOTE.pattern))
    if form == "howto" or steps(lines) >= _FEWEST_TURNS:
        known.append(_plain(_STEP.pattern))
    names = speakers(lines) if form in ("minutes", "interview", "chat", "subtitles", "transcript") else ()
    if names:
        some = "|".join(sorted(map(re.escape, names)))
        known.append(f"(?:{some})(?:[（(][^（）()\\n]{{1,14}}[)）])?[：:　][　 ]*(?=\\S)")
    return re.compile("|".join(known))


def is_asking(label: str) -> bool:
    """Return whether a label is a questioner's: ――, Q., 記者：, 聞き手　."""
    return bool(label) and (
        DASH.match(label) is not None or QUESTION.fullmatch(label) is not None or label.startswith(_ASKERS)
    )


def is_step(label: str) -> bool:
    """Return whether a label is the number of a step."""
    return bool(label) and _STEP.match(label + "あ") is not None


def _plain(pattern: str) -> str:
    """Return a pattern with its groups as plain ones, so that it can be joined with others."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)
