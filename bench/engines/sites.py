"""Makes the site of the peers: one folder per page, with the peers' files as published."""

from __future__ import annotations

import re
import shutil
import urllib.request
from pathlib import Path

from tests.server import Server

from sitebuild import scripts, steps
from sitebuild.paths import DIST, NODE_MODULES, WORK

PAGES = Path(__file__).with_name("pages")
FOLDER = WORK / "bench" / "engines"
PEERS = {
    "lindera": "lindera-wasm-ipadic",
    "kuromoji": "kuromoji",
    "patdx": "@patdx/kuromoji",
}


def release() -> Path:
    """Return the folder of the release that the built page opens."""
    found = re.search(r'"(r/[0-9a-f]+)/app\.js"', (DIST / "index.html").read_text(encoding="utf-8"))
    assert found, "the page names no release"
    return DIST / found[1]


def _sources() -> dict[str, dict[str, Path]]:
    """Return page -> file name on the site -> source path."""
    ours, stock = release(), release() / "stock"
    lock = steps.engine_files().lock
    # Whole: that of a first visit has no functions that only a start from the library calls.
    engine = {"pyodide.asm.wasm": ours / "pyodide.whole.wasm"}
    wasm = NODE_MODULES / "lindera-wasm-ipadic" / "lindera_wasm_bg.wasm"
    return {
        "lindera": {wasm.name: wasm},
        **{
            page: {f"dict/{path.name}": path for path in (NODE_MODULES / PEERS[page] / "dict").iterdir()}
            for page in ("kuromoji", "patdx")
        },
        "floor": engine | {"stdlib.zip.gz": ours / "stdlib.zip.gz", "pyodide-lock.json": lock},
        "same": engine
        | {
            "python_stdlib.zip": stock / "python_stdlib.zip",
            "stock-lock.json": stock / "pyodide-lock.json",
            "dictionary.bin.gz": ours / "dictionary.bin.gz",
            "janome.whl": next(stock.glob("[Jj]anome-*.whl")),
            "youten.whl": next(stock.glob("youten-*.whl")),
        },
    }


def make() -> Path:
    """Make the site from nothing."""
    modules = scripts.pyodide(steps.engine_files().pyodide)
    shutil.rmtree(FOLDER / "site", ignore_errors=True)
    for page, files in _sources().items():
        folder = FOLDER / "site" / page
        for name, source in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / name)
        shutil.copyfile(PAGES / "page.html", folder / "index.html")
        (folder / "page.js").write_bytes(scripts.bundle(PAGES / f"{page}.js", modules=modules))
    return FOLDER / "site"


def prepare(server: Server) -> None:
    """Request every file once, so that the server compresses none while a clock runs."""
    for path in sorted(server.folder.rglob("*")):
        name = path.relative_to(server.folder)
        if path.is_file() and name.parts[0] != "licenses":
            request = urllib.request.Request(server.url + str(name), headers={"Accept-Encoding": "gzip"})  # noqa: S310
            with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own server, on loopback
                answer.read()
    server.requests.clear()
