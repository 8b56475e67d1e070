"""Every request to the bridge gets one reply in JSON, with offsets in UTF-16 code units."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.toy import ToyAnalyzer

from youten import __version__
from youten.bridge import Bridge, jobs
from youten.bridge.actions import MOST_JOBS

ARTICLE = (
    "𠮷野町は4日、町立の図書館を来年の春に新しい建物へ移すと発表した。"
    "新しい建物は木造の2階建てで、海に面した公園の中に置かれる。"
    "しかし、工事の費用は当初の見込みより3割ほど増えるという。"
    "町の人からは「長く待っていた😊。早く開いてほしい」との声が上がっている。"
    "図書館の本は約12万冊で、移転の間も一部を貸し出す。"
)


def _ask(bridge: Bridge, **request: object) -> dict[str, object]:
    reply = json.loads(bridge.handle(json.dumps(request)))
    assert isinstance(reply, dict)
    assert isinstance(reply["ok"], bool)
    return reply


def _code(reply: dict[str, object]) -> object:
    assert reply["ok"] is False
    error = reply["error"]
    assert isinstance(error, dict)
    assert error["message"]
    return error["code"]


def _finish(bridge: Bridge, job: object) -> tuple[dict[str, object], list[object]]:
    """Advance step by step to the end; return the last reply and the progress values."""
    progress: list[object] = []
    while True:
        reply = _ask(bridge, action="advance", job=job, budgetMs=0)
        if reply["state"] == "done":
            return reply, progress
        progress.append(reply["progress"])


def test_info() -> None:
    assert {"ok": True, "version": __version__, "analyzer": "toy"} == _ask(
        Bridge(ToyAnalyzer()), action="info"
    )


def test_a_job_from_begin_to_done() -> None:
    bridge = Bridge(ToyAnalyzer())
    assert _ask(bridge, action="begin", text=ARTICLE) == {
        "ok": True,
        "state": "working",
        "job": 1,
        "progress": 0.0,
    }
    reply, progress = _finish(bridge, 1)
    assert progress == sorted(progress, key=float)  # type: ignore[arg-type]
    assert len(progress) >= 5
    assert reply["job"] == 1
    assert {"read", "analyze", "rank", "write"} == set(reply["phases"])  # type: ignore[call-overload]
    assert len(reply["summary"]["sentences"]) == 3  # type: ignore[index]


def test_in_one_go_and_step_by_step_give_the_same() -> None:
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="begin", text=ARTICLE, title="図書館", options={"sentences": 2})
    stepwise, _ = _finish(bridge, 1)
    at_once = _ask(bridge, action="summarize", text=ARTICLE, title="図書館", options={"sentences": 2})
    assert stepwise["summary"] == at_once["summary"]


def test_offsets_are_utf16_code_units_of_the_callers_text() -> None:
    summary = _ask(Bridge(ToyAnalyzer()), action="summarize", text=ARTICLE, options={"sentences": 5})[
        "summary"
    ]
    units = ARTICLE.encode("utf-16-le")
    for sentence in summary["sentences"]:  # type: ignore[index]
        shown = b"".join(units[2 * a : 2 * b] for a, b in sentence["segments"]).decode("utf-16-le")
        assert sentence["text"] == shown
        whole = units[2 * sentence["start"] : 2 * sentence["end"]].decode("utf-16-le")
        assert whole in ARTICLE
        for trim in sentence["trims"]:
            cut = units[2 * trim["start"] : 2 * trim["end"]].decode("utf-16-le")
            assert cut in whole
            assert cut not in ("", whole)


def test_compose_uses_the_finished_article_again() -> None:
    toy = ToyAnalyzer()
    bridge = Bridge(toy)
    _ask(bridge, action="summarize", text=ARTICLE)
    calls = len(toy.calls)
    reply = _ask(bridge, action="compose", job=1, options={"sentences": 1, "maxChars": 60})
    assert (reply["state"], len(reply["summary"]["sentences"])) == ("done", 1)  # type: ignore[index]
    assert {"read", "analyze", "rank", "write"} == set(reply["phases"])  # type: ignore[call-overload]
    assert calls == len(toy.calls)
    _ask(bridge, action="summarize", text=ARTICLE)
    assert _code(_ask(bridge, action="compose", job=1)) == "no_such_job"


def test_a_summary_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader goes to and fro between options; a summary that was shown is not made again, but by others."""
    made = []
    steps = jobs.compose_steps
    monkeypatch.setattr(jobs, "compose_steps", lambda *given: made.append(given[1]) or steps(*given))
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="summarize", text=ARTICLE)
    replies = [
        _ask(bridge, action="compose", job=1, options={"sentences": count}) for count in (1, 2, 1, 2, 3)
    ]
    assert [options.sentences for options in made] == [1, 2, 3]
    assert replies[0]["summary"] == replies[2]["summary"] != replies[1]["summary"]
    _ask(bridge, action="render", job=1, format="text", options={"sentences": 2})
    assert len(made) == 3
    for count in range(jobs.MOST_COMPOSED):
        _ask(bridge, action="compose", job=1, options={"maxChars": 50 + count})
    _ask(bridge, action="compose", job=1, options={"sentences": 1})
    assert len(made) == 3 + jobs.MOST_COMPOSED + 1, "not kept for ever"
    monkeypatch.setattr(jobs, "MOST_CANDIDATES", 1)
    made.clear()
    for count in (4, 5, 4):
        _ask(bridge, action="compose", job=1, options={"sentences": count})
    assert len(made) == 3, "of a long article one is kept"


