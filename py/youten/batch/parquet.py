"""Parquet in and out, through pyarrow: the optional extra ``youten[parquet]``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from youten.batch.faults import fault, too_long
from youten.batch.messages import problem
from youten.batch.model import Input, Record, Settings
from youten.batch.rows import COLUMNS, ID

if TYPE_CHECKING:
    import pyarrow

ROWS_AT_A_TIME = 64  # rows read together: 64 MB of the longest articles
ROWS_IN_A_GROUP = 2048  # rows written together
BUFFER = 1 << 20  # bytes of a column read at a time


def check(lang: str) -> None:
    """Raise ``YoutenError`` ("needs_extra") unless pyarrow is installed."""
    try:
        import pyarrow.parquet  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise problem("needs_extra", lang, what="Parquet", extra="parquet") from error


def read(given: Input, settings: Settings) -> Iterator[Record]:
    """Yield the rows of a file; only the three columns are read."""
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(given.path, buffer_size=BUFFER, pre_buffer=False) as file:
            yield from _rows(given, file, settings)
    except pyarrow.ArrowException as error:
        yield fault(given, 0, "bad_parquet", settings, what=str(error).splitlines()[0])


def _rows(given: Input, file: Any, settings: Settings) -> Iterator[Record]:
    identity, title, text = settings.names
    names = file.schema_arrow.names
    missing = next((name for name in settings.needed if name not in names), None)
    if missing is not None:
        found = ", ".join(names) or "-"
        yield fault(given, 0, "no_column", settings, given.size or 0, what=missing, found=found)
        return
    columns = [name for name in (identity, title, text) if name in names]
    size = (given.size or 0) // max(file.metadata.num_rows, 1)
    number = 0
    for batch in file.iter_batches(batch_size=ROWS_AT_A_TIME, columns=columns, use_threads=False):
        none = [None] * batch.num_rows
        found_columns = (batch.column(name).to_pylist() if name in names else none for name in settings.names)
        for fields in zip(*found_columns, strict=True):
            number += 1
            if isinstance(fields[2], str) and len(fields[2].encode()) > settings.longest:
                yield too_long(given, number, settings, size)
            else:
                yield Record(given.path, number, "fields", fields, size)


def write(path: Path, lines: Iterable[bytes], *, integers: bool) -> None:
    """Write lines of JSON, each a flat row, as Parquet. ``integers``: ids are int64, else strings."""
    import pyarrow.parquet

    shape = schema(integers=integers)
    rows = iter(lines)
    with pyarrow.parquet.ParquetWriter(path, shape, compression="zstd") as writer:
        while group := list(islice(rows, ROWS_IN_A_GROUP)):
            found = [json.loads(line) for line in group]
            if not integers:
                found = [{**row, ID: None if row[ID] is None else str(row[ID])} for row in found]
            writer.write_table(pyarrow.Table.from_pylist(found, schema=shape))


def schema(*, integers: bool) -> pyarrow.Schema:
    """Return the columns of ``rows`` as an Arrow schema."""
    import pyarrow

    kinds = {
        "string": pyarrow.string(),
        "strings": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "integers": pyarrow.list_(pyarrow.int64()),
        "number": pyarrow.float64(),
    }
    fields = [pyarrow.field(column.name, kinds[column.kind]) for column in COLUMNS]
    if integers:
        fields[0] = pyarrow.field(ID, pyarrow.int64())
    return pyarrow.schema(fields)
