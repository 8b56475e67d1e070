"""youten (要点): the main points of a Japanese article, as a few short sentences of its own.

>>> from youten import Options, summarize
>>> summary = summarize(text, title="…", options=Options(sentences=3))
"""

from youten.model import Summary, SummarySentence, YoutenError
from youten.options import Options

TYPE_CHECKING = False  # type checkers take it for true; importing typing for it would cost the browser time
if TYPE_CHECKING:
    from youten.many import summarize_many
    from youten.pipeline import summarize

__version__ = "0.1.0"
__all__ = ["Options", "Summary", "SummarySentence", "YoutenError", "summarize", "summarize_many"]


def __getattr__(name: str) -> object:
    """Load the functions on first use, so that importing the values or the version loads no analyser."""
    if name == "summarize":
        from youten.pipeline import summarize

        return summarize
    if name == "summarize_many":
        from youten.many import summarize_many

        return summarize_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
