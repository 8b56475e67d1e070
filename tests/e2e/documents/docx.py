"""Small Word documents. Source: ECMA-376 part 1, 17 (WordprocessingML) and part 2 (packages)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

WHEN = (2031, 9, 4, 7, 0, 0)
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>
"""
RELATIONS = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="word/document.xml"/>
</Relationships>
"""


def archive(parts: Mapping[str, str]) -> bytes:
    """Make a package of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, WHEN), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph of plain text as XML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def docx(paragraphs: Sequence[str]) -> bytes:
    """Make a document; strings that begin with ``<`` are XML of the body's children."""
    body = "".join(text if text.startswith("<w:") else paragraph(text) for text in paragraphs)
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {NAMES}><w:body>{body}</w:body></w:document>'
    )
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})
