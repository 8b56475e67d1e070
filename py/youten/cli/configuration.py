"""The options of ``youten inject`` from a file: ``.youten.toml``, or ``[tool.youten]`` in ``pyproject.toml``.

The nearest one in the current folder or above counts. What the command line names counts more.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import Any

from youten.cli.messages import say
from youten.model import YoutenError

NAME, SHARED = ".youten.toml", "pyproject.toml"


def read(folder: Path, lang: str) -> tuple[Path | None, dict[str, Any]]:
    """Return the file and its options, {} where there is none. Raises ``YoutenError`` ("bad_config")."""
    for above in (folder, *folder.parents):
        for path, shared in ((above / NAME, False), (above / SHARED, True)):
            if not path.is_file():
                continue
            try:
                values = tomllib.loads(path.read_text("utf-8-sig"))
            except (OSError, ValueError, RecursionError) as error:
                raise _bad(path, str(error), lang) from error
            if not shared:
                return path, values
            tool = values.get("tool", {}).get("youten")
            if isinstance(tool, dict):
                return path, tool
    return None, {}


def apply(parser: argparse.ArgumentParser, path: Path, values: dict[str, Any], lang: str) -> None:
    """Make the values the parser's defaults; names are those of the options, with - or _.

    Raises ``YoutenError`` ("bad_config") for a name or a value that the option would refuse.
    """
    actions = {action.dest: action for action in parser._actions if action.dest != "help"}
    for key, value in values.items():
        action = actions.get(key.replace("-", "_"))
        if action is None or action.dest in ("check", "dry_run", "remove"):
            raise _bad(path, say("config_unknown", lang, what=key), lang)
        listed = action.nargs in ("*", "+") or isinstance(action.default, list)
        if not _fits(action, value, listed=listed):
            raise _bad(path, say("config_value", lang, what=key, value=repr(value)), lang)
        parser.set_defaults(**{action.dest: value})


def _fits(action: argparse.Action, value: object, *, listed: bool) -> bool:
    if listed:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if action.nargs == 0:
        return isinstance(value, bool)
    kind = (int, float) if action.type is float else int if action.type is int else str
    right = isinstance(value, kind) and not isinstance(value, bool)
    return right and (action.choices is None or value in action.choices)


def _bad(path: Path, what: str, lang: str) -> YoutenError:
    return YoutenError("bad_config", say("bad_config", lang, path=path, what=what))
