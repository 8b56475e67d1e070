"""The site's snapshot has the described layout and nothing that it must not contain."""

from __future__ import annotations

import gzip
import json
from struct import unpack_from

import pytest

from sitebuild.paths import DIST
from youten.browser import REHEARSAL


@pytest.fixture(scope="module")
def file() -> bytes:
    (path,) = DIST.glob("r/*/snapshot.bin.gz")
    return gzip.decompress(path.read_bytes())


@pytest.fixture(scope="module")
def description(file: bytes) -> dict[str, object]:
    (length,) = unpack_from("<I", file)
    found: dict[str, object] = json.loads(file[4 : 4 + length])
    return found


def test_pages_are_all_there(file, description):
    """Header, description and runs make up the file; the runs are complete blocks in order."""
    (length,) = unpack_from("<I", file)
    runs = description["runs"]
    assert len(file) == 4 + length + description["header"] + sum(end - start for start, end in runs)
    edges = [edge for run in runs for edge in run]
    assert edges == sorted(edges)
    assert [edge for edge in edges if edge % 256] == []


def test_the_dictionary_is_not_in_it_twice(file):
    """Its bytes are a separate file."""
    (path,) = DIST.glob("r/*/dictionary.bin.gz")
    dictionary = gzip.decompress(path.read_bytes())
    middle = len(dictionary) // 2
    assert file.count(dictionary[middle : middle + 4096]) == 0


def test_no_text_but_the_programs_own(file):
    """The only article that the engine has seen is the rehearsal, which is part of its code."""
    for text in ("金委員長", "海辺の小学校"):
        assert file.count(text.encode("utf-8")) + file.count(text.encode("utf-16-le")) == 0
    assert file.count(REHEARSAL[:20].encode("utf-16-le")) >= 1
