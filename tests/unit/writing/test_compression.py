"""Safe trims: what each rule cuts and must not cut. ▁ marks both ends of a cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.toy import ToyAnalyzer

from youten.writing.compression import RISKY_RULES, RULES, cuts

BRACKETS = {"(": ")", "（": "）", "「": "」", "『": "』"}


def _marked(text: str) -> tuple[str, list[str]]:
    """Return the text without the marks, and the spans between them."""
    pieces = text.split("▁")
    return "".join(pieces), pieces[1::2]


ARTICLE = "図書館は町の中心に移る。図書館の計画は中心の町づくりだ。"
CASES = [
    # readings: kana that says how the kanji before it are read
    ("reading", "首都の平壌▁(ピョンヤン)▁で会談した。", "foreign place"),
    ("reading", "金正恩▁（キム・ジョンウン）▁氏が話した。", "foreign name with its dot"),
    ("reading", "証言の信憑性▁（しんぴょうせい）▁が問われた。", "hard word"),
    ("reading", "三次▁(みよし)▁と庄原▁(しょうばら)▁を結ぶ。", "two in one sentence"),
    ("reading", "画家の森みどり▁（もり・みどり）▁さんが話した。", "a name that ends in kana"),
    ("reading", "申し込みは要▁（い）▁りません。", "one kana before the ending"),
    ("reading", "答えは正（か）、誤のどれかだ。", "one kana before no ending"),
    ("reading", "参加費（なし）で開かれた。", "negation in brackets is information"),
    ("reading", "成人（のみ）が対象となる。", "a limit"),
    ("reading", "首相（オルバン）が辞任した。", "says who is meant"),
    ("reading", "両国（ロシア・トルコ）が合意した。", "says which are meant"),
    ("reading", "開幕戦（ドーム）で投げた。", "after a suffix: says where"),
    ("reading", "軽種（サラブレッド）を育てる。", "a common noun inside: says which"),
    ("reading", "運転手（28）が軽傷を負った。", "an age is information"),
    ("reading", "会員（およそせんにんにのぼるひとびと）が集まった。", "too long for a reading of two kanji"),
    ("reading", "図書館（と）書店を回った。", "too short for a reading"),
    ("reading", "りんご（ふじ）を出荷した。", "no kanji before it"),
    ("reading", "北半球（きたはんきゅう の夏を待つ。", "bracket never closes"),
    # abbreviations after their long form
    ("abbreviation", "世界港湾機構▁（WPO）▁が発表した。", "long form in kanji"),
    ("abbreviation", "サーバーレンダリング▁（SR）▁を使う。", "long form in katakana"),
    ("abbreviation", "格付けは最高水準（AAA）だった。", "a mark, not an abbreviation"),
    ("abbreviation", "地元通信社記者（AFP）が伝えた。", "a news agency is attribution"),
    ("abbreviation", "山田花子選手（XYZ）が優勝した。", "after a person it is a team"),
    ("abbreviation", "海洋研究所（MRI）は、MRIの名で知られる。", "used again in the sentence"),
    ("abbreviation", "九州（KR）が増便した。", "too short for a long form"),
    ("abbreviation", "交流人口（abc）が増えた。", "not capitals"),
    # pointers to a picture
    ("photo_note", "新しい橋▁（写真）▁が開通した。", "photo"),
    ("photo_note", "田中さん▁（写真右）▁が話した。", "side of the photo"),
    ("photo_note", "右（東側）の建物が焼けた。", "a place, no pointer"),
    # leading connectives
    ("connective", "▁また、▁市は来年の春に再開すると発表した。", "addition"),
    ("connective", "▁しかし、また、▁雨で中止が決まった。", "one after the other"),
    ("connective", "▁しかし▁雨で試合の中止が決まった。", "unmistakable without a comma"),
    ("connective", "▁これを受けて、▁県は対策本部を置いた。", "points back, carries nothing itself"),
    ("connective", "▁そして ▁main を開く。", "the space behind it too"),
    ("connective", "また失敗して計画は中止された。", "また without comma is 'again'"),
    ("connective", "ただ一人の生存者が見つかった。", "ただ without comma is 'only'"),
    ("connective", "例えば、港町では祭りが中止された。", "an example is no rule"),
    ("connective", "なぜなら、費用が足りないからだ。", "the sentence answers a question"),
    ("connective", "恐らく、来年には完成するだろう。", "a hedge"),
    ("connective", "その後、男性の死亡が確認された。", "time: left to another rule"),
    ("connective", "市は、また、来年も開くと発表した。", "not at the beginning"),
    ("connective", "一方的な発表に住民は反発した。", "part of a word"),
    # clock times
    ("clock_time", "この日▁午後6時ごろ▁、平壌で会談した。", "after a day the comma stays"),
    ("clock_time", "19日▁午前10時半すぎ▁に地震があった。", "after a day に stays"),
    ("clock_time", "▁午後４時頃、▁食堂から出火した。", "at the beginning the comma goes"),
    ("clock_time", "男性は▁午後二時ごろに▁救助された。", "alone in the sentence に goes"),
    ("clock_time", "開場は午後6時です。", "exact: an announcement"),
    ("clock_time", "停電は午後6時ごろまで続いた。", "a limit"),
    ("clock_time", "19日午後6時ごろからの雨で川があふれた。", "a span"),
    ("clock_time", "20日午後6時ごろ（日本時間）に始まった。", "the bracket belongs to it"),
    ("clock_time", "作業は6時間ほどかかった。", "a duration"),
    # connectives without a comma
    ("bare_connective", "▁また▁港町市の首相は来年の計画を発表した。", "a topic follows"),
    ("bare_connective", "▁なお▁港町市によると、けが人はいない。", "a source follows; it stays"),
    ("bare_connective", "▁このため▁市は、橋を建て直すと決めた。", "a consequence"),
    ("bare_connective", "そのための費用は市が出す。", "for that"),
    ("bare_connective", "また失敗した計画は中止された。", "again"),
    ("bare_connective", "なお不明な点が残る。", "still"),
    # left over from markup
    ("mark", "▁!> ▁この機能は開発中だ。", "a call-out"),
    ("mark", "#港町を歩いた。", "a tag belongs to the text"),
    # day of the week and time zone
    ("weekday", "10日▁（月）▁に開く。", "behind a date"),
    ("weekday", "代表（金）が話した。", "a name, no date"),
    ("time_zone", "15日午前7時45分▁(UTC+9)▁に始まった。", "offset"),
    ("time_zone", "15日午前7時45分▁(UTC+9、以下同様)▁に始まった。", "for all that follow"),
    ("time_zone", "15日（UTCの採用）を決めた。", "no offset"),
    ("time_zone", "15日（日本時間16日）に始まった。", "another date is information"),
    # the register entry of a company
    ("company_note", "港計測▁（本社：港町市、代表取締役：山田花子）▁は発売した。", "seat and head"),
    ("company_note", "港計測（本社を除く）は休業した。", "an exception"),
    # only where asked to squeeze
    ("gloss", "山田さん▁（41）▁が話した。", "an age"),
    ("gloss", "参加費（なし）で開かれた。", "negation"),
    ("gloss", "全員（事務局は除く）が参加した。", "exception"),
    # one sentence of a quotation represents all
    (
        "quotation",
        "港町市の山田花子市長は会見で「▁古い建物は傷みがひどい。▁図書館は町の中心に要る▁。みなさんの声を聞きたい▁」と図書館の計画について話した。",
        "the one that is about what the article is about",
    ),
    (
        "quotation",
        "「長いあいだ待っていた図書館が開いてうれしい▁。毎日通いたい▁」と港町市に住む図書館の利用者の山田さんは開館した日の朝に話した。",
        "the speaker may follow",
    ),
    (
        "quotation",
        "港町市の山田花子市長は会見で「図書館は町の中心に要る。しかし、今年の予算はすべて使ってしまった」と計画について話した。",
        "the second takes back the first",
    ),
    (
        "quotation",
        "調べに対し山田容疑者は「父親がうまく死に切れずに苦しんでいた。その後、父親から殺してくれと頼まれた」と供述したという。",
        "a death, and what came of it",
    ),
    (
        "quotation",
        "山田花子大臣は会見で「簡易の検査で陽性の反応が出た。新しい型かどうかについては今後の検査を待つ可能性がある」としている。",
        "a hedge decides which one stays, and that one leans",
    ),
    (
        "quotation",
        "宿の主人は声明で「去年の冬に慈善団体の人たちを喜んで迎えた。問題を起こしたとは認識していない。苦情もなかった」と述べている。",
        "two denials: neither may go",
    ),
    (
        "quotation",
        "列に並ぶ港町市の女性は「とても寂しくて楽しみが減る。かといって町の外に出るのは体が大変でつらいことだ」と閉店を残念がった。",
        "the second limits the first",
    ),
    (
        "quotation",
        "「図書館は町の中心に要る。みなさんの声を聞きたい」との意見書を、港町市の図書館をよく使う人たちの会が六月の議会に出した。",
        "the title of a paper, no speech with と",
    ),
    (
        "quotation",
        "続けて「図書館は町の中心に要る。みなさんの声をよく聞きたい。古い建物の傷みがひどい」と強い調子で述べ、早い移転を求めた。",
        "nobody is named",
    ),
    ("quotation", "市長は「図書館は町に要る。声を聞きたい」と話した。", "short as it is"),
    (
        "quotation",
        "市長は「図書館は町の中心に要る」と話し、議長は「古い建物は傷みがひどい。議会も移転に賛成だ」と港町市の会議で述べたという。",
        "two quotations",
    ),
    # what a name is besides
    ("apposition", "▁代表的な投手の一人で、▁Yamada投手が引退した。", "one of several"),
    ("apposition", "▁保養地として知られる▁「港の湯」は今年も開く。", "before a quotation mark"),
    ("apposition", "代表的な投手の一人で、山が高い町に住む。", "no name behind it"),
    ("apposition", "親米派として知られる。", "the claim itself"),
    ("apposition", "山田は投手の一人で、Tanakaも同じだ。", "a clause with a topic of its own"),
    # the topic carried past the clauses before the last
    ("carried_topic", "市は▁計画を改め、▁来年の春に図書館を海のそばの公園の中へ移す。", "one clause"),
    ("carried_topic", "市は、▁計画を改め、▁来年の春に図書館を海のそばの公園の中へ移す。", "the comma stays"),
    ("carried_topic", "市は計画を改め、来年移す。", "too little would be left"),
    ("carried_topic", "市は計画を改め、議会が来年の春に図書館を公園の中へ移す。", "a subject of its own"),
    (
        "carried_topic",
        "市は計画を改め、それを来年の春から公園の中へ移す考えを示す。",
        "points into what goes",
    ),
    ("carried_topic", "市は計画を認めず改め、来年の春に図書館を海のそばの公園へ移す。", "negation"),
    ("carried_topic", "市は「改め、」と言い改め、来年の春に図書館を公園の中へ移す。", "a quotation"),
    # time and cause told by pointing back
    ("backward", "▁その後、▁男性の死亡が確認された。", "the order of the summary tells as much"),
    ("backward", "▁これにより、▁市の負担はおよそ3割減る。", "the claim stays, its quantity too"),
    ("backward", "▁こうした中、▁県は対策本部を置いた。", "circumstance"),
    ("backward", "これによると、けが人はいない。", "attribution"),
    ("backward", "そのうち、3人が死亡した。", "a part of what was counted"),
    ("backward", "その後も雨は続いた。", "no comma: part of the sentence"),
    ("backward", "男性は、その後、死亡した。", "not at the beginning"),
    # この and その before a noun that says what is meant
    ("demonstrative", "▁この▁台風で48人が死亡した。", "a told event"),
    ("demonstrative", "▁この▁「港の日」は市民が決めたものだ。", "a name in brackets"),
    ("demonstrative", "▁これらの▁検査は見送られていた。", "plural"),
    ("demonstrative", "この薬品は危険だ。", "would become true of every such thing"),
    ("demonstrative", "この方法なら誰でも作れる。", "a general claim"),
    ("demonstrative", "その理由は明らかにしなかった。", "the reason of what?"),
    ("demonstrative", "この日は雨だった。", "a date"),
    ("demonstrative", "この記事では港の歴史をたどった。", "speaks of itself"),
    ("demonstrative", "このような事故が増えた。", "a kind, not the thing"),
    ("demonstrative", "そのふるい町が焼けた。", "no noun behind it"),
]


@pytest.mark.parametrize(("rule", "marked", "reason"), CASES, ids=[f"{c[0]}: {c[2]}" for c in CASES])
def test_a_rule_cuts_this_and_nothing_else(rule: str, marked: str, reason: str) -> None:
    text, expected = _marked(marked)
    article = text + ARTICLE if rule == "quotation" else text
    spans = {**RULES, **RISKY_RULES}[rule](text, ToyAnalyzer().analyze(text), article)
    assert expected == [text[start:end] for start, end in spans], reason


@pytest.mark.parametrize(
    "text",
    [
        "容疑者は関与を認めていないとみられる。",  # negation and hedge
        "警察によると、男性2人が死亡した。",  # attribution, quantity, death
        "町は予算のおよそ3割（約12億円）を充てる方針だ。",  # quantity in brackets
        "田中一郎さん（81）が4日、老衰のため死去した。",  # age, death
        "市は「避難所は足りている（と聞いている）」と説明した。",  # hedge inside a quotation
    ],
)
def test_what_changes_the_meaning_stays(text: str) -> None:
    assert cuts(text, ToyAnalyzer().analyze(text), text) == []


def test_cuts_come_in_order_with_their_rule() -> None:
    text = "しかし、三次(みよし)では19日午後6時ごろ、雨になった。"
    found = cuts(text, ToyAnalyzer().analyze(text), text)
    assert [(cut.rule, text[cut.start : cut.end]) for cut in found] == [
        ("connective", "しかし、"),
        ("reading", "(みよし)"),
        ("clock_time", "午後6時ごろ"),
    ]


def test_risky_rules_need_asking() -> None:
    assert {"gloss", "quotation", "apposition", "carried_topic"} == set(RISKY_RULES)
    text = "山田さん（41）が港町で話した。"
    assert cuts(text, ToyAnalyzer().analyze(text), text) == []
    assert [c.rule for c in cuts(text, ToyAnalyzer().analyze(text), text, squeeze=True)] == ["gloss"]


def test_an_abbreviation_that_the_article_uses_again_stays() -> None:
    text = "世界港湾機構（WPO）が発表した。"
    again = text + "WPOは来年に総会を開く。"
    assert RULES["abbreviation"](text, ToyAnalyzer().analyze(text), again) == []


def test_nothing_is_cut_where_too_little_would_be_left() -> None:
    text = "しかし、中止した。"
    assert cuts(text, ToyAnalyzer().analyze(text), text) == []


@pytest.mark.parametrize("text", ["また、）市は来年の春に再開する。", "（写真）、市は来年の春に再開する。"])
def test_nothing_is_cut_where_the_rest_would_begin_oddly(text: str) -> None:
    assert cuts(text, ToyAnalyzer().analyze(text), text) == []


PIECES = [
    *"（）()「」、にはは。", "しかし、", "また、", "平壌", "ピョンヤン", "(ピョンヤン)", "（みよし）",
    "世界保健機関", "（WHO）",
    "（写真）", "「図書館は町の中心に要る。港町市の声を聞きたいと思う。」と", "市は計画を改め、",
    "19日", "午後6時ごろ", "死亡した", "ない", "（28）", "によると", "首相",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
def test_the_rest_has_no_odd_beginning_and_no_new_open_bracket(text: str, squeeze: bool) -> None:
    found = cuts(text, ToyAnalyzer().analyze(text), text, squeeze)
    assert all(0 <= cut.start < cut.end <= len(text) for cut in found)
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))
    rest = "".join(c for i, c in enumerate(text) if not any(cut.start <= i < cut.end for cut in found))
    for opening, closing in BRACKETS.items():
        assert rest.count(opening) - rest.count(closing) == text.count(opening) - text.count(closing) or (
            _mixed(text)  # （ closed by ) counts as a pair
        )
    if not text.startswith(("、", "。", "）", ")", "」")):
        assert not rest.startswith(("、", "。", "）", ")", "」"))


def _mixed(text: str) -> bool:
    return ("（" in text and ")" in text) or ("(" in text and "）" in text)
