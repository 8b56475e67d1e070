# ruff: noqa: E501 -- the tables hold JavaScript, one case to a line or two
"""Summarizer as specified; docs/summarizer-api.md refers to these ids step by step."""

from __future__ import annotations

import json
import re
import time

import pytest
from tests.e2e.conftest import ARTICLE, PREFIX
from tests.e2e.embed.conftest import Host
from tests.server import Server

from sitebuild.paths import ROOT

PATIENCE = 90_000  # ms

# Every script is the body of an async function with these in reach: S (Summarizer), M (CreateMonitor), text
# (the article) and the helpers below. It returns what `expected` is, as JSON.
HELPERS = """
    const name = async (promise) => promise.then(() => 'resolved', (error) => error.name);
    const thrown = (work) => { try { work(); return 'nothing'; } catch (error) { return error.name; } };
    const reason = async (promise) => promise.then(() => 'resolved', (error) => error);
    const read = async (stream) => { const all = []; for await (const chunk of stream) all.push(chunk); return all; };
"""

WEBIDL = {
    "illegal constructor": (
        "return [thrown(() => new S()), thrown(() => new M()), S.length]",
        ["TypeError"] * 2 + [0],
    ),
    "static operations need no this": (
        "const {create, availability} = S; return [await availability(), typeof (await create())]",
        ["available", "object"],
    ),
    "names and lengths": (
        "return [S.name, S.create.length, S.availability.length, S.prototype.summarize.length,"
        " S.prototype.summarizeStreaming.length, S.prototype.measureInputUsage.length, S.prototype.destroy.length]",
        ["Summarizer", 0, 0, 1, 1, 1, 0],
    ),
    "tag": ("return String(await S.create())", "[object Summarizer]"),
    "members are enumerable": (
        "return ['create', 'availability'].every((key) => Object.keys(S).includes(key)) && ['summarize', 'type',"
        " 'inputQuota', 'destroy'].every((key) => Object.keys(S.prototype).includes(key))",
        True,
    ),
    "attributes are read only": (
        "const s = await S.create(); return thrown(() => { s.type = 'x'; })",
        "TypeError",
    ),
    "a wrong this": (
        "const p = S.prototype; return [await name(p.summarize.call({}, 'x')), thrown(() => p.type),"
        " thrown(() => p.summarizeStreaming.call({}, 'x')), await name(p.measureInputUsage.call(null, 'x')),"
        " thrown(() => p.destroy.call({}))]",
        ["TypeError"] * 5,
    ),
    "missing argument": (
        "const s = await S.create(); return [await name(s.summarize()), thrown(() => s.summarizeStreaming()),"
        " await name(s.measureInputUsage())]",
        ["TypeError"] * 3,
    ),
    "options are a dictionary": (
        "return [await name(S.create(1)), await name(S.create('x')), await name(S.create(null)),"
        " await name(S.create(undefined)), await name(S.availability(true)), await name(S.availability(new Date()))]",
        ["TypeError", "TypeError", "resolved", "resolved", "TypeError", "resolved"],
    ),
    "enumerations": (
        "return Promise.all([{type: 'tl;dr'}, {type: 'TLDR'}, {format: 'html'}, {length: 'tiny'}, {length: null},"
        " {preference: 'x'}, {type: Symbol()}].flatMap((o) => [name(S.create(o)), name(S.availability(o))]))",
        ["TypeError"] * 14,
    ),
    "strings": (
        "const s = await S.create({sharedContext: 5}); return [s.sharedContext, await name(S.create({sharedContext:"
        " Symbol()})), await name(s.summarize(Symbol())), await s.summarize({toString: () => ' '})]",
        ["5", "TypeError", "TypeError", ""],
    ),
    "sequences": (
        "return Promise.all(['ja', 1, {}, null, [Symbol()], {[Symbol.iterator]: 1}, new Set(['ja'])].map((list) =>"
        " name(S.availability({expectedInputLanguages: list}))))",
        ["TypeError"] * 6 + ["resolved"],
    ),
    "signals and callbacks": (
        "const s = await S.create(); return [await name(S.create({signal: {}})), await name(S.create({signal: null})),"
        " await name(S.create({monitor: {}})), await name(s.summarize('x', {signal: 1})),"
        " thrown(() => s.summarizeStreaming('x', {signal: {}})), await name(s.measureInputUsage('x', {signal: 'x'}))]",
        ["TypeError"] * 6,
    ),
    "a signal of another realm": (
        "const f = document.body.appendChild(document.createElement('iframe'));"
        " const c = new f.contentWindow.AbortController(); c.abort(7);"
        " const found = await reason(S.create({signal: c.signal})); f.remove(); return found",
        7,
    ),
    "members are read in order": (
        "const seen = []; const o = new Proxy({}, {get: (_, key) => { seen.push(key); }}); await S.create(o);"
        " await S.availability(o); return seen.join(' ')",
        "expectedContextLanguages expectedInputLanguages format length outputLanguage preference type"
        " monitor sharedContext signal"
        " expectedContextLanguages expectedInputLanguages format length outputLanguage preference type",
    ),
}

