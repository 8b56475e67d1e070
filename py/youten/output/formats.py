"""A summary as plain text, Markdown, HTML and JSON. Source: CommonMark 0.31, the HTML Standard (aside)."""

from __future__ import annotations

from json import dumps

from youten.model import Article, Offset, Summary
from youten.output.escaping import escape_html, escape_markdown, on_one_line
from youten.output.words import KEY_PHRASES, LABEL, METHOD, SEPARATOR

ASIDE = """\
<aside class="youten" lang="ja" aria-label="{label}">
<p><strong>{label}</strong> <small>{method}</small></p>
{line}<ul>
{items}
</ul>{tail}
</aside>
"""


def as_text(summary: Summary) -> str:
    """Return the headline, one sentence a line, and the key phrases; "" for an empty summary."""
    lines = [summary.headline, *summary.sentences] if summary.headline else summary.sentences
    text = "".join(on_one_line(sentence) + "\n" for sentence in lines)
    return text + (f"{KEY_PHRASES}: {SEPARATOR.join(summary.keyphrases)}\n" if summary.keyphrases else "")


def as_markdown(summary: Summary) -> str:
    """Return a labelled list; the sentences' own special characters are escaped. "" for an empty summary."""
    items = "".join(f"- {_inert(on_one_line(sentence))}\n" for sentence in summary.sentences)
    if not items:
        return ""
    line = f"**{_inert(on_one_line(summary.headline))}**\n\n" if summary.headline else ""
    phrases = SEPARATOR.join(map(_inert, summary.keyphrases))
    tail = f"\n{KEY_PHRASES}: {phrases}\n" if phrases else ""
    return f"**{LABEL}**\n\n{line}{items}{tail}\n<small>{METHOD}</small>\n"


def as_html(summary: Summary) -> str:
    """Return an ``<aside>`` with its label and a list, everything escaped. "" for an empty summary."""
    if not summary.sentences:
        return ""
    items = "\n".join(f"<li>{escape_html(s.text)}</li>" for s in summary.sentences)
    line = f"<p><b>{escape_html(summary.headline.text)}</b></p>\n" if summary.headline else ""
    phrases = SEPARATOR.join(escape_html(phrase) for phrase in summary.keyphrases)
    tail = f"\n<p>{KEY_PHRASES}: {phrases}</p>" if phrases else ""
    return ASIDE.format(label=LABEL, method=METHOD, line=line, items=items, tail=tail)


def as_json(summary: Summary, article: Article) -> str:
    """Return ``as_mapping`` with offsets in code points, as one JSON text and a line break."""
    return dumps(as_mapping(summary, article), ensure_ascii=False, indent=2) + "\n"


def as_mapping(summary: Summary, article: Article, offset: Offset = int) -> dict[str, object]:
    """Return the summary in JSON types: the shape of the bridge's replies and of ``--format json``.

    ``offset`` turns source offsets in code points into the caller's unit. "form" says as what the
    text was read, "roles" lists its parts that are not running text.
    """
    return summary.to_dict(offset) | {"form": article.form, "roles": _roles(article, offset)}


def _inert(line: str) -> str:
    """Escape for Markdown whose HTML Vue reads as a template (VitePress): a tag parts the braces there."""
    return escape_markdown(line).replace("&#123;", "&#123;<wbr/>") if "{{" in line else escape_markdown(line)


def _roles(article: Article, offset: Offset) -> list[dict[str, object]]:
    text = article.text
    return [
        {"start": offset(text.starts[s.start]), "end": offset(text.ends[s.end - 1]), "role": s.role}
        for s in article.sentences
        if s.role not in ("body", "aside")
    ]
