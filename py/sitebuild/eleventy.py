"""Assembles the Eleventy plugin as a folder for npm: the scripts, and youten as one zip.

``npm pack`` in the folder makes the file to install. Publishing is not done here.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sitebuild import cache, vendor
from sitebuild.archive import unzipped, zipped
from sitebuild.paths import LICENSES, ROOT, STATIC, WORK

SOURCE = STATIC / "eleventy"
STYLE = STATIC / "embed" / "box.css"
NAME = "eleventy-plugin-youten"
TEXTS = ("Janome-NOTICE.txt", "MeCab-IPADIC.txt", "CC-BY-SA-4.0.txt", "Apache-2.0.txt")
# Python reads a page there and writes its box; these parts of the wheel are for other uses.
LEFT_OUT = (
    "youten/_vendor/",
    "youten/__main__.py",
    "youten/batch/",
    "youten/bridge",
    "youten/browser",
    "youten/cli/",
    "youten/many.py",
    "youten/plugins/mkdocs",
    "youten/plugins/pelican",
    "youten/plugins/sphinx",
    "youten/morphology/data/readings.bin.gz",
)


def youten_zip(youten: Path) -> bytes:
    """Return youten with its dictionary, and Janome without its own, as a zip of importable sources."""
    ours = {
        name: data
        for name, data in unzipped(youten.read_bytes()).items()
        if name.startswith("youten/") and not name.startswith(LEFT_OUT)
    }
    janome = {
        name: data
        for name, data in unzipped(vendor.wheel("Janome").read_bytes()).items()
        if name.startswith("janome/") and not name.startswith("janome/sysdic/")
    }
    return zipped(ours | janome)


def assemble(youten: Path) -> Path:
    """Assemble the package from the wheel of youten in ``.build/npm``, and return its folder."""

    def make(out: Path) -> None:
        shutil.copytree(SOURCE, out, ignore=shutil.ignore_patterns("node.d.ts"), dirs_exist_ok=True)
        shutil.copy(STYLE, out / "youten.css")
        (out / "youten.zip").write_bytes(youten_zip(youten))
        (out / "licenses").mkdir()
        for text in texts:
            shutil.copy(text, out / "licenses" / text.name)

    texts = [*(LICENSES / "texts" / name for name in TEXTS), ROOT / "NOTICE"]
    inputs = [youten, vendor.wheel("Janome"), SOURCE, STYLE, *texts]
    folder = WORK / "npm" / NAME
    cache.publish(cache.step("eleventy", inputs, make), folder)
    return folder
