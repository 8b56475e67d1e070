"""The page has words, in both languages, for everything that index.html and Python name."""

from __future__ import annotations

import json
import re
import subprocess

from tests.unit.toy import ToyAnalyzer

from sitebuild.paths import ROOT, STATIC
from youten.options import Options
from youten.pipeline import summarize
from youten.ranking.salience import WEIGHTS
from youten.writing.compression import RISKY_RULES, RULES
from youten.writing.excerpt import INVISIBLE, LINE_BREAK
from youten.writing.headline import DATE, FULL_STOP, LEADING_PHRASE

# What a browser has and Node has not; the words do not depend on it.
BROWSER = "globalThis.navigator ??= { language: 'ja' };"


def exported(module: str, expression: str) -> object:
    """Value of an expression over a module of the page, ``module``."""
    script = f"{BROWSER} const module = await import({json.dumps((STATIC / module).as_uri())});"
    script += f"process.stdout.write(JSON.stringify({expression}));"
    command = ["node", "--input-type=module", "--no-warnings", "--eval", script]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


FIXED = re.compile(r'data-say="(?P<key>\w+)"[^>]*>(?P<text>[^<]*)<')
FIXED_ATTRIBUTE = re.compile(r'\b(?P<name>[a-z-]+)="(?P<text>[^"]*)"\s+data-say-(?P=name)="(?P<key>\w+)"')


def fixed_words() -> list[tuple[str, str]]:
    """(key, its Japanese) of index.html: `data-say` names the text, `data-say-*` the attribute before it."""
    page = (ROOT / "index.html").read_text(encoding="utf-8")
    found = [match for pattern in (FIXED, FIXED_ATTRIBUTE) for match in pattern.finditer(page)]
    assert len(found) == page.count("data-say")
    return [(match["key"], match["text"].strip()) for match in found]


def test_the_fixed_words_of_the_page():
    """Every word that stands in index.html has an English one, and is the one that the script knows."""
    english = exported("app/fixed.js", "module.FIXED")
    keys = {key for key, _ in fixed_words()}
    assert len(keys) > 40
    assert set(english) == keys
    assert all(english.values())
    said = exported(
        "app/messages.js",
        f"Object.fromEntries({json.dumps(sorted(keys))}.map((key) => [key, module.say(key)]))",
    )
    assert fixed_words() == [(key, said[key]) for key, _ in fixed_words()]


ARTICLE = (
    "港の市場が再開した\n\n"
    + "市は三日、港の市場を再開した。" * 2
    + "市場には店が四十ある。これは多い。客は朝から並んだ。"
)


def test_every_part_of_a_score_has_a_name():
    """Those with a weight, those that are added for single sentences, and no others."""
    words = exported("app/late/part-words.js", "module.PARTS")
    summary = summarize(ARTICLE, options=Options(sentences=1, focus="市場"), analyzer=ToyAnalyzer())
    seen = set().union(*(sentence.parts for sentence in summary.sentences))
    assert {"opening", "focus", "floor"} <= seen
    assert set(words) == WEIGHTS.keys() | seen | {"leaning"}
    assert all(entry["ja"] and entry["en"] for entry in words.values())


def test_every_rule_of_shortening_has_a_name():
    """What cuts nothing that can be seen is not spoken of."""
    words = exported("app/late/part-words.js", "module.RULES")
    assert set(words) == {*RULES, *RISKY_RULES, LEADING_PHRASE, DATE, FULL_STOP}
    assert all(entry["ja"] and entry["en"] for entry in words.values())
    source = (STATIC / "app" / "source.js").read_text(encoding="utf-8")
    (silent,) = re.findall(r"export const SILENT = (\[.*?\]);", source)
    assert set(json.loads(silent)) == {LINE_BREAK, INVISIBLE}
