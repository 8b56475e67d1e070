"""What Pyodide's script uses to run source text."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
