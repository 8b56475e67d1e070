"""The tests' static server behaves like the host that it simulates."""

from __future__ import annotations

import gzip
import http.client
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.server import Server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a site of three files beside a file that must not be served."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>表紙", encoding="utf-8")
    (site / "a.wasm").write_bytes(b"\0asm")
    (site / "b.bin.gz").write_bytes(gzip.compress(b"data"))
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return site


def test_index_and_type(folder: Path) -> None:
    """A folder's address gives its index page as UTF-8."""
    with Server(folder, prefix="/repo/") as site, urllib.request.urlopen(site.url) as answer:  # noqa: S310
        assert answer.read().decode() == "<p>表紙"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "encoding"),
    [("a.wasm", "gzip"), ("b.bin.gz", None)],
    ids=["wasm is compressed on the fly", "a .gz file is data, not an encoding"],
)
def test_compression(folder: Path, path: str, encoding: str | None) -> None:
    """Only known types are compressed on the fly."""
    with Server(folder) as site:
        request = urllib.request.Request(site.url + path, headers={"Accept-Encoding": "gzip"})  # noqa: S310
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            assert answer.headers["Content-Encoding"] == encoding


@pytest.mark.parametrize("path", ["missing", "../secret.txt", "%2e%2e/secret.txt", "/etc/hostname"])
def test_nothing_else_is_given_out(folder: Path, path: str) -> None:
    """Paths outside the folder are not found."""
    with Server(folder, prefix="/repo/") as site:
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(site.url + path)  # noqa: S310
        assert caught.value.code == 404
        caught.value.close()


def test_requests_and_bytes_are_counted(folder: Path) -> None:
    """A test can read the requests and the number of bytes sent."""
    with Server(folder) as site:
        urllib.request.urlopen(site.url + "a.wasm?x=1").read()  # noqa: S310
        assert site.requests == ["/a.wasm?x=1"]
        assert site.sent_bytes == 4


def test_the_network_can_break_off(folder: Path) -> None:
    """A limited number of bytes is sent, then nothing until it is allowed again."""
    with Server(folder) as site:
        site.left = 2
        with pytest.raises(http.client.IncompleteRead), urllib.request.urlopen(site.url + "a.wasm") as answer:  # noqa: S310
            answer.read()
        with pytest.raises(http.client.RemoteDisconnected):
            urllib.request.urlopen(site.url + "a.wasm")  # noqa: S310
        site.left = None
        with urllib.request.urlopen(site.url + "a.wasm") as answer:  # noqa: S310
            assert answer.read() == b"\0asm"


def test_a_host_that_calls_gz_an_encoding(folder: Path) -> None:
    """With such a host the browser decompresses the file itself."""
    with Server(folder) as site:
        site.names_gzip = True
        with urllib.request.urlopen(site.url + "b.bin.gz") as answer:  # noqa: S310
            assert answer.headers["Content-Encoding"] == "gzip"
