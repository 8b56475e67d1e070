"""Summarizer as specified; docs/summarizer-api.md refers to these ids step by step."""

from __future__ import annotations

import json
import re
import shutil
import time
from pathlib import Path

import pytest
from tests.e2e import scripts
from tests.e2e.conftest import ARTICLE, PREFIX
from tests.e2e.embed.conftest import Host
from tests.server import Server

from sitebuild.paths import ROOT

PATIENCE = 90_000  # ms

CASES_FILE = Path(__file__).with_name("summarizer-cases.js")
TABLES = ("webidl", "creation", "object", "results")
# "<table>: <name>" -> what the case must return
CASES = {
    f"{table}: {name}": case["expected"]
    for table in TABLES
    for name, case in scripts.values(CASES_FILE)[table].items()
}
# In the page: one case, or one step, with the interface of the page.
RUN = """async ([file, path, text, argument]) => {
    const cases = await import(file);
    const [table, name] = path.split(': ');
    const found = cases[table][name];
    return (found.run ?? found)({ S: window.S, M: window.M, text }, argument);
}"""
# In the page: one exported function of that file.
CALL = "async ([file, name, argument]) => (await import(file))[name](argument)"


@pytest.fixture(scope="module")
def served(dist):
    with Server(dist, prefix=PREFIX) as site:
        yield site


@pytest.fixture(scope="module")
def blog(served, tmp_path_factory):
    made = Host(tmp_path_factory.mktemp("blog"), served)
    shutil.copy(CASES_FILE, made.folder)
    with made.server:
        yield made


def opened(chromium, blog):
    """Open a page with the module, before any user action."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(blog.page("<p>blog</p>", head=""))
    page.evaluate(
        """async (address) => {
            const { Summarizer, CreateMonitor } = await import(address);
            Object.assign(window, { S: Summarizer, M: CreateMonitor });
        }""",
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


def run(page, blog, path, argument=None):
    """Call the body of an async function, as in the tables."""
    return page.evaluate(RUN, [f"{blog.server.url}{CASES_FILE.name}", path, ARTICLE, argument])


@pytest.fixture(scope="module")
def page(chromium, blog):
    """Open one page with one engine for all tables."""
    made = opened(chromium, blog)
    made.mouse.click(5, 5)
    made.evaluate("async () => void (await S.create())")
    yield made
    made.context.close()


@pytest.mark.parametrize("path", CASES)
def test_as_specified(page, blog, path):
    assert run(page, blog, path) == CASES[path]


# A script of the page itself, which reports through the console: scripts of a driver count as user
# actions.
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
    meanwhile, seen, afterwards, counted = run(page, blog, "steps: progress")
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
    assert run(page, blog, "steps: created") == ["NetworkError", "downloadable"]
    page.unroute("**/dictionary.bin.gz*")
    assert run(page, blog, "steps: created") == ["resolved", "available"]
    page.context.close()


def test_an_aborted_create_ends_its_download(chromium, blog):
    """Nothing of it stays, unless another one waits for the same download."""
    page = opened(chromium, blog)
    page.mouse.click(5, 5)
    assert run(page, blog, "steps: aborted") == [
        *("downloading", "AbortError", "downloadable", 0),
        *("downloading", "AbortError", "downloading", 1),
        "available",
    ]
    page.context.close()


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
    assert (
        page.evaluate(CALL, [f"{blog.server.url}{CASES_FILE.name}", "detached", ARTICLE])
        == ["InvalidStateError"] * 5
    )
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
    assert run(frame, blog, "steps: allowed") == expected
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
def test_types_lengths_and_formats(page, blog, form):
    """The result has at most the specified sentences of the article in order, as bullets or a paragraph."""
    for kind, length, most in SENTENCES:
        found = run(page, blog, "steps: summary", {"type": kind, "length": length, "format": form})
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


def test_a_headline_is_one_short_line_without_a_stop(page, blog):
    """One line in the article's words: at most twelve words, or the author's own headline."""
    for length in ("short", "medium", "long"):
        line = run(page, blog, "steps: summary", {"type": "headline", "length": length})
        assert 0 < len(line) <= 40
        assert "\n" not in line
        assert not line.endswith("。")


def test_markdown_and_context(page, blog):
    """Special characters are escaped in Markdown only; a context changes the choice towards its words."""
    text = "価格は*1割*ほど_上がる_見通しだ。" * 3
    assert "\\*1割\\*" in run(page, blog, "steps: summary of", [{"format": "markdown"}, text])
    assert "\\" not in run(page, blog, "steps: summary of", [{"format": "plain-text"}, text])
    assert "費用" in run(page, blog, "steps: in context", "費用 ヨット協会")


POLYFILLED = """() => [
    typeof Summarizer, 'ondownloadprogress' in CreateMonitor.prototype, Summarizer.name,
    Object.keys(window).includes('Summarizer')]"""


def test_the_polyfill_defines_it_only_where_there_is_none(chromium, blog):
    """If the browser has a Summarizer, it stays; otherwise ours is defined."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    native = page.evaluate("() => /native code/.test(Function.prototype.toString.call(Summarizer))")
    # Other interfaces of the browser may have its CreateMonitor, whose instances ours are not.
    page.add_init_script("delete window.Summarizer; window.CreateMonitor = class {};")
    page.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    assert page.evaluate(POLYFILLED) == ["function", True, "Summarizer", False]
    assert page.evaluate("() => /native code/.test(Function.prototype.toString.call(Summarizer))") is False
    page.add_init_script("window.Summarizer = 'theirs';")
    page.reload()
    assert page.evaluate("() => Summarizer") == "theirs"
    assert native in (True, False)  # either way the page has one
    page.mouse.click(5, 5)
    page.context.close()


@pytest.mark.parametrize(
    ("answer", "attribute", "replaced"),
    [
        ("unavailable", 'data-replace="unavailable"', True),
        ("unavailable", "", False),  # nobody has asked for it
        ("downloadable", 'data-replace="unavailable"', False),
    ],
)
def test_the_polyfill_may_replace_one_that_is_unavailable(chromium, blog, answer, attribute, replaced):
    """Only where the page says so, and with both of our classes."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.add_init_script(
        f"window.Summarizer = class {{ static async availability() {{ return '{answer}'; }} }};"
        "window.CreateMonitor = class {};"
    )
    page.goto(
        blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}" {attribute}></script>')
    )
    page.wait_for_timeout(200)
    found = page.evaluate("() => ['create' in Summarizer, 'ondownloadprogress' in CreateMonitor.prototype]")
    assert found == [replaced, replaced]
    page.context.close()


@pytest.mark.engines("firefox", "webkit")
def test_in_the_other_engines(tab, blog):
    """The results are the same in browsers without a Summarizer."""
    tab.goto(blog.page("<p>blog</p>", head=f'<script src="{blog.address("polyfill.js")}"></script>'))
    tab.click("p")
    found = tab.evaluate(CALL, [f"{blog.server.url}{CASES_FILE.name}", "polyfilled", ARTICLE])
    summary = found.pop("summary")
    assert found == {"first": 0, "last": 1, "several": True, "rising": True, "failed": 1}
    assert len(summary.split("\n")) == 3


def test_the_walk_names_every_case_and_no_other():
    """docs/summarizer-api.md refers to these cases by name."""
    text = (ROOT / "docs" / "summarizer-api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:webidl|creation|object|results): [^`]+)`", text))
    assert named == set(CASES)
    functions = set(re.findall(r"`(test_\w+)`", text))
    assert [name for name in functions if name not in globals()] == []
