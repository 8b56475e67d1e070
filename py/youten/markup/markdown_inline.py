"""Markdown, second step: the words of each line, without marks, addresses, notes and tags.

Source: CommonMark 0.31, GitHub's strikethrough, and the notations of generators and notebooks: footnotes,
attribute lists, shortcodes and Liquid, JSX, MyST's roles, formulas, ==marks==, ++keys++, :icons:,
[[links|words]], %%comments%%, {ruby|readings}. What is shown but has no text here becomes ``HOLE``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Set

from youten.markup.entities import entity
from youten.markup.values import HOLE
from youten.offsets import Edit

_TOKEN = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`+|<|\{|!?\[|\]|\$+|\*+|_+|~~|==|\+\+|%%|\^\^|\^\[|\(\(|&#?\w{1,10};|:[a-z][a-z0-9_+-]{1,30}:"
)
_TEMPLATE = r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}"
_ADDRESS = re.compile(
    rf"\([ \t]*+(?:<[^<>]{{0,1000}}>|(?:{_TEMPLATE}|[^()\s<{{]|\{{|\([^()\s]{{0,200}}\))*+)"
    r"(?:[ \t]++(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)|=\d*x?\d*%?))*+[ \t]*+\)"
)
_NOTE = re.compile(r"\[\^[^\[\]]{1,200}\]|\[-?@[^\[\]]{1,200}\]|\[\[?_?toc_?\]?\]", re.IGNORECASE)
_INLINE_NOTE = re.compile(r"\^\[[^\[\]]{0,500}\]")
_ASIDE = re.compile(r"\(\([^()]{1,300}\)\)")
_WIKI = re.compile(r"\[\[([^\[\]|]{1,200})(?:\|([^\[\]|]{1,200}))?\]\]")
_LABEL = re.compile(r"\[([^\[\]]{0,300})\]")
_ROLE = re.compile(r"\{([a-z][\w:-]{0,40})\}(?=`)")
_ROLES_WITHOUT_WORDS = frozenset(["math", "eq", "cite", "cite:p", "cite:t", "numref", "download"])
_ATTRIBUTES = re.compile(r"\{:?\s*[.#:][^{}]{0,300}\}|\{:\s*+\}")
_RUBY = re.compile(r"\{([^{}|]{1,30})((?:\|[ぁ-んァ-ヶー・ ]{1,30})+)\}")
_EXPRESSION = re.compile(r"\{[A-Za-z_$][\w.$]{0,100}(?:\([^(){}]{0,100}\)|\[[^\[\]{}]{0,100}\])?\}")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9.:-]*)((?:\s[^<>]*)?)>")
_LINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
_SILENT = re.compile(r"\{%-?\s*(?:raw|endraw|end\w+)\b|\{\{[<%]\s*/")
_UNSEEN = frozenset(["rt", "rp", "script", "style", "template"])  # their contents are no part of a sentence
_REPLACED = frozenset([
    "svg", "math", "button", "select", "textarea", "iframe", "video", "audio", "object", "canvas",
    "del", "s", "strike", "img", "input", "embed",
])  # fmt: skip
_VOID = frozenset(["img", "input", "embed"])
_PLAIN_FORMULA = re.compile(r"(?:[^\W_]|[ .,+=<>()%/-])+")


def words(text: str, labels: Set[str]) -> Iterator[Edit]:
    """Return the edits, in order; ``labels`` are those of reference links, casefolded."""
    at = 0
    for line in text.split("\n"):
        if "#" in line or _TOKEN.search(line):
            yield from _Line(text, at, at + len(line), labels).run()
        at += len(line) + 1


def _outermost(edits: list[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if edit[0] >= end:
            end = edit[1]
            yield edit


def _without_tags(line: str) -> int:
    """Return where a line ends without the #tags of a notebook behind its last sentence."""
    end = len(line.rstrip())
    while end:
        begin = line.rfind("#", 0, end)
        if begin < 1 or line[begin - 1] not in " \t" or len(line[begin:end].split()) != 1 or begin + 1 == end:
            break
        end = begin
        while end and line[end - 1] in " \t":
            end -= 1
    return end if line[end - 1 : end] in ("。", "！", "？", "!", "?", ".") else len(line)


