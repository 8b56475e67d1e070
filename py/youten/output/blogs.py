"""A summary as a box that an author pastes into a post: static text that loads nothing.

Source: the HTML Standard (aside, data-*), CommonMark 0.31 (HTML blocks end at a blank line, so a box holds
none), the block grammar of WordPress, the notations of Hatena Blog, Qiita (``:::note``) and Zenn
(``:::message``). A sentence may hold what these read as a command; it leaves as text.
Every form but note's carries its ``Origin``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from json import dumps

from youten.model import Summary
from youten.output.escaping import escape_html, escape_markdown, on_one_line
from youten.output.origin import Origin
from youten.output.words import KEY_PHRASES, LABEL, METHOD, SEPARATOR

BOX = """\
<{tag} class="youten" lang="ja"{name} data-youten="{version}" data-source="{source}"{style}>
<p><strong>{label}</strong> <small>{method}</small></p>
{headline}<ul>
{items}
</ul>
{phrases}</{tag}>
"""
# Readable on light and dark themes: one red rule, everything else in the blog's own colours.
BOX_STYLE = ' style="margin:1.5em 0;padding:.75em 1em;border:1px solid;border-top:3px solid #b3361e"'

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
**{label}** {method} <!-- youten {version} {source} -->

{headline}{items}{phrases}:::
"""
EMOJI_NAME = re.compile(r":(?=(?:\\?[A-Za-z0-9_+-]){1,40}:)")  # its underlines are escaped
# Hatena's footnotes ((…)), and its links by name: id:…, tex:…, https:…
HATENA_NOTATION = re.compile(r"\((?=\()|(?<=\()\(|(?<=[A-Za-z]):")
# Qiita looks for @name and :emoji: in the finished text, where an escape does not help; an element does.
QIITA_MENTION = re.compile(r"(?<![A-Za-z0-9_])@(?=\\?[A-Za-z0-9_])")


def as_embed(summary: Summary, origin: Origin, *, style: bool = False) -> str:
    """Return an ``<aside>`` without a blank line in it, everything escaped. "" for an empty summary.

    With ``style`` it has its own border, for sites whose style sheet knows nothing of it.
    """
    return _box(summary, origin, "aside", BOX_STYLE if style else "", f' aria-label="{LABEL}"')


def as_hatena(summary: Summary, origin: Origin) -> str:
    """Return the box for Hatena Blog: a ``<div>`` with its own border, for it has no style sheet."""
    return _box(summary, origin, "div", BOX_STYLE, "", _hatena)


def as_wordpress(summary: Summary, origin: Origin) -> str:
    """Return a group block as the editor would save it; version and hash are in the block's name."""
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
    # "--" would end the comment; the editor escapes it the same way.
    text = dumps(attributes, ensure_ascii=False, separators=(",", ":")).replace("--", "\\u002d\\u002d")
    return GROUP.format(attributes=text, blocks="\n\n".join(blocks))


def as_qiita(summary: Summary, origin: Origin) -> str:
    """Return a ``:::note`` for Qiita; "" for an empty summary."""
    return _container(":::note info", summary, origin, _qiita)


def as_zenn(summary: Summary, origin: Origin) -> str:
    """Return a ``:::message`` for Zenn; "" for an empty summary."""
    return _container(":::message", summary, origin, _zenn)


def as_note(summary: Summary, origin: Origin) -> str:
    """Return plain lines for note, which keeps text only, so ``origin`` is left out."""
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


def _escaped(summary: Summary, escape: Callable[[str], str] = escape_html) -> tuple[str, Sequence[str], str]:
    """Return headline, sentences and key phrases, escaped, each on one line."""
    headline = escape(on_one_line(summary.headline)) if summary.headline else ""
    items = [escape(on_one_line(sentence)) for sentence in summary.sentences]
    return headline, items, escape(SEPARATOR.join(summary.keyphrases))


def _box(
    summary: Summary,
    origin: Origin,
    tag: str,
    style: str,
    name: str,
    escape: Callable[[str], str] = escape_html,
) -> str:
    if not summary.sentences:
        return ""
    headline, items, phrases = _escaped(summary, escape)
    return BOX.format(
        tag=tag,
        name=name,
        version=escape_html(origin.version),
        source=escape_html(origin.source),
        style=style,
        label=LABEL,
        method=METHOD,
        headline=f"<p><b>{headline}</b></p>\n" if headline else "",
        items="\n".join(f"<li>{item}</li>" for item in items),
        phrases=f"<p>{KEY_PHRASES}: {phrases}</p>\n" if phrases else "",
    )


def _container(mark: str, summary: Summary, origin: Origin, escape: Callable[[str], str]) -> str:
    if not summary.sentences:
        return ""
    headline, items, phrases = _escaped(summary, escape)
    return CONTAINER.format(
        mark=mark,
        version=origin.version,
        source=origin.source,
        label=LABEL,
        method=METHOD,
        headline=f"**{headline}**\n\n" if headline else "",
        items="".join(f"- {item}\n" for item in items),
        phrases=f"\n{KEY_PHRASES}: {phrases}\n" if phrases else "",
    )


def _hatena(line: str) -> str:
    """Escape HTML, and what Hatena reads as its own notation between the tags."""
    return HATENA_NOTATION.sub(lambda found: f"&#{ord(found[0])};", escape_html(line))


def _zenn(line: str) -> str:
    """Escape what CommonMark reads as markup, and Zenn as an emoji."""
    return EMOJI_NAME.sub(r"\\:", escape_markdown(line))


def _qiita(line: str) -> str:
    """Escape what CommonMark reads as markup; part what Qiita reads as an emoji or a mention."""
    parted = EMOJI_NAME.sub("<span>:</span>", escape_markdown(line))
    return QIITA_MENTION.sub("<span>@</span>", parted)
