"""Sites that go from page to page without a reload, built with their real tools, and a blog's theme."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.e2e import scripts
from tests.e2e.embed.conftest import article_html

from sitebuild.paths import NODE_MODULES, ROOT

SITES = Path(__file__).with_name("sites")
VISIT_ALL = scripts.functions(SITES / "in-page.js")["visitAll"]
NAMES = ("science-news", "disaster", "recipe", "court")
TEXTS = [(ROOT / "tests" / "articles" / name / "page.txt").read_text("utf-8") for name in NAMES]
VISITS = 20
LARGEST_GROWTH = 5_000_000  # bytes of the page's heap in all visits but the first


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


TITLES = [lines_of(text)[0] for text in TEXTS]


def bundled(name: str, folder: Path) -> None:
    """Bundle a site's script into a folder, as for production."""
    command = [NODE_MODULES / ".bin" / "esbuild", SITES / f"{name}.js", "--bundle", f"--outdir={folder}"]
    defines = ['--define:process.env.NODE_ENV="production"', "--log-level=error", "--tsconfig-raw={}"]
    subprocess.run([*command, *defines], cwd=ROOT, check=True)


def single_page(name: str, host) -> str:
    """Write a site of one page, which makes the others itself; return its address."""
    pages = [{"title": title, "lines": lines_of(text)[1:]} for title, text in zip(TITLES, TEXTS, strict=True)]
    given = f"<script>const pages = {json.dumps(pages)}; globalThis.pages = pages;</script>"
    return host.page(f'<div id="app"></div>{given}<script src="{name}.js"></script>')


def served_pages(name: str, host) -> str:
    """Write a site of several pages with our line in the footer; return the first one's address."""
    head = f'<script src="{name}.js"></script>'
    footer = host.script("auto.js", 'data-target="article"')
    for index, text in enumerate(TEXTS):
        host.page(f"<article>{article_html(text)}</article>{footer}", head=head, name=f"{name}-{index}.html")
    return f"{host.server.url}{name}-0.html"


@pytest.mark.engines("chromium", "firefox")
@pytest.mark.parametrize(
    ("name", "write", "automatic"),
    [("react", single_page, False), ("vue", single_page, True), ("turbo", served_pages, False)],
)
def test_each_article_has_its_box(tab, host, name, write, automatic):
    """Twenty articles, twenty right boxes, one engine, and a heap that does not grow."""
    bundled(name, host.folder)
    tab.goto(write(name, host))
    tab.until("() => Boolean(globalThis.go)")
    assert tab.evaluate(VISIT_ALL, 4, TITLES, automatic) == [4, 1]
    before = heap(tab)
    assert tab.evaluate(VISIT_ALL, VISITS, TITLES, False) == [VISITS, 1]
    assert heap(tab) - before < LARGEST_GROWTH
    assert len([path for path in host.site.requests if "engine.html" in path]) == 1


def heap(tab) -> int:
    """Return the bytes that the page's heap has in use, where the browser tells; 0 elsewhere."""
    if tab.engine != "chromium":
        return 0
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


@pytest.mark.engines("chromium", "firefox")
def test_a_theme_with_resets(tab, host):
    """The box is as large as the text, the frame is not seen, and the lines are as they are written."""
    title, body = article_html(TEXTS[0]).split("</h1>")
    style = f"<style>{(SITES / 'theme.css').read_text('utf-8')}</style>"
    footer = host.script("auto.js", 'data-target=".entry-content"')
    tab.goto(host.page(f'{title}</h1><div class="entry-content">{body}</div>{footer}', head=style))
    tab.until("() => Boolean(document.querySelector('.entry-content > youten-box')?.shadowRoot)")
    found = tab.evaluate(
        """async () => {
            const box = document.querySelector("youten-box");
            const { sentences } = await box.summarize();
            const style = (part) => getComputedStyle(box.shadowRoot.querySelector(part));
            const { fontSize, textIndent } = style(".box");
            const { textTransform, letterSpacing } = style(".text");
            const frame = document.querySelector("html > iframe").offsetHeight;
            const { backgroundColor } = style(".button");
            const look = [fontSize, textIndent, textTransform, letterSpacing, backgroundColor];
            return [sentences.length, frame, ...look];
        }"""
    )
    assert found[0] >= 2
    assert found[1:] == [0, "17px", "0px", "none", "normal", "rgba(0, 0, 0, 0)"]
