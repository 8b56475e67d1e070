"""Writing: scored candidates in, the summary's sentences and headline out."""

from youten.writing.compression import readings as bracketed_readings
from youten.writing.drafting import draft
from youten.writing.headline import headline

__all__ = ["bracketed_readings", "draft", "headline"]
