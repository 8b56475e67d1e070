"""The licence notices fit the built site, and name every npm package of which a part is bundled."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from sitebuild import licenses, manifest, scripts
from sitebuild.paths import DIST, NODE_MODULES, ROOT, STATIC

PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


def _bundled(folder: Path, entries: list[str], *options: str) -> dict[str, set[str]]:
    """Return file -> npm packages in it, as esbuild lists them."""
    listing = folder / "meta.json"
    command = [NODE_MODULES / ".bin" / "esbuild", *entries, "--bundle", "--format=esm", "--tsconfig-raw={}"]
    command += ["--external:node:*", "--log-level=error", f"--metafile={listing}", *options]
    subprocess.run(command, cwd=ROOT, check=True)
    outputs = json.loads(listing.read_text("utf-8"))["outputs"]
    return {
        Path(path).resolve().relative_to(folder.resolve()).as_posix(): set(
            PACKAGE.findall(
                "\n".join(name for name, part in output["inputs"].items() if part["bytesInOutput"])
            )
        )
        for path, output in ((ROOT / path, output) for path, output in outputs.items())
    }


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return path in a release -> npm packages, for the page's scripts and the separate bundles."""
    folder = tmp_path_factory.mktemp("bundles")
    page = [f"{name}={path}" for name, path in manifest.PAGE_SCRIPTS.items()]
    split = ("--splitting", f"--outdir={folder}", f"--chunk-names={manifest.PARTS}/[name]-[hash]")
    found = _bundled(folder, page, *split)
    alone = {path: source for path, source in manifest.RELEASE.items() if path.endswith(".js")}
    for path, source in alone.items():
        found |= _bundled(folder, [str(STATIC / source)], f"--outfile={folder / path}")
    path, reader = manifest.READER
    linked = [f"--alias:{name}={file}" for name, file in scripts.reader().items()]
    found |= _bundled(folder, [str(reader)], f"--outfile={folder / path}", *linked)
    return found


def test_every_bundled_package_has_a_notice(bundled: dict[str, set[str]]) -> None:
    listed = licenses.components()
    covered = {
        path: {one["npm"] for one in listed if "npm" in one and licenses.covered_by(one, f"r/0/{path}")}
        for path in bundled
    }
    assert {path: names for path, names in bundled.items() if names - covered[path]} == {}
    assert set().union(*bundled.values()) >= {"budoux", "fflate", "idb-keyval", "linkedom", "pdfjs-dist"}


def test_every_notice_is_about_a_file_of_the_site() -> None:
    files = [path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.is_file()]
    assert licenses.idle(files) == []


def test_notices_name_the_installed_versions() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    named = {one["npm"]: one.get("version") for one in licenses.components() if "npm" in one}
    assert named == {name: lock[f"node_modules/{name}"]["version"] for name in named}
