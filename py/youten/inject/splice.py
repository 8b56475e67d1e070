"""Edits made on a file's bytes, so that every byte outside an edit stays as it was.

The text as a whole is never re-encoded, since Shift_JIS has characters with more than one code.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from youten.documents.encoding import Decoded, decode_as, encode_as
from youten.documents.problem import Problem
from youten.inject.model import Edit, apply


def splice(decoded: Decoded, edits: Iterable[Edit]) -> bytes:
    """Return the file's bytes with the edits made; characters the codec lacks become HTML references.

    Raises ``Problem`` ("unsafe_encoding") where the result would decode to another text: some codecs switch
    between character sets in the middle of a line.
    """
    body = decoded.data[len(decoded.mark) :]
    exact = encode_as(decoded.text, decoded.codec, "replace") == body
    offset = _quick_offset if exact else _careful_offset
    parts, wanted, at = [], [], 0
    for start, end, new in edits:
        added = encode_as(new, decoded.codec)
        parts += [body[at : offset(decoded, start)], added]
        wanted.append(Edit(start, end, decode_as(added, decoded.codec)))
        at = offset(decoded, end)
    data = b"".join([*parts, body[at:]])
    if decode_as(data, decoded.codec) != apply(decoded.text, wanted):
        raise Problem("unsafe_encoding", encoding=decoded.codec)
    return decoded.mark + data


def _quick_offset(decoded: Decoded, at: int) -> int:
    return len(encode_as(decoded.text[:at], decoded.codec))


def _careful_offset(decoded: Decoded, at: int) -> int:
    """Count bytes where some character has more than one code, or is damaged: decode byte by byte."""
    decoder = codecs.getincrementaldecoder(decoded.codec)("youten")
    seen = 0
    for offset, byte in enumerate(decoded.data[len(decoded.mark) :]):
        if seen == at and decoder.getstate()[0] == b"":
            return offset
        seen += len(decoder.decode(bytes((byte,))))
    return len(decoded.data) - len(decoded.mark)