CREATION = {
    "validation comes before the signal": (
        "return await reason(S.create({signal: AbortSignal.abort(1), outputLanguage: 'en-abc-invalid'})).then((e) => e.name)",
        "RangeError",
    ),
    "malformed tags": (
        "return Promise.all(['', 'e', 'en_US', 'en-abc-invalid', 'ja-', '日本語'].flatMap((tag) => [{outputLanguage:"
        " tag}, {expectedInputLanguages: [tag]}, {expectedContextLanguages: ['ja', tag]}]).flatMap((o) =>"
        " [name(S.create(o)), name(S.availability(o))]))",
        ["RangeError"] * 36,
    ),
    "an aborted signal": (
        "const error = new Error('x'); return [(await reason(S.create({signal: AbortSignal.abort()}))).name,"
        " await reason(S.create({signal: AbortSignal.abort(error)})) === error]",
        ["AbortError", True],
    ),
    "aborted meanwhile": (
        "const c = new AbortController(); const p = S.create({signal: c.signal}); c.abort(3); return reason(p)",
        3,
    ),
    "the monitor's exception": (
        "const error = new Error('x'); return await reason(S.create({monitor() { throw error; }})) === error",
        True,
    ),
    "the monitor is called at once": (
        "let seen; const p = S.create({monitor(m) { seen = [m instanceof M, m instanceof EventTarget, this === undefined]; }});"
        " const found = seen; await p; return found",
        [True, True, True],
    ),
    "progress when available": (
        "const seen = []; let made = false; await S.create({monitor(m) { m.addEventListener('downloadprogress',"
        " (e) => seen.push([e.loaded, e.total, e.lengthComputable, e instanceof ProgressEvent, made])); }});"
        " made = true; await new Promise((r) => setTimeout(r, 50)); return seen",
        [[0, 1, True, True, False], [1, 1, True, True, False]],
    ),
    "ondownloadprogress": (
        "const seen = []; await S.create({monitor(m) { m.ondownloadprogress = 5; seen.push(m.ondownloadprogress);"
        " m.ondownloadprogress = () => seen.push('old'); m.ondownloadprogress = function (e) {"
        " seen.push(this === m && e.loaded); }; }}); return seen",
        [None, 0, 1],
    ),
    "no progress after an abort": (
        "const run = async (at) => { const seen = []; const c = new AbortController(); const p = S.create({signal:"
        " c.signal, monitor(m) { m.ondownloadprogress = (e) => { seen.push(e.loaded); if (e.loaded === at)"
        " Promise.resolve().then(() => c.abort(9)); }; }}); seen.push(await reason(p)); return seen; };"
        " return [await run(0), await run(1)]",
        [[0, 9], [0, 1, 9]],
    ),
    "languages that are not supported": (
        "return Promise.all([{outputLanguage: 'zu'}, {expectedInputLanguages: ['ja', 'fr']}, {expectedContextLanguages:"
        " ['de']}].flatMap((o) => [S.availability(o), name(S.create(o))]))",
        ["unavailable", "NotSupportedError"] * 3,
    ),
    "too much shared context": (
        "const error = await reason(S.create({sharedContext: 'あ'.repeat(1000001)})); return [error.name,"
        " error instanceof DOMException, error.requested, error.requested > error.quota]",
        ["QuotaExceededError", True, 1_000_001, True],
    ),
    "the signal destroys the object": (
        "const c = new AbortController(); const s = await S.create({signal: c.signal}); c.abort(4);"
        " return reason(s.summarize('x'))",
        4,
    ),
}

