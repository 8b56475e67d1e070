"""Stands in for the package that Pyodide's script calls at each start."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook():
    """Keep Python's own hook: the usual one would load traceback, tokenize and ast."""
