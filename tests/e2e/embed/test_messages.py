"""Untrusted messages: from a foreign page to our frame, and from a foreign frame to our script."""

from __future__ import annotations

import itertools

from tests.e2e.embed.conftest import IN_PAGE, article_html, sentences

CONNECT = {"youten": "youten-embed", "version": 1, "type": "connect"}
ASK = {"type": "summarize", "id": 1, "text": "港が開いた。", "title": "", "options": {}}

# Messages through the window that are not valid connections.
WINDOW = [
    *[None, True, 0, "", "connect", [], {}, [CONNECT]],
    *[CONNECT | {"youten": other} for other in ("youten", "", None, 1, "YOUTEN-EMBED", ["youten-embed"])],
    *[CONNECT | {"version": other} for other in (0, 2, "1", None, 1.5, [1], True)],
    *[CONNECT | {"type": other} for other in ("summarize", "height", "", None, 1, ["connect"])],
    *[{key: value for key, value in CONNECT.items() if key != missing} for missing in CONNECT],
    ASK,
    ASK | CONNECT | {"type": "summarize"},
    *[{"youten": 1}, {"youten": CONNECT}, "youten-embed", [[CONNECT]], {"data": CONNECT}],
]
# Messages through the port that are not valid requests; tests/js/embed/protocol.test.js has all kinds.
PORT = [
    *[None, 0, "cancel", [], {}],
    *[ASK | {"type": kind} for kind in ("ready", "__proto__", None)],
    *[ASK | {"id": number} for number in (0, "1", 2**53)],
    *[ASK | {"text": text} for text in (None, "あ" * 1_000_001)],
    *[ASK | {"options": options} for options in (None, {"sentences": 0}, {"lang": "de"}, {"focus": 1})],
]
ABOUT_REQUESTS = "() => heard.filter(({type}) => !['hello', 'stage', 'ready', 'progress'].includes(type))"


def test_malformed_and_foreign_messages_do_nothing(visit, host):
    """They load no engine and get no answer; then a valid one is answered."""
    page = visit(host.page("<p>blog</p>", head=""))
    page.evaluate(IN_PAGE["openFrame"], host.site.url)
    page.evaluate(IN_PAGE["say"], WINDOW)
    # A connection without a port or with two ports is invalid too.
    page.evaluate(
        """(connect) => {
            frame.contentWindow.postMessage(connect, '*');
            const ports = [new MessageChannel(), new MessageChannel()].map(({port2}) => port2);
            frame.contentWindow.postMessage(connect, '*', ports);
        }""",
        CONNECT,
    )
    page.wait_for_timeout(500)
    assert page.evaluate("() => heard") == []
    assert [request for request in host.site.requests if "engine" in request] == []

    page.evaluate(IN_PAGE["connect"], CONNECT)
    page.wait_for_function("() => heard.some(({type}) => type === 'ready')")
    page.evaluate("(messages) => { for (const message of messages) port.postMessage(message); }", PORT)
    # A second connection is not accepted.
    page.evaluate(IN_PAGE["say"], [CONNECT])
    page.wait_for_timeout(500)
    assert page.evaluate(ABOUT_REQUESTS) == []
    assert page.evaluate("() => heard.filter(({type}) => type === 'hello').length") == 1
    page.evaluate("(ask) => port.postMessage(ask)", ASK)
    page.wait_for_function("() => heard.some(({type}) => type === 'result')")
    assert len(page.evaluate(ABOUT_REQUESTS)) == 1


def test_only_the_page_that_holds_the_frame_is_heard(visit, host):
    """A frame beside it can reach its window but gets no answer."""
    other = host.page("<p>other</p>", head="", name="other.html")
    page = visit(host.page(f'<iframe id="other" src="{other}"></iframe>', head=""))
    page.evaluate(IN_PAGE["openFrame"], host.site.url)
    beside = next(frame for frame in page.frames if frame.url == other)
    beside.evaluate(
        """(connect) => {
            const {port1, port2} = new MessageChannel();
            window.heard = [];
            port1.onmessage = ({data}) => heard.push(data);
            for (let index = 0; index < parent.length; index += 1) {
                if (parent[index] !== window) parent[index].postMessage(connect, '*', [port2]);
            }
        }""",
        CONNECT,
    )
    page.wait_for_timeout(500)
    assert beside.evaluate("() => heard") == []
    assert [request for request in host.site.requests if "engine" in request] == []