def test_the_salience_of_every_sentence_comes_on_request() -> None:
    """All five sentences come in order; the weakest has 0, the best 1, or a little more as the first."""
    bridge = Bridge(ToyAnalyzer())
    assert "salience" not in _ask(bridge, action="summarize", text=ARTICLE)
    rows = _ask(bridge, action="summarize", text=ARTICLE, salience=True)["salience"]
    units = ARTICLE.encode("utf-16-le")
    shown = [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in rows]  # type: ignore[union-attr]
    assert "".join(shown) == ARTICLE
    assert len(shown) == 5
    scores = [score for _, _, score in rows]  # type: ignore[union-attr]
    assert min(scores) == 0
    assert 1 <= max(scores) < 1.5
    focused = _ask(bridge, action="compose", job=2, options={"focus": "12万冊"}, salience=True)["salience"]
    assert [a[2] > b for a, b in zip(focused, scores, strict=True)] == [False] * 4 + [True]  # type: ignore[call-overload]


def test_a_cancelled_job_is_gone() -> None:
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="begin", text=ARTICLE)
    assert _ask(bridge, action="cancel", job=1) == {"ok": True, "state": "cancelled"}
    for action in ("advance", "cancel", "compose"):
        assert _code(_ask(bridge, action=action, job=1)) == "no_such_job"
    assert _ask(bridge, action="begin", text=ARTICLE)["job"] == 2


def test_jobs_run_side_by_side_and_the_oldest_gives_way() -> None:
    bridge = Bridge(ToyAnalyzer())
    for _ in range(MOST_JOBS + 1):
        _ask(bridge, action="begin", text=ARTICLE)
    assert _code(_ask(bridge, action="advance", job=1)) == "no_such_job"
    assert _ask(bridge, action="advance", job=3, budgetMs=60_000)["state"] == "done"
    assert _ask(bridge, action="advance", job=2, budgetMs=60_000)["state"] == "done"


