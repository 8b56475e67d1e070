"""Checks that every page of the site has a strict content security policy.

Source: https://www.w3.org/TR/CSP3/, https://w3c.github.io/trusted-types/dist/spec/. Hosts like GitHub Pages
send no custom headers, so the policy is a meta element, which must come before everything that it applies to.
A page that needs more has a line in ``EXCEPTIONS`` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from html.parser import HTMLParser

from sitebuild.embeds import integrity

# Allowed sources by directive; "" stands for all others.
SOURCES = {
    "": {"'none'", "'self'"},
    "img-src": {"'none'", "'self'", "data:", "blob:"},
    "script-src": {"'none'", "'self'"},
}
INTEGRITY = re.compile(r"'sha(256|384|512)-[A-Za-z0-9+/=]+'")
# Directives whose values are not sources.
OTHER = ("require-trusted-types-for", "trusted-types")
NEEDED = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
NEEDED_WITH_SCRIPT = {"require-trusted-types-for": "'script'"}

# (page, directive, source) that is allowed as an exception -> reason.
EXCEPTIONS: Mapping[tuple[str, str, str], str] = {
    (
        "r/*/engine.html",
        "script-src",
        "'wasm-unsafe-eval'",
    ): "the interpreter is WebAssembly; no string is run",
    ("r/*/engine.html", "worker-src", "blob:"): "only a worker from a blob inherits the seal",
    (
        "index.html",
        "worker-src",
        "blob:",
    ): "the PDF reader's worker: from a blob it inherits the page's policy",
    ("r/*/check-frame.html", "worker-src", "blob:"): "the check page shows the same seal on the same worker",
}

# Pages whose scripts do without Trusted Types -> reason.
UNTYPED: Mapping[str, str] = {
    "docs/*": "the documentation's theme writes markup; no article ever comes to these pages",
}


class _Page(HTMLParser):
    """The parts of a page that concern the policy."""

    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.faults: list[str] = []
        self.scripts = False
        self.inline: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        kind = values.get("http-equiv", "").lower()
        if tag == "meta" and kind == "content-security-policy":
            self.policies.append(values.get("content", ""))
        elif tag == "meta" and kind == "refresh":
            self.faults.append("refreshes itself")
        elif tag in ("script", "style", "link", "img", "iframe") and not self.policies:
            self.faults.append(f"<{tag}> stands before the policy")
        if tag == "script":
            self._script(values)
        if tag == "style":
            self.faults.append("inline <style>")
        self.faults += [f"inline {name}" for name in values if name.startswith("on") or name == "style"]
        self.faults += [
            f"{name}: javascript" for name, v in values.items() if v.lower().startswith("javascript:")
        ]

    def _script(self, values: Mapping[str, str]) -> None:
        data = "json" in values.get("type", "")
        self.scripts = self.scripts or not data
        if "src" not in values and not data:
            self.inline.append("")
            self._inside = True

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.inline[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"


def _is_untyped(path: str) -> bool:
    return any(fnmatchcase(path, pages) for pages in UNTYPED)


def _allowed(path: str, directive: str, source: str) -> bool:
    plain = SOURCES.get(directive, SOURCES[""])
    if source in plain or (directive == "script-src" and INTEGRITY.fullmatch(source)):
        return True
    return any(
        fnmatchcase(path, page) and (directive, source) == (named, value) for page, named, value in EXCEPTIONS
    )


def _policy_faults(path: str, policy: str, *, scripts: bool) -> Iterator[str]:
    rules = {name: values for name, *values in (part.split() for part in policy.split(";") if part.strip())}
    needed = NEEDED | (NEEDED_WITH_SCRIPT if scripts else {})
    for directive, value in needed.items():
        if rules.get(directive) != [value]:
            yield f"{directive} is not {value}"
    for directive, sources in rules.items():
        if directive not in OTHER:
            yield from (
                f"{directive} {source}" for source in sources if not _allowed(path, directive, source)
            )


def _unnamed(page: _Page) -> Iterator[str]:
    """Return the inline scripts whose hash the policy does not name; a browser would not run them."""
    for script in page.inline:
        if f"'{integrity(script.encode())}'" not in page.policies[0]:
            yield "inline <script> without its hash"


def faults(path: str, html: str) -> list[str]:
    """Return the problems of one page."""
    page = _Page()
    page.feed(html)
    if len(page.policies) != 1:
        return [f"{path}: {len(page.policies)} policies in place of one"]
    typed = page.scripts and not _is_untyped(path)
    found = [*page.faults, *_unnamed(page), *_policy_faults(path, page.policies[0], scripts=typed)]
    return [f"{path}: {fault}" for fault in found]


def loose(files: Mapping[str, bytes]) -> list[str]:
    """Return the problems of all pages of a site (path -> bytes)."""
    pages = {path: data.decode(errors="replace") for path, data in files.items() if path.endswith(".html")}
    return [fault for path, html in pages.items() for fault in faults(path, html)]
