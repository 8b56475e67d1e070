"""Many articles, in this process and in several, and summaries as values."""

from __future__ import annotations

import inspect
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import pytest

import youten
from youten import Options, YoutenError, many, pipeline, summarize, summarize_many
from youten.many import AHEAD, in_order

TEXTS = [
    f"港の朝市が{year}年ぶりに開かれた。初日に千人が訪れた。市は来月も開く予定だという。雨でも中止にはしない。"
    for year in range(1, 40)
]
TWO = Options(sentences=2)
ENV = {**os.environ, "PYTHONPATH": str(Path(youten.__file__).parents[1])}


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


def test_importing_the_package_loads_only_its_values() -> None:
    """The analyser costs twenty times as much; whoever imports the functions may never call them."""
    asked = "import sys; from youten import *; print(*(m for m in sys.modules if m.startswith('youten.')))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=ENV)
    messages = {f"youten.messages{part}" for part in ("", ".en", ".ja")}
    assert set(run.stdout.split()) == {"youten.model", "youten.options", *messages}


@pytest.mark.parametrize("ours", [youten.summarize, youten.summarize_many])
def test_the_functions_of_the_package_are_those_that_do_the_work(ours: FunctionType) -> None:
    theirs = getattr(pipeline if ours is youten.summarize else many, ours.__name__)
    assert inspect.signature(ours) == inspect.signature(theirs)
    assert inspect.getdoc(ours) == inspect.getdoc(theirs)