def test_heights_are_taken_from_our_frame_only_and_bounded(visit, host):
    """Foreign frames and namespaces change nothing; heights are limited."""
    other = host.page("<p>other</p>", head="", name="other.html")
    own = f'<iframe id="own" src="{host.site.url}frame.html"></iframe>'
    frames = own + f'<iframe id="other" src="{other}"></iframe>'
    page = visit(host.page(frames, head=host.script("auto.js")))
    page.wait_for_function("() => document.querySelector('#own').style.height")
    own = next(frame for frame in page.frames if frame.url.endswith("frame.html"))
    stranger = next(frame for frame in page.frames if frame.url == other)
    say = "(message) => parent.postMessage(message, '*')"
    good = {"youten": "youten-embed", "version": 1, "type": "height"}
    # A frame of another height may tell its own again.
    page.evaluate(
        """() => {
            window.heights = [];
            const frame = document.querySelector('#own');
            new MutationObserver(() => heights.push(frame.style.height)).observe(frame, { attributes: true });
        }"""
    )
    for height, bound in ((1, "80px"), (10**9, "4000px"), (345.5, "345.5px")):
        own.evaluate(say, good | {"height": height})
        page.wait_for_function("(bound) => heights.includes(bound)", arg=bound)
    wrong: list[object] = [None, "100", [], {}, True]
    for message in itertools.chain(
        (good | {"height": height} for height in wrong),
        ({**good, "youten": "x", "height": 200}, good, None, "height"),
    ):
        own.evaluate(say, message)
    stranger.evaluate(say, good | {"height": 222})
    page.wait_for_timeout(200)
    heights = page.evaluate("() => heights")
    assert [height for height in heights if height in ("", "100px", "200px", "222px", "NaNpx")] == []
    assert page.evaluate("() => document.querySelector('#other').style.height") == ""


def test_a_height_is_told_to_a_script_that_loads_later(visit, host):
    """The frame has told its height before anybody listened."""
    page = visit(host.page(f'<iframe id="own" src="{host.site.url}frame.html"></iframe>', head=""))
    page.frame_locator("#own").locator("textarea").wait_for()
    page.wait_for_timeout(500)
    page.evaluate(
        """(address) => {
            const script = document.createElement('script');
            script.src = address;
            document.head.append(script);
        }""",
        host.address("auto.js"),
    )
    page.wait_for_function("() => document.querySelector('#own').style.height")


def test_the_page_around_a_frame_cannot_read_it(visit, host, article):
    """Text pasted into our frame is summarised there, and the page receives heights only."""
    page = visit(host.page(f'<iframe src="{host.site.url}frame.html"></iframe>', head=""))
    page.evaluate("() => { window.heard = []; addEventListener('message', ({data}) => heard.push(data)); }")
    frame = page.frame_locator("iframe")
    frame.locator("textarea").fill(article)
    frame.locator("youten-box .button").click()
    frame.locator("youten-box .text").first.wait_for()
    assert frame.locator("youten-box .text").count() == 3
    heard = page.evaluate("() => heard")
    assert heard
    assert {tuple(sorted(message)) for message in heard} == {("height", "type", "version", "youten")}
    assert (
        page.evaluate("() => { try { return Boolean(frames[0].document); } catch { return false; } }")
        is False
    )


def test_two_scripts_share_one_engine(visit, host, article):
    """The element and the Summarizer interface of a page use the same frame."""
    page = visit(host.page(f"<article><youten-box></youten-box>{article_html(article)}</article>"))
    assert len(sentences(page)) == 3
    answer = page.evaluate(
        """async ([address, text]) => {
            const {Summarizer} = await import(address);
            const before = await Summarizer.availability();
            return [before, await (await Summarizer.create()).summarize(text)];
        }""",
        [host.address("summarizer.js"), article],
    )
    assert answer[0] == "available"
    assert answer[1].count("\n") == 2
    assert len([request for request in host.site.requests if "engine.html" in request]) == 1
