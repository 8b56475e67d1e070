"""The text cannot leave: every channel of the worker is tried with a canary, while two servers listen.

Checked are the requests that the servers receive and the browser's own network log, for all usual encodings;
also what a page elsewhere learns that opens or feeds this one, and what the browser's own services could get.
In a site without the seal the same probes must arrive; otherwise the test proves nothing.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
import urllib.parse
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.e2e import scripts, variants, whole
from tests.e2e.conftest import PASTE, executable
from tests.e2e.test_elsewhere import EXPOSED, NUMBER, OPEN, SEND, TRANSLATED
from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS

READY = "() => document.documentElement.dataset.engine === 'ready'"
LEAST_LEAKS = 5
LEAST_CHANNELS = 16
PATIENCE = 60_000  # ms
# Lets the probed worker try all channels: name -> result. If one never returns, the results before it.
TRY = scripts.functions(variants.PROBE / "ask.js")["leak"]

# Channels out of a page: (name, script). A page may reach its own server and no other.
PAGE_CHANNELS = scripts.functions(variants.PROBE / "page-channels.js")["channels"]

# In the page elsewhere: keep all that is sent to it.
LISTEN = "() => { window.told = []; addEventListener('message', ({ data }) => window.told.push(data)); }"
# What it learns of the tab that it has opened, and where it tries to lead that tab.
SPY = scripts.functions(variants.PROBE / "page-channels.js")["spy"]
# A rich text that would fetch, with the address to fetch from.
RICH = """<p>%(text)s</p><img src="%(url)sa"><link rel="stylesheet" href="%(url)sb">
<script src="%(url)si"></script><style>@import "%(url)sc";</style><iframe src="%(url)sd"></iframe>
<video poster="%(url)se" src="%(url)sf"></video>
<p style="background:url(%(url)sh)">%(text)s</p><object data="%(url)sg"></object>
<meta http-equiv="refresh" content="0;url=%(url)sj">
<form action="%(url)sk"><button autofocus>x</button></form>"""


def canary_forms(canary: str) -> list[bytes]:
    """Return its encodings: plain, percent, escaped, hexadecimal, base64 at each alignment."""
    data = canary.encode()
    forms = [data, urllib.parse.quote(canary, safe="").encode(), data.hex().encode()]
    forms.append(canary.encode("ascii", "backslashreplace"))
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + data)
        # The first and last characters also contain bits of the text beside the canary.
        inner = encoded[4 if shift else 0 : -4]
        forms += [inner, inner.replace(b"+", b"-").replace(b"/", b"_")]
    return forms


def heard(canary: str, *servers: Server) -> list[str]:
    """Return the requests that contain the canary."""
    forms = canary_forms(canary)
    paths = [path for server in servers for path in server.requests]
    return [path for path in paths if any(form in path.encode() for form in forms)]


@pytest.fixture
def canary():
    return f"KANARIYA{secrets.token_hex(6)}鸚哥町秘密"


@pytest.fixture(scope="session")
def sealed(dist, tmp_path_factory):
    return variants.probed(dist, tmp_path_factory.mktemp("sealed") / "site")


@pytest.fixture(scope="session")
def unsealed(dist, tmp_path_factory):
    return variants.probed(dist, tmp_path_factory.mktemp("unsealed") / "site", sealed=False)


def probe(tab, own: Server, foreign: Server, canary: str) -> dict[str, str]:
    """Open the site, give the canary to the engine as an article, and try all channels to both servers."""
    text = f"{canary}の港に船が着いた。{canary}は町の名だ。船は明日の朝に出ると船長は話した。"
    tab.goto(own.url)
    tab.until(READY)
    tab.evaluate("() => performance.clearMarks('youten:summary')")
    tab.paste("#field", text)
    tab.until("() => performance.getEntriesByName('youten:summary').length > 0")
    said: dict[str, str] = {}
    for server in (foreign, own):
        http = f"{server.url}{urllib.parse.quote(canary)}/"
        found = tab.evaluate(TRY, [http, http.replace("http:", "ws:")], PATIENCE)
        whose = "own" if server is own else "other"
        said |= {f"{name}, {whose} server": word for name, word in found.items()}
    return said


def test_nothing_gets_out_of_the_sealed_worker(tab, sealed, tmp_path, canary, record_property):
    """No channel reaches a server, not even the page's own, in three browsers."""
    with Server(sealed, prefix="/repo/") as own, Server(tmp_path) as foreign:
        said = probe(tab, own, foreign, canary)
        record_property("channels", len(said) // 2)
        record_property("requests heard", len(heard(canary, own, foreign)))
        assert len(said) >= 2 * LEAST_CHANNELS
        assert heard(canary, own, foreign) == []
        assert foreign.requests == []
        assert [name for name, word in said.items() if word == "out"] == []


def test_without_the_seal_the_same_probes_are_heard(tab, unsealed, tmp_path, canary, record_property):
    """Positive control: at least five channels leak."""
    with Server(unsealed, prefix="/repo/") as own, Server(tmp_path) as foreign:
        probe(tab, own, foreign, canary)
        leaks = {urllib.parse.unquote(path).rsplit("/", 1)[-1] for path in heard(canary, foreign)}
        record_property("leaks", len(leaks))
        assert len(leaks) >= LEAST_LEAKS, leaks


@pytest.mark.engines("chromium")
def test_nothing_is_in_the_browsers_own_network_log(engine, driver, sealed, unsealed, tmp_path, canary):
    """The log of a whole visit with all probes does not contain the canary (Chromium)."""
    from tests.e2e.engines.chromium import ChromiumTab

    found = {}
    for name, site in (("sealed", sealed), ("unsealed", unsealed)):
        log = tmp_path / f"{name}.json"
        flags = [*CHROMIUM_FLAGS, f"--log-net-log={log}", "--net-log-capture-mode=Everything"]
        browser = driver.chromium.launch(executable_path=executable(), args=flags)
        with Server(site, prefix="/repo/") as own, Server(tmp_path) as foreign:
            probe(ChromiumTab(browser.new_context(locale="ja-JP")), own, foreign, canary)
        browser.close()
        found[name] = in_log(log, canary)
    assert found["sealed"] == []
    assert found["unsealed"] != []


def in_log(log: Path, canary: str) -> list[bytes]:
    """Return the forms of the canary in a network log."""
    data = log.read_bytes()
    assert len(data) > 10_000
    assert b"URL_REQUEST" in data
    return [form for form in canary_forms(canary) if form in data or form in re.sub(rb"\\/", b"/", data)]


def test_a_page_talks_to_its_own_server_only(tab, server, tmp_path, canary):
    """A script in the page, which holds the text, reaches no other server."""
    with Server(tmp_path) as foreign:
        tab.goto(server.url)
        tab.until(READY)
        for name, script in PAGE_CHANNELS.items():
            address = f"{foreign.url}{urllib.parse.quote(canary + name)}"
            guarded = f"async (url) => {{ try {{ await ({script})(url); }} catch {{ /* refused */ }} }}"
            tab.evaluate(guarded, address)
        tab.evaluate("() => new Promise((resolve) => setTimeout(resolve, 1000))")
        assert foreign.requests == []
        assert tab.evaluate("() => location.href").startswith(server.url)


@pytest.mark.parametrize("fed", [False, True], ids=["opened", "fed"])
def test_a_page_elsewhere_learns_nothing(open_reader, server, tmp_path, canary, fed):
    """A page that opens this one, or sends it a text that fetches, neither reads it nor moves the tab."""
    (tmp_path / "index.html").write_text("<!doctype html><title>elsewhere</title>", encoding="utf-8")
    reader = open_reader()
    text = f"{canary}の港に船が着いた。{canary}は町の名だ。船は明日の朝に出る。"
    whole.settled(reader.visit().paste(text))
    reader.until("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
    reader.expected = ("Cross-Origin-Opener-Policy",)
    with Server(tmp_path, host="localhost") as foreign:
        other = reader.page.context.new_page()
        other.goto(foreign.url)
        other.evaluate(LISTEN)
        rich = RICH % {"text": f"{canary}の市場が開いた。魚は朝に届く。", "url": f"{foreign.url}{canary}"}
        before = list(foreign.requests)
        with other.expect_popup() as popup:
            if fed:
                other.evaluate(SEND, [reader.url, NUMBER, "", rich])
            else:
                other.evaluate(OPEN, reader.url)
        opened = popup.value
        opened.locator("#field").wait_for()
        if fed:
            opened.get_by_role("button", name="置き換える").click()
        else:
            opened.evaluate(PASTE, text)
        expect(opened.locator("#field")).to_have_value(re.compile(canary))
        opened.wait_for_timeout(1000)
        learned = other.evaluate(SPY, f"{foreign.url}moved")
        opened.wait_for_timeout(500)
        assert opened.url.startswith(reader.url)
        assert canary not in json.dumps([learned, other.evaluate("() => window.told")], ensure_ascii=False)
        assert foreign.requests == before
        assert heard(canary, server, foreign) == []
    reader.foreign.clear()  # the other site is where this test begins


def test_the_browsers_own_services_hear_nothing(reader, canary):
    """Nothing that holds the text is open to spelling services, suggestions or translation."""
    reader.visit().paste(
        f"{canary}の港に船が着いた。{canary}は町の名だ。船は明日の朝に出る。"
    ).until_summary()
    assert reader.page.evaluate(EXPOSED) == []
    assert reader.page.evaluate(TRANSLATED, [canary]) == []


@pytest.mark.parametrize("text", ["A" * 30, "鸚哥町秘密" * 4, "x鸚y" * 7])
@pytest.mark.parametrize("before", range(3))
def test_the_search_finds_every_form(text, before):
    """Each form is found, base64 inside longer text at each alignment."""
    wrapped = "a" * before + text + "zz"
    for form in (
        urllib.parse.quote(wrapped).encode(),
        base64.b64encode(wrapped.encode()),
        base64.urlsafe_b64encode(wrapped.encode()),
        wrapped.encode().hex().encode(),
        wrapped.encode("ascii", "backslashreplace"),
    ):
        assert any(known in form for known in canary_forms(text)), form
