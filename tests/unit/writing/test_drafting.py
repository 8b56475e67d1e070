"""From candidates to written sentences."""

from __future__ import annotations

from youten.model import Candidate, Sentence, SourceText
from youten.writing.drafting import LEANING, draft
from youten.writing.selection import SHORTLIST

TEXTS = [
    "港町の図書館が新しい建物に移った。",
    "しかし、市は来年の春に開くと発表した。",
    "住民は長く待っていたと話した。",
    "建物は木造で、海に面している。",
]


def _article(texts: list[str]) -> tuple[SourceText, list[Sentence]]:
    source = "".join(texts)
    starts = [sum(map(len, texts[:i])) for i in range(len(texts))]
    sentences = [Sentence(t, a, a + len(t), 0, "body") for t, a in zip(texts, starts, strict=True)]
    return SourceText(source, source, range(len(source)), range(1, len(source) + 1)), sentences


def _candidates(sentences: list[Sentence], scores: list[float]) -> list[Candidate]:
    return [Candidate(s, (), {}, score, {"test": score}) for s, score in zip(sentences, scores, strict=True)]


def _different(_a: object, _b: object) -> float:
    return 0.0


def _leans(text: str) -> bool:
    return text.startswith("これ")


def test_sentences_come_in_document_order_with_their_scores() -> None:
    source, sentences = _article(TEXTS)
    written = draft(_candidates(sentences, [0.2, 0.9, 0.1, 1.0]), source, _different, _leans, 2, 2000)
    assert ["市は来年の春に開くと発表した。", TEXTS[3]] == [s.text for s in written]
    assert [s.score for s in written] == [0.9, 1.0]
    assert [s.parts for s in written] == [{"test": 0.9}, {"test": 1.0}]
    assert source.source[written[0].start : written[0].end] == TEXTS[1]


def test_no_candidates_give_no_sentences() -> None:
    source, _ = _article(TEXTS)
    assert draft([], source, _different, _leans, 3, 2000) == ()


def test_a_hard_limit_counts_the_shortened_text() -> None:
    source, sentences = _article(TEXTS)
    candidates = _candidates(sentences[1:2], [1.0])
    assert [len(s.text) for s in draft(candidates, source, _different, _leans, 1, 2000, max_chars=15)] == [15]
    assert draft(candidates, source, _different, _leans, 1, 2000, max_chars=14) == ()


def test_under_a_limit_sentences_that_fit_are_found_behind_many_that_do_not() -> None:
    long = [
        f"とても長い{i}番目の文がここにあり、いつまでも終わらずに続いていく。" for i in range(SHORTLIST + 3)
    ]
    source, sentences = _article([*long, "短い文もここにある。"])
    candidates = _candidates(sentences, [1.0] * len(long) + [0.0])
    assert [s.text for s in draft(candidates, source, _different, _leans, 3, 2000, max_chars=12)] == [
        "短い文もここにある。"
    ]


def test_a_repeated_sentence_is_chosen_once() -> None:
    source, sentences = _article([TEXTS[0], TEXTS[2], TEXTS[0]])
    written = draft(_candidates(sentences, [0.9, 0.1, 1.0]), source, _different, _leans, 2, 2000)
    assert [sentences[1].start, sentences[2].start] == [s.start for s in written]


def test_a_sentence_that_leans_on_another_gives_way_and_says_why_where_it_cannot() -> None:
    source, sentences = _article([TEXTS[0], "これは港に面した木造の建物だ。", TEXTS[3]])
    candidates = _candidates(sentences, [0.9, 0.8, 0.3])
    assert [TEXTS[0], TEXTS[3]] == [s.text for s in draft(candidates, source, _different, _leans, 2, 2000)]
    last = draft(candidates[1:2], source, _different, _leans, 1, 2000)[0]
    assert (last.score, last.parts) == (round(0.8 - LEANING, 9), {"test": 0.8, "leaning": -LEANING})


def test_what_is_repaired_does_not_lean() -> None:
    source, sentences = _article([TEXTS[0], "これにより、建物は海に面した。"])
    written = draft(_candidates(sentences, [0.9, 0.8]), source, _different, _leans, 2, 2000)
    assert [s.text for s in written[1:]] == ["建物は海に面した。"]
    assert "leaning" not in written[1].parts