@pytest.mark.parametrize(
    ("request_text", "code"),
    [
        ("", "bad_request"),
        ("not JSON", "bad_request"),
        ("[]", "bad_request"),
        ("null", "bad_request"),
        ("[" * 100_000, "bad_request"),
        ("1" * 10_000, "bad_request"),
        ("{}", "unknown_action"),
        ('{"action":"delete"}', "unknown_action"),
        ('{"action":["info"]}', "unknown_action"),
        ('{"action":"begin"}', "bad_request"),
        ('{"action":"begin","text":1}', "bad_request"),
        ('{"action":"begin","text":"","title":1}', "bad_request"),
        ('{"action":"begin","text":"","options":[]}', "bad_request"),
        ('{"action":"begin","text":"","options":{"sentences":11}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"sentences":"3"}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"sentences":true}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"maxChars":0}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"maxChars":1.5}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"ratio":2}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"keyphrases":"3"}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"focus":7}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"lang":"fr"}}', "bad_option"),
        ('{"action":"begin","text":"","options":{"lang":[]}}', "bad_option"),
        ('{"action":"advance"}', "bad_request"),
        ('{"action":"advance","job":true}', "bad_request"),
        ('{"action":"advance","job":"1"}', "bad_request"),
        ('{"action":"advance","job":7}', "no_such_job"),
        ('{"action":"advance","job":7,"budgetMs":"soon"}', "bad_request"),
        ('{"action":"compose","job":7}', "no_such_job"),
        ('{"action":"compose","job":7,"options":{"sentences":0}}', "bad_option"),
        ('{"action":"cancel","job":null}', "bad_request"),
        ('{"action":"begin","text":"","salience":1}', "bad_request"),
    ],
)
def test_a_bad_request_gets_its_code(request_text: str, code: str) -> None:
    assert code == _code(json.loads(Bridge(ToyAnalyzer()).handle(request_text)))


def test_null_stands_for_what_is_left_out() -> None:
    request = {"title": None, "options": {"sentences": None, "maxChars": None, "lang": None}}
    plain = _ask(Bridge(ToyAnalyzer()), action="summarize", text=ARTICLE)
    assert (
        plain["summary"]
        == _ask(Bridge(ToyAnalyzer()), action="summarize", text=ARTICLE, **request)["summary"]
    )


def test_messages_speak_the_readers_language() -> None:
    bridge = Bridge(ToyAnalyzer())
    english = _ask(bridge, action="advance", job=9, options={"lang": "en"})
    assert english["error"]["message"] == "That job no longer exists. Please start again."  # type: ignore[index]
    japanese = _ask(bridge, action="advance", job=9)
    assert japanese["error"]["message"] == "その処理はもうありません。もう一度始めてください。"  # type: ignore[index]


@pytest.mark.parametrize("failure", [ValueError("secret text"), MemoryError(), RecursionError()], ids=repr)
def test_whatever_breaks_inside_becomes_a_reply(failure: Exception) -> None:
    toy = ToyAnalyzer(failure)
    bridge = Bridge(toy)
    reply = bridge.handle(json.dumps({"action": "summarize", "text": ARTICLE}))
    assert _code(json.loads(reply)) == "internal"
    assert "secret" not in reply
    toy.failure = None
    assert _code(_ask(bridge, action="advance", job=1)) == "no_such_job"
    assert _ask(bridge, action="summarize", text=ARTICLE)["ok"]


def test_the_keyboard_still_interrupts() -> None:
    with pytest.raises(KeyboardInterrupt):
        _ask(Bridge(ToyAnalyzer(KeyboardInterrupt())), action="summarize", text=ARTICLE)