OBJECT = {
    "defaults": (
        "const s = await S.create(); return [s.type, s.format, s.length, s.preference, s.sharedContext,"
        " s.expectedInputLanguages, s.expectedContextLanguages, s.outputLanguage, s.inputQuota]",
        ["key-points", "markdown", "short", "auto", "", None, None, None, 1_000_000],
    ),
    "what was asked for": (
        "const s = await S.create({type: 'tldr', format: 'plain-text', length: 'long', preference: 'speed',"
        " sharedContext: 'ニュース', expectedInputLanguages: ['JA', 'ja', 'en'], expectedContextLanguages: ['en'],"
        " outputLanguage: 'JA'}); return [s.type, s.format, s.length, s.preference, s.sharedContext,"
        " s.expectedInputLanguages, s.expectedContextLanguages, s.outputLanguage, s.inputQuota]",
        ["tldr", "plain-text", "long", "speed", "ニュース", ["ja", "en"], ["en"], "ja", 999_996],
    ),
    "best fits": (
        "const s = await S.create({expectedInputLanguages: ['en-GB', 'en-US', 'ja-JP-u-ca-japanese'], outputLanguage:"
        " 'ja-Jpan-JP'}); return [s.expectedInputLanguages, s.outputLanguage]",
        [["en", "ja"], "ja"],
    ),
    "frozen and the same": (
        "const s = await S.create({expectedInputLanguages: ['ja']}); return [Object.isFrozen(s.expectedInputLanguages),"
        " s.expectedInputLanguages === s.expectedInputLanguages]",
        [True, True],
    ),
    "destroy": (
        "const s = await S.create(); const p = name(s.summarize(text)); const found = [s.destroy(), s.destroy()];"
        " return [found, await p, await name(s.summarize('x')), thrown(() => s.summarizeStreaming('x')),"
        " await name(s.measureInputUsage('x'))]",
        [[None, None], "AbortError", "AbortError", "AbortError", "AbortError"],
    ),
    "destroying one leaves the others": (
        "const [a, b] = [await S.create(), await S.create()]; a.destroy(); return name(b.summarize(text))",
        "resolved",
    ),
}

RESULTS = {
    "aggregated and streamed are the same": (
        "const s = await S.create(); const all = await read(s.summarizeStreaming(text)); return [all.length,"
        " all.join('') === await s.summarize(text)]",
        [3, True],
    ),
    "nothing to summarise": (
        "const s = await S.create({type: 'headline'}); return [await s.summarize(''), await s.summarize(' \\n\\u3000\\0'),"
        " (await read(s.summarizeStreaming('\\t'))).length]",
        ["", "", 0],
    ),
    "aborting": (
        "const s = await S.create(); const run = (work) => { const c = new AbortController(); const p ="
        " work({signal: c.signal}); c.abort(5); return reason(p); }; return [await run((o) => s.summarize(text, o)),"
        " await run((o) => s.measureInputUsage(text, o)), await run((o) => read(s.summarizeStreaming(text, o))),"
        " await reason(s.summarize(text, {signal: AbortSignal.abort(6)})), await name(s.summarize(text))]",
        [5, 5, 5, 6, "resolved"],
    ),
    "a stream that is aborted already throws": (
        "const s = await S.create(); return thrown(() => s.summarizeStreaming(text, {signal: AbortSignal.abort()}))",
        "AbortError",
    ),
    "aborting after the end": (
        "const s = await S.create(); const c = new AbortController(); const all = await read(s.summarizeStreaming(text,"
        " {signal: c.signal})); c.abort(); return all.length",
        3,
    ),
    "cancelling a stream": (
        "const s = await S.create(); const stream = s.summarizeStreaming(text); await stream.cancel();"
        " return [(await stream.getReader().read()).done, await name(s.summarize(text))]",
        [True, "resolved"],
    ),
    "many at once": (
        "const s = await S.create(); const all = await Promise.all(Array.from({length: 8}, () => s.summarize(text)));"
        " return new Set(all).size",
        1,
    ),
    "usage": (
        "const s = await S.create(); return [await s.measureInputUsage('あいう'), await s.measureInputUsage('あいう',"
        " {context: 'え'}), await s.measureInputUsage('')]",
        [3, 4, 1],
    ),
    "too large an input": (
        "const s = await S.create({sharedContext: 'あ'.repeat(10)}); const long = 'あ'.repeat(999991); const error ="
        " await reason(s.summarize(long)); const streamed = await reason(read(s.summarizeStreaming(long)));"
        " return [error.name, error.requested, error.quota, streamed.name, await s.measureInputUsage(long)]",
        ["QuotaExceededError", 999_991, 999_990, "QuotaExceededError", 999_991],
    ),
    "a language that is not supported": (
        "const s = await S.create(); return [await name(s.summarize('Сегодня хорошая погода.')),"
        " await name(read(s.summarizeStreaming('안녕하세요. 반갑습니다.')))]",
        ["NotSupportedError", "NotSupportedError"],
    ),
    "nothing is translated": (
        "const s = await S.create({outputLanguage: 'en'}); return [await name(s.summarize(text)),"
        " await name(s.summarize('Please write a sentence in English.'))]",
        ["NotSupportedError", "resolved"],
    ),
    "English": (
        "const s = await S.create(); return s.summarize('Please write a sentence in English.')",
        "- Please write a sentence in English.",
    ),
    "a lone surrogate": (
        "const s = await S.create(); return name(s.summarize('\\ud800' + text))",
        "resolved",
    ),
}

