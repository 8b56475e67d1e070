"""Recognises sentences that state the purpose of the text, and sentences that need something not shown.

Each function takes one sentence's text and returns 0..1. Lists contain whole expressions, are short, and are
independent of subjects and sources.
"""

from __future__ import annotations

import re

_WORKS = "この(?:記事|投稿|ブログ|ページ|連載|資料|文書)|(?:本|当)(?:記事|稿|書|連載|ページ|資料)"
# この記事では…を紹介します: the author's own summary in one sentence.
_PURPOSE = re.compile(f"{_WORKS}|今回(?:は|の記事|の投稿)")
_PRESENTS = re.compile(
    "(?:紹介|解説|説明|報告|考察|検証|比較)(?:し|する|いた|でき|です)|まとめ(?:ま|て|る)|について(?:書|話|ご|見)"
)
# とお答えください, 試してみましょう, 思いませんか: to the audience.
_TO_AUDIENCE = re.compile(
    "(?:ください|下さい|ましょう|でしょうか|ませんか|(?:です|ます)か|だろうか|[？?])[。」！？!?]*$"
)
_OPINION = re.compile("と思(?:う|います|った|いました)。$|気が(?:する|します)。$|かもしれ(?:ない|ません)。$")
# 以下のように記述します。 詳しくはこちら。: the point stands where the summary does not show it.
_ELSEWHERE = re.compile(
    "(?:以下|次|下記|下|上記|上|前述|左|右)の(?:よう|通り|とおり|図|表|画像|写真|コード|例|リスト|リンク|手順|記事)"
    "|以下(?:は|に|が|で|を)|下記(?:は|に|が|を)|(?:次|左|右)(?:図|表)|(?:こちら|詳しく|詳細)は|をご覧|参照(?:の|し|くだ)"
    '|記事があります|[(（]PDF[)）]|^["“]'
)
# What a meeting or a body arrived at.
_DECISION = re.compile(
    "(?:協議|審議|採決|投票|検討)の結果|全会一致|賛成多数|(?:可決|承認|了承|採択|議決)(?:し|され)"
    "|(?:こと|方針)(?:を決め|に決め|が決ま|とし|で一致|を確認し)"
)
# ありがとうございます。 話を聞いた。: the frame around what is told.
_FRAME = re.compile(
    "(?:(?:ありがとう|おめでとう)ございま(?:す|した)|こんにちは|お願い(?:し|いたし|申し上げ)ます|話を(?:聞い|伺っ)た)。$"
)
_REPORTED = re.compile("(?:報じた|報じている|報道した|伝えた|伝えている|報道による)。$")
# Behind the text: who wrote it.
_BIOGRAPHY = re.compile(
    "生まれ。$|著書に|(?:所属|在住|在籍)。$|(?:として|に)(?:従事|勤務)。?$|(?:ライター|編集者|エンジニア)。$"
)
_SPEECH = re.compile("[」』]\\s*(?:と|など|とも|という|ともしている)")
_QUOTED = re.compile("「[^「」]*」|『[^『』]*』")

# この治療法は in the first part of a sentence, where the topic stands; この日, その後 and the like are times.
_POINTS_INSIDE = re.compile(
    "(?<=[、はがをにでとも一-鿿ァ-ヶ）)」])(?:こ|そ)(?:の|うした|れらの)(?!ため|後|ほか|他|うち|中|日|年|時|際|まま|上|たび|結果|記事|投稿|ブログ)"
)
TOPIC_SHARE = 0.6  # of a sentence; what is named behind it is mostly named before
# A told event in the plain style of news, with neither は nor が: who did it stands in the sentence before.
_TOLD = re.compile("(?<!まし)(?:た|ている|という|れる|予定だ|方針だ|見通しだ|ため)。$")
_NAMED = re.compile("[はが]|も、|によると|によれば")

LONGEST_SLIGHT = 30  # characters
LONGEST_REPORT = 45  # characters; a longer sentence says what was reported as well


def purpose(text: str) -> float:
    """Return 1 if a text says what it presents (この記事では…を紹介します), 0.4 if it names itself."""
    if not _PURPOSE.search(text):
        return 0.0
    return 1.0 if _PRESENTS.search(text) else 0.4


def to_audience(text: str) -> float:
    """Return 1 for a request, an invitation or a question to the reader."""
    return float(bool(_TO_AUDIENCE.search(text)))


def loose_talk(text: str) -> float:
    """Return 1 for an exclamation, an impression (と思います), a greeting or a frame (話を聞いた。)."""
    return float(text.endswith(("！", "!")) or bool(_OPINION.search(text)) or bool(_FRAME.search(text)))


def decision(text: str) -> float:
    """Return 1 for a decision: the point of minutes and many reports, which is at their end."""
    return float(bool(_DECISION.search(text)))


def slight(text: str) -> float:
    """Return 0 for 30 characters and more, rising to 1 for short sentences (後日、お別れの会を開く。)."""
    return max(0.0, 1 - len(text) / LONGEST_SLIGHT)


def elsewhere(text: str) -> float:
    """Return 1 if the sentence refers to a list, a picture or another page, except for the text's purpose."""
    return float(bool(_ELSEWHERE.search(text)) and not purpose(text))


def contentless(text: str) -> float:
    """Return 1 for a sentence that only says who reported (複数のメディアが報じた。)."""
    short = len(text) <= LONGEST_REPORT and bool(_REPORTED.search(text))
    return float(short and "と報" not in text and "と伝" not in text and "を報" not in text)


def lost_speaker(text: str) -> float:
    """Return 1 for speech without its speaker: 「…」と話した。 and no name, or 「…」 alone."""
    bare = text.removesuffix("。")
    if bare.endswith("」") and not any("ぁ" <= c <= "ゖ" for c in _QUOTED.sub("", bare)):
        return 1.0  # speech alone, or the title of a source
    if not _SPEECH.search(text) or not text.startswith(
        ("「", "『", "続けて", "さらに", "また", "そして", "しかし", "一方")
    ):
        return 0.0
    return float(
        not any(mark in _QUOTED.sub("", text) for mark in ("は", "が", "も、", "によると", "によれば"))
    )


def biography(text: str) -> float:
    """Return 1 for a line about the author, as after an article."""
    return float(bool(_BIOGRAPHY.search(text)))


def points_inside(text: str) -> float:
    """Return 1 if the topic refers to another sentence: 同時にこの治療法は."""
    found = _POINTS_INSIDE.search(text, 1)
    return float(found is not None and found.start() < TOPIC_SHARE * len(text))


def unnamed(text: str) -> float:
    """Return 1 for an event that does not say whom or what it concerns: in June the end was declared."""
    told = bool(_TOLD.search(text)) and not decision(text)  # a meeting's decisions are the meeting's
    return float(told and not _NAMED.search(_QUOTED.sub("", text)))


# Name of the feature -> what gives its value; LEANING_VOICES count nothing where no sentence stands before.
VOICES = {
    "purpose": purpose,
    "decision": decision,
    "slight": slight,
    "to_audience": to_audience,
    "loose_talk": loose_talk,
    "elsewhere": elsewhere,
    "contentless": contentless,
    "lost_speaker": lost_speaker,
}
LEANING_VOICES = {"points_inside": points_inside, "unnamed": unnamed}
