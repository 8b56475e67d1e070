"""From candidates to written sentences."""

from __future__ import annotations

from youten.model import AnalyzedArticle, Article, Candidate, Sentence, SourceText
from youten.writing.drafting import LEANING, draft
from youten.writing.selection import LONGEST, SHORTLIST

TEXTS = [
    "港町の図書館が新しい建物に移った。",
    "しかし、市は来年の春に開くと発表した。",
    "住民は長く待っていたと話した。",
    "建物は木造で、海に面している。",
]


def _article(texts: list[str]) -> AnalyzedArticle:
    source = "".join(texts)
    starts = [sum(map(len, texts[:i])) for i in range(len(texts))]
    sentences = tuple(Sentence(t, a, a + len(t), 0, "body") for t, a in zip(texts, starts, strict=True))
    text = SourceText(source, source, range(len(source)), range(1, len(source) + 1))
    return AnalyzedArticle(Article(text, "", sentences), ((),) * len(texts), (), ())


def _candidates(article: AnalyzedArticle, scores: list[float]) -> list[Candidate]:
    return [
        Candidate(s, (), {}, score, {"test": score}, score)
        for s, score in zip(article.article.sentences, scores, strict=True)
    ]


def _texts(
    article: AnalyzedArticle, scores: list[float], *args: int | None, whole: bool = False
) -> list[str]:
    return [s.text for s in draft(article, _candidates(article, scores), *args, whole=whole)]  # type: ignore[arg-type]


def test_sentences_come_in_document_order_with_their_scores() -> None:
    article = _article(TEXTS)
    written = draft(article, _candidates(article, [0.2, 0.9, 0.1, 1.0]), 2)
    assert ["市は来年の春に開くと発表した。", TEXTS[3]] == [s.text for s in written]
    assert [s.score for s in written] == [0.9, 1.0]
    assert [s.parts for s in written] == [{"test": 0.9}, {"test": 1.0}]
    assert article.article.text.source[written[0].start : written[0].end] == TEXTS[1]


def test_no_candidates_give_no_sentences() -> None:
    assert draft(_article(TEXTS), [], 3) == ()


def test_a_hard_limit_counts_the_shortened_text() -> None:
    article = _article(TEXTS)
    candidates = _candidates(article, [0.0, 1.0, 0.0, 0.0])[1:2]
    assert [len(s.text) for s in draft(article, candidates, 1, 15)] == [15]
    assert draft(article, candidates, 1, 14) == ()


def test_whole_sentences_stay_as_they_are_written_and_have_no_budget() -> None:
    long = "港町の市役所は" + "海に面した広い公園のそばに、" * 10 + "新しい図書館を建てた。"
    article = _article([TEXTS[1], long, TEXTS[3]])
    assert len(long) > LONGEST
    assert [TEXTS[1], long, TEXTS[3]] == _texts(article, [1.0, 1.0, 1.0], 3, whole=True)


def test_only_the_best_are_shortened_and_compared() -> None:
    texts = [f"港町の{i}番目の橋の工事が始まった。" for i in range(SHORTLIST + 3)]
    article = _article([*texts, "短い文もここにある。"])
    assert "短い文もここにある。" not in _texts(article, [1.0] * len(texts) + [0.0], 10)


def test_a_repeated_sentence_is_chosen_once() -> None:
    article = _article([TEXTS[0], TEXTS[2], TEXTS[0]])
    written = draft(article, _candidates(article, [0.9, 0.1, 1.0]), 2)
    assert [article.article.sentences[i].start for i in (1, 2)] == [s.start for s in written]


def test_a_sentence_that_leans_on_another_gives_way_and_says_why_where_it_cannot() -> None:
    article = _article([TEXTS[0], "これは港に面した木造の建物だ。", TEXTS[3]])
    candidates = _candidates(article, [0.9, 0.8, 0.5])
    assert [TEXTS[0], TEXTS[3]] == [s.text for s in draft(article, candidates, 2)]
    last = draft(article, candidates[1:2], 1)[0]
    assert (last.score, last.parts) == (round(0.8 - LEANING, 6), {"test": 0.8, "leaning": -LEANING})


def test_the_first_sentence_leans_on_nothing() -> None:
    article = _article(["その日、" + TEXTS[0], TEXTS[3]])
    written = draft(article, _candidates(article, [0.9, 0.8]), 1)
    assert [s.start for s in written] == [0]
    assert "leaning" not in written[0].parts


def test_the_readers_words_are_not_cut() -> None:
    article = _article([TEXTS[0], TEXTS[1]])
    candidates = _candidates(article, [0.9, 0.8])
    assert len(draft(article, candidates, 2)) == 2
    assert [TEXTS[0]] == [s.text for s in draft(article, candidates, 2, focus="しかし")], "always cut"


def test_what_came_otherwise_later_gives_way() -> None:
    article = _article([TEXTS[0], "当初の案では、橋を来年の春に閉じる予定だった。", TEXTS[3]])
    assert [TEXTS[0], TEXTS[3]] == _texts(article, [0.9, 1.5, 0.3], 2)


def test_what_is_repaired_does_not_lean() -> None:
    article = _article([TEXTS[0], "これにより、建物は海に面した。"])
    written = draft(article, _candidates(article, [0.9, 0.8]), 2)
    assert [s.text for s in written[1:]] == ["建物は海に面した。"]
    assert "leaning" not in written[1].parts
