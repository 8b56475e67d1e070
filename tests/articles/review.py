"""Makes a page for reviewers with each source beside its summary.

``PYTHONPATH=py python tests/articles/review.py OUT.html``
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from string import Template

from test_summaries import FOLDERS, HERE, OPTIONS

from youten.model import Summary
from youten.morphology import default_analyzer
from youten.pipeline import summarize

SECTION = Template(
    "<section><h2>$name</h2><pre>$source</pre><aside><p><b>$headline</b></p><ol>$items</ol>"
    "<p>$phrases</p><p>$chars characters, $notices</p></aside></section>"
)


def marked(source: str, summary: Summary) -> str:
    """Return the source as HTML: shown parts marked, cut parts struck out."""
    tags = [(a, b, "mark") for s in summary.sentences for a, b in s.segments]
    tags += [(t.start, t.end, "del") for s in summary.sentences for t in s.trims]
    parts, here = [], 0
    for start, end, tag in sorted(tags):
        parts += [escape(source[here:start]), f"<{tag}>{escape(source[start:end])}</{tag}>"]
        here = end
    return "".join([*parts, escape(source[here:])])


def section(folder: Path) -> str:
    """Return one article's section of the page."""
    source = (folder / "page.txt").read_text(encoding="utf-8")
    summary = summarize(source, options=OPTIONS, analyzer=default_analyzer())
    return SECTION.substitute(
        name=folder.name,
        source=marked(source, summary),
        headline=escape(summary.headline.text if summary.headline else "–"),
        items="".join(f"<li>{escape(s.text)}</li>" for s in summary.sentences),
        phrases=escape("、".join(summary.keyphrases)),
        chars=summary.summary_chars,
        notices=" ".join(notice.code for notice in summary.notices) or "no notice",
    )


def main() -> None:
    """Write the page to the given path."""
    page = Template((HERE / "review.html").read_text(encoding="utf-8"))
    text = page.substitute(sections="\n".join(map(section, FOLDERS)))
    Path(sys.argv[1]).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
