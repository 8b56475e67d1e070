"""read() on small invented pastes of every form, and properties for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.model import Article
from youten.reading import normalize, read, split_sentences

LEAD = "潮見崎市は14日、港の岸壁をすべて直すと発表した。完成は7年後になる。"
MORE = "工事は四つの区画に分けて進める。船は休まずに運航する。"


def roles(article: Article, role: str) -> list[str]:
    """Return the texts of the sentences that have the role."""
    return [sentence.text for sentence in article.sentences if sentence.role == role]


HEADLINES = [
    # id, page, title expected
    ("first-line", f"港の岸壁を7年かけ直す\n\n{LEAD}", "港の岸壁を7年かけ直す"),
    ("without-a-blank-line", f"港の岸壁を7年かけ直す\n{LEAD}", "港の岸壁を7年かけ直す"),
    ("question", f"港の岸壁はなぜ直すのか？\n\n{LEAD}", "港の岸壁はなぜ直すのか？"),
    ("below-navigation", f"ログイン\n社会\n港の岸壁を7年かけ直す\n{LEAD}", "港の岸壁を7年かけ直す"),
    ("below-the-site's-name", f"しおみ電子版\n港の岸壁を7年かけ直す\n{LEAD}", "港の岸壁を7年かけ直す"),
    (
        "repeated-wins",
        f"しおみの港から町の話題をお届け\n港の岸壁を直す\n2025年5月14日\n港の岸壁を直す\n{LEAD}",
        "港の岸壁を直す",
    ),
    ("site's-name-behind", f"港の岸壁を7年かけ直す｜しおみ新聞\n\n{LEAD}", "港の岸壁を7年かけ直す"),
    ("markdown", f"# 港の岸壁を7年かけ直す\n\n{LEAD}", "港の岸壁を7年かけ直す"),
    ("mail", f"件名：港の岸壁だより\n\n{LEAD}", "港の岸壁だより"),
    ("none", LEAD, ""),
    ("section-name-is-none", f"はじめに\n\n{LEAD}", ""),
    ("text-without-prose", "港の岸壁\n工事", ""),
]


@pytest.mark.parametrize(
    ("paste", "title"), [row[1:] for row in HEADLINES], ids=[row[0] for row in HEADLINES]
)
def test_headline_is_found(paste: str, title: str) -> None:
    """The line that names the article becomes its title and is not part of the body."""
    article = read(paste)
    assert title == article.title
    assert not title or all(title not in text for text in roles(article, "body"))


TITLE = "潮見崎港の岸壁、7年かけ全面耐震化へ"
REPEATS = [
    ("equal", TITLE),
    ("site's-name", f"{TITLE}｜潮見崎新報"),
    ("cut-short", "潮見崎港の岸壁、7年かけ全面…"),
    ("other-punctuation", "潮見崎港の岸壁　7年かけ「全面耐震化」へ"),
    ("one-word-more", "潮見崎港の岸壁、7年かけて全面耐震化へ"),
    ("half-width", "潮見崎港の岸壁､７年かけ全面耐震化へ"),
]


@pytest.mark.parametrize("line", [row[1] for row in REPEATS], ids=[row[0] for row in REPEATS])
def test_given_title_is_recognised(line: str) -> None:
    """A line that equals the given title up to small differences is the headline."""
    article = read(f"{line}\n\n{LEAD}\n\n{line}\n\n{MORE}", TITLE)
    assert len(roles(article, "headline")) == 2
    assert article.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("潮見崎港の岸壁が崩れ、船が着けなくなったとの通報", id="other-news"),
        pytest.param("岸壁", id="one-word"),
        pytest.param("潮見崎港の岸壁、7年かけ全面耐震化へ進む計画だと市が発表した。", id="sentence"),
    ],
)
def test_other_lines_are_not_the_headline(line: str) -> None:
    """Words in common with the title do not make a line the headline."""
    assert roles(read(f"{LEAD}\n\n{line}\n\n{MORE}", TITLE), "headline") == []


POINTS = ["岸壁を直す。", "船は止めない。", "費用は412億円だ。"]
BOXES = [
    # id, page, number of sentences with the role summary (the label included)
    ("up-to-the-headline", f"{TITLE}\n\nAI要約\n\n" + "\n\n".join([*POINTS, *POINTS[:2], TITLE, LEAD]), 6),
    ("three-without-a-headline", f"{TITLE}\n\nAI要約\n\n" + "\n\n".join([*POINTS, "短い一文だ。", LEAD]), 4),
    ("to-the-blank-line", f"{TITLE}\n\nAI要約\n" + "\n".join([*POINTS, *POINTS[:2]]) + f"\n\n{LEAD}", 6),
    ("bullets", f"{TITLE}\n3行まとめ\n・岸壁を直す\n・船は止めない\n{LEAD}", 3),
    ("numbers", f"{TITLE}\n要約\n1. 岸壁を直す\n2. 船は止めない\n\n{LEAD}", 3),
    ("list-before-a-subhead", f"{TITLE}\n3行まとめ\n・岸壁を直す\n・船は止めない\n◇島の話\n{LEAD}", 3),
    ("one-paragraph", f"{TITLE}\n\nAIによる要約\n\n{''.join(POINTS)}\n\n{LEAD}", 2),
    ("on-the-label's-line", f"{TITLE}\n\n【AI要約】{''.join(POINTS)}\n\n{LEAD}", 1),
    (
        "with-small-print",
        f"{TITLE}\n\nAI要約\n\n" + "\n\n".join([*POINTS, "※この要約はAIが作成しました。", LEAD]),
        5,
    ),
    (
        "below-the-article",
        f"{TITLE}\n\n{LEAD}\n\nAI要約\n\n" + "\n\n".join([*POINTS, "2025年5月14日", MORE]),
        4,
    ),
    ("no-label", f"{TITLE}\n\n" + "\n\n".join([*POINTS, LEAD]), 0),
    ("section-called-so", f"{TITLE}\n\n{LEAD}\n\n要約\n\n{MORE}", 0),
    ("label-alone-at-the-end", f"{TITLE}\n\n{LEAD}\n\nAI要約", 0),
    ("nothing-but-a-box", "AI要約\n\n" + "\n\n".join(POINTS), 0),
]


@pytest.mark.parametrize(("paste", "count"), [row[1:] for row in BOXES], ids=[row[0] for row in BOXES])
def test_summary_box(paste: str, count: int) -> None:
    """A pasted box is recognised up to its last line."""
    article = read(paste)
    assert count == len(roles(article, "summary"))
    assert not count or set(roles(article, "body")) >= set(split_sentences(LEAD))


LISTED = ["港の食堂、40年の味に幕", "離島の学校に新しい先生", "岸壁で釣り大会、80人が競う"]
TAILS = [
    # id, page, body expected behind LEAD
    ("to-the-end", [LEAD, "関連記事", *LISTED], []),
    ("in-brackets", [LEAD, "【あわせて読みたい】", *LISTED], []),
    ("then-ranking", [LEAD, "関連記事", *LISTED, "アクセスランキング", "1", LISTED[0]], []),
    ("in-mid-article", [LEAD, "関連記事", LISTED[0], MORE, MORE, MORE], [MORE] * 3),
    ("late-but-not-last", [LEAD, MORE, MORE, "関連記事", LISTED[0], MORE], [MORE] * 3),
    ("with-a-subhead-behind", [LEAD, "関連記事", LISTED[0], "◇工期", MORE, MORE], [MORE] * 2),
    (
        "readers'-comments",
        [LEAD, MORE, "コメント（2件）", "船が止まらないのは助かりますね。", "潮風"],
        [MORE],
    ),
    ("comments-as-a-section", [LEAD, "代表のコメント", MORE], [MORE]),
    ("header-before-the-text", ["ランキング", LEAD, MORE], [MORE]),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in TAILS], ids=[row[0] for row in TAILS])
def test_lists_of_other_articles(lines: list[str], expected: list[str]) -> None:
    """Lists at the end are furniture; the text after a list inside the article is not."""
    body = roles(read("\n\n".join(lines), TITLE), "body")
    assert [*split_sentences(LEAD), *(s for text in expected for s in split_sentences(text))] == body


SUBHEADS = [
    ("marked", f"{LEAD}\n\n◇船は止めない\n\n{MORE}", ["◇船は止めない"]),
    ("unmarked", f"{LEAD}\n\n船は止めない\n\n{MORE}", ["船は止めない"]),
    ("unmarked-without-blank-lines", f"{LEAD}\n船は止めない\n{MORE}", ["船は止めない"]),
    ("numbered", f"{LEAD}\n\n2. 船の運航\n{MORE}", ["2. 船の運航"]),
    ("list-is-none", f"{LEAD}\n・船は止めない\n・岸壁は直す\n{MORE}", []),
    ("numbered-list-is-none", f"{LEAD}\n1. 船を止めない\n2. 岸壁を直す\n{MORE}", []),
    ("spaced-numbered-list-is-none", f"{LEAD}\n\n1. 船を止めない\n\n2. 岸壁を直す\n\n{MORE}", []),
    ("speech-is-none", f"{LEAD}\n「船は止めない」\n{MORE}", []),
    ("unfinished-line-is-none", f"{LEAD}\n\n課題は次のとおり：\n\n{MORE}", []),
]


@pytest.mark.parametrize(
    ("paste", "expected"), [row[1:] for row in SUBHEADS], ids=[row[0] for row in SUBHEADS]
)
def test_subheads(paste: str, expected: list[str]) -> None:
    """Short lines above text are subheads; items and speech are not."""
    assert expected == roles(read(paste, TITLE), "subhead")


def test_name_beside_a_date_is_a_byline() -> None:
    """A bare name is a byline beside a date, and a subhead elsewhere."""
    assert roles(read(f"{TITLE}\n\n港太郎\n2025年5月14日\n\n{LEAD}"), "byline") == ["港太郎", "2025年5月14日"]
    assert roles(read(f"{LEAD}\n\n港太郎\n\n{MORE}", TITLE), "subhead") == ["港太郎"]


MARKS = [
    ("bullet", "・岸壁を直すと市が発表した。", "岸壁を直すと市が発表した。"),
    ("number", "1. 岸壁を直すと市が発表した。", "岸壁を直すと市が発表した。"),
    ("circled-number", "①岸壁を直すと市が発表した。", "岸壁を直すと市が発表した。"),
    ("mail's-quotation", "> 岸壁を直すと市が発表した。", "岸壁を直すと市が発表した。"),
    ("dateline", "【潮見崎＝港太郎】岸壁を直すと市が発表した。", "岸壁を直すと市が発表した。"),
    (
        "agency's-dateline",
        "[潮見崎 14日 朝霧通信] - 岸壁を直すと市が発表した。",
        "岸壁を直すと市が発表した。",
    ),
    ("signature", "岸壁を直すと市が発表した。（港太郎）", "岸壁を直すと市が発表した。"),
    ("decimal-is-no-number", "3.5キロの岸壁を直すと市が発表した。", "3.5キロの岸壁を直すと市が発表した。"),
    ("bracket-is-no-dateline", "（仮称）岸壁を直すと市が発表した。", "（仮称）岸壁を直すと市が発表した。"),
]


@pytest.mark.parametrize(("line", "expected"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_what_stands_beside_a_sentence(line: str, expected: str) -> None:
    """List marks, datelines and signatures are cut off their sentence."""
    assert [expected] == roles(read(line), "body")


def test_code_between_fences_is_furniture() -> None:
    """Code is never body; an unpaired fence hides nothing."""
    article = read(
        f"{LEAD}\n\n```\n雨が降ると港は休む。\n```\n\n{MORE}\n\n```\n\n船が出ると港は静かになる。", TITLE
    )
    assert [*split_sentences(LEAD), *split_sentences(MORE), "船が出ると港は静かになる。"] == roles(
        article, "body"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("港", id="one-character"),
        pytest.param("港で火災があった", id="one-line-without-a-stop"),
        pytest.param("AI要約", id="label-only"),
        pytest.param("関連記事\nシェア", id="furniture-only"),
        pytest.param("2025年5月14日", id="date-only"),
        pytest.param("https://harbor.example/", id="address-only"),
        pytest.param("港\n\n海\n\n島", id="words"),
        pytest.param("AI要約\n\n岸壁を直す。\n\n船は止めない。", id="box-only"),
        pytest.param("<p>港で火災</p>", id="html"),
        pytest.param("```\n港\n```", id="code"),
        pytest.param("Rain stopped", id="english"),
    ],
)
def test_text_with_letters_has_a_body(text: str) -> None:
    """Cleaning never leaves an empty article."""
    article = read(text)
    assert roles(article, "body") or roles(article, "aside")


@pytest.mark.parametrize(
    "text", ["", " \n\t　\n", "\x00\ud800\u200b"], ids=["empty", "white-space", "invisible"]
)
def test_empty_text_is_an_empty_article(text: str) -> None:
    """Without a visible character there is no sentence and no error."""
    assert (read(text).title, read(text).sentences) == ("", ())


def test_paragraphs_count_blank_lines() -> None:
    """Blocks between blank lines are numbered from 0; a line break does not start one."""
    numbers = [sentence.paragraph for sentence in read(f"\n\n{LEAD}\n{MORE}\n\n \n{MORE}", TITLE).sentences]
    assert numbers == [0, 0, 0, 0, 1, 1]


def test_offsets_lead_back_to_the_source() -> None:
    """The map converts a sentence's span to its place in the caller's text."""
    source = "\ufeff港で\r\nか\u3099けが崩れたと市が発表した。船は休まない。"
    sentence = read(source).sentences[-1]
    text = read(source).text
    assert source[text.starts[sentence.start] : text.ends[sentence.end - 1]] == "船は休まない。"


KNOWN_LINES = [
    TITLE,
    LEAD,
    MORE,
    *POINTS,
    *LISTED,
    "",
    "AI要約",
    "要約",
    "関連記事",
    "コメント（3件）",
    "シェア",
]
KNOWN_LINES += [
    "◇小見出し",
    "2025年5月14日",
    "```",
    "--",
    "・項目",
    "1. 項目",
    "> 引用。",
    "「開いた",
    "閉じた」",
]
KNOWN_LINES += ["# 題", "<p>雨。</p>", "写真＝港", "港、", "Rain stopped."]
LINE = st.one_of(
    st.sampled_from(KNOWN_LINES),
    st.text(
        alphabet=st.one_of(st.sampled_from("港海。！「」（）.:・-#<>` 　ｶﾞ\u3099\ud800a1"), st.characters()),
        max_size=30,
    ),
)


@given(st.lists(LINE, max_size=20).map("\n".join), st.sampled_from(["", TITLE, "\ud800", "港"]))
def test_every_visible_character_has_one_place(source: str, title: str) -> None:
    """Sentences ascend, equal their stripped slice, and cover all visible characters."""
    article = read(source, title)
    text = article.text.text
    at = 0
    for sentence in article.sentences:
        assert not text[at : sentence.start].strip()
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip() != ""
        at = sentence.end
    assert not text[at:].strip()


@given(st.lists(LINE, max_size=20).map("\n".join))
def test_letters_mean_a_body(source: str) -> None:
    """Any text with letters has running text, even if no sentence of it may be shown."""
    article = read(source)
    running = roles(article, "body") or roles(article, "aside")
    assert any(map(str.isalpha, article.text.text)) <= bool(running)


@given(st.lists(LINE, max_size=20).map("\n".join))
def test_reading_what_was_read(source: str) -> None:
    """Every body sentence is (the end of) a piece that split_sentences makes of the same text."""
    article = read(source)
    pieces = [piece.strip() for piece in split_sentences(article.text.text)]
    for text in roles(article, "body"):
        assert any(text in piece for piece in pieces)


@given(st.text(max_size=100), st.text(max_size=20))
def test_never_raises(source: str, title: str) -> None:
    """Any text with any title gives an article over the normalized text, reproducibly."""
    article = read(source, title)
    assert article == read(source, title)
    assert len(article.text.text) <= len(normalize(source).text)
