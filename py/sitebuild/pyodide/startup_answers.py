"""Runs inside Pyodide before its memory is saved: answers in advance what every start evaluates.

After a restore, Pyodide lets Python evaluate a few expressions with a compiler written in Python, and
searches empty folders for installed packages. In a browser this takes as long as the restore. The answers are
always the same. Source: Pyodide 314.0.7, `src/js/api.ts` (`finalizeBootstrap`) and `load-package.ts`
(`init_loaded_packages`). These are private and the version is pinned; an unknown question goes to Pyodide as
usual.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from collections.abc import Callable

import _pyodide._base as base  # type: ignore[import-not-found]
import pyodide._package_loader as loader

ANSWERS: dict[str, Callable[[], object]] = {
    "{}": dict,
    "import importlib; importlib": lambda: importlib,
    "import __main__; __main__.__dict__": lambda: sys.modules["__main__"].__dict__,
    "import builtins; builtins.__dict__": lambda: builtins.__dict__,
}
evaluate = base.eval_code


def eval_code(source: str, *arguments: object, **named: object) -> object:
    """Answer a known question at once, and pass any other to Pyodide."""
    answer = ANSWERS.get(source)
    return answer() if answer else evaluate(source, *arguments, **named)


base.eval_code = eval_code
loader.init_loaded_packages = lambda: None
