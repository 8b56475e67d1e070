"""No template engine of a site generator finds a command in a box, whatever the sentences say."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from tests.unit.inject.articles import BODY, PARAGRAPHS, TITLE, never, toy
from tests.unit.output.test_formats import SUMMARY

from youten.inject import Settings, apply
from youten.inject.markdown import inject_mdx
from youten.output import EMBEDS, Origin, as_html, as_markdown

COMMANDS = (
    "値は{{ secret }}である。",  # Liquid, Nunjucks, Jinja, Vue
    "値は{{{secret}}}である。",  # Handlebars
    "値は{ secret }である。",  # MDX, Svelte, Astro
    "文は{% if secret %}と{% endif %}である。",
    "文は{%- raw -%}である。",  # never closed: the rest of the page would vanish
    "注は{# secret #}である。",  # Nunjucks
    "節は{{< secret >}}と{{% secret %}}である。",  # Hugo
    "式は{{= secret }}と${secret}と#{secret}である。",
    "券は<%= secret %>である。",  # EJS
    "値は*a*と__b__と~~c~~と`d`である。",  # MDX reads Markdown between tags
    "値は$100から$200である。",  # formulas
    "道は\\*a\\である。",
)
MDX = f"""\
import {{ sep }} from "node:path";
export const year = 2026;

# {TITLE}

{BODY}
<Chart />
"""
DATA = {"secret": "LIVE", "props": {"secret": "LIVE"}}


def _boxes() -> dict[str, str]:
    one = SUMMARY.sentences[0]
    summary = SUMMARY._replace(sentences=tuple(one._replace(text=text) for text in COMMANDS))
    made = {form: render(summary, Origin("sha256:0123456789abcdef", "1")) for form, render in EMBEDS.items()}
    return made | {"html": as_html(summary), "markdown": as_markdown(summary)}


def _injected() -> str:
    outcome = inject_mdx(MDX, Settings(), toy)
    assert outcome.status == "added"
    return apply(MDX, outcome.edits)


@pytest.fixture(scope="module")
def rendered() -> Any:
    """Return engine -> form -> what the engine makes of the box, and "file": of the file in MDX."""
    asked = json.dumps({"boxes": _boxes(), "mdx": _injected(), "data": DATA})
    script = Path(__file__).with_name("engines.mjs")
    done = subprocess.run(["node", script], input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("engine", ["liquid", "nunjucks", "vue", "mdx"])
def test_every_sentence_comes_out_as_it_went_in(engine: str, rendered: Any) -> None:
    for form, text in rendered[engine].items():
        if engine in ("liquid", "nunjucks") and form in ("markdown", "zenn", "qiita"):
            text = MarkdownIt().render(text)
        shown = unescape(re.sub(r"<[^>]*>", "", text))
        assert [line for line in COMMANDS if line not in shown] == [], (engine, form)


def test_a_file_in_mdx_compiles_with_its_box(rendered: Any) -> None:
    """The marks are comments of JavaScript, and imports stay first; the rest of the page is the same."""
    injected = _injected()
    assert injected.startswith(MDX.partition(f"# {TITLE}")[0] + f"# {TITLE}\n\n{{/* youten:begin ")
    html = rendered["file"]
    assert html.count("<li>") == 3
    assert "youten:" not in html
    assert [html.count(f"<p>{paragraph}</p>") for paragraph in PARAGRAPHS] == [1, 1, 1]
    assert inject_mdx(injected, Settings(mode="check"), never).status == "kept"
    assert apply(injected, inject_mdx(injected, Settings(mode="remove"), never).edits) == MDX


@pytest.mark.parametrize("form", [form for form in _boxes() if form != "note"])
def test_no_command_is_in_the_source(form: str) -> None:
    """For engines that are not installed here (Hugo, Jinja, Handlebars): none begins without these."""
    box = _boxes()[form].split("\n", 1)[1]  # WordPress begins with attributes in JSON
    assert re.findall(r"\{[{%#<]|[}%#>]\}|[$#]\{|<%", box) == []
