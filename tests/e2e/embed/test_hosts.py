"""The box in pages of another origin, for all modes of third-party storage and policies."""

from __future__ import annotations

import gzip

import pytest
from tests.e2e.embed.conftest import IN_PAGE, article_html, sentences
from tests.subsequence import is_subsequence

PARTITIONING = "ThirdPartyStoragePartitioning"
ALLOWED = {"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False}}
BLOCKED = {"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": True}}
MODES = [
    pytest.param((f"--disable-features={PARTITIONING}",), ALLOWED, "seen", id="normal"),
    pytest.param((), ALLOWED, "apart", id="partitioned"),
    pytest.param((f"--disable-features={PARTITIONING}",), BLOCKED, "blocked", id="blocked"),
]
LARGEST_SCRIPT = 12 * 1024  # bytes, gzipped
BOXES = 10


@pytest.mark.parametrize(("flags", "preferences", "found"), MODES)
def test_however_storage_is_kept(start_chromium, host, article, flags, preferences, found):
    """There are three sentences; our frame confirms the storage mode."""
    context = start_chromium(flags, preferences).contexts[0]
    page = context.new_page()
    page.goto(host.site.url + "licenses/")
    page.evaluate("() => caches.open('probe')")
    page.goto(host.page(f"<article><youten-box></youten-box>{article_html(article)}</article>"))
    lines = sentences(page)
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, article)] == []
    frame = next(frame for frame in page.frames if frame.url.endswith("frame.html#engine"))
    assert frame.evaluate(IN_PAGE["storageMode"]) == found


def strict(host):
    """Return a policy that allows one script by its hash, and our frame."""
    policy = (
        f"default-src 'none'; script-src '{host.integrity['box.js']}'; frame-src {host.site.url}frame.html; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">' + host.script()


def test_the_strictest_policy(chromium, host, article):
    """It refuses nothing that the box needs."""
    page = chromium.new_context(locale="ja-JP").new_page()
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation',"
        "({violatedDirective, blockedURI}) => refused.push(violatedDirective + ' ' + blockedURI));"
    )
    page.goto(
        host.page(f"<article>{article_html(article)}</article><youten-box></youten-box>", head=strict(host))
    )
    # The policy forbids Playwright's own waiting.
    page.evaluate("() => customElements.whenDefined('youten-box')")
    page.evaluate(IN_PAGE["click"], "youten-box")
    page.locator("youten-box .text").first.wait_for(timeout=60_000)
    assert len(page.evaluate(IN_PAGE["lines"], "youten-box")) == 3
    assert [entry for entry in page.evaluate("() => window.refused") if "favicon" not in entry] == []
    page.context.close()


def test_a_policy_without_our_frame_is_told(visit, host, article):
    """The reader gets a message, and the page an event that says a retry is useless."""
    policy = f"default-src 'none'; script-src '{host.integrity['box.js']}'"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' + host.script()
    page = visit(host.page(f"<article>{article_html(article)}</article><youten-box></youten-box>", head=head))
    page.evaluate(
        """async (selector) => {
            await customElements.whenDefined(selector);
            const box = document.querySelector(selector);
            box.addEventListener('youten-error', ({detail}) => (window.told = detail));
            await box.summarize().catch(() => undefined);
        }""",
        "youten-box",
    )
    told = page.evaluate("() => window.told")
    assert (told["code"], told["recoverable"]) == ("blocked", False)
    assert "Content-Security-Policy" in page.locator("youten-box .error").text_content()


def test_in_every_engine(tab, host, article):
    """The three sentences are the same in Chromium, Firefox and WebKitGTK."""
    tab.goto(host.page(f"<article><youten-box></youten-box>{article_html(article)}</article>"))
    tab.until("() => Boolean(document.querySelector('youten-box').shadowRoot)")
    tab.evaluate(IN_PAGE["click"], "youten-box")
    tab.until("() => Boolean(document.querySelector('youten-box').shadowRoot.querySelector('.text'))")
    lines = tab.evaluate(IN_PAGE["lines"], "youten-box")
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, article)] == []


def test_nothing_but_the_script_before_the_click(visit, host, article):
    """One request of at most 12 KB; then the engine, each file once for any number of boxes."""
    boxes = "".join(
        f'<article id="a{number}"><youten-box for="#a{number}"></youten-box>{article_html(article)}</article>'
        for number in range(BOXES)
    )
    page = visit(host.page(boxes))
    page.wait_for_function(
        "(count) => document.querySelectorAll('youten-box:defined').length === count", arg=BOXES
    )
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(500)
    box = host.address("box.js").removeprefix(host.site.url)
    assert host.site.requests == [f"/repo/{box}"]
    assert len(gzip.compress((host.site.folder / box).read_bytes(), 9)) <= LARGEST_SCRIPT

    for number in range(BOXES):
        page.evaluate(IN_PAGE["click"], f"#a{number} youten-box")
    for number in range(BOXES):
        assert len(sentences(page, f"#a{number} youten-box", click=False)) == 3
    asked = [request.split("?")[0].split("/")[-1] for request in host.site.requests]
    assert asked.count("frame.html") == asked.count("engine.html") == asked.count("pyodide.asm.wasm") == 1
    assert sorted(asked) == sorted(set(asked))
