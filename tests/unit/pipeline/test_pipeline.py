"""The pipeline over the toy analyser: any text in, ordered and faithful sentences out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.toy import ToyAnalyzer

from youten.model import Summary, YoutenError
from youten.options import Options
from youten.pipeline import LONGEST_ANALYZED, analyze, analyze_steps, compose, summarize, wanted
from youten.reading import normalize

ARTICLE = """港町の図書館、来年春に新しい建物へ

港町市は4日、市立図書館を来年の春に新しい建物へ移すと発表した。
新しい建物は木造の2階建てで、海に面した公園の中に置かれる。
しかし、工事の費用は当初の見込みより3割ほど増えるという。
市民からは「長く待っていた。早く開いてほしい」との声が上がっている。
図書館の本は約12万冊で、移転の間も一部を貸し出す。
"""


def _check(source: str, summary: Summary, options: Options) -> None:
    """Check all that holds of every summary of ``source``."""
    assert len(summary.sentences) <= wanted(options)
    assert len(summary.keyphrases) <= options.keyphrases
    assert summary.headline is None or (options.headline and len(summary.headline.text) <= 40)
    written = normalize(source).source  # its radicals are kanji
    for sentence in [*summary.sentences, *([summary.headline] if summary.headline else [])]:
        assert sentence.text == "".join(written[a:b] for a, b in sentence.segments)
        tiles = sorted([*sentence.segments, *((t.start, t.end) for t in sentence.trims)])
        assert (sentence.start, sentence.end) == (tiles[0][0], tiles[-1][1])
        assert all(a < b for a, b in tiles)
        assert all(x[1] == y[0] for x, y in pairwise(tiles))
        assert sentence.text.strip()
        sentence.text.encode("utf-8")
    ends = [(s.start, s.end) for s in summary.sentences]
    assert all(x[1] <= y[0] for x, y in pairwise(ends))
    assert summary.summary_chars == sum(len(s.text) for s in summary.sentences)
    assert 0 <= summary.compression_rate <= 1
    if options.max_chars is not None:
        assert summary.summary_chars <= options.max_chars
    if options.ratio is not None:
        assert summary.summary_chars <= options.ratio * summary.article_chars


def _run(source: str, title: str = "", options: Options | None = None) -> Summary:
    options = options or Options()
    summary = summarize(source, title=title, options=options, analyzer=ToyAnalyzer())
    _check(source, summary, options)
    return summary


def test_three_sentences_from_the_body_in_order() -> None:
    summary = _run(ARTICLE)
    assert len(summary.sentences) == 3
    assert summary.title == "港町の図書館、来年春に新しい建物へ"
    assert "港町市は4日、" in summary.sentences[0].text
    assert summary.notices == ()
    assert summary.summary_chars <= 125
    whole = _run(ARTICLE, options=Options(whole=True))
    assert all(sentence.text in ARTICLE for sentence in whole.sentences)


def _long(sentences: int) -> str:
    return "".join(f"港町市は4日、第{i}図書館を新しい建物へ移すと発表した。" for i in range(sentences))


NO_ENDS = "\n\n".join(f"第{i}回の会議では港町の図書館の移転について議論した" for i in range(9))

SHORT = ["already_short"]
FOREIGN = ["not_japanese", "already_short"]
ODD_INPUTS = [
    ("empty", "", 0, ["empty"]),
    ("white space", " \n\t　\r\n ", 0, ["empty"]),
    ("invisible characters", "\u200b\ufeff\x00", 0, ["empty"]),
    ("lone surrogates only", "\ud800\udfff", 0, ["empty"]),
    ("one character", "あ", 0, ["no_sentence"]),
    ("labels only", "港町の図書館\n移転の時期\n費用の目安", 0, ["no_sentence"]),
    ("a sentence too short to be chosen among others", "今日は暑い。", 1, ["already_short"]),
    ("one sentence", "港町の図書館が新しい建物に移った。", 1, ["already_short"]),
    ("three sentences", _long(3), 3, ["already_short"]),
    ("no 。", NO_ENDS, 3, ["no_sentence_end"]),
    ("200,000 characters", _long(7000), 3, []),
    ("200,000 characters without 。", "あ" * 200_000, 0, ["no_sentence"]),
    ("lone surrogate inside", "港町の\ud800図書館が新しい建物に移った。", 1, ["already_short"]),
    ("NUL inside", "港町の\x00図書館が新しい建物に移った。", 1, ["already_short"]),
    ("emoji", "港町の図書館👨‍👩‍👧が新しい建物に移った。🎉", 1, ["already_short"]),
    ("half-open quotation", "市は「必ず開くと約束した。住民は長く待っていたと話した。", 1, ["already_short"]),
    ("HTML source", "<p>港町の図書館が<b>新しい建物</b>に移った。</p><script>x()</script>", 1, SHORT),
    ("English", "The library moved into a new building. It opens in spring.", 2, FOREIGN),
    ("Chinese", "图书馆搬进了新的大楼。市政府宣布将于明年春天开放。", 2, FOREIGN),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "count", "codes"), ODD_INPUTS, ids=[row[0] for row in ODD_INPUTS])
def test_odd_input(name: str, source: str, count: int | None, codes: list[str] | None) -> None:
    summary = _run(source)
    if count is not None:
        assert count == len(summary.sentences)
    if codes is not None:
        assert codes == [notice.code for notice in summary.notices]
    if not summary.sentences:
        assert summary.notices, "an empty box says why it is empty"


@pytest.mark.parametrize(
    ("source", "japanese"),
    [
        pytest.param("両国首相", True, id="words in kanji alone"),
        pytest.param("首相。両国戦！", True, id="an affix beside them"),
        pytest.param("戦戦", False, id="no word of more than one character"),
        pytest.param("两国首相", False, id="Chinese: not all are in the dictionary"),
        pytest.param("両国" * 11, False, id="so long a text has kana"),
        pytest.param("port", False, id="Latin letters"),
    ],
)
def test_short_texts_without_kana(source: str, japanese: bool) -> None:
    """A sign or an answer is Japanese where its words are."""
    assert ("not_japanese" not in {notice.code for notice in _run(source).notices}) is japanese


@pytest.mark.parametrize("sentences", range(1, 11))
def test_as_many_sentences_as_asked(sentences: int) -> None:
    source = "".join(f"港町の第{i}図書館は来年の春に新しい建物へ移る。" for i in range(20))
    assert sentences == len(_run(source, options=Options(sentences=sentences)).sentences)


@pytest.mark.parametrize("max_chars", [1, 20, 40, 80, 10_000])
def test_the_hard_limit_holds(max_chars: int) -> None:
    summary = _run(ARTICLE, options=Options(max_chars=max_chars))
    assert ("budget_too_small" in {n.code for n in summary.notices}) is (not summary.sentences)
    assert bool(summary.sentences) is (max_chars >= 40)
    assert "fewer_sentences" not in {n.code for n in summary.notices}, "the limit was asked for"


def test_sentences_that_do_not_fit_the_box_are_announced() -> None:
    long = "".join(
        f"第{i}図書館の" + "海に面した広い公園のそばの建物と" * 4 + "橋が完成した。" for i in range(5)
    )
    summary = _run(long)
    assert len(summary.sentences) < 3
    assert [notice.code for notice in summary.notices] == ["fewer_fit"]
    assert not _run(long, options=Options(whole=True)).notices


def test_fewer_usable_sentences_than_asked_are_announced() -> None:
    source = "港町の図書館が新しい建物に移った。\n開館\n閉館\n休館\n"
    summary = _run(source)
    assert [notice.code for notice in summary.notices] == ["fewer_sentences"]
    assert "1" in summary.notices[0].message


def test_notices_speak_the_readers_language() -> None:
    assert _run("").notices[0].message == "記事の本文がありません。"
    assert _run("", options=Options(lang="en")).notices[0].message == "There is no article text."


@pytest.mark.parametrize(
    "options",
    [
        Options(sentences=0), Options(sentences=11), Options(sentences=True), Options(sentences="3"),  # type: ignore[arg-type]
        Options(max_chars=0), Options(max_chars=-1), Options(max_chars=1.5), Options(lang="fr"),  # type: ignore[arg-type]
        Options(ratio=0), Options(ratio=1.1), Options(ratio="a"), Options(keyphrases=21),  # type: ignore[arg-type]
        Options(focus="あ" * 101),
        Options(headline=1), Options(squeeze=None), Options(focus=None), Options(keyphrases=True),  # type: ignore[arg-type]
    ],
    ids=repr,
)  # fmt: skip
def test_impossible_options_are_an_error(options: Options) -> None:
    with pytest.raises(YoutenError) as caught:
        summarize("", options=options, analyzer=ToyAnalyzer())
    assert caught.value.code == "bad_option"


def test_a_ratio_is_a_limit_and_takes_more_than_three_sentences_where_they_fit() -> None:
    things = "図書館 市場 橋 灯台 学校 病院 公園 駅 劇場 水族館 温室 工房".split()  # noqa: SIM905
    source = "".join(f"{thing}が港町の高台に見えるようになった。" for thing in things)
    assert len(_run(source, options=Options(ratio=0.5)).sentences) > 3
    assert len(_run(source, options=Options(ratio=0.1)).sentences) == 1


def test_the_readers_words_draw_the_choice() -> None:
    plain, drawn = _run(ARTICLE), _run(ARTICLE, options=Options(focus="12万冊"))
    assert "12万冊" not in "".join(s.text for s in plain.sentences)
    assert "12万冊" in "".join(s.text for s in drawn.sentences)
    assert all("focus" in s.parts for s in drawn.sentences)


def test_a_headline_is_one_short_line_of_the_body_without_its_full_stop() -> None:
    line = _run(ARTICLE, options=Options(headline=True)).headline
    assert line is not None
    assert line.text == "港町市は4日、市立図書館を来年の春に新しい建物へ移すと発表した"
    assert [trim.rule for trim in line.trims] == ["full_stop"]


def test_steps_report_progress_and_analyse_only_the_body_and_the_title() -> None:
    toy = ToyAnalyzer()
    steps = analyze_steps(ARTICLE, "", toy)
    progress = []
    while True:
        try:
            progress.append(next(steps))
        except StopIteration as end:
            analyzed = end.value
            break
    assert progress[0] == "analyze"
    assert progress[1:] == sorted(progress[1:])
    assert progress[-1] == 1.0
    body = [s.text for s in analyzed.article.sentences if s.role == "body"]
    assert [*body, analyzed.article.title] == toy.calls


def test_other_options_need_no_new_analysis() -> None:
    toy = ToyAnalyzer()
    analyzed = analyze(ARTICLE, "", toy)
    before = len(toy.calls)
    assert [len(compose(analyzed, Options(sentences=n)).sentences) for n in (1, 4)] == [1, 4]
    assert before == len(toy.calls)


def test_a_monstrous_sentence_is_not_analysed() -> None:
    toy = ToyAnalyzer()
    analyze("あ" * (LONGEST_ANALYZED + 1) + "。", "", toy)
    assert max(map(len, toy.calls), default=0) <= LONGEST_ANALYZED


def test_line_breaks_inside_a_sentence_are_neither_analysed_nor_shown() -> None:
    source = "港町の図書館が新し\nい建物に移り、来年\nの春に開く。"
    toy = ToyAnalyzer()
    analyzed = analyze(source, "", toy)
    for sentence, morphemes in zip(analyzed.article.sentences, analyzed.morphemes, strict=True):
        for m in morphemes:
            assert m.surface == sentence.text[m.start : m.end].replace("\n", "")
    assert not any("\n" in call for call in toy.calls)
    assert "\n" not in "".join(s.text for s in compose(analyzed).sentences)


def test_work_grows_with_the_text_and_no_faster() -> None:
    """Counted in characters handed to the analyser: twice the text is twice the work."""
    done = []
    for times in (100, 200):
        toy = ToyAnalyzer()
        analyze(_long(times), "", toy)
        done.append(sum(map(len, toy.calls)))
    assert done[1] <= 2.1 * done[0]  # the sentences' numbers grow a digit


HOSTILE_PIECES = [
    *"。！？「」（）()、\n\x00𠮷◇■", "\r\n", "\n\n", "\u200b", "\u200d", "\ufe0f", "\ud800", "👨\u200d👩",
    "ｶﾞ", "カ\u3099", "<p>", "</p>", "&amp;", "http://example.com", "AI要約", "【速報】", "写真=",
    "しかし、", "また、", "午後6時ごろ、",
    "三次", "（みよし）", "世界港湾機構", "（WPO）", "港町の図書館が新しい建物に移った。",
]  # fmt: skip
HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(HOSTILE_PIECES),
        st.just("市は来年の春に必ず開くと発表した。"),
        st.characters(),
    ),
    max_size=25,
).map("".join)

OPTIONS = st.builds(
    Options,
    st.integers(1, 10),
    st.none() | st.integers(1, 300),
    st.just("ja"),
    st.none() | st.sampled_from([0.01, 0.2, 0.5, 1]),
    st.booleans(),
    st.integers(0, 20),
    st.sampled_from(["", "港町", "しかし 市", "ＷＰＯ"]),
    st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(HOSTILE, HOSTILE, OPTIONS)
def test_any_text_gives_a_faithful_summary(source: str, title: str, options: Options) -> None:
    assert _run(source, title, options) == _run(source, title, options)


@pytest.mark.parametrize(
    ("source", "title", "says"),
    [(None, "", "source .*NoneType"), (b"bytes", "", "source .*bytes"), ("text", None, "title .*NoneType")],
)
def test_what_is_no_text_is_said_by_name(source: object, title: object, says: str) -> None:
    with pytest.raises(YoutenError, match=says) as caught:
        summarize(source, title=title, analyzer=ToyAnalyzer())  # type: ignore[arg-type]
    assert caught.value.code == "bad_request"
