"""A function for Spark's ``DataFrame.mapInPandas``: data frames of articles in, of summaries out.

    from youten.batch.spark import SCHEMA, summarize_frames

    articles.mapInPandas(summarize_frames(), schema=SCHEMA)

This module does not import Spark: it maps an iterator of pandas data frames, and the schema is text. The
analyser is created once per process, and Spark keeps its Python workers between tasks. Source:
PySpark's documentation of ``mapInPandas``. Needs pandas (``youten[spark]``), as ``mapInPandas`` does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from youten.batch.answers import answer_chunk
from youten.batch.model import LONGEST, STDIN, Record, Settings
from youten.batch.rows import COLUMNS
from youten.options import Options, check_options

if TYPE_CHECKING:
    import pandas

__all__ = ["SCHEMA", "summarize_frames"]

_TYPES = {
    "string": "string",
    "strings": "array<string>",
    "integer": "bigint",
    "integers": "array<bigint>",
    "number": "double",
}
SCHEMA = ", ".join(f"{column.name} {_TYPES[column.kind]}" for column in COLUMNS)

Frames = Callable[[Iterator["pandas.DataFrame"]], Iterator["pandas.DataFrame"]]


def summarize_frames(
    options: Options | None = None,
    *,
    id: str = "id",
    title: str | None = "title",
    text: str = "text",
) -> Frames:
    """Return the function for ``mapInPandas`` with the schema ``SCHEMA``.

    ``id``, ``title`` and ``text`` name columns; a missing title column is no fault, None asks for none. Every
    row gives one row, in order; a bad one has its code in ``error`` and its reason in ``message``. Raises
    ``YoutenError`` ("bad_option"), here and not on the workers.
    """
    chosen = options or Options()
    check_options(chosen)
    settings = Settings(chosen, "parquet", (id, title or "", text), "", LONGEST)

    def summarize(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        import pandas

        for frame in frames:
            answers = answer_chunk(_records(frame, settings), settings)
            rows = [json.loads(answer.data) for answer in answers]
            for row in rows:
                row["id"] = None if row["id"] is None else str(row["id"])
            # As objects: pandas turns empty columns into numbers, and integers into floats.
            columns = {
                column.name: pandas.Series([row[column.name] for row in rows], dtype=object)
                for column in COLUMNS
            }
            yield pandas.DataFrame(columns)

    return summarize


def _records(frame: pandas.DataFrame, settings: Settings) -> list[Record]:
    identity, title, text = settings.names
    ids, texts = frame[identity].tolist(), frame[text].tolist()
    titles = frame[title].tolist() if title in frame.columns else [None] * len(ids)
    rows = zip(ids, titles, texts, strict=True)
    return [Record(STDIN, n, "fields", tuple(map(_plain, fields)), 0) for n, fields in enumerate(rows, 1)]


def _plain(value: Any) -> Any:
    """Convert a value of pandas to Python: integers of numpy to int, NaN to None."""
    if isinstance(value, float) and value != value:
        return None
    return value.item() if hasattr(value, "item") else value
