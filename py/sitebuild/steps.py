"""The build's steps in their order. Each is cached, so a change repeats only the steps that it affects."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache as once
from pathlib import Path
from typing import NamedTuple

from sitebuild import (
    cache,
    checks,
    dictionary,
    documentation,
    eleventy,
    embeds,
    environment,
    licenses,
    release,
    sbom,
    wheels,
)
from sitebuild.environment import SetupError, say
from sitebuild.paths import DIST, LICENSES, PINS, PY, ROOT, STATIC, WORK
from sitebuild.pyodide import assets

REPORT = "report.txt"
# npm packages of which something gets into the site through esbuild, and esbuild.
BUNDLED = (
    "@mozilla/readability",
    "budoux",
    "esbuild",
    "fflate",
    "htmlparser2",
    "idb-keyval",
    "linkedom",
    "pdfjs-dist",
    "pyodide",
)


class EngineFiles(NamedTuple):
    """What the interpreter's steps pass to the steps after them."""

    packed: Path  # folder of what the engine loads besides its scripts
    lock: Path  # micropip's lock file
    pyodide: Path  # folder with the trimmed interpreter
    wheel: Path  # youten as the stock engine installs it


@once
def engine_files() -> EngineFiles:
    """Make the dictionary, the wheels and everything that the engine loads."""
    say("build: dictionary and wheels")
    dictionary.pack()
    full = wheels.youten_wheel()
    cache.publish(full.parent, WORK / "dist-wheel")
    for name in eleventy.OWN:
        eleventy.assemble(full, name)
    slim = wheels.for_browser(full)
    say("build: Pyodide")
    packed = assets.packed(slim)
    return EngineFiles(packed, assets.frozen(slim) / "lock.json", assets.trimmed(), slim[0])


def site() -> Path:
    """Make the whole site; return the folder with it and the report of its sizes."""
    engine = engine_files()
    say("build: documentation")
    docs = documentation.site()
    say("build: site")

    def make(out: Path) -> None:
        loaded = read(engine.packed) | assets.stock_assets(engine.wheel)
        parts = release.EngineParts(engine.lock.read_text(encoding="utf-8"), engine.pyodide)
        files = release.site(release.with_scripts(loaded, parts), licenses.site_files())
        files |= {f"docs/{path}": data for path, data in read(docs).items()}
        files[sbom.FILE] = sbom.bill(files)
        if problems := checks.problems(files):
            raise SetupError("The site is not as promised:\n- " + "\n- ".join(problems))
        write(out / "site", files)
        (out / REPORT).write_text(f"{checks.size_table(files)}\n{embeds.integrity_table(files)}\n", "utf-8")

    inputs: list[cache.Input] = [
        *engine,
        docs,
        STATIC,
        ROOT / "index.html",
        LICENSES,
        PY / "youten" / "__init__.py",
        PINS,
    ]
    inputs.append(cache.npm(*BUNDLED))
    return cache.step("site", inputs, make)


def read(folder: Path) -> dict[str, bytes]:
    """Return path -> bytes of the files below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write ``files`` (path -> bytes) into ``folder``."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def build(out: Path = DIST) -> None:
    """Make the site in ``out`` and print what a first visit transfers."""
    start = time.monotonic()
    environment.ensure("build", "docs")
    with ThreadPoolExecutor() as pool:  # beside the dictionary, which takes longest
        early = [pool.submit(documentation.site), pool.submit(assets.trimmed)]
        made = site()
        for step in early:
            step.result()
    cache.publish(made / "site", out)
    say((made / REPORT).read_text("utf-8"))
    say(f"build: {out} in {time.monotonic() - start:.0f} s")
