"""Puts the Eleventy plugin together as a folder that npm can pack: the scripts, and youten as one zip.

Leaves publishing it to whoever may; ``npm pack`` in the folder gives the file to install.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sitebuild import vendor
from sitebuild.archive import unzipped, zipped
from sitebuild.paths import LICENSES, ROOT, STATIC, WORK

NAME = "eleventy-plugin-youten"
TEXTS = ("Janome-NOTICE.txt", "MeCab-IPADIC.txt", "Apache-2.0.txt")
# What Python does there: read a page, write its box. Everything else of the wheel stays at home.
ROOMS = (
    "messages/",
    "reading/",
    "morphology/",
    "ranking/",
    "writing/",
    "output/",
    "documents/",
    "inject/",
    "plugins/eleventy",
    "plugins/__init__",
)
MODULES = (
    "__init__.py",
    "japanese.py",
    "model.py",
    "offsets.py",
    "options.py",
    "pipeline.py",
    "steps.py",
)


def youten_zip(youten: Path) -> bytes:
    """Give youten with its dictionary, and Janome without its own, as importable sources."""
    ours = {
        name: data
        for name, data in unzipped(youten.read_bytes()).items()
        if name.startswith(tuple(f"youten/{part}" for part in (*ROOMS, *MODULES)))
        and not name.endswith("readings.bin.gz")  # furigana are for pages that are open
    }
    janome = {
        name: data
        for name, data in unzipped(vendor.wheel("Janome").read_bytes()).items()
        if name.startswith("janome/") and not name.startswith("janome/sysdic/")
    }
    return zipped(ours | janome)


def assemble(youten: Path) -> Path:
    """Write the package's folder anew, from the wheel of youten; gives its path."""
    out = WORK / "npm" / NAME
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(STATIC / "eleventy", out, ignore=shutil.ignore_patterns("node.d.ts"))
    (out / "youten.zip").write_bytes(youten_zip(youten))
    (out / "licenses").mkdir()
    for name in TEXTS:
        shutil.copy(LICENSES / "texts" / name, out / "licenses" / name)
    shutil.copy(ROOT / "NOTICE", out / "licenses" / "NOTICE")
    return out
