"""Permanent addresses and their contents."""

from __future__ import annotations

import re

import pytest

from sitebuild import embeds, manifest

FILES = {"box.js": b"1", "box.css": b"2"}


def test_another_byte_is_another_address() -> None:
    name = embeds.version_name(FILES)
    assert re.fullmatch(r"\d+\.\d+\.\d+-[0-9a-f]{8}", name)
    assert name == embeds.version_name(dict(reversed(FILES.items())))
    assert name != embeds.version_name(FILES | {"box.js": b"3"})
    assert name != embeds.version_name(FILES | {"more.js": b""})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        # From `openssl dgst -sha384 -binary | openssl base64 -A`, as the W3C's text on integrity shows it.
        (
            b"alert('Hello, world.');",
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO",
        ),
        (b"", "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"),
    ],
)
def test_integrity_is_the_one_of_the_standard(data: bytes, expected: str) -> None:
    assert embeds.integrity(data) == expected


def test_the_gallery_has_no_gaps_left() -> None:
    hashes = dict.fromkeys(manifest.EMBED, "sha384-x")
    sizes = dict.fromkeys(manifest.EMBED, 12_345)
    pages = {path: data.decode() for path, data in embeds.gallery("0.0.0-00000000", hashes, sizes).items()}
    assert [path for path, text in pages.items() if re.search(r"%[A-Z]+[-:%]", text)] == []
    listed = set(re.findall(r'href="([a-z]+\.html)"', pages["gallery/index.html"]))
    assert {f"gallery/{name}" for name in listed} | {"gallery/index.html"} == {
        path for path in pages if path.endswith(".html")
    }


def test_every_page_of_the_gallery_has_a_strict_policy() -> None:
    pages = embeds.gallery("0.0.0-00000000", {}, {})
    for path, data in pages.items():
        if path.endswith(".html"):
            policy = re.search(r'content="(default-src[^"]+)"', data.decode())
            assert policy, path
            assert "default-src 'none'" in policy[1]
            assert "unsafe" not in policy[1]
