"""Everything outside an edit keeps its bytes in every encoding."""

from __future__ import annotations

import pytest
from tests.unit.inject.articles import MARKDOWN

from youten.documents.encoding import decode
from youten.documents.problem import Problem
from youten.inject.model import Edit
from youten.inject.splice import splice

META = '<meta charset="Shift_JIS">'


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (MARKDOWN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + MARKDOWN.encode(), "utf-8"),
        (MARKDOWN.encode("cp932"), "cp932"),
        (MARKDOWN.encode("euc_jp"), "euc_jp"),
        (("\ufeff" + MARKDOWN).encode("utf-16-le"), "utf-16-le"),
        (("\ufeff" + MARKDOWN).encode("utf-16-be"), "utf-16-be"),
        (b"ASCII", "utf-8"),
        (b"", "utf-8"),
        ((META + "漢字").encode("cp932"), "cp932"),
        ((META + MARKDOWN).encode(), "utf-8"),
        (MARKDOWN.encode("iso2022_jp"), "iso2022_jp"),
        (MARKDOWN.replace("\n", "～①\n").encode("cp932"), "cp932"),
    ],
    ids=[
        "UTF-8",
        "UTF-8 with a mark",
        "Shift_JIS",
        "EUC-JP",
        "UTF-16LE",
        "UTF-16BE",
        "ASCII",
        "empty",
        "declared",
        "declared wrongly",
        "ISO-2022-JP",
        "Windows-31J",
    ],
)
def test_found_out_and_kept(data: bytes, codec: str) -> None:
    decoded = decode(data)
    assert decoded.codec == codec
    assert splice(decoded, ()) == data
    middle = decoded.text.find("\n", len(decoded.text) // 2) + 1
    assert splice(decoded, [Edit(middle, middle, "挿入")]).replace("挿入".encode(codec), b"") == data


def test_characters_with_two_codes_keep_theirs() -> None:
    """NEC's and IBM's codes of a character decode alike, so re-encoding would change bytes."""
    data = b"\x82\xa0\xed\x40\xfa\x5c\x82\xa2"  # あ, 纊 by NEC, 纊 by IBM, い
    decoded = decode(data)
    assert decoded.text == "あ纊纊い"
    assert decoded.text.encode("cp932") != data
    assert splice(decoded, [Edit(2, 2, "字")]) == data[:4] + "字".encode("cp932") + data[4:]
    assert splice(decoded, [Edit(0, 4, "")]) == b""


def test_codes_of_different_length() -> None:
    """EUC-JP has the tilde in one byte and in three; offsets must use the original length."""
    data = "あ".encode("euc_jp") + b"\x8f\xa2\xb7" + "い\n".encode("euc_jp")
    decoded = decode(data)
    assert (decoded.codec, decoded.text) == ("euc_jp", "あ~い\n")
    assert splice(decoded, [Edit(3, 3, "字")]) == data[:-1] + "字\n".encode("euc_jp")


def test_a_codec_that_switches_in_the_middle_is_refused() -> None:
    """An insertion between two kanji of ISO-2022-JP would break the character set of the rest."""
    decoded = decode("日本\n".encode("iso2022_jp"), "iso2022_jp")
    with pytest.raises(Problem) as raised:
        splice(decoded, [Edit(1, 1, "字")])
    assert raised.value.reason == "unsafe_encoding"
    assert splice(decoded, [Edit(3, 3, "字")]) == "日本\n字".encode("iso2022_jp")


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
def test_a_damaged_byte_keeps_its_place(codec: str) -> None:
    text = MARKDOWN.encode(codec)
    at = text.index(b"\n\n") + 1
    data = text[:at] + b"\xff" + text[at:]
    decoded = decode(data)
    assert (decoded.codec, decoded.text.count("\ufffd")) == (codec, 1)
    assert splice(decoded, [Edit(len(decoded.text), len(decoded.text), "字")]) == data + "字".encode(codec)


def test_the_signs_of_windows_stay_in_euc_jp() -> None:
    """Python's EUC-JP has no ①, and another ～ than browsers."""
    data = "あ".encode("euc_jp") + b"\xad\xa1\xa1\xc1" + "い\n".encode("euc_jp")
    decoded = decode(data)
    assert (decoded.codec, decoded.text) == ("euc_jp", "あ①～い\n")
    assert splice(decoded, [Edit(4, 4, "～字")]) == data[:-1] + "〜字\n".encode("euc_jp")


def test_what_the_codec_lacks_becomes_a_reference() -> None:
    decoded = decode("あ".encode("cp932"))
    assert splice(decoded, [Edit(1, 1, "𠮷")]) == "あ&#134071;".encode("cp932")


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "binary"),
        (bytes(range(128, 256)) * 4, "", "unknown_encoding"),
        (b"\xff\xfe" + b"\x00\xd8" * 9, "", "unknown_encoding"),
        (b"\xe9t\xe9", "", "unknown_encoding"),
        ("日本語です".encode("cp932"), "utf-8", "not_that_encoding"),
    ],
)
def test_refused(data: bytes, encoding: str, reason: str) -> None:
    with pytest.raises(Problem) as raised:
        decode(data, encoding)
    assert raised.value.reason == reason


def test_a_named_encoding_counts() -> None:
    assert decode("日本語".encode("iso2022_jp"), "iso2022_jp").text == "日本語"
