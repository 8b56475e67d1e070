"""The page's words: one catalogue per language, cut for each script, and put into index.html.

A catalogue is ``static/app/words/<language>.json``: section -> key -> sentence. index.html names keys of the
section ``document``: ``data-say`` for an element's text, ``data-say-<attribute>`` for an attribute. The other
sections belong to one script each, as ``__WORDS__.<section>``. The page chooses the language.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

from sitebuild.environment import SetupError
from sitebuild.paths import STATIC

Catalogue = Mapping[str, Mapping[str, str]]  # section -> key -> sentence

FOLDER = STATIC / "app" / "words"
LANGUAGES = ("ja", "en")
WRITTEN = "ja"  # the language of index.html
DOCUMENT = "document"
TEXT = re.compile(r'\bdata-say="(?P<key>\w+)"[^>]*>(?=</)')
ATTRIBUTE = re.compile(r'\bdata-say-(?P<name>[a-z-]+)="(?P<key>\w+)"')


def catalogue(language: str) -> Catalogue:
    """Return the words of a language."""
    words: Catalogue = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return words


def defines() -> dict[str, object]:
    """Return name in the source -> JSON text of its words by language (index.html: other languages only).

    They are JSON text because the bundler would put an object into every script.
    """
    words = {language: catalogue(language) for language in LANGUAGES}
    found: dict[str, object] = {}
    for section in words[WRITTEN]:
        languages = [language for language in LANGUAGES if (section, language) != (DOCUMENT, WRITTEN)]
        cut = {language: words[language][section] for language in languages}
        found[f"__WORDS__.{section}"] = json.dumps(cut, ensure_ascii=False, separators=(",", ":"))
    return found


def filled(template: str, words: Mapping[str, str]) -> str:
    """Put ``words`` into a page where it names them.

    Raise SetupError for a key without words, and for an element that has a text of its own.
    """

    def word(key: str) -> str:
        if key not in words:
            raise SetupError(f"index.html says {key!r}, which {FOLDER.name}/{WRITTEN}.json has not.")
        return html.escape(words[key])

    named = len(re.findall(r"\bdata-say(?:-[a-z-]+)?=", template))
    page, attributes = ATTRIBUTE.subn(lambda at: f'{at["name"]}="{word(at["key"])}" {at[0]}', template)
    page, texts = TEXT.subn(lambda at: at[0] + word(at["key"]), page)
    if attributes + texts != named:
        raise SetupError("In index.html an element with data-say is not empty.")
    return page


def written(template: str) -> str:
    """Put the words of index.html in, in the language that it is written in."""
    return filled(template, catalogue(WRITTEN)[DOCUMENT])
