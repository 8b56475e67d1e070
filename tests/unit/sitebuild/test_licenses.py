"""Every shipped file has its licence, and a file without one is reported."""

from __future__ import annotations

import tomllib
from html.parser import HTMLParser

import pytest
from packaging.licenses import canonicalize_license_expression

from sitebuild import licenses, vendor
from sitebuild.paths import LICENSES, ROOT

COMPONENTS = licenses.components()
RELEASE = "r/0123456789ab"
# One path for every kind of file that the site is made of.
SITE = [
    "index.html",
    "sw.js",
    "check.html",
    "releases.json",
    "sbom.cdx.json",
    "manifest.webmanifest",
    "icons/icon-192.png",
    ".nojekyll",
    "frame.html",
    "embed/0.1.0-01234567/box.js",
    "gallery/index.html",
    *(f"licenses/{path}" for path in licenses.site_files()),
    *(
        f"docs/{path}"
        for path in (
            "index.html",
            "api.html",
            "guides/publishing.html",
            "images/page.png",
            "search/search_index.json",
            "assets/_mkdocstrings.css",
            "assets/javascripts/bundle.0123abcd.min.js",
            "assets/javascripts/workers/search.0123abcd.min.js",
            "assets/javascripts/lunr/tinyseg.js",
            "assets/javascripts/lunr/min/lunr.ja.min.js",
            "assets/stylesheets/main.0123abcd.min.css",
        )
    ),
    *(
        f"{RELEASE}/{name}"
        for name in (
            "app.js",
            "start.js",
            "app/chunk-ABCDEFGH.js",
            "app/wrapping.late-ABCDEFGH.js",
            "app/history.late-ABCDEFGH.js",
            "later/reader.js",
            "later/pdf.js",
            "later/pdf.worker.js",
            "later/pdf.cmaps.bin",
            "app.css",
            "check.css",
            "check.js",
            "check-frame.html",
            "check-frame.js",
            "check-worker.js",
            "engine.html",
            "engine.js",
            "fetcher.js",
            "frame.js",
            "frame.css",
            "widget.js",
            "snapshot.bin.gz",
            "pyodide.asm.wasm",
            "stdlib.zip.gz",
            "app.zip.gz",
            "dictionary.bin.gz",
            "readings.bin.gz",
            "stock/python_stdlib.zip",
            "stock/pyodide-lock.json",
            "stock/youten-0.1.0-1browser-py3-none-any.whl",
            *(f"stock/{pin['file']}" for pin in vendor.pins()["wheels"].values()),
        )
    ),
]


each = pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component["name"])


