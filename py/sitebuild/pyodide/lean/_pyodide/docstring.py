"""Writes no docstrings."""


def get_cmeth_docstring(_method):
    """Return no text; inspect would be needed for any."""
    return ""
