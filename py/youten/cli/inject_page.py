"""The page of ``youten inject --report``: every box beside its article, for somebody who reads them all."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from youten.cli.messages import say
from youten.documents import front_matter, markdown
from youten.documents.encoding import decode
from youten.documents.front_matter import strings_at
from youten.documents.html_article import region_of, title_of
from youten.documents.html_prose import text_of, words_of
from youten.documents.html_tree import parse
from youten.documents.problem import Problem
from youten.inject.files import Result, is_markdown
from youten.inject.messages import reason, status
from youten.inject.model import Settings
from youten.model import YoutenError

_BOX = re.compile(
    r"(?:<!-- |\{/\* )youten:begin.*?youten:end(?: -->| \*/\})|<aside [^>]*data-youten.*?</aside>", re.DOTALL
)
_ITEM = re.compile(r"^- (.+)$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[」』）]*|[^。！？]+")
_ROW = Template(
    "<section><h2>$name <small>$state</small></h2>"
    "<div>$box<article><h3>$title</h3>$text</article></div></section>\n"
)


class Page:
    """Collects the boxes of a run; ``write`` makes the page."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lang = settings.options.lang
        self._rows: list[str] = []

    def add(self, path: Path, result: Result) -> None:
        """Take in a file with a box, or one with a problem."""
        outcome = result.outcome
        word = status(outcome, self._lang, checking=self._settings.mode == "check")
        why = reason(outcome, self._lang)
        if outcome.status in ("left", "removed"):
            return
        title = ""
        paragraphs: list[str] = []
        lines: list[str] = []
        try:
            text = result.after or decode(path.read_bytes()).text
            title, paragraphs, lines = _read(path, text, self._settings.key)
        except (Problem, OSError):
            pass  # the row has the reason
        marked = [_marked(paragraph, lines) for paragraph in paragraphs]
        self._rows.append(
            _ROW.substitute(
                name=escape(str(path)),
                state=escape(f"{word} {why}".strip()),
                box="<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>",
                title=escape(title),
                text="".join(f"<p>{paragraph}</p>" for paragraph in marked),
            )
        )

    def write(self, path: Path) -> None:
        """Write the page. Raises ``YoutenError`` ("bad_report")."""
        template = Template(files("youten.cli").joinpath("report.html").read_text("utf-8"))
        page = template.substitute(
            lang=self._lang,
            title=escape(say("report_title", self._lang, count=len(self._rows))),
            rows="".join(self._rows),
        )
        try:
            path.write_text(page, "utf-8")
        except OSError as error:
            raise YoutenError(
                "bad_report", say("bad_report", self._lang, path=path, what=error.strerror)
            ) from error


def _read(path: Path, text: str, key: str) -> tuple[str, list[str], list[str]]:
    """Return title, paragraphs and the lines of the box."""
    found = _BOX.search(text)
    box = found.group() if found else ""
    bare = text[: found.start()] + text[found.end() :] if found else text
    matter = front_matter.read(bare, html=not is_markdown(path))
    lines = [words_of(item) for item in parse(box).elements() if item.name == "li"]
    lines = lines or [_ESCAPED.sub(r"\1", line) for line in _ITEM.findall(box)]
    if is_markdown(path):
        lines = lines or strings_at(matter, key) or []
        body = bare[matter.after :]
        title, prose = matter.title or markdown.title_of(markdown.parse(body)), markdown.prose_of(bare)
    else:
        root = parse(bare[matter.after :])
        region = region_of(root) or root
        title, prose = matter.title or title_of(root, region), text_of(region)
    return title, [part for part in prose.split("\n\n") if part.strip()], lines


def _marked(paragraph: str, lines: list[str]) -> str:
    """Return a paragraph as HTML, with the sentences marked that the lines are from."""
    parts = []
    for sentence in _SENTENCE.findall(paragraph):
        used = any(_is_from(line, sentence) for line in lines)
        parts.append(f"<mark>{escape(sentence)}</mark>" if used else escape(sentence))
    return "".join(parts)


def _is_from(line: str, sentence: str) -> bool:
    rest = iter(sentence)
    return all(character in rest for character in line)
