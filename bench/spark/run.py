"""Checks that Spark in local mode gives what ``youten batch`` gives: ``python3 build.py bench spark``.

There are two Python workers, eight partitions, and one bad row. Checked: the rows equal those of the batch,
in order within each partition, and every Python process loaded the analyser once. This is a command of its
own because Spark is 400 MB and runs on a JVM.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
import pyarrow.parquet

from batch import articles

if TYPE_CHECKING:
    import pandas

CORES, PARTITIONS, ROWS_AT_A_TIME = 2, 8, 20
BAD = 7  # the row without a text


def summaries_and_loads(folder: Path, source: Path) -> tuple[list[dict[str, Any]], list[tuple[int, int]]]:
    """Return the rows by partition and position, and per batch of rows (process id, analysers it loaded)."""
    from pyspark.sql import SparkSession

    from youten.batch.spark import SCHEMA, summarize_frames

    session = (
        SparkSession.builder.master(f"local[{CORES}]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(ROWS_AT_A_TIME))
        .getOrCreate()
    )
    try:
        session.sparkContext.setLogLevel("ERROR")
        given = (
            session.read.parquet(str(source)).repartitionByRange(PARTITIONS, "id").sortWithinPartitions("id")
        )
        given.mapInPandas(summarize_frames(), schema=SCHEMA).write.parquet(str(folder / "spark"))
        loads = given.mapInPandas(_loads(), schema="process long, analysers long").collect()
    finally:
        session.stop()
    parts = sorted((folder / "spark").glob("part-*.parquet"))
    rows = [row for part in parts for row in pyarrow.parquet.read_table(part).to_pylist()]
    return rows, [(row.process, row.analysers) for row in loads]


def _loads() -> Any:
    """Return a function that summarises and yields (process id, analysers loaded) for each batch of rows."""

    def tell(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        import os

        import pandas

        from youten.batch.spark import summarize_frames
        from youten.morphology import default_analyzer

        for _ in summarize_frames()(frames):
            made = default_analyzer.cache_info().misses
            yield pandas.DataFrame({"process": [os.getpid()], "analysers": [made]})

    return tell


def problems(
    rows: list[dict[str, Any]], expected: list[dict[str, Any]], loads: list[tuple[int, int]]
) -> list[str]:
    """Return the differences from the batch and from the expected number of loads."""
    found = []
    if rows != expected:
        different = sum(a != b for a, b in zip(rows, expected, strict=False))
        found.append(f"{different} of {len(rows)} rows differ from the batch's {len(expected)}")
    if {made for _, made in loads} != {1}:
        found.append("a process made the analyser more than once")
    if len({process for process, _ in loads}) > CORES:
        found.append("Spark did not keep its processes")
    return found


def main(arguments: list[str]) -> int:
    """Run both and compare; return 1 if they differ."""
    parser = argparse.ArgumentParser("spark", description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    count = parser.parse_args(arguments).articles
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        print("spark: Java 17 or later is needed (Debian: openjdk-17-jre-headless)")
        return 1
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        records = [{"id": n, "title": "", "text": articles.article(n, 300)} for n in range(count)]
        records[BAD]["text"] = None
        source, out = folder / "in.parquet", folder / "out.parquet"
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), source)
        batch = [sys.executable, "-m", "youten", "batch", str(source), "-o", str(out), "--quiet"]
        subprocess.run(batch, check=False)
        expected = pyarrow.parquet.read_table(out).to_pylist()
        expected = [{**row, "id": str(row["id"])} for row in expected]
        rows, loads = summaries_and_loads(folder, source)
    processes = len({process for process, _ in loads})
    print(f"spark: {len(rows)} rows, {sum(row['error'] is not None for row in rows)} bad")
    print(f"spark: {len(loads)} batches of rows by {processes} Python processes")
    wrong = problems(rows, expected, loads)
    print("spark:", "; ".join(wrong) if wrong else "identical to the batch, one analyser per process")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
