"""Options at the edges of their ranges."""

from __future__ import annotations

import pytest

from youten.model import YoutenError
from youten.options import LONGEST_FOCUS, MOST_KEYPHRASES, MOST_SENTENCES, Options, check_options, wanted

GOOD = [
    Options(),
    Options(1, 1, "en", 1),
    Options(MOST_SENTENCES, ratio=0.01, keyphrases=MOST_KEYPHRASES, focus="あ" * LONGEST_FOCUS),
    Options(headline=True, squeeze=True),
    Options(form="minutes"),
]
BAD = [
    # what the message names, the option out of its range
    ("sentences", {"sentences": 0}),
    ("sentences", {"sentences": MOST_SENTENCES + 1}),
    ("sentences", {"sentences": True}),  # a bool is an int to isinstance
    ("max_chars", {"max_chars": 0}),
    ("max_chars", {"max_chars": 1.0}),
    ("lang", {"lang": "fr"}),
    ("ratio", {"ratio": 0}),
    ("ratio", {"ratio": 1.01}),
    ("ratio", {"ratio": float("nan")}),
    ("keyphrases", {"keyphrases": -1}),
    ("keyphrases", {"keyphrases": MOST_KEYPHRASES + 1}),
    ("focus", {"focus": "あ" * (LONGEST_FOCUS + 1)}),
    ("focus", {"focus": None}),
    ("headline", {"headline": 1}),
    ("squeeze", {"squeeze": "yes"}),
    ("form", {"form": "novel"}),
    ("form", {"form": ["article"]}),
]


@pytest.mark.parametrize("options", GOOD)
def test_possible(options: Options) -> None:
    check_options(options)


@pytest.mark.parametrize(("named", "given"), BAD)
def test_impossible(named: str, given: dict[str, object]) -> None:
    with pytest.raises(YoutenError, match=named) as caught:
        check_options(Options(**given))  # type: ignore[arg-type]
    assert caught.value.code == "bad_option"
    value = repr(next(iter(given.values())))
    assert value[:20] in str(caught.value)  # an error names what was given
    assert len(str(caught.value)) < 120


def test_a_ratio_asks_for_as_many_sentences_as_fit() -> None:
    assert wanted(Options(2)) == 2
    assert wanted(Options(2, ratio=0.1)) == MOST_SENTENCES
