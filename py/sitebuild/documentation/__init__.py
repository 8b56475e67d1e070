"""Makes the documentation's site from docs/ with MkDocs, and takes out what would leave the reader's machine.

Only when something that goes into it has changed: the result is kept below a hash of all that. Leaves it to
``verify`` to hold the files against the same promises as the rest of the site.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from sitebuild.environment import python, run
from sitebuild.paths import PY, REQUIREMENTS, ROOT, WORK

DOCS = ROOT / "docs"
HERE = Path(__file__).parent
FIRST = ("index.md", "guides", "api.md", "architecture.md", "performance.md", "quality.md", "decisions")
START = "はじめに / Start"
SECTIONS = {"guides": "手引き / Guides", "decisions": "決めたこと / Decisions"}
# What MkDocs makes that depends on the clock or that nobody asks for; lunr's other languages are not loaded.
DROPPED = re.compile(
    r"sitemap\.xml(\.gz)?$|404\.html$|objects\.inv$|\.map$|lunr/(?!min/lunr\.(ja|multi|stemmer\.support)\.min\.js$"
    r"|tinyseg\.js$)|assets/images/favicon\.png$"
)
# Material loads Mermaid and a shim from a server where a page asks for them. None here does, and none may.
REMOTE = re.compile(rb"https://(?:unpkg\.com|cdn\.jsdelivr\.net|api\.github\.com|gitlab\.com)/[^\"'`]*")
PREFORMATTED = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>)", re.DOTALL)
_WIDE = r"[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]"
GAP = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
SOURCE_MAP = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\n?")


def site_files() -> dict[str, bytes]:
    """Path below ``dist/docs/`` -> bytes; the same at every build."""
    out = WORK / "documentation" / _key()
    if not (out / "index.html").is_file():
        shutil.rmtree(out.parent, ignore_errors=True)
        out.parent.mkdir(parents=True)
        config = out.parent / "mkdocs.yml"
        config.write_text(_configuration(out.with_suffix(".part")), "utf-8")
        command = (python(), "-m", "mkdocs", "--quiet", "build", "--config-file", config)
        run(*command, env={"SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1"}, quiet=True)
        out.with_suffix(".part").rename(out)
    return {
        name: _without_gaps(_at_home(path.read_bytes()))
        if name.endswith(".html")
        else _at_home(path.read_bytes())
        for path in sorted(out.rglob("*"))
        if path.is_file() and not DROPPED.search(name := path.relative_to(out).as_posix())
    }


def navigation(docs: Path) -> list[dict[str, object] | str]:
    """Give the pages in the order of ``FIRST``, then the rest; folders become sections."""

    def rank(path: Path) -> tuple[int, str]:
        return (FIRST.index(path.name) if path.name in FIRST else len(FIRST), path.name)

    found: list[dict[str, object] | str] = []
    for path in sorted(docs.iterdir(), key=rank):
        if path.suffix == ".md":
            found.append({START: path.name} if path.name == "index.md" else path.name)
        elif path.is_dir() and (pages := sorted(page.name for page in path.glob("*.md"))):
            pages.sort(key=lambda name: name != "README.md")
            found.append({SECTIONS.get(path.name, path.name): [f"{path.name}/{name}" for name in pages]})
    return found


def _configuration(out: Path) -> str:
    """Give the reviewed settings with this checkout's folders, as one more YAML document's text."""
    settings = {
        "INHERIT": str(HERE / "mkdocs.yml"),
        "docs_dir": str(DOCS),
        "site_dir": str(out),
        "nav": navigation(DOCS),
        "theme": {"custom_dir": str(HERE / "overrides")},
        "plugins": {"mkdocstrings": {"handlers": {"python": {"paths": [str(PY)]}}}},
    }
    return json.dumps(settings, ensure_ascii=False)


def _key() -> str:
    digest = hashlib.sha256()
    for path in _inputs():
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _inputs() -> Iterator[Path]:
    yield REQUIREMENTS / "docs.txt"
    for folder, pattern in ((DOCS, "*"), (HERE, "*"), (PY / "youten", "*.py")):
        yield from sorted(
            path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts
        )


def _without_gaps(page: bytes) -> bytes:
    """Join lines between Japanese letters: sources have a sentence to a line, browsers show a space."""
    parts = PREFORMATTED.split(page.decode())
    return "".join(part if index % 2 else GAP.sub("", part) for index, part in enumerate(parts)).encode()


def _at_home(data: bytes) -> bytes:
    """Take out addresses that a script could fetch from, and those of source maps that are not shipped."""
    return SOURCE_MAP.sub(b"", REMOTE.sub(b"", data))