TABLES = {"webidl": WEBIDL, "creation": CREATION, "object": OBJECT, "results": RESULTS}
CASES = [
    pytest.param(script, expected, id=f"{table}: {name}")
    for table, cases in TABLES.items()
    for name, (script, expected) in cases.items()
]


@pytest.fixture(scope="module")
def served(dist):
    with Server(dist, prefix=PREFIX) as site:
        yield site


@pytest.fixture(scope="module")
def blog(served, tmp_path_factory):
    made = Host(tmp_path_factory.mktemp("blog"), served)
    with made.server:
        yield made


def opened(chromium, blog):
    """Open a page with the module, before any user action."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(blog.page("<p>blog</p>", head=""))
    page.evaluate(
        "async (address) => { const m = await import(address); [window.S, window.M] = [m.Summarizer, m.CreateMonitor]; }",
        blog.address("summarizer.js"),
    )
    return page


def frame_of(page, url):
    """Wait for the frame with this address and return it."""
    end = time.monotonic() + PATIENCE / 1000
    while True:
        found = [frame for frame in page.frames if frame.url == url]
        if found:
            return found[0]
        assert time.monotonic() < end, [frame.url for frame in page.frames]
        page.wait_for_timeout(50)


def run(page, script, *, frame=None):
    """Call the body of an async function, as in the tables."""
    return (frame or page).evaluate(
        f"async (list) => {{ 'use strict'; const [text, S, M] = [list[0], window.S, window.M]; {HELPERS} {script}; }}",
        [ARTICLE],
    )


@pytest.fixture(scope="module")
def page(chromium, blog):
    """Open one page with one engine for all tables."""
    made = opened(chromium, blog)
    made.mouse.click(5, 5)
    made.evaluate("async () => void (await S.create())")
    yield made
    made.context.close()


@pytest.mark.parametrize(("script", "expected"), CASES)
def test_as_specified(page, script, expected):
    assert run(page, script) == expected


# A script of the page itself, which reports by the console: scripts that a driver evaluates, even to wait, count as
# user actions.
BEFORE = """<p>blog</p><script type="module">
    const { Summarizer } = await import(%s);
    console.info(JSON.stringify([await Summarizer.availability(),
        await Summarizer.create().catch((error) => error.name), await Summarizer.availability()]));
