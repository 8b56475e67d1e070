"""Make ``table.json``: files in the encodings of Japanese text, and what they are.

``python3 tests/encodings/make.py``. The Python tests and those of the page's decoder read the same table.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

NEWS = (
    "潮見市は十日、港の新しい待合所の名称を「なぎさの家」に決めた。工事費は二億円で、開所は来年四月だ。\n"
    "市長は「島へ渡る人の居場所にしたい」と話した。古い待合所は雨漏りが続いていた。\n"
)
DOS = NEWS.replace("\n", "\r\n")
KANA = "ﾌｪﾘｰの切符はｲﾝﾀｰﾈｯﾄで買える。ｺﾝﾋﾞﾆでも受け取れるが、手数料が百円かかる。\n"
SIGNS = "①㈱潮見汽船は運賃を５～８％上げる。②島の住民は－割引の対象だ。\n"
OLD = "森鷗外の全集と、顚末を記した手帳が港の蔵から見つかった。" + NEWS
LATIN = "Le café du port est fermé; où déjeuner? À l'hôtel, près de l'église.\n"
PAGE = '<!DOCTYPE html><html><head><meta charset="{}"><title>港</title></head><body><p>{}</p></body></html>\n'
XML = '<?xml version="1.0" encoding="{}"?><html><body><p>{}</p></body></html>\n'
LONG = 80_000  # spaces before a text: scripts come before the first Japanese letter of many pages


def damaged(data: bytes, at: int) -> bytes:
    """Put a byte that is of no encoding before the character at ``at``."""
    return data[:at] + b"\xff" + data[at:]


def mail(text: str) -> bytes:
    """Return ISO-2022-JP as mail programs write it, with the characters that the standard lacks."""
    parts = []
    for line in text.splitlines(keepends=True):
        euc = line.encode("euc_jis_2004")
        body = bytes(byte & 0x7F for byte in euc.rstrip(b"\n"))
        parts.append(b"\x1b$B" + body + b"\x1b(B\n")
    return b"".join(parts)


def rows() -> list[tuple[str, bytes, str, str | None]]:
    """Return (reason, bytes, encoding or why there is none, text; None: not compared)."""
    found: list[tuple[str, bytes, str, str | None]] = []
    for label, codec in (("utf-8", "utf-8"), ("shift_jis", "cp932"), ("euc-jp", "euc_jp")):
        data = NEWS.encode(codec)
        found += [
            (f"{label}", data, label, NEWS),
            (f"{label}, one bad byte", damaged(data, data.index(b"\n") + 1), label, None),
            (f"{label}, cut within a character", data[:-3], label, None),
            (f"{label}, half-width kana", KANA.encode(codec), label, KANA),
            (f"{label}, lines of DOS", DOS.encode(codec), label, DOS),
            (f"{label}, after 80 kB of ASCII", b" " * LONG + data, label, " " * LONG + NEWS),
        ]
        for said in ("utf-8", "Shift_JIS", "EUC-JP", "x-sjis", "utf-16", "iso-8859-1"):
            page = PAGE.format(said, NEWS)
            found.append((f"{label} that says {said}", page.encode(codec), label, page))
        page = XML.format("Shift_JIS", NEWS)
        found.append((f"{label} in XML that says Shift_JIS", page.encode(codec), label, page))
    for label, codec, mark in (
        ("utf-16le", "utf-16-le", b"\xff\xfe"),
        ("utf-16be", "utf-16-be", b"\xfe\xff"),
        ("utf-8", "utf-8", b"\xef\xbb\xbf"),
    ):
        found.append((f"{label} with its mark", mark + NEWS.encode(codec), label, NEWS))
    found += [
        ("utf-16le without a mark", NEWS.encode("utf-16-le"), "utf-16le", NEWS),
        ("utf-16be without a mark", NEWS.encode("utf-16-be"), "utf-16be", NEWS),
        ("iso-2022-jp", NEWS.encode("iso2022_jp"), "iso-2022-jp", NEWS),
        ("iso-2022-jp with half-width kana", KANA.encode("iso2022_jp_ext"), "iso-2022-jp", KANA),
        ("iso-2022-jp of a mail program", mail(NEWS), "iso-2022-jp", NEWS),
        ("Windows-31J's own signs", SIGNS.encode("cp932"), "shift_jis", SIGNS),
        ("the same in EUC-JP", _euc(SIGNS), "euc-jp", SIGNS),
        ("Shift_JIS-2004", (OLD + NEWS * 3).encode("shift_jis_2004"), "shift_jis", None),
        ("ASCII", b"The ferry leaves at ten.\n", "utf-8", "The ferry leaves at ten.\n"),
        ("nothing", b"", "utf-8", ""),
        ("too few kana to tell, but said", PAGE.format("EUC-JP", "港").encode("euc_jp"), "euc-jp", None),
        ("French, nothing said", LATIN.encode("latin-1"), "unknown", None),
        (
            "French, said",
            PAGE.format("iso-8859-1", LATIN).replace("港", "").encode("latin-1"),
            "windows-1252",
            None,
        ),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0", "binary", None),
        ("zeros", bytes(300), "binary", None),
    ]
    return found


def _euc(text: str) -> bytes:
    """Return EUC-JP with the signs of Windows-31J, which Python's codec lacks."""
    data = bytearray()
    for character in text:
        code = character.encode("cp932")
        if len(code) == 2:
            lead, trail = code
            row = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 2 + (trail >= 0x9F)
            cell = trail - (0x9F if trail >= 0x9F else 0x40 + (trail > 0x7F))
            code = bytes((row + 0xA1, cell + 0xA1))
        data += code
    return bytes(data)


def main() -> None:
    """Write the table beside this file."""
    table = [
        {
            "reason": reason,
            "spaces": LONG if data.startswith(b" " * LONG) else 0,
            "bytes": base64.b64encode(data.removeprefix(b" " * LONG)).decode(),
            "encoding": encoding,
            "text": text and text.removeprefix(" " * LONG),
        }
        for reason, data, encoding, text in rows()
    ]
    path = Path(__file__).parent / "table.json"
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
