"""The message catalogues have the same keys and values in both languages, none missing and none unused."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from youten.batch.messages import say as batch
from youten.cli.messages import say as cli
from youten.documents.messages import say as documents
from youten.inject.messages import ja as inject_ja
from youten.inject.messages import say as inject
from youten.messages import Catalogue, message

PACKAGE = Path(__file__).parents[2] / "py" / "youten"
CATALOGUES = {"core": message, "documents": documents, "inject": inject, "batch": batch, "cli": cli}
CODES = [(room, code) for room, catalogue in CATALOGUES.items() for code in catalogue.ja]


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("catalogue", CATALOGUES.values(), ids=CATALOGUES)
def test_both_languages_have_the_same_codes(catalogue: Catalogue) -> None:
    assert list(catalogue.ja) == list(catalogue.en)


@pytest.mark.parametrize(("room", "code"), CODES)
def test_a_message_names_the_same_values_in_both_languages(room: str, code: str) -> None:
    catalogue = CATALOGUES[room]
    assert _names(catalogue.ja[code]) == _names(catalogue.en[code])
    values = dict.fromkeys(_names(catalogue.ja[code]), 5)
    assert catalogue(code, "ja", **values) != catalogue(code, "en", **values)
    assert catalogue(code, "fr", **values) == catalogue(code, "en", **values)


@pytest.mark.parametrize(("room", "code"), CODES)
def test_every_message_is_used(room: str, code: str) -> None:
    words = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "messages" or path.name == "__init__.py":
            words |= set(re.findall(r"""['"]([a-z][a-z0-9_-]+)['"]""", path.read_text("utf-8")))
    assert re.sub("^(status|check|about|examples)_", "", code) in words


def test_inject_has_a_word_of_its_own_for_nothing_that_documents_say() -> None:
    assert not set(inject_ja.MESSAGES) & set(documents.ja)
