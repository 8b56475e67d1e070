"""The server of ``build.py serve``: the types that browsers insist on, and nothing outside of its folder."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitebuild import serving


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", "a.js", "a.wasm", "a.webmanifest"):
        (site / name).write_text("x")
    (tmp_path / "secret.txt").write_text("x")
    with serving.server(site, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html"),
        ("a.js", "text/javascript"),
        ("a.wasm", "application/wasm"),
        ("a.webmanifest", "application/manifest+json"),
    ],
)
def test_files_come_with_their_type_and_are_not_cached(address: str, path: str, kind: str) -> None:
    with urllib.request.urlopen(address + path) as answer:  # noqa: S310 -- our own server
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.read() == b"x"


@pytest.mark.parametrize("path", ["missing", "../secret.txt", "%2e%2e/secret.txt"])
def test_nothing_else_is_served(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + path)  # noqa: S310
    assert caught.value.code == 404
    caught.value.close()
