# ruff: noqa: E501 -- TypeScript, one statement to a line
"""The npm package, packed as for publishing, works in a project without our build."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from sitebuild.paths import NODE_MODULES, ROOT

USE = """
import { CreateMonitor, setSite, Summarizer } from "youten";
import { defineBox } from "youten/box";
import { replaceUnavailable } from "youten/polyfill";
setSite("https://example.org/youten/");
console.log([typeof Summarizer.create, typeof CreateMonitor, typeof defineBox, typeof globalThis.Summarizer, typeof replaceUnavailable].join());
"""
TYPED = """
import { Summarizer, setSite, type Availability } from "youten";
import "youten/box";
import { replaceUnavailable } from "youten/polyfill";
setSite(new URL("https://example.org/youten/"));
const availability: Availability = await Summarizer.availability({ type: "tldr" });
const summarizer = await Summarizer.create({ monitor: (m) => m.addEventListener("downloadprogress", (e) => e.loaded) });
const text: string = await summarizer.summarize(availability, { context: "x", signal: AbortSignal.timeout(1) });
for await (const chunk of summarizer.summarizeStreaming(text)) chunk.trim();
const replaced: boolean = await replaceUnavailable({ outputLanguage: "ja" });
const box = document.createElement("youten-box");
[box.sentences, box.highlight] = [2, replaced];
box.addEventListener("youten-cancel", ({ type }) => type.trim());
// @ts-expect-error not a number
box.sentences = "two";
document.createElement("youten-box").addEventListener("youten-summary", ({ detail }) => detail.sentences[0]?.text);
// @ts-expect-error not a type of summary
await Summarizer.create({ type: "tl;dr" });
// @ts-expect-error not constructible
new Summarizer();
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
        names = IMPORT.findall(module.read_text("utf-8"))
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
    """Outside a browser the import works and defines nothing; that needs a secure page."""
    (project / "use.js").write_text(USE)
    assert _run(project, "node", "use.js").strip() == "function,function,function,undefined,function"


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


def test_the_types_hold(project: Path) -> None:
    """Correct code compiles and wrong code does not."""
    (project / "typed.ts").write_text(TYPED)
    options = [
        "--noEmit",
        "--strict",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "--target",
        "es2022",
    ]
    library = ["--lib", "es2024,dom,dom.iterable,dom.asynciterable", "--types", ""]
    _run(project, str(NODE_MODULES / ".bin" / "tsc"), *options, *library, "typed.ts")
