"""Bytes to text: the encoding is the one named, of the byte order mark, or the one that reads as Japanese.

Gives the same encoding and text as ``static/app/import/readers/decode.js``; ``tests/encodings`` has the table
that both are tested with. Source: the Encoding Standard (labels, error handling), RFC 1468 (ISO-2022-JP).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from youten.documents.problem import Problem

# Byte order mark -> codec without one. UTF-32 (whose mark begins like UTF-16's) is not used for articles.
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_GUESSES = ("utf-8", "cp932", "euc_jp")  # the first of equal ones is taken
_WIDE_GUESSES = ("utf-16-le", "utf-16-be")
# Label in a page -> codec. Browsers read every kind of Shift_JIS as Windows-31J.
_LABELS = {
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "csshiftjis", "cp932"),
        "cp932",
    ),
    **dict.fromkeys(("euc-jp", "x-euc-jp", "eucjp", "euc_jp"), "euc_jp"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1"), "cp1252"),
}
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml[^<>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a declaration counts; browsers look at 1024, but some pages declare it later
_SAMPLE = 65_536  # bytes from the first that is not ASCII; more would not change the result
_MOST_CONTROLS = 0.01  # share of control bytes with which a file is not text
_MOST_LOST = 0.02  # share of undecodable characters: single bytes damaged, or characters of a later standard
_FIRST = re.compile(rb"[\x80-\xff\x00]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_TO_JIS = re.compile(rb"\x1b\$[@B]")
_KANA = re.compile("[ぁ-んァ-ヶ]")
_LIKELY = re.compile("[ぁ-んー。、]"), re.compile("[ァ-ヶ一-龠々]")  # worth 2 and 1
# Worth -1 and -5: what wrong decoders produce.
_UNLIKELY = re.compile("[｡-ﾟ]"), re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
# Python and the Encoding Standard map these characters of JIS X 0208 differently.
_STANDARD = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
_PYTHON = str.maketrans("～∥－￠￡￢", "〜‖−¢£¬")
_LEADS = {
    "cp932": frozenset((*range(0x81, 0xA0), *range(0xE0, 0xFD))),
    "euc_jp": frozenset((0x8E, 0x8F, *range(0xA1, 0xFF))),
}
_UNASSIGNED = str.maketrans(dict.fromkeys("\uf8f0\uf8f1\uf8f2\uf8f3", "\ufffd"))  # 0xA0 and 0xFD to 0xFF


class Decoded(NamedTuple):
    """A file's text; ``text == decode_as(data[len(mark):], codec)``, though not every codec can go back."""

    text: str
    codec: str
    mark: bytes
    data: bytes


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a file by ``encoding`` if it is given, else by ``detect``; a damaged character becomes U+FFFD.

    Raises ``Problem``: "binary", "unknown_encoding", "not_that_encoding".
    """
    mark, codec = _marked(data)
    codec = codec or encoding or detect(data)
    body = data[len(mark) :]
    text = decode_as(body, codec)
    if text.count("\ufffd") > _MOST_LOST * len(text) + 1 or (encoding and not mark and "\0" in text):
        raise Problem("not_that_encoding", encoding=codec) if encoding else Problem("unknown_encoding")
    return Decoded(text, codec, mark, data)


def detect(data: bytes) -> str:
    """Return the codec of a file, or of the beginning of one.

    Raises ``Problem``: "binary", "unknown_encoding".
    """
    mark, codec = _marked(data)
    if mark:
        return codec
    first = _FIRST.search(data)
    if _TO_JIS.search(data) and not (first and first.group() > b"\x7f"):
        return "iso2022_jp"
    sample = data[first.start() & ~1 :][:_SAMPLE] if first else b""
    binary = len(_CONTROLS.findall(data[:_SAMPLE])) > _MOST_CONTROLS * len(data[:_SAMPLE])
    if not binary and _is_utf_8(sample):
        return "utf-8"
    declared = _declared(data)
    guesses = _WIDE_GUESSES if binary else _GUESSES
    scores = {name: _likeness(_sampled(sample, name)) for name in guesses}
    best = max(guesses, key=lambda name: (scores[name], name == declared))
    if scores[best] > 0:
        return best
    if declared and not binary and "\ufffd" not in _sampled(sample, declared):
        return declared  # too few kana to tell
    raise Problem("binary" if binary else "unknown_encoding")


def decode_as(data: bytes, codec: str) -> str:
    """Return the text of bytes in a codec, as browsers read it: U+FFFD for each character that is none."""
    if codec == "iso2022_jp":
        data, codec = _euc_of(data), "euc_jp"
    text = data.decode(codec, "youten")
    if codec == "euc_jp":
        return text.translate(_STANDARD)
    return text.translate(_UNASSIGNED) if codec == "cp932" else text


def encode_as(text: str, codec: str, errors: str = "xmlcharrefreplace") -> bytes:
    """Return a text in a codec; the inverse of ``decode_as`` where there is one."""
    standard = text.translate(_PYTHON) if codec in ("euc_jp", "iso2022_jp") else text
    return standard.encode(codec, errors)


def _marked(data: bytes) -> tuple[bytes, str]:
    return next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", ""))


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return _LABELS.get((found[1] or found[2]).decode("ascii").lower(), "") if found else ""


def _is_utf_8(sample: bytes) -> bool:
    """Return whether a sample is UTF-8; it may end within a character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeError:
        return False
    return True