OPTION_NAMES = [
    "sentences",
    "maxChars",
    "lang",
    "ratio",
    "headline",
    "keyphrases",
    "focus",
    "squeeze",
    "form",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
ACTIONS = st.sampled_from(["info", "begin", "advance", "cancel", "compose", "summarize"])


@given(st.lists(st.fixed_dictionaries({"action": ACTIONS | JSON}, optional={
    "text": st.text(max_size=30) | JSON, "title": JSON, "job": st.integers(0, 4) | JSON, "budgetMs": JSON,
    "salience": JSON,
    "options": st.fixed_dictionaries({}, optional=dict.fromkeys(OPTION_NAMES, JSON)) | JSON,
}), max_size=5))  # fmt: skip
def test_every_request_gets_a_reply(requests: list[dict[str, object]]) -> None:
    bridge = Bridge(ToyAnalyzer())
    for request in requests:
        reply = json.loads(bridge.handle(json.dumps(request)))
        assert reply["ok"] or reply["error"]["code"] in {
            "bad_request", "unknown_action", "no_such_job", "bad_option",
        }  # fmt: skip


@given(st.text())
def test_any_string_gets_a_reply(text: str) -> None:
    assert "ok" in json.loads(Bridge(ToyAnalyzer()).handle(text))


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("text", "𠮷野町は"),
        ("markdown", "**AI要約**"),
        ("html", "<aside"),
        ("embed", '<aside class="youten"'),
        ("qiita", ":::note"),
        ("zenn", ":::message"),
        ("hatena", "<div"),
        ("wordpress", "<!-- wp:group"),
        ("note", "AI要約（"),
    ],
)
def test_render_gives_the_last_finished_job_as_text(form: str, begins: str) -> None:
    bridge = Bridge(ToyAnalyzer())
    done = _ask(bridge, action="summarize", text=ARTICLE)
    reply = _ask(bridge, action="render", job=done["job"], format=form, options={"sentences": 2})
    assert str(reply["text"]).startswith(begins)
    assert str(reply["text"]).count("。\n") + str(reply["text"]).count("。</li>") == 2


@pytest.mark.parametrize(
    ("job", "form", "code"),
    [
        (1, "pdf", "bad_request"),
        (1, None, "bad_request"),
        (1, [], "bad_request"),
        (9, "embed", "no_such_job"),
    ],
)
def test_render_refuses_what_it_does_not_know(job: int, form: object, code: str) -> None:
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="summarize", text=ARTICLE)
    assert code == _code(_ask(bridge, action="render", job=job, format=form))


def _at(part: str) -> list[int]:
    """Return where a part of the article is, in UTF-16 code units."""
    start = len(ARTICLE[: ARTICLE.index(part)].encode("utf-16-le")) // 2
    return [start, start + len(part.encode("utf-16-le")) // 2]


def test_forms_of_a_sentence() -> None:
    """Each is short and whole; nothing begins in the middle of a sentence."""
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="summarize", text=ARTICLE)
    spans = [_at("しかし、工事"), _at("工事の費用"), _at("図書館の本は")]
    reply = _ask(bridge, action="forms", job=1, spans=spans)
    first, middle, last = reply["forms"]  # type: ignore[misc]
    assert [form["text"] for form in first] == [
        "工事の費用は当初の見込みより3割ほど増えるという。",
        "しかし、工事の費用は当初の見込みより3割ほど増えるという。",
    ]
    assert first[0]["start"] == first[1]["start"] == spans[0][0]
    assert first[1]["parts"]
    assert middle is None
    assert last[1]["text"] == "図書館の本は約12万冊で、移転の間も一部を貸し出す。"


def test_render_takes_a_readers_own_lines() -> None:
    """Any parts of the article, in UTF-16 code units: behind a character outside of the BMP, too."""
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="summarize", text=ARTICLE)
    lines = [[_at("𠮷野町は4日、"), _at("発表した。")], [_at("早く開いてほしい")]]
    reply = _ask(bridge, action="render", job=1, format="text", lines=lines)
    assert reply["text"] == "𠮷野町は4日、発表した。\n早く開いてほしい\n"


@pytest.mark.parametrize(
    "lines",
    [
        "x",  # no list
        [[]],  # a line without words
        [[[0, 5], [3, 8]]],  # its segments overlap
        [[[5, 5]]],  # an empty segment
        [[[0, 9999]]],  # beyond the article
        [[[-1, 5]]],
        [[[0, True]]],
        [[[0, 5]]] * 11,  # more than a box may have
    ],
)
def test_render_refuses_lines_that_are_not_in_the_article(lines: object) -> None:
    bridge = Bridge(ToyAnalyzer())
    _ask(bridge, action="summarize", text=ARTICLE)
    assert _code(_ask(bridge, action="render", job=1, format="text", lines=lines)) == "bad_request"


