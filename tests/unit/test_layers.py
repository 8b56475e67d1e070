"""Imports go one way: model <- rooms <- pipeline <- bridge, batch <- command line; in no circle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "py" / "youten"

# Small modules that everything may import.
VALUES = {"japanese", "learned", "model", "offsets", "options", "steps"}
# The parts of the core that the packages around it may import.
CORE = {*VALUES, "", "markup", "messages", "morphology", "output", "pipeline"}
# Module or room -> what of youten it may import besides itself ("": the package, for its version)
ALLOWED = {
    "": {"many", "model", "morphology", "options", "pipeline"},
    "model": set(),
    "messages": set(),
    "markup": VALUES,
    "japanese": set(),
    "learned": set(),
    "steps": set(),
    "options": {"model", "messages"},
    "offsets": {"model"},
    "reading": {*VALUES, "markup"},
    "morphology": VALUES,
    "syntax": VALUES,
    "ranking": {*VALUES, "syntax"},
    "writing": {*VALUES, "ranking", "syntax"},
    "output": VALUES,
    "pipeline": {*VALUES, "markup", "messages", "morphology", "ranking", "reading", "syntax", "writing"},
    "many": {*VALUES, "messages", "pipeline"},
    "furigana": {*VALUES, "morphology", "writing"},
    "bridge": {*VALUES, "", "furigana", "messages", "morphology", "output", "pipeline"},
    "browser": {"bridge", "learned", "model", "morphology"},
    "documents": {*VALUES, "markup", "messages"},
    "batch": {*CORE, "documents"},
    "inject": {*CORE, "documents"},
    "plugins": {*CORE, "documents", "inject"},
    "cli": {*CORE, "batch", "documents", "inject", "many"},
    "__main__": {"cli"},
}
FILES = sorted(PACKAGE.rglob("*.py"))
# Never loaded by the browser: the command line and its subcommands.
TERMINAL = {"__main__", "batch", "cli", "documents", "inject", "many", "plugins"}
# Room -> packages of others that it may import: where there is a terminal, the install brings them along, or
# an optional extra does (then only the functions that need them import them).
FOREIGN = {
    "documents": {"markdown_it", "yaml"},
    "inject": {"markdown_it", "pathspec", "yaml"},
    "plugins": {"mkdocs", "pelican", "sphinx"},
    "cli": {"argcomplete"},
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


def _file_of(module: str) -> str | None:
    """Return the file of a module of the package, as a path inside it; None for anything else."""
    top, *parts = module.split(".")
    for name in ("/".join(parts) + ".py", "/".join([*parts, "__init__.py"])):
        if top == "youten" and (PACKAGE / name).is_file():
            return name
    return None


def _imports(source: str) -> set[str]:
    """Return the modules that a source imports, fully dotted, anywhere in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where they go"
            module = node.module or ""
            names = {f"{module}.{alias.name}" for alias in node.names}
            inner = {name for name in names if _file_of(name)}  # from youten import bridge, __version__
            found |= inner if inner == names else {module, *inner}
    return found


def _breaches(room: str, source: str) -> set[str]:
    """Return the imports of a source of ``room`` that break the rule, and foreign packages."""
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
        ("pipeline", "import numpy", {"numpy"}),
        ("model", "import dataclasses", {"dataclasses"}),
    ],
)
def test_the_check_sees_a_breach(room: str, source: str, expected: set[str]) -> None:
    assert expected == _breaches(room, source)


def test_every_room_has_a_rule() -> None:
    assert {_room(path) for path in FILES} <= set(ALLOWED)


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """Return the members of a circle in a graph; [] if there is none."""
    left = dict(graph)
    while free := [node for node, targets in left.items() if not targets & left.keys()]:
        for node in free:
            del left[node]
    return sorted(left)


def test_no_circle_of_imports() -> None:
    graph = {
        str(path.relative_to(PACKAGE)): {
            file for module in _imports(path.read_text("utf-8")) if (file := _file_of(module))
        }
        - {str(path.relative_to(PACKAGE))}
        for path in FILES
    }
    assert sum(map(len, graph.values())) > len(FILES)
    assert _circle(graph) == []


def test_a_circle_is_seen() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}) == ["a", "b", "c", "d"]
    assert _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
