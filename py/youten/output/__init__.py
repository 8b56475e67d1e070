"""Output: a summary as text, Markdown, HTML and JSON, and as boxes for blogs.

Leaves it to ``static/embed`` to do more with a box in a browser, and to ``inject`` to put it into a file.
"""

from youten.output.blogs import EMBEDS, as_embed
from youten.output.formats import as_html, as_json, as_mapping, as_markdown, as_text
from youten.output.origin import Origin, source_hash

__all__ = [
    "EMBEDS",
    "Origin",
    "as_embed",
    "as_html",
    "as_json",
    "as_mapping",
    "as_markdown",
    "as_text",
    "source_hash",
]
