"""Blocks of Markdown that are no prose, and what belongs to them.

Code, HTML, tables, pictures with their captions, formulas, comments, definitions, embeds, tags of template
engines and the lines of containers, whose text stays. Source: as ``markdown_lines``.
"""

from __future__ import annotations

import re

from youten.markup.values import Paragraphs

QUOTE = re.compile(" {0,3}(?:> ?)+")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BOX_END = re.compile("<!-- youten:end")
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    r"|main|menu|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|track|ul)(?:[\s/>]|$)",
    re.IGNORECASE,
)
_RAW_TAG = re.compile(r"<(pre|script|style|textarea|svg)(?:[\s>]|$)", re.IGNORECASE)
_LONE_TAG = re.compile(r"</?[A-Za-z][\w.:-]*(?:\s[^<>]*)?/?>\s*$")
# A tag of a template engine or a shortcode; the limit keeps the search linear.
_TEMPLATE = re.compile(r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}")
_TEMPLATE_NAME = re.compile(r"\{[{%][<%-]?\s*([\w-]+)")
_CODE_TAGS = frozenset([
    "codeblock", "code", "highlight", "mermaid", "math", "katex", "chart", "comment", "prettify",
])  # fmt: skip
_CODE_CONTAINERS = re.compile(
    r":::+\s*\{?(?:code|code-block|literalinclude|math|mermaid|figure|image|table|toc)"
)
_TEXT_DIRECTIVE = re.compile(
    r"\s*\{(?:note|warning|tip|important|hint|caution|danger|seealso|admonition|attention|error|dropdown|epigraph)\}"
)
_CONTAINER = re.compile(r""":::|(?:!!!|\?\?\?\+?)[ \t]+\w|===[!+]?[ \t]+["'“]""")
_INDENTING = ("!!!", "???", "===")
_NOTE = re.compile(r"\[\^[^\[\]]{1,100}\]:")
_DEFINITION = re.compile(r"\[([^\[\]^]{1,300})\]:[ \t]*\S")
_DROPPED = re.compile(
    r"\*\[[^\[\]]{1,100}\]:.*"  # an abbreviation
    r"|\([\w-]+\)=\s*"  # a target of MyST
    r"|\{[:#.][^{}]*\}\s*"  # an attribute list
    r"|\[\[?_?toc_?\]?\]\s*|@\[[\w-]+\]\(.*\)\s*|%\[[\w-]*\]\(.*\)\s*"  # a table of contents, an embed
    r"|\[?<?https?://[!-~]+\s*|\[!\w+\][+-]?.*"  # an address, a callout's mark
    r"|#[^\s#。、]+(?:[ \t]+#[^\s#。、]+)*[ \t]*"  # tags
    r"|(?:import|export)\s[^。、]*(?:\sfrom\s+['\"]|[={]).*",  # MDX
    re.IGNORECASE,
)
_PICTURE = r"!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]|)|!\[\[[^\[\]]*\]\]"
_PICTURES = re.compile(
    rf"(?:(?:{_PICTURE}|\[(?:{_PICTURE})\](?:\([^()]*\)|\[[^\[\]]*\]))(?:\{{[^{{}}]*\}})?\s*)+"
)
_CAPTION = re.compile(r"([*_])(?!\1)\S.*(?<!\1)\1\s*|Table:.*|:\s.*", re.IGNORECASE)
_DELIMITER = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)*+$")

_TABLE_END = re.compile(r"[ \t]*(?:$|#{1,6}[ \t]|[-*+][ \t]|[0-9]{1,9}[.)][ \t]|```|~~~|<)")


