"""Assembles the npm plugins, for Eleventy and for Markdown, as folders: the scripts, and youten as one zip.

``npm pack`` in a folder makes the file to install. Publishing is not done here.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from sitebuild import cache, environment, vendor
from sitebuild.archive import unzipped, zipped
from sitebuild.paths import LICENSES, REQUIREMENTS, ROOT, STATIC, WORK

SOURCE = STATIC / "eleventy"
STYLE = STATIC / "embed" / "box.css"
NAME, MARKDOWN = "eleventy-plugin-youten", "markdown-plugin-youten"
# Module -> its project.
READS_MARKDOWN = {"markdown_it": "markdown_it_py", "mdurl": "mdurl", "yaml": "[Pp]y[Yy][Aa][Mm][Ll]"}
# What only one of the two packages needs.
OWN = {NAME: ("index.js",), MARKDOWN: ("markdown.js", "markdown.d.ts")}
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


def youten_zip(youten: Path, libraries: dict[str, bytes]) -> bytes:
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
    return zipped(ours | janome | libraries)


def _libraries() -> tuple[dict[str, bytes], list[Path]]:
    """Return the sources of what reads Markdown, as the lock file has installed it, and its licences."""
    ask = (environment.python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    folder = Path(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip())
    sources = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for module in READS_MARKDOWN
        for path in sorted((folder / module).rglob("*.py"))
    }
    texts = [
        path for name in READS_MARKDOWN.values() for path in folder.glob(f"{name}-*.dist-info/**/LICENSE*")
    ]
    return sources, sorted(texts)


def assemble(youten: Path, name: str = NAME) -> Path:
    """Assemble a package from the wheel of youten in ``.build/npm``, and return its folder."""
    libraries, more = _libraries() if name == MARKDOWN else ({}, [])

    def make(out: Path) -> None:
        others = [file for package, files in OWN.items() if package != name for file in files]
        left = shutil.ignore_patterns("node.d.ts", "markdown", *others)
        shutil.copytree(SOURCE, out, ignore=left, dirs_exist_ok=True)
        if name == MARKDOWN:
            shutil.copytree(SOURCE / "markdown", out, dirs_exist_ok=True)
        shutil.copy(STYLE, out / "youten.css")
        (out / "youten.zip").write_bytes(youten_zip(youten, libraries))
        (out / "licenses").mkdir()
        for text in texts:
            shutil.copy(text, out / "licenses" / text.name)
        for text in more:
            project = next(part for part in text.parts if part.endswith(".dist-info")).partition("-")[0]
            shutil.copy(text, out / "licenses" / f"{project}-{text.name}")

    texts = [*(LICENSES / "texts" / name for name in TEXTS), ROOT / "NOTICE"]
    inputs = [youten, vendor.wheel("Janome"), SOURCE, STYLE, *texts, REQUIREMENTS / "build.txt"]
    folder = WORK / "npm" / name
    cache.publish(cache.step(name, inputs, make), folder)
    return folder
