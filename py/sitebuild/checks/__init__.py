"""Checks the finished site against the promises about it: sizes, addresses, licences, policies.

Every check returns a list of problems in words; an empty list means that it passed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from sitebuild import licenses, manifest, sbom, scripts
from sitebuild.archive import gzipped
from sitebuild.checks import policy

# Bytes that a first visit may transfer before its first summary, and until the page works offline in every
# case; gzipped. Little more than it transfers today.
FIRST_VISIT_BUDGET = 5_000_000
OFFLINE_BUDGET = 8_600_000
# Gzipped bytes of the page without the engine: the page must be usable at once.
PAGE_BUDGET = 60_000

# Addresses that are in the site but never requested, and why.
HARMLESS_ADDRESSES = (
    "http://www.w3.org/",  # names of XML namespaces
    "https://pyodide.org/",  # pointers to documentation in Pyodide's error messages
    "https://github.com/",  # the same, and the source link
    "https://docs.python.org/",  # the same
    "https://developer.mozilla.org/",  # the same
    "https://emscripten.org/",  # the same
    "http://ns.adobe.com/",  # names of XML namespaces in PDFs
    "http://www.xfa.org/",  # the same
    "http://www.apache.org/",  # the licence of pdf.js
    "http://example.com/",  # pdf.js and core-js try the browser's URL class on these
    "https://foo.bar/",  # the same
    "https://a/",  # the same
    "https://x/",  # the same
    # Addresses of the authors of the documentation's tools:
    "http://chasen.org/",
    "http://lunrjs.com/",
    "http://tartarus.org/",
    "https://bit.ly/",
    "https://clipboardjs.com/",
    "https://fontawesome.com/",
)
# Lists of third-party works: no page loads them, and they must name the origin of each work.
ABOUT_OTHERS = ("licenses/", sbom.FILE)
ADDRESS = re.compile(rb"https?://[\w.-]+/?")
TEXT_FILES = (".html", ".js", ".mjs", ".css", ".json", ".webmanifest")


@cache
def transfer_size(data: bytes) -> int:
    """Return the bytes on the wire from a server that gzips; gzip files do not get smaller."""
    return len(data) if data[:2] == b"\x1f\x8b" else min(len(data), len(gzipped(data)))


def sizes(
    files: Mapping[str, bytes], wanted: Callable[[str], bool] = manifest.is_of_first_visit
) -> list[tuple[str, int, int]]:
    """Return (path, bytes, bytes as gzip) of the files of a first visit, or of others, largest first."""
    loaded = {path: data for path, data in files.items() if wanted(path)}
    rows = [(path, len(data), transfer_size(data)) for path, data in loaded.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def size_table(files: Mapping[str, bytes]) -> str:
    """Return a printable table of what a first visit transfers."""
    rows = sizes(files)
    total = sum(row[2] for row in rows)
    lines = [f"{'first visit':<44}{'bytes':>12}{'gzip':>12}"]
    lines += [f"{path:<44}{raw:>12,}{packed:>12,}" for path, raw, packed in rows]
    lines.append(
        f"{'before the first summary (budget ' + format(FIRST_VISIT_BUDGET, ',') + ')':<56}{total:>12,}"
    )
    for path, raw, packed in sizes(files, manifest.is_of_background):
        lines.append(f"{path:<44}{raw:>12,}{packed:>12,}")
        total += packed
    lines.append(f"{'ready for offline use (budget ' + format(OFFLINE_BUDGET, ',') + ')':<56}{total:>12,}")
    return "\n".join(lines)


def over_budget(files: Mapping[str, bytes]) -> list[str]:
    """Return the sizes that are over budget."""
    rows = sizes(files)
    total = sum(row[2] for row in rows)
    scripts_of_page = [path for path in files if path.endswith(("/start.js", "/app.js"))]
    parts = set(scripts.needed_at_once(files, *scripts_of_page))
    page = sum(row[2] for row in rows if row[0].rsplit("/", 1)[-1] in manifest.PAGE_FILES or row[0] in parts)
    wrong = []
    if total > FIRST_VISIT_BUDGET:
        wrong.append(f"a first visit transfers {total:,} bytes; the budget is {FIRST_VISIT_BUDGET:,}")
    if (whole := total + sum(row[2] for row in sizes(files, manifest.is_of_background))) > OFFLINE_BUDGET:
        wrong.append(f"offline use takes {whole:,} bytes; the budget is {OFFLINE_BUDGET:,}")
    if page > PAGE_BUDGET:
        wrong.append(f"the page alone weighs {page:,} bytes; the budget is {PAGE_BUDGET:,}")
    return wrong


def foreign_addresses(files: Mapping[str, bytes]) -> list[str]:
    """Return the addresses of other servers in files that a browser reads."""
    wrong = []
    for path, data in files.items():
        # The documentation's links are for its readers; its policy forbids loading anything.
        prose = path.startswith("docs/") and path.endswith((".html", ".json"))
        if prose or not path.endswith(TEXT_FILES) or "/stock/" in path or path.startswith(ABOUT_OTHERS):
            continue
        found = {match.group().decode().rstrip("/") + "/" for match in ADDRESS.finditer(data)}
        wrong += [f"{path} names {url}" for url in found if not url.startswith(HARMLESS_ADDRESSES)]
    return sorted(wrong)


def absolute_paths(files: Mapping[str, bytes]) -> list[str]:
    """Return the addresses that would leave /repo/ if the site is below it."""
    attribute = re.compile(rb"""(?:src|href|action)\s*=\s*["']?/""")
    return [
        f"{path}: absolute address"
        for path, data in files.items()
        if path.endswith(".html") and attribute.search(data)
    ]


def unlicensed(files: Mapping[str, bytes]) -> list[str]:
    """Return the files that no licence notice covers."""
    return [f"{path}: no licence notice covers it" for path in licenses.uncovered(files)]


CHECKS = (over_budget, foreign_addresses, absolute_paths, unlicensed, policy.loose)


def problems(files: Mapping[str, bytes]) -> list[str]:
    """Return all problems of the site."""
    return [problem for check in CHECKS for problem in check(files)]
