"""The worker that sees the text has no network, neither to other servers nor to its own.

The request logs of page and server are checked. The same probe succeeds from the page, so a broken probe does
not pass for a working seal.
"""

from __future__ import annotations

from tests.e2e import scripts, variants

PROBES = scripts.functions(variants.PROBE / "worker-channels.js")["channels"]
VIOLATION = ("Content Security Policy", "Content-Security-Policy", "TrustedScriptURL", "Failed to fetch")


def test_the_worker_cannot_reach_its_own_server(reader, server):
    """Each channel is tried from inside the worker; the server receives nothing."""
    reader.expected = VIOLATION
    reader.visit().until_ready()
    worker = reader.worker()
    assert worker.url.startswith("blob:")
    said = {name: worker.evaluate(probe, f"{server.url}canary-{name}") for name, probe in PROBES.items()}
    assert said == dict.fromkeys(PROBES, "held")
    # A request of the page that comes after theirs; what they had sent would be here by now.
    reader.page.evaluate(PROBES["fetch"], f"{server.url}?after")
    assert any(path.endswith("?after") for path in server.requests)
    assert [path for path in server.requests if "canary" in path] == []


def test_the_engine_frame_is_sealed_too(reader, server):
    """The frame that holds the worker has no network either."""
    reader.expected = VIOLATION
    reader.visit().until_ready()
    (frame,) = [frame for frame in reader.page.frames if "engine.html" in frame.url]
    assert frame.evaluate(PROBES["fetch"], f"{server.url}canary") == "held"
    assert [path for path in server.requests if "canary" in path] == []


def test_the_probe_itself_works(reader, server):
    """The same fetch succeeds from the page, which may use its own server."""
    reader.expected = ("Failed to load resource",)
    reader.visit().until_ready()
    assert reader.page.evaluate(PROBES["fetch"], f"{server.url}canary") == "out"
    assert [path for path in server.requests if "canary" in path] != []


def test_the_page_has_no_way_to_run_strings(reader):
    """eval, inline handlers and markup from strings are refused by Trusted Types and the policy."""
    reader.expected = (*VIOLATION, "TrustedHTML", "TrustedScript", "unsafe-eval")
    reader.visit()
    attempts = {
        "markup": "() => { document.body.innerHTML = '<b>x</b>'; }",
        "worker from anywhere": "() => { new Worker('sw.js?x'); }",
    }
    attempt = "() => { try { (%s)(); } catch { return 'held'; } return 'done'; }"
    ways = {name: attempt % script for name, script in attempts.items()}
    assert {name: reader.page.evaluate(way) for name, way in ways.items()} == dict.fromkeys(attempts, "held")