class _Line:
    """One line of a text, gone through from left to right."""

    def __init__(self, text: str, start: int, end: int, labels: Set[str]) -> None:
        bare = start + _without_tags(text[start:end])
        self.edits: list[Edit] = [(bare, end, "")] if bare < end else []
        self.text, self.start, self.end = text, start, bare
        self._labels = labels
        self._brackets: list[tuple[int, bool]] = []  # (offset, whether of a picture)
        self._marks: dict[str, list[int]] = {}  # mark -> where it was opened
        self._ticks: dict[int, list[int]] | None = None  # length -> where runs of that length are
        self._missing: set[str] = set()  # ends that were searched for in vain

    def run(self) -> list[Edit]:
        at = self.start
        while token := _TOKEN.search(self.text, at, self.end):
            at = _ENDS.get(token.group()[0], _Line._emphasis)(self, token.start(), token)
        return list(_outermost(self.edits))

    def _cut(self, start: int, end: int, new: str = "") -> int:
        """Replace a stretch; return its end. What is replaced within it does not count."""
        self.edits.append((start, end, new))
        return end

    def _find(self, what: str, at: int) -> int:
        """Search for what ends something; only once for what is missing."""
        if what in self._missing:
            return -1
        found = self.text.find(what, at, self.end)
        if found < 0:
            self._missing.add(what)
        return found

    def _gone(self, pattern: re.Pattern[str], at: int, step: int) -> int:
        found = pattern.match(self.text, at, self.end)
        return self._cut(at, found.end()) if found else at + step

    def _aside(self, at: int, _: re.Match[str]) -> int:
        return self._gone(_ASIDE, at, 2)

    def _escape(self, at: int, _: re.Match[str]) -> int:
        self._cut(at, at + 1)
        return at + 2

    def _code(self, at: int, token: re.Match[str]) -> int:
        """Drop the marks of code, keep its text; behind a role only the words of a link."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.compile("`+").finditer(self.text, self.start, self.end):
                self._ticks.setdefault(len(run.group()), []).append(run.start())
        size, begin = len(token.group()), token.end()
        runs = self._ticks.get(size, [])
        index = bisect_left(runs, begin)
        if index == len(runs):
            return begin
        close = runs[index]
        self._cut(at, begin)
        if at > self.start and self.text[at - 1] == "}" and self.edits[-2:-1] and self.edits[-2][1] == at:
            target = self.text.rfind("<", begin + 1, close) if self.text[close - 1] == ">" else -1
            if target >= 0:
                self._cut(begin + len(self.text[begin:target].rstrip()), close)
        self._cut(close, close + size)
        return close + size

    def _tag(self, at: int, _: re.Match[str]) -> int:
        text = self.text
        if text.startswith("<!--", at):
            end = self._find("-->", at + 4)
            return self._cut(at, end + 3) if end >= 0 else at + 1
        if link := _LINK.match(text, at, self.end):
            self._cut(at, at + 1)
            return self._cut(link.end() - 1, link.end())
        tag = _TAG.match(text, at, self.end)
        if not tag:
            return at + 1
        name = tag[2].lower()
        if name == "br":
            return self._cut(at, tag.end(), "\n")
        shown = name in _REPLACED or (tag[2][0].isupper() and tag[3].endswith("/"))
        if tag[1] or not (shown or name in _UNSEEN):
            return self._cut(at, tag.end())
        end = tag.end()
        if name not in _VOID and not tag[3].endswith("/"):
            closing = self._find(f"</{tag[2]}>", end)
            end = closing + len(name) + 3 if closing >= 0 else end
        return self._cut(at, end, HOLE if shown else "")

    def _brace(self, at: int, _: re.Match[str]) -> int:
        text = self.text
        for begin, finish in (("{{", "}}"), ("{%", "%}"), ("{/*", "*/}")):
            if text.startswith(begin, at):
                end = text.find(finish, at + 2, min(self.end, at + 500))
                if end < 0:
                    return at + 2
                silent = begin == "{/*" or _SILENT.match(text, at)
                return self._cut(at, end + len(finish), "" if silent else HOLE)
        if role := _ROLE.match(text, at, self.end):
            return self._cut(at, role.end(), HOLE if role[1] in _ROLES_WITHOUT_WORDS else "")
        if ruby := _RUBY.match(text, at, self.end):
            self._cut(at, at + 1)
            return self._cut(ruby.start(2), ruby.end())
        for pattern, new in ((_ATTRIBUTES, ""), (_EXPRESSION, HOLE)):
            if found := pattern.match(text, at, self.end):
                return self._cut(at, found.end(), new)
        return at + 1

    def _bracket(self, at: int, token: re.Match[str]) -> int:
        opening = token.end() - 1
        picture = opening > at
        if not picture and (note := _NOTE.match(self.text, at, self.end)):
            return self._cut(at, note.end())
        if wiki := _WIKI.match(self.text, opening, self.end):
            if picture:
                return self._cut(at, wiki.end(), HOLE)
            self._cut(at, wiki.start(2) if wiki[2] else at + 2)
            return self._cut(wiki.end() - 2, wiki.end())
        self._brackets.append((at, picture))
        return token.end()

    def _close(self, at: int, _: re.Match[str]) -> int:
        """End a link or a picture, if the bracket is one's."""
        if not self._brackets:
            return at + 1
        begin, picture = self._brackets.pop()
        address = _ADDRESS.match(self.text, at + 1, self.end)
        end = address.end() if address else 0
        inside = self.text[begin + 1 + picture : at] if at - begin <= 300 else ""
        if not end and (label := _LABEL.match(self.text, at + 1, self.end)):
            end = label.end() if self._is_label(label[1] or inside) else 0
        if not end and self._is_label(inside):
            end = at + 1
        if not end and (attributes := _ATTRIBUTES.match(self.text, at + 1, self.end)):
            end = attributes.end()
        if not end:
            return at + 1
        if picture:
            return self._cut(begin, end, HOLE)
        self._cut(begin, begin + 1)
        return self._cut(at, end)

    def _is_label(self, name: str) -> bool:
        return " ".join(name.casefold().split()) in self._labels

    def _formula(self, at: int, token: re.Match[str]) -> int:
        mark, begin = token.group(), token.end()
        if len(mark) > 2 or self.text[begin : begin + 1].isspace() or mark in self._missing:
            return begin
        end = self._find(mark, begin)
        if (
            end < 0
            or self.text[end - 1].isspace()
            or self.text[end + len(mark) : end + len(mark) + 1].isdigit()
        ):
            return begin
        if len(mark) == 1 and _PLAIN_FORMULA.fullmatch(self.text, begin, end):
            self._cut(at, begin)
            return self._cut(end, end + 1)
        return self._cut(at, end + len(mark), HOLE)

    def _comment(self, at: int, _: re.Match[str]) -> int:
        end = self._find("%%", at + 2)
        return self._cut(at, end + 2) if end >= 0 else at + 2

    def _entity(self, at: int, token: re.Match[str]) -> int:
        character = entity(token.group())
        return self._cut(at, token.end(), character) if character else token.end()

    def _caret(self, at: int, token: re.Match[str]) -> int:
        return self._emphasis(at, token) if token.group() == "^^" else self._gone(_INLINE_NOTE, at, 2)

    def _icon(self, at: int, token: re.Match[str]) -> int:
        before = self.text[at - 1 : at] if at > self.start else ""
        if before.isascii() and (before.isalnum() or before == ":"):
            return token.end() - 1
        return self._cut(at, token.end())

    def _emphasis(self, at: int, token: re.Match[str]) -> int:
        """Drop marks that stand around something; struck words leave a hole, since they do not hold."""
        mark, end = token.group(), token.end()
        before = self.text[at - 1 : at] if at > self.start else " "
        behind = self.text[end : end + 1] if end < self.end else " "
        if before.isdigit() and behind.isdigit():
            return end
        waiting = self._marks.setdefault(mark, [])
        inside = mark[0] in "_+"  # these may stand within a word
        if waiting and not before.isspace() and not (inside and behind.isalnum() and behind.isascii()):
            begin = waiting.pop()
            self._cut(begin, begin + len(mark), HOLE if mark == "~~" else "")
            self._cut(at, end)
        elif (
            not behind.isspace()
            and not (mark[0] == "_" and before.isalnum())
            and not (mark[0] == "+" and before.isalnum() and before.isascii())
        ):
            waiting.append(at)
        return end


# How a token is read, by its first character; other marks are emphasis. Not methods of a line, which would
# refer to itself.
_ENDS: dict[str, Callable[[_Line, int, re.Match[str]], int]] = {
    "\\": _Line._escape,
    "`": _Line._code,
    "<": _Line._tag,
    "{": _Line._brace,
    "[": _Line._bracket,
    "!": _Line._bracket,
    "]": _Line._close,
    "$": _Line._formula,
    "%": _Line._comment,
    "^": _Line._caret,
    "(": _Line._aside,
    "&": _Line._entity,
    ":": _Line._icon,
}
