"""Makes the documentation's site from docs/ with MkDocs, and removes addresses of other servers from it.

``checks`` checks the files like the rest of the site.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from sitebuild import cache
from sitebuild.embeds import integrity
from sitebuild.environment import python, run
from sitebuild.paths import PY, REQUIREMENTS, ROOT

DOCS = ROOT / "docs"
HERE = Path(__file__).parent
FIRST = (
    "index.md",
    "guides",
    "api.md",
    "summarizer-api.md",
    "architecture.md",
    "performance.md",
    "quality.md",
    "benchmarks.md",
    "decisions",
)
START = "はじめに / Start"
SECTIONS = {"guides": "手引き / Guides", "decisions": "設計の記録 / Decisions"}
# Files by MkDocs that depend on the clock or are not used; lunr's other languages are not loaded.
DROPPED = re.compile(
    r"sitemap\.xml(\.gz)?$|404\.html$|objects\.inv$|\.map$|lunr/(?!min/lunr\.(ja|multi|stemmer\.support)\.min\.js$"
    r"|tinyseg\.js$)|assets/images/favicon\.png$"
)
# Material loads Mermaid and a shim from a server if a page needs them. No page here does, and none may.
REMOTE = re.compile(rb"https://(?:unpkg\.com|cdn\.jsdelivr\.net|api\.github\.com|gitlab\.com)/[^\"'`]*")
# Scripts that Material writes into each page; the policy names each by its hash.
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The alignment of a table's cell; overrides/align.css has the classes.
ALIGNED = re.compile(r'style="text-align: (left|center|right);"')
POLICY = (
    "default-src 'none'; script-src {}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
PREFORMATTED = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>)", re.DOTALL)
_WIDE = r"[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]"
GAP = re.compile(rf"(?<={_WIDE})\n *(?={_WIDE})")
SOURCE_MAP = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\n?")


def site() -> Path:
    """Return the folder with the pages as they stand below ``dist/docs/``; the same bytes at every build."""
    sources = sorted((PY / "youten").rglob("*.py"))
    modules = [f"{path.relative_to(PY)}\0".encode() + path.read_bytes() for path in sources]
    return cache.step("documentation", [DOCS, HERE, *modules, REQUIREMENTS / "docs.txt"], make)


def make(out: Path) -> None:
    """Run MkDocs and write the pages into ``out``."""
    with tempfile.TemporaryDirectory() as scratch:
        config, made = Path(scratch) / "mkdocs.yml", Path(scratch) / "site"
        config.write_text(_configuration(made), "utf-8")
        command = (python(), "-m", "mkdocs", "--quiet", "build", "--config-file", config)
        run(*command, env={"SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1"}, quiet=True)
        for path in sorted(made.rglob("*")):
            name = path.relative_to(made).as_posix()
            if path.is_file() and not DROPPED.search(name):
                data = _at_home(path.read_bytes())
                (out / name).parent.mkdir(parents=True, exist_ok=True)
                (out / name).write_bytes(_page(data) if name.endswith(".html") else data)


def navigation(docs: Path) -> list[dict[str, object] | str]:
    """Return the pages in the order of ``FIRST``, then the rest; folders become sections."""

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
    """Return the settings of mkdocs.yml with this checkout's folders as YAML."""
    settings = {
        "INHERIT": str(HERE / "mkdocs.yml"),
        "docs_dir": str(DOCS),
        "site_dir": str(out),
        "nav": navigation(DOCS),
        "theme": {"custom_dir": str(HERE / "overrides")},
        "plugins": {"mkdocstrings": {"handlers": {"python": {"paths": [str(PY)]}}}},
    }
    return json.dumps(settings, ensure_ascii=False)


def _page(page: bytes) -> bytes:
    """Return a page as it is published: without gaps, with its policy before everything else."""
    text = ALIGNED.sub(r'class="align-\1"', _without_gaps(page).decode())
    hashes = sorted({f"'{integrity(script.encode())}'" for script in INLINE.findall(text)})
    policy = POLICY.format(" ".join(["'self'", *hashes]))
    return text.replace(
        "<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', 1
    ).encode()


def _without_gaps(page: bytes) -> bytes:
    """Join lines between Japanese letters: sources have one sentence per line, and browsers show a space."""
    parts = PREFORMATTED.split(page.decode())
    return "".join(part if index % 2 else GAP.sub("", part) for index, part in enumerate(parts)).encode()


def _at_home(data: bytes) -> bytes:
    """Remove addresses that a script could fetch from, and those of source maps that are not shipped."""
    return SOURCE_MAP.sub(b"", REMOTE.sub(b"", data))
