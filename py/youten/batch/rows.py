"""A summary as one flat row: the columns that CSV, Parquet, Dask and Spark have in common.

Names are those of ``--format json``. Lists are lists where the format has them; in CSV their items stand on
lines of their own within the field (no sentence holds a line break).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Kind = Literal["string", "strings", "integer", "integers", "number"]


class Column(NamedTuple):
    """Name and kind of a column. All but the id may be empty."""

    name: str
    kind: Kind


ID = "id"
COLUMNS = (
    Column(ID, "string"),  # as it came, or an integer where all are
    Column("title", "string"),
    Column("sentences", "strings"),
    Column("starts", "integers"),  # offsets into the text, in code points
    Column("ends", "integers"),
    Column("headline", "string"),
    Column("keyphrases", "strings"),
    Column("articleChars", "integer"),
    Column("summaryChars", "integer"),
    Column("compressionRate", "number"),  # 0..1
    Column("notices", "strings"),  # their codes
    Column("error", "string"),  # code, where there is no summary; then all but the id is empty
    Column("message", "string"),
)
NAMES = tuple(column.name for column in COLUMNS)


def row(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Flatten an answer of the JSON-lines output. Every column is present; empty ones are None."""
    found: dict[str, Any] = dict.fromkeys(NAMES)
    found[ID] = answer[ID]
    if "error" in answer:
        found |= {"error": answer["error"]["code"], "message": answer["error"]["message"]}
        return found
    sentences = answer["sentences"]
    found |= {name: answer[name] for name in NAMES if name in answer}
    found["sentences"] = [" ".join(sentence["text"].splitlines()) for sentence in sentences]
    found["starts"] = [sentence["start"] for sentence in sentences]
    found["ends"] = [sentence["end"] for sentence in sentences]
    found["headline"] = answer["headline"]["text"] if answer["headline"] else None
    found["notices"] = [notice["code"] for notice in answer["notices"]]
    return found


def csv_line(values: Mapping[str, Any], delimiter: str) -> str:
    """Return a row as CSV (RFC 4180, but with a line feed at its end)."""
    line = io.StringIO()
    fields = ["\n".join(map(str, v)) if isinstance(v, list) else v for v in values.values()]
    fields = ["'" + v if isinstance(v, str) and _is_formula(v) else v for v in fields]
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(fields)
    return line.getvalue()


def _is_formula(field: str) -> bool:
    """Return whether a spreadsheet would compute a field as a formula; plain numbers are not formulas."""
    if not field.startswith(FORMULA):
        return False
    try:
        float(field)
    except ValueError:
        return True
    return False


def header(layout: str) -> bytes:
    """Return the header line, empty for layouts that have none."""
    if layout not in DELIMITERS:
        return b""
    return csv_line({name: name for name in NAMES}, DELIMITERS[layout]).encode()


# What makes a spreadsheet compute a cell (OWASP: CSV injection), full-width in Japanese ones too. A quotation
# mark before it makes it text.
FORMULA = tuple("=+-@＝＋－＠\t\r")
DELIMITERS = {"csv": ",", "tsv": "\t"}
