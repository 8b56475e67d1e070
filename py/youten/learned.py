"""Reads tables of learned weights, JSON of feature -> whole number, from the package's data."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any


def path(module: str) -> str:
    """Return where the table of a module lies, given the module's ``__file__``."""
    return os.path.join(os.path.dirname(module), "data", "weights.json")  # noqa: PTH118, PTH120 - no pathlib in the browser


@cache
def table(module: str) -> Mapping[str, int]:
    """Return a module's table, which is made once."""
    found: dict[str, int] = json.loads(_text(module))
    return found


@cache
def _text(module: str) -> bytes:
    """Read a module's table, once; from a file or from the archive that the browser imports from."""
    loader: Any = __loader__  # type: ignore[name-defined]
    data: bytes = loader.get_data(path(module))
    return data
