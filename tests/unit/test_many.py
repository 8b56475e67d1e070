"""Many articles, in this process and in several, and summaries as values."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator

import pytest

import youten
from youten import Options, YoutenError, summarize, summarize_many
from youten.many import AHEAD, in_order

TEXTS = [
    f"港の朝市が{year}年ぶりに開かれた。初日に千人が訪れた。市は来月も開く予定だという。雨でも中止にはしない。"
    for year in range(1, 40)
]
TWO = Options(sentences=2)


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_summaries_come_in_order_and_are_the_same(jobs: int | None) -> None:
    expected = [summarize(text, options=TWO) for text in TEXTS]
    assert list(summarize_many(iter(TEXTS), options=TWO, jobs=jobs)) == expected


def test_no_texts() -> None:
    assert list(summarize_many([], jobs=2)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_a_few_texts_are_read_ahead(jobs: int) -> None:
    """So a generator over an archive is never held in memory; the rest is not read if it is not wanted."""
    read: list[str] = []

    def texts() -> Iterator[str]:
        for text in TEXTS:
            read.append(text)
            yield text

    next(summarize_many(texts(), jobs=jobs))
    assert len(read) <= (1 if jobs == 1 else jobs * AHEAD + 1) < len(TEXTS)


@pytest.mark.parametrize("jobs", [0, -1, 1.0, True, "2"])
def test_impossible_options_are_said_at_once(jobs: object) -> None:
    with pytest.raises(YoutenError, match="jobs") as caught:
        summarize_many(TEXTS, jobs=jobs)  # type: ignore[arg-type]
    assert caught.value.code == "bad_option"
    with pytest.raises(YoutenError, match="sentences"):
        summarize_many(TEXTS, options=Options(sentences=0))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_is_none_is_an_error_in_its_place(jobs: int) -> None:
    found = summarize_many([TEXTS[0], None], jobs=jobs)  # type: ignore[list-item]
    assert next(found).sentences
    with pytest.raises(YoutenError, match="NoneType") as caught:
        next(found)
    assert caught.value.code == "bad_request"


def test_in_order_is_lazy_in_one_process() -> None:
    assert next(in_order(lambda number: number + 1, iter([1, 2]), 1)) == 2


def test_a_summary_is_a_value() -> None:
    """It can be a key, be pickled, and be written as JSON."""
    one, same = (summarize(TEXTS[0], options=Options(headline=True, keyphrases=2)) for _ in range(2))
    assert {one: "a"}[same] == "a"
    assert hash(one) != hash(summarize(TEXTS[1]))
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    written = json.loads(json.dumps(one.to_dict()))
    assert [sentence["text"] for sentence in written["sentences"]] == [s.text for s in one.sentences]
    assert (written["keyphrases"], written["compressionRate"]) == (list(one.keyphrases), one.compression_rate)
    assert one.to_dict(lambda at: at + 10)["sentences"][0]["start"] == one.sentences[0].start + 10  # type: ignore[index]


def test_the_functions_are_found_by_their_names() -> None:
    assert youten.summarize_many is summarize_many
