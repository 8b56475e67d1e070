"""Encodings: the table that the page's decoder is tested with too, and what is refused."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from youten.documents.encoding import decode, decode_as, detect, encode_as
from youten.documents.problem import Problem

TABLE = json.loads((Path(__file__).parents[2] / "encodings" / "table.json").read_text("utf-8"))
CODECS = {
    "utf-8": "utf-8",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "windows-1252": "cp1252",
}
REFUSED = {"unknown": "unknown_encoding", "binary": "binary"}


@pytest.mark.parametrize("row", TABLE, ids=[row["reason"] for row in TABLE])
def test_the_table(row: dict[str, Any]) -> None:
    data = b" " * row["spaces"] + base64.b64decode(row["bytes"])
    if row["encoding"] in REFUSED:
        with pytest.raises(Problem) as raised:
            decode(data)
        assert raised.value.reason == REFUSED[row["encoding"]]
        return
    decoded = decode(data)
    assert decoded.codec == CODECS[row["encoding"]]
    if row["text"] is not None:
        assert decoded.text.lstrip(" ") == row["text"]


@pytest.mark.parametrize("encoding", [codec for codec in CODECS.values() if codec != "cp1252"])
def test_the_beginning_of_a_file_is_enough(encoding: str) -> None:
    """Readers of large files decode by their first bytes, which may end within a character."""
    data = encode_as("港の市場が再開した。客は朝から並んだ。", encoding)
    assert {detect(data[: len(data) - cut]) for cut in range(4)} == {encoding}


@pytest.mark.parametrize(
    ("data", "codec", "text"),
    [
        (b"\x82\xa0\xef\xe3\x82\xa2", "cp932", "あ\ufffdい"),  # both bytes of an unassigned character go
        (b"\x82\xa0\x82A\x82\xa2", "cp932", "あ\ufffdAい"),  # ASCII behind a lead byte stays
        (b"\x82\xa0\xff\x82\xa2", "cp932", "あ\ufffdい"),
        (b"\xa4\xa2\xad\xa1\xa4\xa4", "euc_jp", "あ①い"),  # NEC's, which Python's codec lacks
        (b"\xa4\xa2\xa1\xc1\xa1\xdd", "euc_jp", "あ～－"),  # as browsers have them
        (b"\xa4\xa2\xa9\xa1\xa4\xa4", "euc_jp", "あ\ufffdい"),
        (b'\x1b$B$"-!\x1b(I1\x1b(B~', "iso2022_jp", "あ①ｱ~"),
        (b"\xe3\x81\x82\xe3\x81\xff", "utf-8", "あ\ufffd\ufffd"),
    ],
)
def test_damaged_and_unusual_characters_are_read_as_browsers_do(data: bytes, codec: str, text: str) -> None:
    assert decode_as(data, codec) == text
