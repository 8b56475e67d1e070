"""Rewrites every ``roles.tsv`` and ``summary.txt``: ``PYTHONPATH=py python tests/articles/regenerate.py``.

The README shows summaries too: ``PYTHONPATH=py python tests/docs/examples.py`` rewrites those.
"""

from __future__ import annotations

from test_articles import as_table
from test_summaries import FOLDERS, OPTIONS, as_lines

from youten.morphology import default_analyzer
from youten.pipeline import summarize
from youten.reading import read


def main() -> None:
    """Write the current results; git shows what changed."""
    for folder in FOLDERS:
        page = (folder / "page.txt").read_text(encoding="utf-8")
        summary = summarize(page, options=OPTIONS, analyzer=default_analyzer())
        (folder / "roles.tsv").write_text(as_table(read(page)), encoding="utf-8", newline="\n")
        (folder / "summary.txt").write_text(as_lines(summary), encoding="utf-8", newline="\n")
        print(folder.name)


if __name__ == "__main__":
    main()
