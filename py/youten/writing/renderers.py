"""A summary as plain text, Markdown, HTML, and as the mapping that becomes JSON.

Source: CommonMark 0.31 (backslash escapes), the HTML Living Standard (aside).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from json import dumps

from youten.model import Article, Summary, SummarySentence

LABEL = "AI要約"
METHOD = "抽出型・端末内で処理"
KEY_PHRASES, SEPARATOR = "キーワード", "、"

ASIDE = """\
<aside class="youten" lang="ja" aria-label="{label}">
<p><strong>{label}</strong> <small>{method}</small></p>
{line}<ul>
{items}
</ul>{tail}
</aside>
"""
MARKDOWN_SPECIALS = str.maketrans({character: "\\" + character for character in "\\`*_[]<>&~|#"})
HTML_SPECIALS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def as_text(summary: Summary) -> str:
    """Give the headline if asked, one sentence per line, key phrases if asked; "" for an empty summary."""
    lines = [summary.headline, *summary.sentences] if summary.headline else summary.sentences
    text = "".join(on_one_line(sentence) + "\n" for sentence in lines)
    return text + (f"{KEY_PHRASES}: {SEPARATOR.join(summary.keyphrases)}\n" if summary.keyphrases else "")


def as_markdown(summary: Summary) -> str:
    """Give a labelled list; the sentences' own special characters are escaped. "" for an empty summary."""
    items = "".join(f"- {escape_markdown(on_one_line(sentence))}\n" for sentence in summary.sentences)
    if not items:
        return ""
    line = f"**{escape_markdown(on_one_line(summary.headline))}**\n\n" if summary.headline else ""
    phrases = SEPARATOR.join(escape_markdown(phrase) for phrase in summary.keyphrases)
    tail = f"\n{KEY_PHRASES}: {phrases}\n" if phrases else ""
    return f"**{LABEL}**\n\n{line}{items}{tail}\n<small>{METHOD}</small>\n"


def as_html(summary: Summary) -> str:
    """Give an ``<aside>`` with its label and a list, everything escaped. "" for an empty summary."""
    if not summary.sentences:
        return ""
    items = "\n".join(f"<li>{s.text.translate(HTML_SPECIALS)}</li>" for s in summary.sentences)
    line = f"<p><b>{summary.headline.text.translate(HTML_SPECIALS)}</b></p>\n" if summary.headline else ""
    phrases = SEPARATOR.join(phrase.translate(HTML_SPECIALS) for phrase in summary.keyphrases)
    tail = f"\n<p>{KEY_PHRASES}: {phrases}</p>" if phrases else ""
    return ASIDE.format(label=LABEL, method=METHOD, line=line, items=items, tail=tail)


def as_json(summary: Summary, article: Article) -> str:
    """Give ``as_mapping`` with offsets in code points, as one JSON text and a line break."""
    return dumps(as_mapping(summary, article), ensure_ascii=False, indent=2) + "\n"


def as_mapping(
    summary: Summary, article: Article, offset: Callable[[int], int] = lambda position: position
) -> dict[str, object]:
    """Give the summary as what JSON knows: the shape of the bridge's replies and of ``--format json``.

    ``offset`` turns source offsets in code points into the caller's unit. "roles" lists what of the article
    was recognised as something else than running text.
    """
    return {
        "title": summary.title,
        "sentences": [_sentence(sentence, offset) for sentence in summary.sentences],
        "articleChars": summary.article_chars,
        "summaryChars": summary.summary_chars,
        "compressionRate": summary.compression_rate,
        "notices": [{"code": notice.code, "message": notice.message} for notice in summary.notices],
        "roles": _roles(article, offset),
        "headline": _sentence(summary.headline, offset) if summary.headline else None,
        "keyphrases": list(summary.keyphrases),
    }


def _sentence(sentence: SummarySentence, offset: Callable[[int], int]) -> Mapping[str, object]:
    return {
        "text": sentence.text,
        "start": offset(sentence.start),
        "end": offset(sentence.end),
        "segments": [[offset(start), offset(end)] for start, end in sentence.segments],
        "trims": [
            {"start": offset(trim.start), "end": offset(trim.end), "rule": trim.rule}
            for trim in sentence.trims
        ],
        "score": sentence.score,
        "parts": dict(sentence.parts),
    }


def _roles(article: Article, offset: Callable[[int], int]) -> list[dict[str, object]]:
    text = article.text
    return [
        {"start": offset(text.starts[s.start]), "end": offset(text.ends[s.end - 1]), "role": s.role}
        for s in article.sentences
        if s.role != "body"
    ]


def on_one_line(sentence: SummarySentence) -> str:
    """Give the text without line breaks; one is kept in it where it is the space between Latin words."""
    return " ".join(sentence.text.splitlines())


def escape_markdown(line: str) -> str:
    """Escape what CommonMark would read as markup, list marks at the beginning included."""
    escaped = line.translate(MARKDOWN_SPECIALS)
    digits = len(escaped) - len(escaped.lstrip("0123456789"))
    if escaped[digits : digits + 1] in (".", ")") and digits:
        return escaped[:digits] + "\\" + escaped[digits:]
    return "\\" + escaped if escaped.startswith(("-", "+")) else escaped
