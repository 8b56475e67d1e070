"""Imports go one way: model <- rooms <- summarizer <- bridge, batch <- command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "py" / "youten"

# Module or room -> what of youten it may import besides itself ("": the package, for its version)
ALLOWED = {
    "": {"model", "summarizer"},
    "model": set(),
    "messages": set(),
    "reading": {"model"},
    "morphology": {"model"},
    "ranking": {"model"},
    "syntax": {"model"},
    "writing": {"model"},
    "output": {"model"},
    "summarizer": {"model", "messages", "reading", "morphology", "ranking", "writing"},
    "furigana": {"model", "morphology", "writing"},
    "bridge": {"", "furigana", "model", "messages", "morphology", "output", "ranking", "summarizer"},
    "browser": {"bridge", "model", "morphology"},
    "arguments": {"model"},
    "documents": {"model"},
    "batch": {
        "",
        "arguments",
        "documents",
        "inject",
        "messages",
        "model",
        "morphology",
        "output",
        "summarizer",
    },
    "inject": {"", "arguments", "documents", "model", "morphology", "output", "summarizer"},
    "plugins": {"", "documents", "inject", "model", "morphology", "summarizer"},
    "cli": {"", "arguments", "batch", "inject", "model", "morphology", "output", "summarizer"},
    "__main__": {"cli"},
}
FILES = sorted(PACKAGE.rglob("*.py"))
# Never loaded by the browser: the command line and its subcommands.
TERMINAL = {"__main__", "arguments", "batch", "cli", "documents", "inject", "plugins"}
# Room -> packages of others that it may import: where there is a terminal, the install brings them along, or
# an optional extra does (then only the functions that need them import them).
FOREIGN = {
    "documents": {"markdown_it", "yaml"},
    "inject": {"markdown_it", "pathspec"},
    "plugins": {"mkdocs", "pelican", "sphinx"},
    "batch": {"distributed", "pandas", "pyarrow"},
}
# Loaded by the browser before anything can be shown: every one of these costs start-up time there.
HEAVY = {
    "argparse",
    "dataclasses",
    "logging",
    "pathlib",
    "random",
    "statistics",
    "html",
    "inspect",
    "typing_extensions",
}


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def _imports(source: str) -> set[str]:
    """Give the modules a source imports, fully dotted, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where they go"
            module = node.module or ""
            if module == "youten":  # from youten import bridge, __version__
                found.update(
                    f"youten.{alias.name}"
                    if (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").exists()
                    else "youten"
                    for alias in node.names
                )
            else:
                found.add(module)
    return found


def _breaches(room: str, source: str) -> set[str]:
    """Give the rooms that a source of ``room`` imports against the rule, and foreign packages."""
    import sys

    wrong: set[str] = set()
    for module in _imports(source):
        parts = module.split(".")
        if parts[0] == "youten":
            target = parts[1] if len(parts) > 1 else ""
            if target != room and target not in ALLOWED[room]:
                wrong.add(module)
        elif parts[0] == "janome":
            wrong |= {module} if room != "morphology" else set()
        elif parts[0] in FOREIGN.get(room, ()):
            continue
        elif parts[0] not in sys.stdlib_module_names or (parts[0] in HEAVY and room not in TERMINAL):
            wrong.add(module)
    return wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_below(path: Path) -> None:
    assert _breaches(_room(path), path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("room", "source", "expected"),
    [
        ("ranking", "from youten.morphology import Analyzer", {"youten.morphology"}),
        ("ranking", "def f():\n    import youten.writing.selection", {"youten.writing.selection"}),
        ("writing", "from janome.tokenizer import Tokenizer", {"janome.tokenizer"}),
        ("reading", "from youten import bridge", {"youten.bridge"}),
        ("bridge", "from youten import __version__", set()),
        ("morphology", "import janome.dic", set()),
        ("summarizer", "import numpy", {"numpy"}),
        ("model", "import dataclasses", {"dataclasses"}),
    ],
)
def test_the_check_sees_a_breach(room: str, source: str, expected: set[str]) -> None:
    assert expected == _breaches(room, source)


def test_every_room_has_a_rule() -> None:
    assert {_room(path) for path in FILES} <= set(ALLOWED)