class Page(HTMLParser):
    """Collects what the tests ask of a page: its links, its elements, and that these close in order."""

    VOID = ("meta", "link")

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and what it refers to."""
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, which must be this one."""
        assert tag in self.VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect what a reader sees."""
        self.text += data


@each
def test_license_is_spdx(component: licenses.Component) -> None:
    """Every component names its licence as a canonical SPDX expression."""
    assert canonicalize_license_expression(component["license"]) == component["license"]


@each
def test_terms_are_there_in_full(component: licenses.Component) -> None:
    """Every component has texts: UTF-8, LF, long enough to be terms and not a pointer to some."""
    assert component["text"]
    for name in component["text"]:
        data = (LICENSES / licenses.TEXTS / name).read_bytes()
        assert len(data.decode("utf-8")) > 200
        assert data.endswith(b"\n")
        assert b"\r" not in data


def test_no_text_is_left_over() -> None:
    """Every text belongs to a component, so what is in the folder is what is shipped."""
    named = {text for component in COMPONENTS for text in component["text"]}
    assert {path.name for path in (LICENSES / licenses.TEXTS).iterdir()} == named


def test_a_pattern_that_means_no_file_is_named() -> None:
    assert licenses.idle(SITE) == []
    assert licenses.idle(path for path in SITE if "fetcher" not in path) == ["youten: fetcher.js"]


def test_whole_site_is_covered() -> None:
    """Nothing that the build writes lacks a notice."""
    assert licenses.uncovered(SITE) == []


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(f"{RELEASE}/left-pad.js", id="unknown file of a release"),
        pytest.param(f"{RELEASE}/stock/numpy-2.0.0-py3-none-any.whl", id="unknown wheel"),
        pytest.param(f"{RELEASE}/stock/youten-1/youten.whl", id="a star does not reach across a slash"),
        pytest.param("jquery.js", id="unknown file at the root"),
        pytest.param("pyodide.asm.wasm", id="a release's file at the root"),
        pytest.param(f"{RELEASE}/index.html", id="a root file in a release"),
        pytest.param("licenses/texts/old/MIT.txt", id="deeper than the texts"),
    ],
)
def test_unknown_file_is_named(path: str) -> None:
    """A file that no component vouches for comes back, and it alone."""
    assert licenses.uncovered([*SITE, path]) == [path]


def test_dictionary_carries_its_makers_conditions() -> None:
    """The packed dictionary has the NAIST and ICOT notices, which must be kept whole."""
    covering = [
        component
        for component in COMPONENTS
        if any(licenses.covers(pattern, f"{RELEASE}/dictionary.bin.gz") for pattern in component["files"])
    ]
    texts = {text for component in covering for text in component["text"]}
    terms = "".join((LICENSES / licenses.TEXTS / text).read_text(encoding="utf-8") for text in sorted(texts))
    for words in (
        "Nara Institute of Science\nand Technology.  All Rights Reserved",
        "ICOT Free",
        "NO WARRANTY",
    ):
        assert words in terms


def test_versions_are_the_pinned_ones() -> None:
    """A changed pin fails here, so that its notice is reviewed too."""
    listed = {component["name"]: component.get("version") for component in COMPONENTS}
    pins = vendor.pins()
    pinned = {name: pin["version"] for name, pin in pins["wheels"].items()}
    pinned["Pyodide"] = pins["npm"]["pyodide"]["version"]
    pinned["youten"] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    assert {name: listed.get(name) for name in pinned} == pinned


def test_mpl_components_say_where_their_source_is() -> None:
    """MPL-2.0, section 3.2: recipients of the executable form must learn how to get the source."""
    assert [c["name"] for c in COMPONENTS if c["license"] == "MPL-2.0" and "source" not in c] == []


def test_own_license_is_the_checkouts() -> None:
    """The shipped Apache-2.0 text is the project's."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert (LICENSES / licenses.TEXTS / "Apache-2.0.txt").read_text(encoding="utf-8").split() == own.split()


def test_page_lists_every_component() -> None:
    """The page closes what it opens, names each component, and its own links lead to files beside it."""
    files = licenses.site_files()
    page = Page(files["index.html"].decode())
    assert page.open == []
    assert licenses.PLACEHOLDER not in files["index.html"].decode()
    assert page.tags.count("li") == len(COMPONENTS)
    assert [c["name"] for c in COMPONENTS if c["name"] not in page.text] == []
    local = {link for link in page.links if not link.startswith(("https://", "data:", "../"))}
    assert local == set(files) - {"index.html"}


def test_page_runs_nothing() -> None:
    """There are no scripts or inline styles; the policy would refuse them."""
    source = licenses.site_files()["index.html"].decode()
    page = Page(source)
    assert not {"script", "style", "iframe", "object"} & set(page.tags)
    assert "default-src 'none'; style-src 'self'" in source


def test_names_are_escaped() -> None:
    """Markup in a component's fields stays text."""
    bad = '<script>"&'
    component = licenses.Component(
        name=bad,
        version=bad,
        license=bad,
        home=bad,
        source=bad,
        text=[bad],
        files=[bad],
        note=licenses.Note(ja=bad, en=bad),
    )
    page = Page(licenses.page([component]))
    assert "script" not in page.tags
    assert page.text.count(bad) == 9


def test_site_files_are_the_same_every_time() -> None:
    """Two calls give the same paths, in the same order, with the same bytes."""
    assert list(licenses.site_files().items()) == list(licenses.site_files().items())
