"""youten (要点): the main points of a Japanese article, as a few short sentences of its own.

>>> from youten import Options, summarize
>>> summary = summarize(text, title="…", options=Options(sentences=3))

The functions load the analyser when they are first called, so importing this package costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from youten.model import Summary, SummarySentence, YoutenError
from youten.options import DEFAULT, Options

TYPE_CHECKING = False  # type checkers take it for true; importing typing for it would cost the browser time
if TYPE_CHECKING:
    from youten.morphology import Analyzer

__version__ = "0.1.0"
__all__ = ["Options", "Summary", "SummarySentence", "YoutenError", "summarize", "summarize_many"]


def summarize(
    source: str, *, title: str = "", options: Options = DEFAULT, analyzer: Analyzer | None = None
) -> Summary:
    """Summarise an article; any string is accepted. Raises ``YoutenError`` ("bad_option", "bad_request")."""
    from youten import pipeline

    return pipeline.summarize(source, title=title, options=options, analyzer=analyzer)


def summarize_many(
    texts: Iterable[str], *, options: Options = DEFAULT, jobs: int | None = None
) -> Iterator[Summary]:
    """Yield the summaries of ``texts`` in their order, read ahead by a few texts only.

    ``jobs`` processes do the work; None: one per core, 1: none besides this one. ``YoutenError``
    ("bad_option") at once, "bad_request" at a text that is none.
    """
    from youten import many

    return many.summarize_many(texts, options=options, jobs=jobs)
