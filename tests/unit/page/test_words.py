"""The page has words in both languages for everything that the page and Python name, and no others."""

from __future__ import annotations

import json
import re

import pytest
from tests.unit.toy import ToyAnalyzer

from sitebuild import words
from sitebuild.environment import SetupError
from sitebuild.paths import ROOT, STATIC
from youten.options import Options
from youten.pipeline import summarize
from youten.ranking.weights import weights
from youten.writing.compression import RISKY_RULES, RULES
from youten.writing.excerpt import INVISIBLE, LINE_BREAK
from youten.writing.headline import DATE, FULL_STOP, LEADING_PHRASE
from youten.writing.shorten.spans import FAMILIES

JA, EN = (words.catalogue(language) for language in words.LANGUAGES)
APP = STATIC / "app"
SCRIPTS = [*sorted(APP.rglob("*.js")), *sorted((STATIC / "service-worker").glob("*.js"))]
# Keys that a script puts together, by section: the pattern of the key -> where.
MADE = {
    "share": r"service_\w+",  # share/sections.js, from the list of services
    "settings": r"size[0-3]|\w+Note",  # settings/dialog.late.js
    "proof": r"\w+Text",  # proof/dialog.late.js, of each step
    # page/status.js, phases of the engine's start; summary/aspects.js, what a line tells
    "page": "compile|restore|python|packages|dictionary|decision|reason|next|step|caution",
    "import": r"file_\w+|reader_\w+|too_\w+",  # codes of import/readers/errors.js and page/field.js
    "fallback": "damaged",  # a property in service-worker/fallback.js
    "forms": r"\w+",  # summary/read-as.js, the engine's names of forms
    "received": "same|others|uncertain|wrong",  # judgements of share/verify.js
    "parts": r"\w+",  # named by Python, as the rules are
    "rules": r"\w+",
}
PLACE = re.compile(r"\{(\w+)\}")


def strings_by_section() -> dict[str, set[str]]:
    """Return the section of words -> every string in the scripts that speak its words, keys among them."""
    found: dict[str, set[str]] = {}
    for path in SCRIPTS:
        source = path.read_text(encoding="utf-8")
        imported = re.search(r'import \{[^}]*\bsay(?:Error)?\b[^}]*\} from "(.*)";', source)
        spoken = (path.parent / imported[1]).read_text(encoding="utf-8") if imported else ""
        for section in re.findall(r"\(__WORDS__\.(\w+)", source + spoken):
            found.setdefault(section, set()).update(re.findall(r'"(\w+)"', source))
    return found


def test_both_languages_say_the_same():
    """Each section has the same keys, in one order, with the same places to fill in."""
    assert list(JA) == list(EN)
    for section, japanese in JA.items():
        assert list(japanese) == list(EN[section]), section
        for key, sentence in japanese.items():
            assert set(PLACE.findall(sentence)) == set(PLACE.findall(EN[section][key])), (section, key)


@pytest.mark.parametrize("section", [section for section in JA if section != words.DOCUMENT])
def test_no_words_are_unused(section: str):
    strings = strings_by_section()[section]
    if section == "errors":  # the engine's codes
        sources = "".join(path.read_text(encoding="utf-8") for path in (STATIC / "engine").rglob("*.js"))
        strings |= set(re.findall(r'"(\w+)"', sources))
    unused = {key for key in JA[section] if key not in strings}
    assert {key for key in unused if not re.fullmatch(MADE.get(section, ""), key)} == set()


def test_every_section_goes_into_one_script():
    """Text that is used twice is there twice."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    assert sorted(re.findall(r"\(__WORDS__\.(\w+)", sources)) == sorted(JA)


def test_index_html_uses_all_of_its_words():
    """Fails for a word that it names and the catalogue has not, and the other way round."""
    template = (ROOT / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'\bdata-say(?:-[a-z-]+)?="(\w+)"', template)) == set(JA[words.DOCUMENT])
    page = words.written(template)
    assert all(word in page for word in JA[words.DOCUMENT].values())


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ('<p data-say="menu"></p>', '<p data-say="menu">A &amp; B</p>'),  # text, escaped
        ('<p data-say="menu" hidden></p>', '<p data-say="menu" hidden>A &amp; B</p>'),
        ('<i data-say-aria-label="menu">x</i>', '<i aria-label="A &amp; B" data-say-aria-label="menu">x</i>'),
    ],
)
def test_words_are_put_into_a_page(template: str, page: str):
    assert words.filled(template, {"menu": "A & B"}) == page


@pytest.mark.parametrize(
    "template",
    [
        '<p data-say="missing"></p>',  # no such word
        '<p data-say="menu">Menu</p>',  # would be there twice
    ],
)
def test_a_page_that_cannot_be_filled(template: str):
    with pytest.raises(SetupError):
        words.filled(template, {"menu": "Menu"})


ARTICLE = (
    "港の市場が再開した\n\n"
    + "市は三日、港の市場を再開した。" * 2
    + "市場には店が四十ある。これは多い。客は朝から並んだ。"
)


def test_every_part_of_a_score_has_a_name():
    """Those with a weight, those that are added for single sentences, and no others."""
    summary = summarize(ARTICLE, options=Options(sentences=1, focus="市場"), analyzer=ToyAnalyzer())
    seen = set().union(*(sentence.parts for sentence in summary.sentences))
    weighted = {name.partition(":")[0] for name in weights()}
    assert {"focus", "floor"} <= seen
    assert set(JA["parts"]) == weighted | seen | {"leaning", "fragment", "point"}


def test_every_rule_of_shortening_has_a_name():
    """Rules that cut nothing a reader can see are not named."""
    assert set(JA["rules"]) == {*FAMILIES, *RULES, *RISKY_RULES, LEADING_PHRASE, DATE, FULL_STOP}
    source = (APP / "article" / "spans.js").read_text(encoding="utf-8")
    (silent,) = re.findall(r"export const SILENT = (\[.*?\]);", source)
    assert set(json.loads(silent)) == {LINE_BREAK, INVISIBLE}