</script>"""


def test_a_download_needs_the_reader_and_tells_its_progress(chromium, blog):
    """Nothing is requested before a user action; then progress is 0, rising steps of 1/65536, 1."""
    module = blog.address("summarizer.js")
    count = len(blog.site.requests)
    page = chromium.new_context(locale="ja-JP").new_page()
    page.set_default_timeout(PATIENCE)
    with page.expect_console_message(lambda message: message.type == "info") as told:
        page.goto(blog.page(BEFORE % json.dumps(module), head="", name="before.html"))
    assert json.loads(told.value.text) == ["downloadable", "NotAllowedError", "downloadable"]
    assert [request.split("/")[-1] for request in blog.site.requests[count:]] == ["summarizer.js"]
    page.context.close()
    page = opened(chromium, blog)
    page.mouse.click(5, 5)
    script = """
        const seen = [];
        const promise = S.create({monitor: (m) => (m.ondownloadprogress = (e) => seen.push(e.loaded))});
        const meanwhile = await S.availability();
        await promise;
        const count = seen.length;
        await new Promise((r) => setTimeout(r, 60));
        return [meanwhile, seen, await S.availability(), count];
    """
    meanwhile, seen, afterwards, counted = run(page, script)
    assert (meanwhile, afterwards) == ("downloading", "available")
    assert (seen[0], seen[-1]) == (0, 1)
    assert seen == sorted(set(seen))
    assert [value for value in seen if (value * 65_536) % 1] == []
    assert counted == len(seen)
    page.context.close()


def test_a_download_that_fails_is_a_network_error(chromium, blog):
    """The next attempt starts again."""
    page = opened(chromium, blog)
    page.route("**/dictionary.bin.gz*", lambda route: route.fulfill(status=404, body="404"))
    page.mouse.click(5, 5)
    assert run(page, "return [await name(S.create()), await S.availability()]") == [
        "NetworkError",
        "downloadable",
    ]
    page.unroute("**/dictionary.bin.gz*")
    assert run(page, "return [await name(S.create()), await S.availability()]") == ["resolved", "available"]
    page.context.close()


DETACHED = """async ([address, text]) => {
    const {contentWindow} = document.querySelector('iframe');
    const [S, theirs] = [contentWindow.S, contentWindow.DOMException];
    const wrong = (error) => error instanceof theirs && error.name;
    const summarizer = await S.create();
    document.querySelector('iframe').remove();
    const found = [];
    for (const work of [() => S.create(), () => S.availability(), () => summarizer.summarize(text),
                        () => summarizer.measureInputUsage(text)]) {
        // A pending promise of a removed window never calls back; a rejected one does.
        const settled = await Promise.race([work().then(() => 'resolved', wrong), new Promise((r) => setTimeout(r, 500))]);
        found.push(settled);
    }
    try { summarizer.summarizeStreaming(text); } catch (error) { found.push(wrong(error)); }
    return found;
}"""


def test_a_document_that_is_not_fully_active(chromium, blog):
    """Every operation gives an InvalidStateError of the document's realm."""
    page = chromium.new_context(locale="ja-JP").new_page()
    inner = blog.page("<p>inner</p>", head="", name="inner.html")
    page.goto(blog.page(f'<iframe src="{inner}"></iframe>', head="", name="outer.html"))
    frame = frame_of(page, inner)
    frame.evaluate(
        "async (address) => { window.S = (await import(address)).Summarizer; }", blog.address("summarizer.js")
    )
    frame.locator("p").click()
    assert page.evaluate(DETACHED, ["", ARTICLE]) == ["InvalidStateError"] * 5
    page.context.close()


@pytest.mark.parametrize(
    ("allow", "expected"),
    [("", ["unavailable", "NotAllowedError"]), ("summarizer", ["downloadable", "resolved"])],
    ids=["not allowed", "allowed"],
)
def test_a_frame_of_another_origin_needs_the_policy(chromium, blog, allow, expected):
    """The default allowlist of "summarizer" is 'self'; others need `allow`, if the browser knows it."""
    page = chromium.new_context(locale="ja-JP").new_page()
    inner = blog.page("<p>inner</p>", head="", name="inner.html")
    blog.page(f'<iframe src="{inner}" allow="{allow}"></iframe>', head="", name="outer.html")
    with Server(blog.folder, host="127.0.0.1") as other:
        page.goto(f"{other.url}outer.html")
    frame = frame_of(page, inner)
    frame.evaluate(
        "async (address) => { window.S = (await import(address)).Summarizer; }", blog.address("summarizer.js")
    )
    frame.locator("p").click()
    if allow and not frame.evaluate("() => document.featurePolicy.features().includes('summarizer')"):
        expected = ["unavailable", "NotAllowedError"]  # this browser does not know the feature
    assert run(page, "return [await S.availability(), await name(S.create())]", frame=frame) == expected
    page.context.close()


