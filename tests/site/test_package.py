# ruff: noqa: E501 -- JavaScript, one statement to a line
"""The npm package, packed as for publishing, works in a project without our build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sitebuild.paths import NODE_MODULES, ROOT

USE = """
import { CreateMonitor, setSite, Summarizer } from "youten";
import { defineBox } from "youten/box";
import { replaceUnavailable } from "youten/polyfill";
setSite("https://example.org/youten/");
defineBox(new URL("https://example.org/youten/frame.html"));
console.log([await Summarizer.availability(), typeof Summarizer.create, typeof CreateMonitor, typeof defineBox, typeof globalThis.Summarizer, typeof replaceUnavailable].join());
"""
IMPORT = re.compile(r"""^(?:import|export)\b[^"';]*["'](\.[^"']+)["'];""", re.MULTILINE)


def _run(folder: Path, *command: str) -> str:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return result.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a fresh project with the packed package installed."""
    folder = tmp_path_factory.mktemp("project")
    packed = json.loads(
        _run(ROOT, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", str(folder))
    )
    (folder / "package.json").write_text('{"name": "fresh", "private": true, "type": "module"}')
    _run(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", f"./{packed[0]['filename']}")
    return folder


def _imported(start: Path) -> set[Path]:
    """Return a module of the package with all modules that it imports, directly or indirectly."""
    found: set[Path] = set()
    waiting = [start.resolve()]
    while waiting:
        module = waiting.pop()
        found.add(module)
        typed = module.name.endswith(".d.ts")
        names = [
            name.replace(".js", ".d.ts") if typed else name
            for name in IMPORT.findall(module.read_text("utf-8"))
        ]
        waiting += {(module.parent / name).resolve() for name in names} - found
    return found


def test_the_package_holds_what_is_used_and_nothing_else(project: Path) -> None:
    package = project / "node_modules" / "youten"
    exports = json.loads((package / "package.json").read_text("utf-8"))["exports"].values()
    targets = {name for entry in exports for name in (entry.values() if isinstance(entry, dict) else [entry])}
    used = set[Path]().union(*(_imported(package / name) for name in targets))
    files = {path for path in package.rglob("*") if path.is_file()}
    assert files == used | {package / name for name in ("README.md", "LICENSE", "NOTICE")}


def test_a_fresh_project_imports_it(project: Path) -> None:
    """Outside a browser the imports work, define nothing and answer "unavailable"."""
    (project / "use.js").write_text(USE)
    assert (
        _run(project, "node", "use.js").strip() == "unavailable,function,function,function,undefined,function"
    )


def test_a_bundler_takes_it(project: Path) -> None:
    """A bundle needs nothing that only our build defines."""
    (project / "use.js").write_text(USE)
    bundle = _run(
        project,
        str(NODE_MODULES / ".bin" / "esbuild"),
        "use.js",
        "--bundle",
        "--format=esm",
        "--tsconfig-raw={}",
    )
    assert "__SITE__" not in bundle
    assert "downloadprogress" in bundle


# Projects that use all attributes, properties and events; what is wrong in them is marked as expected.
PROJECTS = Path(__file__).with_name("types")
# Project -> packages that it has besides ours.
TYPED = {"plain.ts": (), "react.tsx": ("react", "@types/react"), "vue.ts": ("vue",)}


@pytest.mark.parametrize("name", TYPED)
def test_the_types_hold(project: Path, name: str) -> None:
    """Correct code compiles and wrong code does not, with a framework and without one."""
    shutil.copy(PROJECTS / name, project)
    for package in TYPED[name]:
        link = project / "node_modules" / package
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(NODE_MODULES / package)
    options = [
        "--noEmit",
        "--strict",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "--target",
        "es2022",
        "--jsx",
        "react-jsx",
    ]
    library = ["--lib", "es2024,dom,dom.iterable,dom.asynciterable", "--types", ""]
    _run(project, str(NODE_MODULES / ".bin" / "tsc"), *options, *library, name)
