"""What kind of sentence it is: each voice has sentences that have it and look-alikes that have not."""

from __future__ import annotations

import pytest

from youten.ranking import points_back
from youten.ranking.voice import (
    biography,
    contentless,
    decision,
    elsewhere,
    loose_talk,
    lost_speaker,
    points_inside,
    purpose,
    slight,
    to_audience,
    unnamed,
)

CASES = [
    (purpose, "この記事では港の歩き方を紹介します。", 1.0, "says what it presents"),
    (purpose, "今回は市場の一日についてまとめてみた。", 1.0, "this time"),
    (purpose, "この記事は港で書いた。", 0.4, "names itself only"),
    (purpose, "市は新しい記事を公開した。", 0.0, "an article among others"),
    (to_audience, "ぜひ一度お試しください。", 1.0, "request"),
    (to_audience, "一緒に作ってみましょう。", 1.0, "invitation"),
    (to_audience, "港はなぜ消えたのだろうか。", 1.0, "question"),
    (to_audience, "市は住民に避難してくださいと呼びかけた。", 0.0, "a request that is told"),
    (loose_talk, "とても楽しかった！", 1.0, "exclamation"),
    (loose_talk, "来年も行きたいと思います。", 1.0, "impression"),
    (loose_talk, "思いがけない結果になった。", 0.0, "a word with 思い"),
    (loose_talk, "お読みいただき、ありがとうございます。", 1.0, "greeting"),
    (loose_talk, "完成した橋の上で話を聞いた。", 1.0, "frame"),
    (decision, "協議の結果、閉館時刻を午後8時半とした。", 1.0, "what a meeting arrived at"),
    (decision, "議案は賛成多数で可決された。", 1.0, "a vote"),
    (decision, "市は決定的な証拠を示した。", 0.0, "決定 inside another word"),
    (to_audience, "どうして変わるのですか。", 1.0, "question"),
    (slight, "後日、会を開く。", 1 - 8 / 30, "little fits into it"),
    (
        slight,
        "市は来年の春に図書館を新しい建物へ移し、夏までに開くと発表した。",
        0.0,
        "of a sentence's length",
    ),
    (elsewhere, "設定は以下のように書きます。", 1.0, "points to a listing"),
    (elsewhere, "港町に関する記事があります。", 1.0, "points to another article"),
    (lost_speaker, "「それについては問題ないようだった」", 1.0, "a line of speech alone"),
    (elsewhere, "詳しくは市の案内をご覧ください。", 1.0, "points to another page"),
    (elsewhere, "気温は氷点下の日が続いた。", 0.0, "下の inside a word"),
    (elsewhere, "この記事では次の手順を紹介します。", 0.0, "the text's own purpose"),
    (contentless, "複数のメディアが報じた。", 1.0, "says only who"),
    (contentless, "地元紙は市長が辞任すると報じた。", 0.0, "says what"),
    (lost_speaker, "「来年も開く」と話した。", 1.0, "nobody"),
    (lost_speaker, "続けて「来年も開く」と述べた。", 1.0, "nobody, continued"),
    (lost_speaker, "「来年も開く」と館長は話した。", 0.0, "speaker behind the words"),
    (lost_speaker, "館長は「来年も開く」と話した。", 0.0, "speaker before the words"),
    (lost_speaker, "「潮見橋」の名は公募で決まった。", 0.0, "a name in brackets"),
    (biography, "1980年、港町生まれ。", 1.0, "born"),
    (biography, "著書に『港の朝』がある。", 1.0, "books"),
    (biography, "市場は朝に開く。", 0.0, "ordinary"),
    (points_inside, "市はこの計画を来年の春までに進める。", 1.0, "the topic's neighbour"),
    (points_inside, "現場ではこうした事故が増えている。", 1.0, "a kind"),
    (points_inside, "この計画は来年の春に始まる。", 0.0, "at the beginning: another feature"),
    (points_inside, "市はその後も計画を進めた。", 0.0, "a time"),
    (points_inside, "市は来年の春から秋にかけて港の近くでこの計画を。", 0.0, "late: named before"),
    (points_inside, "遊園地のどこの国にもない塔が建つ。", 0.0, "part of a word"),
    (unnamed, "来年の春に移転を決めた。", 1.0, "who decided?"),
    (unnamed, "「市は移る」と説明している。", 1.0, "the subject is the quotation's"),
    (unnamed, "市が来年の春に移転を決めた。", 0.0, "named"),
    (unnamed, "協議の結果、来年の春に移転を決めた。", 0.0, "the meeting's decision"),
    (unnamed, "審議会から答申を受けたため。", 1.0, "the reason of what?"),
    (lost_speaker, "山田花子（港町新聞）「港町で土石流、死者も」。", 1.0, "the title of a source"),
    (unnamed, "市によると、来年の春に移転するという。", 0.0, "a source"),
    (unnamed, "来年の春に移転します。", 0.0, "polite style leaves out the writer"),
    (unnamed, "来年の春に移転しました。", 0.0, "the same in the past"),
]


@pytest.mark.parametrize(
    ("voice", "text", "expected", "reason"), CASES, ids=[f"{c[0].__name__}: {c[3]}" for c in CASES]
)
def test_voice(voice: object, text: str, expected: float, reason: str) -> None:
    assert callable(voice)
    assert expected == voice(text), reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同署は男を逮捕した。", True),
        ("両外相は会談した。", True),
        ("同じく男子は優勝した。", True),
        ("同盟国は支持した。", False),
        ("両親は無事だった。", False),
        ("うち12頭は別の檻に移る。", True),
        ("うちの店は休みだ。", False),
        ("ここ数年で倍になった。", False),
        ("そんな声が広がる。", True),
    ],
)
def test_points_back(text: str, expected: bool) -> None:
    assert expected is points_back(text)