SENTENCES = [
    ("key-points", "short", 3),
    ("key-points", "medium", 5),
    ("key-points", "long", 7),
    ("tldr", "short", 1),
    ("tldr", "medium", 3),
    ("tldr", "long", 5),
    ("teaser", "short", 1),
    ("teaser", "medium", 2),
    ("teaser", "long", 4),
]


@pytest.mark.parametrize("form", ["markdown", "plain-text"])
def test_types_lengths_and_formats(page, form):
    """The result has at most the specified sentences of the article in order, as bullets or a paragraph."""
    for kind, length, most in SENTENCES:
        options = f"{{type: '{kind}', length: '{length}', format: '{form}'}}"
        found = run(page, f"return (await S.create({options})).summarize(text)")
        lines = found.split("\n")
        if kind == "key-points":
            assert len(lines) <= most
            if form == "markdown":
                assert all(line.startswith("- ") for line in lines)
        else:
            assert len(lines) == 1
        plain = found.replace("- ", "").replace("\n", "").replace("\\", "")
        sentences = re.findall(r"(?:「[^」]*」|[^。「])+。", plain)
        assert 1 <= len(sentences) <= most
        rest = iter(ARTICLE)
        assert all(character in rest for character in plain)


def test_a_headline_is_one_short_line_without_a_stop(page):
    """One line in the article's words: at most twelve words, or the author's own headline."""
    for length in ("short", "medium", "long"):
        line = run(page, f"return (await S.create({{type: 'headline', length: '{length}'}})).summarize(text)")
        assert 0 < len(line) <= 40
        assert "\n" not in line
        assert not line.endswith("。")


def test_markdown_and_context(page):
    """Special characters are escaped in Markdown only; a context changes the choice towards its words."""
    text = "価格は*1割*ほど_上がる_見通しだ。" * 3
    read = "return [await (await S.create({{format: '{0}'}})).summarize('{1}')]"
    assert "\\*1割\\*" in run(page, read.format("markdown", text))[0]
    assert "\\" not in run(page, read.format("plain-text", text))[0]
    script = "const s = await S.create(); return s.summarize(text, {context: '費用 ヨット協会'})"
    assert "費用" in run(page, script)


POLYFILLED = "() => [typeof Summarizer, typeof CreateMonitor, Summarizer.name, Object.keys(window).includes('Summarizer')]"


def test_the_polyfill_defines_it_only_where_there_is_none(chromium, blog):
    """If the browser has a Summarizer, it stays; otherwise ours is defined."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    native = page.evaluate("() => /native code/.test(Function.prototype.toString.call(Summarizer))")
    page.add_init_script("delete window.Summarizer; delete window.CreateMonitor;")
    page.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    assert page.evaluate(POLYFILLED) == ["function", "function", "Summarizer", False]
    assert page.evaluate("() => /native code/.test(Function.prototype.toString.call(Summarizer))") is False
    page.add_init_script("window.Summarizer = 'theirs';")
    page.reload()
    assert page.evaluate("() => Summarizer") == "theirs"
    assert native in (True, False)  # either way the page has one
    page.mouse.click(5, 5)
    page.context.close()


@pytest.mark.engines("firefox", "webkit")
def test_in_the_other_engines(tab, blog):
    """The results are the same in browsers without a Summarizer."""
    tab.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    tab.click("p")
    script = """async (text) => {
        const seen = [];
        const s = await Summarizer.create({monitor: (m) => m.addEventListener('downloadprogress', (e) => seen.push(e.loaded))});
        const summary = await s.summarize(text);
        const failed = await s.summarize('x', {signal: AbortSignal.abort(1)}).catch((reason) => reason);
        return [seen[0], seen.at(-1), seen.length > 1, seen.every((value, index) => !index || value > seen[index - 1]),
            summary, failed];
    }"""
    first, last, several, rising, summary, failed = tab.evaluate(script, ARTICLE)
    assert (first, last, several, rising, failed) == (0, 1, True, True, 1)
    assert len(summary.split("\n")) == 3


def test_the_walk_names_every_case_and_no_other():
    """docs/summarizer-api.md refers to these cases by name."""
    text = (ROOT / "docs" / "summarizer-api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:webidl|creation|object|results): [^`]+)`", text))
    assert named == {f"{table}: {name}" for table, cases in TABLES.items() for name in cases}
    functions = set(re.findall(r"`(test_\w+)`", text))
    assert [name for name in functions if name not in globals()] == []
