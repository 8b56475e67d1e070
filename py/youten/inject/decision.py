"""Decide whether a file should have a box, whether the one it has still fits, and what a new one says.

A box carries two hashes: of the article it was made from (with the title and the options), and of its own
text. So a check costs one reading of the file and no analysis, and tells an edited article from an edited
box. Leaves it to ``markdown`` and ``html`` to find and place it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from youten import __version__
from youten.documents.article import ArticleText
from youten.inject.model import Outcome, Settings
from youten.model import Summary
from youten.morphology import Analyzer
from youten.output import EMBEDS, Origin, as_embed, source_hash
from youten.pipeline import analyze, compose

# Notices of articles for which a box would be empty or no shorter than the article.
NO_BOX = ("empty", "no_sentence", "not_japanese", "already_short", "budget_too_small")


class FoundBox(NamedTuple):
    """The box that a file has. Hashes are "" in a mark without them: a place that the author prepared."""

    source: str
    version: str
    digest: str  # of the box's text when it was made
    actual: str  # of the box's text now


class Decision(NamedTuple):
    """``summary`` is set if a box is to be written, with ``origin`` for its mark."""

    outcome: Outcome
    summary: Summary | None = None
    origin: Origin = Origin("", "")


def text_digest(text: str) -> str:
    """Hash a box's text; white space does not count, so that a formatter may wrap its lines."""
    return source_hash("".join(text.split()))


def article_hash(article: ArticleText, settings: Settings) -> str:
    """Hash what a box depends on: the article's text and title, and the options that shape the box."""
    shape = settings.options._replace(lang="ja")  # the language of notices is not part of a box
    style = "style\n" if settings.style else ""
    return source_hash(f"{shape!r}\n{style}{article.title}\n\n{article.text}")


def decide(
    article: ArticleText, found: FoundBox | None, settings: Settings, analyzer: Callable[[], Analyzer]
) -> Decision:
    """Decide what happens to a file's box. ``analyzer`` is called only if the article must be analysed."""
    if settings.mode == "remove":
        return Decision(Outcome("removed") if found and found.digest else Outcome("left", "no_box"))
    source = article_hash(article, settings)
    if found and found.digest and (settings.mode == "check" or not settings.refresh):
        if found.digest != found.actual:
            return Decision(Outcome("problem", "edited_box"))
        if found.source == source:
            return Decision(Outcome("kept"))
        if settings.mode == "check":
            return Decision(Outcome("updated", "stale"))
    analyzed = analyze(article.text, article.title, analyzer(), notation=article.notation)
    if any(sentence.role == "summary" for sentence in analyzed.article.sentences):
        return _without(found, "other_box")
    summary = compose(analyzed, settings.options)
    against = next((notice.code for notice in summary.notices if notice.code in NO_BOX), None)
    if against:
        return _without(found, against)
    fresh = found is None or not found.digest
    return Decision(Outcome("added" if fresh else "updated"), summary, Origin(source, __version__))


def rendered(form: str, summary: Summary, origin: Origin, *, style: bool) -> str:
    """Return a box in one of the notations of ``youten.output``, without a line end after it."""
    box = as_embed(summary, origin, style=style) if form == "embed" else EMBEDS[form](summary, origin)
    return box.rstrip("\n")


def _without(found: FoundBox | None, reason: str) -> Decision:
    """Return the outcome without a box: an existing box is deleted, a prepared place stays."""
    gone = found is not None and found.digest
    return Decision(Outcome("removed" if gone else "left", reason))
