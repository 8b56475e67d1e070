"""The Python side of the npm plugins (``static/eleventy``): a page or a Markdown text in, its box out.

Runs in Pyodide under Node, so that the plugins' users need no Python. JSON text in, JSON text out; total:
every request gets a reply.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from youten.documents.html_tree import Element, parse
from youten.inject import Settings
from youten.inject.markdown import inject_markdown, inject_mdx
from youten.inject.messages import reason
from youten.model import YoutenError
from youten.morphology import default_analyzer
from youten.plugins import boxed, linked, settings_from


def handle(request: str) -> str:
    """Answer a request; ``{"error": {"code", "message"}}`` where it cannot be answered.

    {"html", "style", "options"}  -> {"html", "problem"}; "style": address of the style sheet from the page
    {"markdown", "title", "mdx", "options"} -> {"line", "html", "tree", "problem"}; "line": before which the
    box goes (from 1), 0 for no box; "tree": the box as [name, attributes, children]
    {"options"}                   -> {"problem": ""}, and the options were looked at

    "problem" is "" where the page has what it should have.
    """
    try:
        asked = json.loads(request)
        settings = settings_from(asked["options"])
        if "markdown" in asked:
            return json.dumps(_of_markdown(asked, settings))
        html, problem = boxed(asked["html"], settings) if "html" in asked else ("", "")
        if asked.get("style"):
            html = linked(html, asked["style"])
        return json.dumps({"html": html, "problem": problem})
    except YoutenError as error:
        return json.dumps({"error": {"code": error.code, "message": str(error)}})
    except Exception as error:  # the reply is the only way to report it
        return json.dumps({"error": {"code": "internal", "message": f"{type(error).__name__}: {error}"}})


def _of_markdown(asked: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Let ``youten inject`` decide about the text, and return its block without the marks."""
    text, title = asked["markdown"], asked.get("title") or ""
    head = f"---\ntitle: {json.dumps(title)}\n---\n" if title and not text.startswith("---") else ""
    inject = inject_mdx if asked.get("mdx") else inject_markdown
    outcome = inject(head + text, settings, default_analyzer)
    problem = reason(outcome, settings.options.lang) if outcome.status == "problem" else ""
    if outcome.status != "added":
        return {"line": 0, "html": "", "tree": None, "problem": problem}
    start, _, new = outcome.edits[0]
    html = new[new.index("<aside") : new.index("</aside>") + len("</aside>")]
    line = text.count("\n", 0, start - len(head)) + 1
    if start == len(head + text) and not text.endswith("\n"):
        line += 1  # below the last line
    return {"line": line, "html": html, "tree": _tree(next(parse(html).elements())), "problem": ""}


def _tree(element: Element) -> list[Any]:
    children = [child if isinstance(child, str) else _tree(child) for child in element.children]
    return [element.name, dict(element.attributes), [child for child in children if child != "\n"]]
