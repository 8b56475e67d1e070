"""split_sentences(): tables with ▁ at each expected cut, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.reading import split_sentences
from youten.reading.terminators import ends_sentence

TERMINATORS = [
    # id, text with ▁ at each cut
    ("full-stops", "雨がやんだ。▁風が出た。▁波は高い。"),
    ("last-without-a-stop", "雨がやんだ。▁風が出た"),
    ("repeated", "本当か！？▁信じられない……。▁もう一度聞く！！！▁返事はない。"),
    ("question-and-call", "来るのか？▁来るとも！▁よし。"),
    ("full-width-space-after-call", "えっ？　▁そうなんだ。"),
    ("ascii-after-japanese", "すごい!▁次は何?▁港へ行こう。"),
    ("name-with-call", "Yahoo!の記事を読んだ。▁次。"),
    ("query-in-an-address", "a?b=cという形だ。▁次。"),
    ("call-and-quoting-particle", "やった！と叫んだ。▁なぜ？という問いが残る。▁ばんざい！って言った。"),
    ("call-and-object", "「港」の謎？を解く本だ。▁読んだ。"),
    ("call-and-a-word-that-begins-with-to", "行こう！▁ところで雨は。▁やんだ。"),
    ("stop-before-comma", "題は「風。」、作者は不明。▁終わり。"),
    ("stop-before-comma-outside", "二人組「海と風。」改め「風。」の、海と風。、という歌だ。▁次。"),
    ("full-width-stop", "これは港である．▁船が着く．▁円周率は３．１４である．"),
    ("full-width-stop-in-numbering", "１．はじめに述べる．▁次に示す．"),
    ("ascii-stop-after-japanese", "これは港である. ▁船が着く. "),
    ("ascii-stop-in-number", "震度は4.5だった。▁次。"),
    ("decoration", "楽しかった！♪▁また行きたい☆"),
    ("emoji", "やったー！🎉🎉▁次もがんばる。"),
    ("laughter-in-brackets", "失敗した。（笑）▁次は気をつける。"),
    ("laughter-at-the-end", "それは困る。www"),
    ("footnote", "人口は3千人だ。[1]▁面積は広い。[12]"),
    ("ellipsis-does-not-end", "それは…まだ分からない。▁たぶん。"),
]

BRACKETS = [
    ("inside-quotation", "彼は「雨だ。風だ。」と言った。▁帰った。"),
    ("stop-and-closer-belong-together", "「もう帰る。」▁彼は立った。"),
    ("quotation-goes-on", "「もう帰る。」と彼は立った。▁次。"),
    ("two-speakers", "「帰る。」▁「待って。」▁声がした。"),
    ("quotation-then-stop", "「前は見ない」。▁主将は言った。"),
    ("nested", "「題は『港。海。』だ。読め」と言う。▁次。"),
    ("parentheses", "港（大きい。深い。）に着く。▁次。"),
    ("parenthesis-alone", "港に着いた。▁（詳しくは後で述べる。）▁船を降りる。"),
    ("mixed-kinds", "きょう【速報。】と題し「火災。（小さい。）」があった。▁鎮火した。"),
    ("curly-quotes", "彼は“風だ。雨だ。”と言った。▁次。"),
    ("unclosed-falls-back", "彼は「雨だ。▁風だ。▁帰る。"),
    ("unclosed-ends-with-its-line", "彼は「雨だ。\n▁次の段落だ。▁終わりだと言う。"),
    ("unmatched-closer-is-ordinary", "雨だ」という。▁風だ。"),
    ("unmatched-closer-after-stop", "雨だ。」▁風だ。"),
    ("wrong-order", "」港「船。▁海。"),
    ("slip-inside-quotation", "「港（船。」と言った。▁海）だ。▁次。"),
    ("smiley", "うれしい:)。▁次。"),
]

LINES = [
    ("line-per-paragraph", "雨がやんだ。\n▁風が出た。\n\n▁波は高い。"),
    ("headline-is-its-own-piece", "港で火災\n\n▁14日、港で火災があった。"),
    ("blog-without-stops", "今日も雨♪\n▁散歩は中止かな☆\n▁また明日（笑）"),
    ("comma-goes-on", "いつもお読みいただき、\nありがとうございます。▁事務局です。"),
    ("comma-before-a-list", "次のものを使う、\n▁・はさみ\n▁・のり"),
    ("bullets", "・港を直す\n▁・船を増やす"),
    ("quotation-over-lines", "母は「教訓だ！\nよく学んだ！\n元気だ」と書いた。▁次。"),
    (
        "quotation-in-a-quotation-over-lines",
        "母は「こう聞いた、\n彼は「海だ\n風だ」と言い\n去った」と話す。▁次。",
    ),
    ("quotation-closed-too-far-off", "「港\n▁" + "海\n▁" * 9 + "船」だ。"),
    ("blank-line-ends-a-quotation", "「港。\n\n▁船」だ。"),
    ("leading-white-space-stays-first", "\n\n　雨だ。▁風だ。\n"),
    ("crlf", "雨だ。\r\n▁風だ。\r\n"),
]

WRAPPED = (
    "　潮の満ち引きは月と太陽の引力によって起こり、海面は一日に二回ず\n"
    "つ上下する。▁満潮と干潮の差は場所によって大きく異なり、湾の奥で\n"
    "は五メートルに達することもある。▁港で働く人々は潮の表を見ながら\n"
    "船を出す時刻を決めてきた。\n"
    "　▁表を作る仕事は長いあいだ手で行われていた。▁計算には一つの港に\n"
    "つき三か月を要し、誤りを見つけるためにもう一度同じ計算を繰り返\n"
    "した。\n"
)
LINES += [
    ("wrapped-at-a-fixed-width", WRAPPED),
    (
        "wrapped-in-a-bracket",
        "潮の満ち引きについて長く研究を続けてきた大学の教授は「海は誰の\n"
        "ものでもない。だから記録を残す」と話し、これまでの観測の結果を\n"
        "すべて公開した。▁資料は港の図書館に置かれ、だれでも手に取って読\n"
        "むことができるようになっている。\n",
    ),
    (
        "similar-lines-that-end",
        "港の岸壁を直す工事が来年の春から始まると市が発表した。\n"
        "▁工事は四つの区画に分けて進められ七年かけて完成させる。\n"
        "▁離島へ渡る定期船は工事のあいだも休まずに運航を続ける。\n",
    ),
]

ENGLISH = [
    ("stops", "The rain stopped. ▁The wind rose. ▁Waves are high."),
    ("abbreviations", "Mr. Venn met Dr. Halloran at 3 p.m. on Monday. ▁They left."),
    ("initials", "J. R. Venn wrote it. ▁Nobody read it."),
    ("numbering", "1. Rain fell. ▁It lasted 12. ▁Then it stopped."),
    ("numbers", "It grew by 3.5 percent. ▁Version 2.0 is out."),
    ("quotes", '"We waited." ▁Nobody came. ▁"Really?" ▁Yes.'),
    ("address", "See example.com for more. ▁It is free."),
    ("ellipsis-before-lower-case", "Well... maybe not. ▁Fine."),
    ("wrapped", "The keepers moved in on Saturday with\nsix months of food. ▁They stay.\n"),
]

ROWS = TERMINATORS + BRACKETS + LINES + ENGLISH


@pytest.mark.parametrize("marked", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_cuts(marked: str) -> None:
    """Sentences end exactly at the marks of the row."""
    assert marked == "▁".join(split_sentences(marked.replace("▁", "")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n　\n", [" \n　\n"], id="white-space-only"),
        pytest.param("港", ["港"], id="one-character"),
        pytest.param("。", ["。"], id="one-stop"),
    ],
)
def test_tiny_texts(text: str, expected: list[str]) -> None:
    """Texts without a sentence are kept whole."""
    assert expected == split_sentences(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("雨がやんだ。", True, id="stop"),
        pytest.param("「雨がやんだ。」", True, id="stop-in-bracket"),
        pytest.param("雨がやんだ！♪（笑）", True, id="tail"),
        pytest.param("雨がやんだ（笑）", False, id="bracket-without-stop"),
        pytest.param("It stopped.", True, id="english"),
        pytest.param("1.", False, id="number"),
        pytest.param("港で火災", False, id="headline"),
        pytest.param("」" * 50, False, id="closers-only"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_ends_sentence(line: str, expected: bool) -> None:
    """A line ends like a sentence at a terminator, with any closing marks after it."""
    assert expected == ends_sentence(line)


LIVELY = st.text(
    alphabet=st.one_of(
        st.sampled_from("港海雨あいうAb1。。。！？!?.．、「」『』（）()“”\n\n \u3000\r♪w笑…・-#"),
        st.characters(),
    ),
    max_size=80,
)


@given(LIVELY)
def test_nothing_is_lost(text: str) -> None:
    """The joined pieces are the text; none is empty."""
    pieces = split_sentences(text)
    assert text == "".join(pieces)
    assert all(pieces)


@given(LIVELY)
def test_every_piece_says_something(text: str) -> None:
    """No piece is only white space, unless the whole text is."""
    assert all(piece.strip() for piece in split_sentences(text)) or not text.strip()


@given(st.text(alphabet="港海。！", max_size=40))
def test_matched_brackets_protect(inner: str) -> None:
    """A quotation inside a sentence is not cut, however many full stops it has."""
    sentence = f"彼は「{inner}」と話す。"
    assert [sentence, "次。"] == split_sentences(sentence + "次。")
