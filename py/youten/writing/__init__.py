"""Writing: scored candidates in, the summary's sentences and their printed forms out."""

from youten.writing.compression import readings as bracketed_readings
from youten.writing.drafting import draft
from youten.writing.embedding import EMBEDS, Origin, as_embed, source_hash
from youten.writing.headline import headline
from youten.writing.renderers import as_html, as_json, as_mapping, as_markdown, as_text

__all__ = [
    "EMBEDS",
    "Origin",
    "as_embed",
    "as_html",
    "as_json",
    "as_mapping",
    "as_markdown",
    "as_text",
    "bracketed_readings",
    "draft",
    "headline",
    "source_hash",
]