class Dropping(Paragraphs):
    """Goes through lines and leaves out what is no prose."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.labels: set[str] = set()  # of reference links, casefolded
        self.contents: list[int] = []  # columns where the text of the open items begins
        self.note = False  # whether a footnote goes on
        self._fences: list[str] = []  # of open containers
        self._missing: set[str] = set()  # ends that were searched for in vain

    def drops(self, start: int, line: str, body: str) -> bool:
        """Drop a line that is no prose, and what belongs to it."""
        if self._fences and body.rstrip() == self._fences[-1]:
            self._fences.pop()
            self.drop(start, line)
            return True
        kind = body[0]
        if kind in "`~" and (fence := _FENCE.match(body)):
            return self._fence(start, line, body, (fence[1] or fence[2]))
        if kind == "<" and self._markup(start, line, body):
            return True
        if kind == "{" and self._template(start, line, body):
            return True
        for mark in ("$$", "\\[", "%%"):
            if body.startswith(mark) and self._between(start, line, body, mark):
                return True
        return self._single(start, line, body)

    def container(self, start: int, line: str, body: str, indent: int) -> bool:
        """Drop the line of a container; its text stays, unless it is code."""
        if not _CONTAINER.match(body):
            return False
        self.leave(indent)
        if _CODE_CONTAINERS.match(body):
            self.skip_until(lambda later: later.strip(" :") == "" and ":::" in later)
        elif body.startswith(_INDENTING):
            self.contents.append(indent + 4)
        self.drop(start, line)
        return True

    def leave(self, indent: int) -> None:
        """Close the items that a column is not within."""
        while self.contents and indent < self.contents[-1]:
            self.contents.pop()

    def _single(self, start: int, line: str, body: str) -> bool:
        """Drop a line that is something on its own."""
        if _NOTE.match(body):
            self.note = True
            self.drop(start, line)
            self.end = 0
            return True
        if self.end < 0 and (definition := _DEFINITION.match(body)):
            self.labels.add(" ".join(definition[1].casefold().split()))
            self.drop(start, line)
            return True
        if _RULE.match(body) or _DROPPED.fullmatch(body):
            self.drop(start, line)
            return True
        if _PICTURES.fullmatch(body):
            self.gone(start, line, "picture")
            return True
        if self.before in ("picture", "table") and self.end < 0 and _CAPTION.fullmatch(body):
            self.gone(start, line, self.before)
            return True
        return "|" in body and self._table(start, line)

    def _table(self, start: int, line: str) -> bool:
        """Drop a table, whose second line is of dashes and bars; it ends where another block begins."""
        begin = start + len(line) + 1
        end = self.text.find("\n", begin)
        following = _unquoted(self.text[begin : end if end >= 0 else len(self.text)])
        if "|" not in following or not _DELIMITER.match(following):
            return False
        quoted = _unquoted(line) is not line
        self.skip_until(
            lambda later: _TABLE_END.match(_unquoted(later)) or (QUOTE.match(later) and not quoted),
            keeps=True,
        )
        self.gone(start, line, "table")
        return True

    def _fence(self, start: int, line: str, body: str, fence: str) -> bool:
        if _TEXT_DIRECTIVE.match(body, len(fence)):
            self._fences.append(fence)
            self.drop(start, line)
            return True

        def closes(later: str) -> bool:
            bare = _unquoted(later).strip()
            return len(bare) >= len(fence) and not bare.strip(fence[0])

        self.skip_until(closes)
        self.gone(start, line, "code")
        return True

    def _markup(self, start: int, line: str, body: str) -> bool:
        """Drop comments and HTML as CommonMark delimits them, our own box too."""
        if body.startswith("<!--"):
            if body.startswith("<!-- youten:begin") and self._follows(_BOX_END, start):
                self.skip_until(_BOX_END.search)
            elif "-->" not in body:
                self.skip_until(lambda later: "-->" in later)
            elif body[body.index("-->") + 3 :].strip():
                return False
            self.drop(start, line)
            return True
        if raw := _RAW_TAG.match(body):
            end = f"</{raw[1].lower()}"
            if end not in body.lower():
                self.skip_until(lambda later: end in later.lower())
            self.gone(start, line, "code")
            return True
        if _BLOCK_TAG.match(body) or (self.end < 0 and _LONE_TAG.match(body)):
            self.skip_until(lambda later: not later.strip())
            self.gone(start, line, "html")
            return True
        return False

    def _template(self, start: int, line: str, body: str) -> bool:
        """Drop a line of nothing but tags of template engines, with the code between them."""
        if body.startswith("{/*"):
            return self._between(start, line, body, "{/*", "*/}")
        if _TEMPLATE.sub("", body).strip():
            return False
        name = _TEMPLATE_NAME.match(body)
        if name and name[1].lower() in _CODE_TAGS:
            end = re.compile(rf"\{{%-?\s*end{name[1]}\b|\{{\{{[<%]\s*/\s*{name[1]}\b")
            if not end.search(body) and self._follows(end, start + len(line)):
                self.skip_until(end.search)
            self.gone(start, line, "code")
        else:
            self.drop(start, line)
        return True

    def _between(self, start: int, line: str, body: str, mark: str, end: str = "") -> bool:
        """Drop what is between two marks, from a line that begins with the first one."""
        end = end or {"\\[": "\\]"}.get(mark, mark)
        found = body.find(end, len(mark))
        if found >= 0 and body[found + len(end) :].strip():
            return False  # within a line of text
        if found < 0:
            if not self._follows(re.compile(re.escape(end)), start + len(line)):
                return False
            self.skip_until(lambda later: end in later)
        self.gone(start, line, "comment" if mark in ("%%", "{/*") else "formula")
        return True

    def _follows(self, end: re.Pattern[str], at: int) -> bool:
        """Return whether an end follows; else a mark would take all of the text with it."""
        if end.pattern not in self._missing and end.search(self.text, at):
            return True
        self._missing.add(end.pattern)
        return False

    def gone(self, start: int, line: str, kind: str) -> None:
        """Leave a block of a kind out."""
        self.drop(start, line)
        if kind != "comment":
            self.before = kind


def _unquoted(line: str) -> str:
    mark = QUOTE.match(line)
    return line[mark.end() :] if mark else line
