"""The Python side of the Eleventy plugin (``static/eleventy``): one page in, the page with its box out.

Runs in Pyodide under Node, so that the plugin's users need no Python. JSON text in, JSON text out; total:
every request gets a reply.
"""

from __future__ import annotations

import json

from youten.model import YoutenError
from youten.plugins import boxed, linked, settings_from


def handle(request: str) -> str:
    """Answer ``{"html", "style", "options"}`` with ``{"html", "problem"}``, or with ``{"error"}``.

    Without "html" the options are only looked at. "problem" is "" where the page has what it should have.
    "style" is the address of the style sheet from the page, "" for none.
    """
    try:
        asked = json.loads(request)
        settings = settings_from(asked["options"])
        html, problem = boxed(asked["html"], settings) if "html" in asked else ("", "")
        if asked.get("style"):
            html = linked(html, asked["style"])
        return json.dumps({"html": html, "problem": problem})
    except YoutenError as error:
        return json.dumps({"error": {"code": error.code, "message": str(error)}})
    except Exception as error:  # the reply is the only way to report it
        return json.dumps({"error": {"code": "internal", "message": f"{type(error).__name__}: {error}"}})