READINGS = {"町": "マチ", "図書館": "トショカン", "来年": "ライネン"}


def _read(bridge: Bridge, **request: object) -> dict[str, object]:
    return _ask(bridge, action="readings", **request)


def test_readings_are_in_utf16_code_units() -> None:
    """Spans of the finished article and other strings are both covered."""
    bridge = Bridge(ToyAnalyzer(readings=READINGS))
    _ask(bridge, action="summarize", text=ARTICLE)
    units = ARTICLE.encode("utf-16-le")
    whole = [0, len(units) // 2]
    reply = _read(bridge, job=1, spans=[whole, [0, 0], [30, 10]], texts=["😊図書館", ""])
    assert reply["texts"] == [[[2, 5, "としょかん"]], []]
    spans = reply["spans"]
    assert isinstance(spans, list)
    assert spans[1:] == [[], []]
    words = [(units[2 * a : 2 * b].decode("utf-16-le"), kana) for a, b, kana in spans[0]]
    assert {word for word, _ in words} == {*READINGS, "4日"}
    assert ("来年", "らいねん") in words


def test_a_budget_answers_some_spans_and_never_none() -> None:
    bridge = Bridge(ToyAnalyzer(readings=READINGS))
    _ask(bridge, action="summarize", text=ARTICLE)
    assert len(_read(bridge, job=1, spans=[[0, 40]] * 3, budgetMs=0)["spans"]) == 1  # type: ignore[arg-type]
    assert len(_read(bridge, job=1, spans=[[0, 40]] * 3)["spans"]) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("request_fields", "code"),
    [
        ({"spans": [[0, 1]]}, "bad_request"),
        ({"job": 1, "spans": [[0]]}, "bad_request"),
        ({"job": 1, "spans": [[0, "1"]]}, "bad_request"),
        ({"job": 1, "spans": [[0, True]]}, "bad_request"),
        ({"job": 1, "spans": {}}, "ok"),
        ({"job": 1, "spans": {"a": 1}}, "bad_request"),
        ({"texts": "図書館"}, "bad_request"),
        ({"texts": [1]}, "bad_request"),
        ({"job": 2, "spans": [[0, 1]]}, "no_such_job"),
        ({"job": 1, "spans": [[0, 1]], "budgetMs": "1"}, "bad_request"),
        ({"job": 1, "spans": [[-5, 10**30]]}, "ok"),
        ({}, "ok"),
    ],
)
def test_bad_requests_for_readings(request_fields: dict[str, object], code: str) -> None:
    bridge = Bridge(ToyAnalyzer(readings=READINGS))
    _ask(bridge, action="summarize", text=ARTICLE)
    reply = _read(bridge, **request_fields)
    assert code == ("ok" if reply["ok"] else _code(reply))


def test_without_the_second_file_there_are_no_readings() -> None:
    assert _code(_read(Bridge(ToyAnalyzer()), texts=["図書館"])) == "no_readings"


def test_the_source_of_a_post_is_read_as_on_the_command_line() -> None:
    """The page passes a file's text as it is; the offsets are those of the field."""
    source = (
        "---\ntitle: 港の記録\n---\n\n𠮷野町は港を\n広げると発表した[^1]。港の数は{{ count }}である。\n\n"
        "```\n符号の文である。\n```\n\n工事は来月から始まる。費用は三億円だ。\n\n[^1]: 注の文である。\n"
    )
    reply = _ask(Bridge(ToyAnalyzer()), action="summarize", text=source, options={"whole": True})
    summary = reply["summary"]
    assert isinstance(summary, dict)
    assert summary["title"] == "港の記録"
    lines = summary["sentences"]
    assert isinstance(lines, list)
    assert [line["text"] for line in lines] == [
        "𠮷野町は港を広げると発表した。",
        "工事は来月から始まる。",
        "費用は三億円だ。",
    ]
    units = source.encode("utf-16-le")
    begin, end = lines[0]["start"], lines[0]["end"]
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "𠮷野町は港を\n広げると発表した[^1]。"
