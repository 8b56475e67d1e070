"""A summary as what an author pastes into a post: static text that needs nothing from its readers.

Source: the HTML Living Standard (aside, data-*), CommonMark 0.31 (HTML blocks end at a blank line, so there
is none inside the box), the block grammar of WordPress, the notations of Qiita (``:::note``) and Zenn
(``:::message``). Every form but note's carries the program's version and a hash of the article it was made
from, so that a tool can tell whether the box still fits. Leaves it to ``static/embed`` to do more with the
box in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from json import dumps
from typing import NamedTuple

from youten.model import Summary
from youten.writing.renderers import (
    HTML_SPECIALS,
    KEY_PHRASES,
    LABEL,
    METHOD,
    SEPARATOR,
    escape_markdown,
    on_one_line,
)

HASH_DIGITS = 16  # hexadecimal: 64 bits, plenty to notice a change by

BOX = """\
<{tag} class="youten" lang="ja"{name} data-youten="{version}" data-source="{source}"{style}>
<p><strong>{label}</strong> <small>{method}</small></p>
{headline}<ul>
{items}
</ul>
{phrases}</{tag}>
"""
# Reads on a light theme and on a dark one: a rule in the colour of the seal, everything else the blog's own.
HATENA_STYLE = ' style="margin:1.5em 0;padding:.75em 1em;border:1px solid;border-top:3px solid #b3361e"'

GROUP = """\
<!-- wp:group {attributes} -->
<aside class="wp-block-group youten" style="border-top-color:#b3361e;border-top-width:3px">\
{blocks}</aside>
<!-- /wp:group -->
"""
PARAGRAPH = "<!-- wp:paragraph -->\n<p>{html}</p>\n<!-- /wp:paragraph -->"
LIST = '<!-- wp:list -->\n<ul class="wp-block-list">{items}</ul>\n<!-- /wp:list -->'
ITEM = "<!-- wp:list-item -->\n<li>{html}</li>\n<!-- /wp:list-item -->"

CONTAINER = """\
{mark}
<!-- youten {version} {source} -->
**{label}** {method}

{headline}{items}{phrases}:::
"""
EMOJI_NAME = re.compile(r":(?=[A-Za-z0-9_+-]{1,40}:)")


class Origin(NamedTuple):
    """Where a box comes from: ``source_hash`` of the article's text, and the version that made it."""

    source: str
    version: str


def source_hash(text: str) -> str:
    """Give ``sha256:`` and 16 hexadecimal digits; line ends and outer white space make no difference."""
    from hashlib import sha256  # the browser needs it for nothing else, so it loads on request

    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "sha256:" + sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_DIGITS]


def as_embed(summary: Summary, origin: Origin) -> str:
    """Give an ``<aside>`` without a blank line in it, everything escaped. "" for an empty summary."""
    return _box(summary, origin, "aside", "", f' aria-label="{LABEL}"')


def as_hatena(summary: Summary, origin: Origin) -> str:
    """Give the box for Hatena Blog: a ``<div>`` with its own border, since no style sheet comes along."""
    return _box(summary, origin, "div", HATENA_STYLE, "")


def as_wordpress(summary: Summary, origin: Origin) -> str:
    """Give a group block as the editor would save it; version and hash are in the block's name."""
    if not summary.sentences:
        return ""
    attributes = {
        "tagName": "aside",
        "metadata": {"name": f"{LABEL} youten {origin.version} {origin.source}"},
        "className": "youten",
        "style": {"border": {"top": {"color": "#b3361e", "width": "3px"}}},
        "layout": {"type": "constrained"},
    }
    headline, items, phrases = _escaped(summary)
    blocks = [PARAGRAPH.format(html=f"<strong>{LABEL}</strong> <small>{METHOD}</small>")]
    blocks += [PARAGRAPH.format(html=f"<strong>{headline}</strong>")] if headline else []
    blocks.append(LIST.format(items="\n\n".join(ITEM.format(html=item) for item in items)))
    blocks += [PARAGRAPH.format(html=f"{KEY_PHRASES}: {phrases}")] if phrases else []
    # In a comment "--" would end it; the editor itself writes it so.
    text = dumps(attributes, ensure_ascii=False, separators=(",", ":")).replace("--", "\\u002d\\u002d")
    return GROUP.format(attributes=text, blocks="\n\n".join(blocks))


def as_qiita(summary: Summary, origin: Origin) -> str:
    """Give a ``:::note`` for Qiita; "" for an empty summary."""
    return _container(":::note info", summary, origin)


def as_zenn(summary: Summary, origin: Origin) -> str:
    """Give a ``:::message`` for Zenn; "" for an empty summary."""
    return _container(":::message", summary, origin)


def as_note(summary: Summary, origin: Origin) -> str:
    """Give plain lines for note, which keeps nothing but text: ``origin`` has no place in them."""
    del origin
    if not summary.sentences:
        return ""
    lines = [f"{LABEL}（{METHOD}）", *([on_one_line(summary.headline)] if summary.headline else [])]
    lines += [f"・{on_one_line(sentence)}" for sentence in summary.sentences]
    lines += [f"{KEY_PHRASES}: {SEPARATOR.join(summary.keyphrases)}"] if summary.keyphrases else []
    return "\n".join(lines) + "\n"


EMBEDS: Mapping[str, Callable[[Summary, Origin], str]] = {
    "embed": as_embed,
    "qiita": as_qiita,
    "zenn": as_zenn,
    "hatena": as_hatena,
    "wordpress": as_wordpress,
    "note": as_note,
}


def _escaped(summary: Summary) -> tuple[str, Sequence[str], str]:
    """Give headline, sentences and key phrases as HTML, each on one line."""
    headline = on_one_line(summary.headline).translate(HTML_SPECIALS) if summary.headline else ""
    items = [on_one_line(sentence).translate(HTML_SPECIALS) for sentence in summary.sentences]
    return headline, items, SEPARATOR.join(summary.keyphrases).translate(HTML_SPECIALS)


def _box(summary: Summary, origin: Origin, tag: str, style: str, name: str) -> str:
    if not summary.sentences:
        return ""
    headline, items, phrases = _escaped(summary)
    return BOX.format(
        tag=tag,
        name=name,
        version=origin.version.translate(HTML_SPECIALS),
        source=origin.source.translate(HTML_SPECIALS),
        style=style,
        label=LABEL,
        method=METHOD,
        headline=f"<p><b>{headline}</b></p>\n" if headline else "",
        items="\n".join(f"<li>{item}</li>" for item in items),
        phrases=f"<p>{KEY_PHRASES}: {phrases}</p>\n" if phrases else "",
    )


def _container(mark: str, summary: Summary, origin: Origin) -> str:
    if not summary.sentences:
        return ""
    headline = f"**{_notation(on_one_line(summary.headline))}**\n\n" if summary.headline else ""
    phrases = _notation(SEPARATOR.join(summary.keyphrases))
    return CONTAINER.format(
        mark=mark,
        version=origin.version,
        source=origin.source,
        label=LABEL,
        method=METHOD,
        headline=headline,
        items="".join(f"- {_notation(on_one_line(sentence))}\n" for sentence in summary.sentences),
        phrases=f"\n{KEY_PHRASES}: {phrases}\n" if phrases else "",
    )


def _notation(line: str) -> str:
    """Escape what CommonMark reads as markup, and formulas and emoji names, which these two know as well."""
    return EMOJI_NAME.sub(r"\\:", escape_markdown(line).replace("$", "\\$"))