def _sampled(sample: bytes, codec: str) -> str:
    text = codecs.getincrementaldecoder(codec)("youten").decode(sample)
    return text.translate(_UNASSIGNED)


def _likeness(text: str) -> int:
    """Rate how Japanese a text is; without kana it is so by chance."""
    if not _KANA.search(text):
        return 0
    better, good = (len(pattern.findall(text)) for pattern in _LIKELY)
    bad, worse = (len(pattern.findall(text)) for pattern in _UNLIKELY)
    return 2 * better + good - bad - 5 * worse


def _damaged(error: UnicodeError) -> tuple[str, int]:
    """Replace a character that cannot be decoded, as the Encoding Standard has it.

    Characters that Python's EUC-JP lacks (①, ㈱) are looked up in Windows-31J, which has them elsewhere.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    if error.encoding not in ("cp932", "euc_jp"):
        return "\ufffd", error.end
    following = data[start + 1 : start + 2]
    if following < b"\x80" or data[start] not in _LEADS[error.encoding]:
        return "\ufffd", start + 1  # a trail byte that is ASCII stays
    if error.encoding == "cp932":
        return "\ufffd", start + 2
    if data[start] == 0x8F:
        return "\ufffd", start + (3 if data[start + 2 : start + 3] >= b"\x80" else 2)
    return _extended(data[start], following[0]), start + 2


def _extended(lead: int, trail: int) -> str:
    """Return the character of two bytes of EUC-JP that Windows-31J has, else U+FFFD."""
    row, cell = lead - 0xA1, trail - 0xA1
    if row < 0 or cell < 0:
        return "\ufffd"
    first = row // 2 + (0x81 if row < 62 else 0xC1)
    second = cell + (0x9F if row % 2 else 0x40 + (cell > 62))
    found = bytes((first, second)).decode("cp932", "replace")
    return found if len(found) == 1 else "\ufffd"


def _euc_of(data: bytes) -> bytes:
    """Return ISO-2022-JP as EUC-JP: each escape says how the bytes behind it are read."""
    parts, at, mode = [], 0, b"(B"
    for escape in [*_ESCAPE.finditer(data), None]:
        part = data[at : escape.start() if escape else len(data)]
        if mode in (b"$@", b"$B"):
            part = bytes(byte | 0x80 if 0x20 < byte < 0x7F else byte for byte in part)
        elif mode == b"(I":
            part = b"".join(
                bytes((0x8E, byte | 0x80)) if 0x20 < byte < 0x60 else bytes((byte,)) for byte in part
            )
        parts.append(part)
        if escape:
            at, mode = escape.end(), escape.group()[1:]
    return b"".join(parts)


codecs.register_error("youten", _damaged)
