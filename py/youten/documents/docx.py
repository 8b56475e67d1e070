"""A Word file as title and text: paragraphs, and headings with #.

Source: ECMA-376 (WordprocessingML), names without their namespaces, which have two forms. Tables, notes,
pictures, readings and deleted text are left out. Nothing is believed of an archive's own figures, and no tree
is built.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree

from youten.documents.problem import Problem

_BODY, _ABOUT = "word/document.xml", "docProps/core.xml"
LARGEST = 40_000_000  # bytes of XML, unpacked; a book of 200,000 characters has 4 million
_CHUNK = 1 << 16
_HEADING = re.compile(r"(?:heading|見出し)?\s*([1-6])", re.IGNORECASE)
_LEFT_OUT = frozenset(
    ("tbl", "del", "moveFrom", "instrText", "delText", "rt", "drawing", "pict", "Fallback", "txbxContent")
)
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(data: bytes) -> tuple[str, str]:
    """Return the title and the text. Raises ``Problem`` ("broken_docx")."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body, about = _Body(), _About()
            _feed(archive, _BODY, body)
            if _ABOUT in archive.namelist():
                _feed(archive, _ABOUT, about)
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, OSError, EOFError) as error:
        raise Problem("broken_docx") from error
    except (RuntimeError, ValueError) as error:  # encrypted; a compression that is not known here
        raise Problem("broken_docx") from error
    return about.title.strip(), "\n\n".join(body.paragraphs)


class _Body:
    """Collects paragraphs from the parser's events."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._parts: list[str] = []
        self._style = ""
        self._hidden = 0  # elements that are left out, around the current one
        self._in_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        self._hidden += name in _LEFT_OUT
        self._in_text = name == "t" and not self._hidden
        if name == "pStyle":
            self._style = next((value for key, value in attributes.items() if _local(key) == "val"), "")
        elif name in _CHARACTERS and not self._hidden:
            self._parts.append(_CHARACTERS[name])

    def data(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._in_text = False
        self._hidden -= name in _LEFT_OUT
        if name == "p" and not self._hidden:
            text, style = "".join(self._parts).strip(), self._style
            heading = _HEADING.fullmatch(style)
            level = int(heading[1]) if heading else int(style.lower() == "title")
            if text:
                self.paragraphs.append(f"{'#' * level} {text}" if level else text)
            self._parts, self._style = [], ""

    def close(self) -> None:
        """Do nothing: the parser asks for it."""


class _About:
    """Collects the title from the document's properties."""

    def __init__(self) -> None:
        self.title = ""
        self._inside = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        self._inside = _local(tag) == "title"

    def data(self, text: str) -> None:
        self.title += text if self._inside else ""

    def end(self, _: str) -> None:
        self._inside = False

    def close(self) -> None:
        """Do nothing: the parser asks for it."""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _feed(archive: zipfile.ZipFile, name: str, target: _Body | _About) -> None:
    """Parse a part of the archive. Expat itself refuses entities that grow."""
    parser = ElementTree.XMLParser(target=target)  # noqa: S314 - bounded below
    left = LARGEST
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Problem("broken_docx")
            parser.feed(chunk)
    parser.close()
